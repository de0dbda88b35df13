"""Making a kit, with what to say on each network proposed."""

from datetime import datetime, timedelta

from django.db import transaction
from wagtail.log_actions import log

from institution.enums import SocialNetwork
from institution.models import User
from pages.actions.social_cards import lay_out_cards
from pages.enums.social import KitKind, PostState
from pages.models import SocialKit, SocialPost
from pages.models.piece import Piece
from pages.rules.social.proposals import propose
from pages.social_facts import KitFacts, kit_facts

FRESH = timedelta(days=30)
NETWORKS = tuple(SocialNetwork)


@transaction.atomic
def prepare_kit(*, piece: Piece, by: User | None, at: datetime) -> SocialKit:
    """The piece's kit; what nobody wrote nor approved is proposed again from the piece as it is."""
    kit, made = SocialKit.objects.get_or_create(
        page_id=piece.pk, defaults={"kind": KitKind.PIECE, "created_at": at, "created_by": by}
    )
    if made:
        log(instance=kit, action="wagtail.create", user=by, timestamp=at)
    refresh_kit(kit=kit, at=at)
    return kit


def prepare_if_fresh(*, piece: Piece, at: datetime) -> SocialKit | None:
    """The kit of a piece that was just published; none for one of the archive, whose kit is made when asked for."""
    known = SocialKit.objects.filter(page_id=piece.pk).exists()
    if not known and (piece.published_at is None or at - piece.published_at > FRESH):
        return None
    return prepare_kit(piece=piece, by=None, at=at)


@transaction.atomic
def refresh_kit(*, kit: SocialKit, at: datetime) -> None:
    """Propose again what nobody wrote nor approved, and lay out the cards anew where what they show changed."""
    facts = kit_facts(kit, at=at)
    known = {post.network: post for post in kit.posts.select_for_update(of=("self",))}
    for network in NETWORKS:
        post = known.get(network) or SocialPost(kit=kit, network=network)
        if post.state == PostState.DRAFT and not post.written:
            _propose(post, facts, at)
    lay_out_cards(kit=kit, facts=facts)


def _propose(post: SocialPost, facts: KitFacts, at: datetime) -> None:
    proposal = propose(facts.told, SocialNetwork(post.network), link=post.link)
    post.title, post.text, post.hashtags = proposal.title, proposal.text, " ".join(proposal.hashtags)
    post.changed_at = at
    post.save()
