"""The materials as a resource of the API."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from headless.kinds import OneOf
from headless.ordering import Ordering, both_ways
from headless.parameters import Filter, by
from headless.questions import Question
from headless.resources import Expansion, Resource
from pages.api.block_schemas import PictureAnswer
from pages.api.drafts import drafts_of
from pages.api.examples import example
from pages.api.gathering import GATHERING, gathering, with_gathering
from pages.api.material_schemas import CreditAnswer, MaterialDetail, MaterialItem, PresentationAnswer
from pages.api.pictures import picture
from pages.api.pieces import (
    BY_UNIT,
    approved,
    gathering_filters,
    piece_body,
    piece_facts,
    piece_filters,
    piece_link,
    piece_whole,
    public,
    with_parts,
    with_relations,
)
from pages.api.rich_text import clean_html, link_addresses
from pages.enums.materials import MaterialKind
from pages.models import MaterialPage, NewsPage, Presentation

ORDERS = ("published_at", "edition_number", "title")


def materials() -> Resource:
    """What the frame needs to know to serve the materials."""
    return Resource(
        name="materials",
        title=_("Materiales"),
        description=_(
            "Boletines, afiches, audios, videos y otros materiales públicos, del más reciente al más antiguo."
        ),
        item=MaterialItem,
        detail=MaterialDetail,
        public=public(MaterialPage),
        embargoed=approved(MaterialPage),
        drafts=drafts_of(MaterialPage),
        for_list=lambda rows, at: _with_files(rows, at).defer("body"),
        for_detail=lambda rows, at: with_parts(_with_files(rows, at)).prefetch_related("credits", "bulletin_notes"),
        prepare=prepare,
        write_item=lambda row, question: MaterialItem(**_facts(row, question)),
        write_detail=write_detail,
        keys=("pk", "slug"),
        filters=[_kind(), *gathering_filters(), *piece_filters(MaterialPage)],
        orderings=both_ways(*(Ordering(name, name) for name in ORDERS)),
        default_order="-published_at",
        example=example("materials"),
        body=piece_body(),
        expansions=GATHERING | BY_UNIT | {"notes": Expansion(to="news")},
    )


def prepare(materials: Sequence[MaterialPage], question: Question) -> None:
    """Give the materials where their links lead and, those that are bulletins, their notes: for all of them at once."""
    links = link_addresses([text for each in materials for text in (each.transcript, each.text_alternative)], question)
    chosen = {row.note_id for each in materials for row in each.bulletin_notes.all()}
    notes = NewsPage.objects.visible(at=question.at).in_bulk(list(chosen))
    for each in materials:
        each.told_links = links
        each.told_notes = [notes[row.note_id] for row in each.bulletin_notes.all() if row.note_id in notes]


def write_detail(material: MaterialPage, question: Question) -> MaterialDetail:
    """A material whole after `prepare`, with its words and, of a bulletin, the notes that anybody may read."""
    composed = material.is_composed
    return MaterialDetail(
        **_facts(material, question),
        **piece_whole(material, question),
        **_words(material, question),
        credits=[CreditAnswer(role=each.role, name=each.name) for each in material.credits.all()],
        print_run=material.print_run,
        printed_on=material.printed_on,
        legal_deposit=material.legal_deposit or None,
        bulletin_pdf=question.absolute(reverse("bulletin_pdf", args=[material.slug])) if composed else None,
        notes=[piece_link(each, question) for each in material.told_notes] if composed else [],
    )


def _words(material: MaterialPage, question: Question) -> dict[str, str | None]:
    """What is said and shown, as clean HTML."""
    told = {"transcript": material.transcript, "text_alternative": material.text_alternative}
    base = question.absolute(material.get_url(question.request) or "/")
    return {name: clean_html(text, material.told_links, base=base) or None for name, text in told.items()}


def _with_files(rows: QuerySet, at: datetime) -> QuerySet:
    files = [
        "presentations__document__pdf_reading",
        "presentations__document__captions",
        "presentations__image",
        "cover__renditions",
    ]
    return with_gathering(with_relations(rows), at).select_related("cover").prefetch_related(*files)


def _kind() -> Filter:
    doc = _("Tipo de material: boletín, afiche, spot de audio y los demás.")
    return Filter(name="kind", kind=OneOf(MaterialKind.values), narrow=by("kind"), doc=doc, example="bulletin")


def _facts(material: MaterialPage, question: Question) -> dict[str, Any]:
    facts = piece_facts(material, question)
    return facts | gathering(material, question) | {
        "type": "material",
        "kind": material.kind,
        "series": material.series or None,
        "edition_number": material.edition_number,
        "cover": facts["lead_photo"] or _cover(material, question),
        "presentations": [
            _presentation(row, material, question) for row in material.presentations.all() if row.may_be_given
        ],
        "licence": material.licence,
    }  # fmt: skip


def _cover(material: MaterialPage, question: Question) -> PictureAnswer | None:
    cover = material.cover
    return picture(cover, question, alt=cover.description if cover else "")


def _presentation(row: Presentation, material: MaterialPage, question: Question) -> PresentationAnswer:
    row.page = material
    return PresentationAnswer(
        label=row.label,
        purpose=row.purpose,
        language=row.language,
        url=question.absolute(row.download_path()),
        content_type=row.document.content_type if row.document else "image/jpeg",
        size=row.size,
        captions=question.absolute(row.document.captions.url) if row.document and row.document.captions else None,
        pages=row.pdf_pages,
    )
