"""Writing the posts of a kit, and approving them."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from institution.enums import SocialNetwork
from institution.models import User
from pages.actions.publicity import officials_at, publicity_faults, restrictions
from pages.actions.social_cards import draw_soon, lay_out_cards
from pages.enums.social import CardKind, PostState
from pages.models import SocialPost
from pages.rules.officials import officials_named
from pages.rules.social.faults import missing_parts, post_faults
from pages.rules.social.graphemes import cleaned
from pages.rules.social.hashtags import typed_hashtags
from pages.rules.social.states import approved_state, schedule_fault
from pages.social_facts import kit_facts, piece_of


class PostRefused(ValidationError):
    """The post can't be changed or approved as it is; the messages say what to mend, by field."""


@transaction.atomic
def write_post(
    *, post: SocialPost, title: str, text: str, hashtags: str, card: str, by: User, at: datetime
) -> SocialPost:
    """Change the words or the picture of a post; it is a draft again, to be approved.

    Raises PostRefused when it was posted already, or what was typed is more than the network takes.
    """
    current = _locked(post)
    if not current.editable:
        raise PostRefused(_("Ya se publicó en la red: lo que diga allí se corrige allí."))
    typed = {"title": cleaned(title), "text": cleaned(text), "hashtags": " ".join(typed_hashtags(hashtags))}
    if typed == {name: getattr(current, name) for name in typed} and card == current.card:
        return current
    for name, value in {**typed, "card": card}.items():
        setattr(current, name, value)
    if faults := faults_of(current):
        raise PostRefused(faults)
    _back_to_draft(current)
    current.written, current.changed_at = True, at
    current.save()
    lay_out_cards(kit=current.kit, facts=kit_facts(current.kit, at=at))
    log(instance=current.kit, action="pages.social.written", user=by, timestamp=at, data=_named(current))
    return current


@transaction.atomic
def approve_posts(
    *, posts: Iterable[SocialPost], by: User, at: datetime, scheduled_for: datetime | None = None
) -> list[SocialPost]:
    """Approve posts of one kit, to be posted at once or from an instant on.

    Raises PostRefused, and approves none, when something stands in the way of any of them.
    """
    if fault := schedule_fault(scheduled_for, at=at):
        raise PostRefused({"scheduled_for": fault})
    approved = [_locked(post) for post in posts]
    for post in approved:
        if obstacles := approval_obstacles(post, at=at):
            raise PostRefused({name: f"{post.get_network_display()}: {told}" for name, told in obstacles.items()})
        _back_to_draft(post)
        post.state, post.scheduled_for = approved_state(scheduled_for=scheduled_for), scheduled_for
        post.approved_at, post.approved_by = at, by
        post.save()
        when = scheduled_for.isoformat() if scheduled_for else ""
        log(instance=post.kit, action="pages.social.approved", user=by, timestamp=at, data=_named(post) | {"for": when})
    for kit in {post.kit_id: post.kit for post in approved}.values():
        draw_soon(kit)
    return approved


@transaction.atomic
def return_post(*, post: SocialPost, by: User, at: datetime) -> SocialPost:
    """Take the approval back. Raises PostRefused when it was posted already."""
    current = _locked(post)
    if not current.editable:
        raise PostRefused(_("Ya se publicó en la red: no puede volver a borrador."))
    if current.state != PostState.DRAFT:
        _back_to_draft(current)
        current.save()
        log(instance=current.kit, action="pages.social.returned", user=by, timestamp=at, data=_named(current))
    return current


def faults_of(post: SocialPost) -> dict[str, str]:
    """What the post's network would not take, by field name."""
    return post_faults(
        network=SocialNetwork(post.network),
        title=post.title,
        text=post.text,
        hashtags=post.tags,
        link=post.link,
        with_picture=post.card != CardKind.NONE,
    )


def approval_obstacles(post: SocialPost, *, at: datetime) -> dict[str, str]:
    """What must be mended before the post is approved at `at`, by field name: its words, then what the law asks."""
    if not post.editable:
        return {"text": _("Ya se publicó en la red.")}
    missing = missing_parts(network=SocialNetwork(post.network), title=post.title, text=post.text)
    return missing | faults_of(post) | _photo_fault(post) | _restriction_faults(post, at)


def _photo_fault(post: SocialPost) -> dict[str, str]:
    """Whether those who are in the kit's own photo agreed; the piece's photos were asked when it was published."""
    fault = post.kit.photo.publication_fault if post.kit.photo and post.card != CardKind.NONE else ""
    return {"card": fault} if fault else {}


def _restriction_faults(post: SocialPost, at: datetime) -> dict[str, str]:
    """What an election forbids (Ley 26859, art. 192): the piece's own faults, and officials named in the post."""
    if not restrictions(at=at):
        return {}
    piece = piece_of(post.kit)
    if piece is not None and not piece.is_publicity:
        return {}
    told = list(publicity_faults(piece, at=at).values()) if piece else []
    if named := officials_named(f"{post.title}\n{post.composed}\n{post.kit.quote_by}", officials_at(at=at)):
        shown = ", ".join(f"«{words}»" for words in named)
        told.append(_("Hay restricción electoral y el texto nombra a %(named)s: quítelo.") % {"named": shown})
    return {"restriction": " ".join(told)} if told else {}


def _back_to_draft(post: SocialPost) -> None:
    post.state, post.scheduled_for, post.failure = PostState.DRAFT, None, ""


def _locked(post: SocialPost) -> SocialPost:
    posts = SocialPost.objects.select_for_update(of=("self",)).select_related("kit__page", "kit__photo")
    return posts.get(pk=post.pk)


def _named(post: SocialPost) -> dict[str, Any]:
    return {"network": str(post.get_network_display())}
