"""What the API tells of every piece, whatever its type: its facts, its body, what it may be asked by."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from headless.kinds import Keys, Unreadable, Vocabulary, Words
from headless.moments import LIMA
from headless.parameters import Filter, by
from headless.questions import Question
from headless.ranges import instant_range
from headless.resources import Body, Expansion
from institution.models import District, OrganicUnit
from pages.api.block_schemas import PictureAnswer
from pages.api.bodies import write_bodies
from pages.api.pictures import file, picture
from pages.api.schemas import CorrectionAnswer, DistrictAnswer, PieceLink, PlaceAnswer, TopicAnswer, UnitAnswer
from pages.models.campaigns import CampaignPage
from pages.models.corrections import Corrected
from pages.models.piece import Piece
from pages.models.topics import Topic
from pages.models.works import PublicWorkPage
from search.analysis.typed import understood

BY_UNIT = {"unit": Expansion(to="units", by="code", column="code")}


def public(model: type[Piece]) -> Callable[[datetime], QuerySet]:
    """The pieces of a type that anybody may see at an instant."""
    return lambda at: model.objects.visible(at=at)


def approved(model: type[Piece]) -> Callable[[datetime], QuerySet]:
    """The pieces of a type that anybody may see, and those that wait for their embargo."""
    return lambda at: model.objects.approved(at=at)


def with_relations(pieces: QuerySet) -> QuerySet:
    """With what `piece_facts` tells, in a constant number of queries."""
    return pieces.select_related("lead_photo", "district", "unit").prefetch_related("topics", "lead_photo__renditions")


def with_parts(pieces: QuerySet) -> QuerySet:
    """With what `piece_whole` tells besides, in a constant number of queries; its body is fetched apart."""
    return with_relations(pieces).prefetch_related("attachments__document", "corrections")


def piece_facts(piece: Piece, question: Question) -> dict[str, Any]:
    """The fields of `PieceItem`, but for its type."""
    return {
        "id": piece.pk,
        "slug": piece.slug,
        "url": question.absolute(piece.get_url(question.request)),
        "title": piece.title,
        "summary": piece.summary,
        "published_at": in_lima(piece.published_at),
        "embargo_until": in_lima(piece.embargo_until) if piece.embargoed(at=question.at) else None,
        "updated_at": in_lima(max(filter(None, (piece.last_published_at, piece.published_at)), default=None)),
        "place": _place(piece),
        "unit": UnitAnswer(code=piece.unit.code, name=piece.unit.name) if piece.unit else None,
        "topics": [TopicAnswer(slug=topic.slug, name=topic.name) for topic in piece.topics.all()],
        "lead_photo": _lead_photo(piece, question),
    }


def piece_whole(piece: Piece, question: Question) -> dict[str, Any]:
    """The fields that `PieceDetail` adds, but for the body."""
    return {
        "corrections": corrections(piece),
        "attachments": [file(each.document, question, title=each.title) for each in piece.attachments.all()],
    }


def corrections(page: Corrected) -> list[CorrectionAnswer]:
    """The correction notes of a page, the most recent first."""
    return [CorrectionAnswer(made_on=each.made_on, text=each.text) for each in page.told_corrections]


def piece_body() -> Body:
    """The body of every piece, in its forms."""
    return Body(forms=("html", "blocks", "text"), default="html", write=write_bodies)


def piece_link(piece: Piece, question: Question) -> PieceLink:
    """Another piece, in brief."""
    return PieceLink(
        id=piece.pk,
        slug=piece.slug,
        url=question.absolute(piece.get_url(question.request)),
        title=piece.title,
        published_at=in_lima(piece.published_at),
    )


def key_filter() -> Filter:
    """By a few primary keys, as those of what changed."""
    doc = _("Los de estos «id», hasta cien separados por comas.")
    return Filter(name="id", kind=Keys(), narrow=by("pk__in"), doc=doc, example="12,15")


def topic_filter() -> Filter:
    kind = Vocabulary(lambda at: Topic.objects.all(), ["slug"])
    return Filter(name="topic", kind=kind, narrow=by("topics__in"), doc=_("Tema, por su «slug»."), example="obras")


def place_filters() -> list[Filter]:
    """By district and by the unit that informs."""
    district = Vocabulary(lambda at: District.objects.all(), ["ubigeo", "slug"])
    unit = Vocabulary(lambda at: OrganicUnit.objects.all(), ["code"])
    by_ubigeo, by_code = _("Distrito, por su ubigeo de INEI o su «slug»."), _("Unidad que informa, por sus siglas.")
    return [
        Filter(name="district", kind=district, narrow=by("district__in"), doc=by_ubigeo, example="020201"),
        Filter(name="unit", kind=unit, narrow=by("unit__in"), doc=by_code, example="OII"),
    ]


def gathering_filters() -> list[Filter]:
    """By the campaign or the work that a piece belongs to."""
    campaign = Vocabulary(lambda at: CampaignPage.objects.visible(at=at), ["slug"])
    work = Vocabulary(lambda at: PublicWorkPage.objects.visible(at=at), ["slug", "cui"])
    of_campaign = _("Campaña de la que es parte, por su «slug».")
    of_work = _("Obra a la que se refiere, por su «slug» o su CUI.")
    return [
        Filter(name="campaign", kind=campaign, narrow=by("campaign__in"), doc=of_campaign, example="agua-segura"),
        Filter(name="work", kind=work, narrow=by("work__in"), doc=of_work, example="2451203"),
    ]


def words_filter(model: type[Page]) -> Filter:
    """By the words that the piece must have."""
    doc = _("Palabras que debe tener, todas. No altera el orden de la lista.")
    return Filter(name="q", kind=Words(), narrow=_about(model), doc=doc, example="canal de riego")


def piece_filters(model: type[Piece]) -> list[Filter]:
    """The filters of every type, in the order in which they are told."""
    return [
        key_filter(), topic_filter(), *place_filters(), *instant_range("published_at"), words_filter(model),
    ]  # fmt: skip


def in_lima(instant: datetime | None) -> datetime | None:
    """The same instant by Lima's clock."""
    return instant.astimezone(LIMA) if instant else None


def _about(model: type[Page]) -> Callable[[QuerySet, str], QuerySet]:
    def narrow(pieces: QuerySet, typed: str) -> QuerySet:
        words = understood(typed)
        if not words:
            raise Unreadable(_("no tiene ninguna palabra que buscar."))
        found = model.objects.live().search(words, operator="and", order_by_relevance=False)
        return pieces.filter(pk__in=found.get_queryset().values("pk"))

    return narrow


def _place(piece: Piece) -> PlaceAnswer:
    district = piece.district
    return PlaceAnswer(
        district=DistrictAnswer(ubigeo=district.ubigeo, name=district.name) if district else None,
        locality=piece.locality or None,
    )


def _lead_photo(piece: Piece, question: Question) -> PictureAnswer | None:
    return picture(
        piece.lead_photo,
        question,
        alt=piece.lead_photo_alt or (piece.lead_photo.description if piece.lead_photo else ""),
        caption=piece.lead_photo_caption,
        credit=piece.lead_photo_credit,
    )
