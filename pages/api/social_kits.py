"""The kits of social networks as a resource of the API: a tool pulls what is approved."""

from datetime import datetime
from typing import Any

from django.db.models import DateTimeField, F, Q, QuerySet, Value
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from headless.kinds import OneOf, Whole
from headless.ordering import Ordering, both_ways
from headless.parameters import Filter, by
from headless.questions import Question
from headless.ranges import instant_range
from headless.resources import Resource
from headless.watching import follower_of
from institution.enums import SocialNetwork
from pages.actions.publicity import restrictions
from pages.api.examples import example
from pages.api.pieces import in_lima
from pages.api.social_schemas import CardAnswer, KitPieceAnswer, MetricsAnswer, SocialKitAnswer
from pages.enums.social import KitKind, PostState
from pages.models import SocialCard, SocialKit, SocialPost
from pages.models.publicity_before import publicity_not_founded

READ, WRITE = "read:kits", "write:kit-status"
NAME = "social-kits"
APPROVED = Q(state=PostState.APPROVED) | Q(state=PostState.SCHEDULED, scheduled_for__lte=F("asked_at"))
IN_STATUS = {
    PostState.APPROVED: APPROVED,
    PostState.SCHEDULED: Q(state=PostState.SCHEDULED, scheduled_for__gt=F("asked_at")),
    PostState.POSTED: Q(state=PostState.POSTED),
    PostState.FAILED: Q(state=PostState.FAILED),
}


def social_kits() -> Resource:
    """What the frame needs to know to serve the posts of kits."""
    return Resource(
        name=NAME,
        title=_("Kits de redes sociales"),
        description=_(
            "Lo aprobado para cada red: texto, etiquetas, enlace e imágenes. Pide una clave con «read:kits»."
        ),
        scope=READ,
        item=SocialKitAnswer,
        detail=SocialKitAnswer,
        public=approved,
        for_list=lambda rows, at: _with_relations(rows),
        for_detail=lambda rows, at: _with_relations(rows),
        write_item=write,
        write_detail=write,
        filters=[_network(), _status(), _not_posted(), _kind(), *instant_range("scheduled_for")],
        orderings=both_ways(
            Ordering("approved_at", "approved_at"),
            Ordering("scheduled_for", "scheduled_for"),
            Ordering("posted_at", "posted_at"),
        ),
        default_order="-approved_at",
        example=example(NAME),
        next_change=lambda at: SocialPost.objects.next_due(at=at),
        lasting=False,
    )


def approved(at: datetime) -> QuerySet:
    """What was approved of what anybody may see at `at`, each row with that instant beside it.

    During an election, publicity that went public before it and nobody founded since isn't handed out to be posted.
    """
    posts = SocialPost.objects.of_public_kits(at=at)
    for period in restrictions(at=at):
        unfounded = Q(kit__page__in=publicity_not_founded(period, at=at).values("pk"))
        posts = posts.exclude(unfounded & ~Q(state=PostState.POSTED))
    return posts.annotate(asked_at=Value(at, output_field=DateTimeField()))


def write(post: SocialPost, question: Question) -> SocialKitAnswer:
    """A post as tools read it."""
    metrics = next(iter(post.metrics.all()), None)
    return SocialKitAnswer(
        id=post.pk,
        type="social-kit",
        kit=post.kit_id,
        kind=post.kit.kind,
        network=post.network,
        status=PostState.APPROVED if post.due(at=question.at) else post.state,
        title=post.title or None,
        text=post.text,
        hashtags=post.tags,
        link=post.link or None,
        full_text=post.composed,
        length=post.length,
        limit=post.most,
        cards=[_card(card, question) for card in post.cards_among(post.kit.cards.all())],
        scheduled_for=in_lima(post.scheduled_for),
        approved_at=in_lima(post.approved_at),
        posted_at=in_lima(post.posted_at),
        posted_url=post.url or None,
        failure=post.failure or None,
        piece=_piece(post.kit, question),
        occasion_on=post.kit.occasion_on,
        metrics=_metrics(metrics) if metrics else None,
    )


def _with_relations(posts: QuerySet) -> QuerySet:
    return posts.select_related("kit__page", "kit__photo").prefetch_related("kit__cards", "metrics")


def _card(card: SocialCard, question: Question) -> CardAnswer:
    width, height = card.size
    url = question.absolute(reverse("social_card", args=[card.token]))
    return CardAnswer(kind=card.kind, shape=card.shape, url=url, width=width, height=height, alt=card.alt)


def _piece(kit: SocialKit, question: Question) -> KitPieceAnswer | None:
    page = kit.page
    if page is None:
        return None
    followed = follower_of(page.specific_class)
    kind = followed.name if followed else "pages"
    url = question.absolute(page.get_url(question.request))
    return KitPieceAnswer(type=kind, id=page.pk, slug=page.slug, title=page.title, url=url)


def _metrics(row: Any) -> MetricsAnswer:
    return MetricsAnswer(date=row.day, reach=row.reach, likes=row.likes, comments=row.comments, shares=row.shares)


def _network() -> Filter:
    doc = _("La red social en que se publica.")
    return Filter(name="network", kind=OneOf(SocialNetwork.values), narrow=by("network"), doc=doc, example="facebook")


def _status() -> Filter:
    doc = _("Cómo está: «approved» es lo que puede publicarse ya; «scheduled», lo que espera su hora.")
    kind = OneOf([state.value for state in IN_STATUS])
    return Filter(name="status", kind=kind, narrow=_in_status, doc=doc, example="approved")


def _in_status(posts: QuerySet, status: str) -> QuerySet:
    return posts.filter(IN_STATUS[PostState(status)])


def _not_posted() -> Filter:
    doc = _("Con «1», deja fuera lo que ya está en la red.")
    return Filter(name="not_posted", kind=Whole(1, 1), narrow=_still_to_post, doc=doc, example=1)


def _still_to_post(posts: QuerySet, value: int) -> QuerySet:
    return posts.exclude(state=PostState.POSTED)


def _kind() -> Filter:
    doc = _("De qué es el kit: de una pieza, o un saludo, una condolencia o un comunicado.")
    return Filter(name="kind", kind=OneOf(KitKind.values), narrow=by("kit__kind"), doc=doc, example="piece")
