"""A manuscript → the finished note: headline rules applied, captions paired, body split."""

import datetime
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from bs4 import Tag
from django.utils.translation import gettext as _

from pages.importing import limits
from pages.importing.captions import pair_captions
from pages.importing.cleaning import tidy
from pages.importing.dateline import parse_date
from pages.importing.flow import flow
from pages.importing.headline import Headline, find_headline
from pages.importing.lines import as_lines
from pages.importing.note import Block, Manuscript, Picture, ReadNote, UnreadableNote
from pages.importing.pictures import Album
from pages.importing.structure import split_blocks
from pages.importing.trimming import cut_start


def compose(
    manuscript: Manuscript,
    *,
    album: Album,
    photos: Sequence[Path],
    name: str,
    fingerprint: str,
    modified_on: datetime.date,
) -> ReadNote:
    """The note. `name` is the file's, without extension: the title when there is no better. Raises UnreadableNote."""
    fields = manuscript.fields
    elements = list(flow(tidy(manuscript.html)))
    if not elements:
        raise UnreadableNote(_("El archivo no tiene texto ni imágenes. Compruebe que sea el documento correcto."))
    headline = find_headline(as_lines(elements), known_title=fields.get("title", ""))
    captioned = pair_captions(_body(elements, headline), photos_beside=len(photos))
    blocks, body_warnings = split_blocks(captioned.body, captioned.by_picture)
    title, title_warnings = _title(fields.get("title") or headline.title, name)
    date, date_warnings = _date(fields.get("date", ""), headline.date, modified_on)
    pictures = _pictures(album, blocks, captioned.by_picture, photos, captioned.loose)
    found = [*manuscript.warnings, *title_warnings, *date_warnings, *body_warnings, *album.warnings]
    return ReadNote(
        title=title,
        kicker=fields.get("kicker") or headline.kicker,
        summary=fields.get("summary") or headline.summary,
        date=date,
        place=fields.get("place") or headline.place,
        author=fields.get("author", ""),
        body=blocks,
        pictures=pictures,
        warnings=tuple(dict.fromkeys(found)),
        fingerprint=fingerprint,
        former_number=fields.get("number") or headline.former_number,
    )


def _body(elements: Sequence[Tag], headline: Headline) -> list[Tag]:
    for at, length in headline.cuts.items():
        cut_start(elements[at], length)
    return [element for at, element in enumerate(elements) if at not in headline.used]


def _title(found: str, name: str) -> tuple[str, list[str]]:
    if not found:
        warning = _("No se encontró el titular; se usó el nombre del archivo. Corríjalo.")
        return name[: limits.MAX_TITLE_CHARACTERS], [warning]
    if len(found) > limits.MAX_TITLE_CHARACTERS:
        cut = found[: limits.MAX_TITLE_CHARACTERS - 1].rsplit(" ", 1)[0]
        return f"{cut}…", [_("El titular es demasiado largo y se recortó. Revíselo.")]
    return found, []


def _date(
    written: str, found: datetime.date | None, modified_on: datetime.date
) -> tuple[datetime.date | None, list[str]]:
    date = parse_date(written) if written else None
    if date or found:
        return date or found, []
    return modified_on, [
        _("No se encontró la fecha; se usó la del último cambio del archivo (%(date)s). Compruébela.")
        % {"date": modified_on.strftime("%d/%m/%Y")}
    ]


def _pictures(
    album: Album, body: Sequence[Block], captions: dict[str, str], photos: Sequence[Path], loose: Sequence[str]
) -> tuple[Picture, ...]:
    """Those the body shows, then the photographs beside the file that it does not."""
    shown = {block.value["picture"] for block in body if block.type == "image"}
    beside = [key for key in (album.add_file(photo) for photo in photos) if key and key not in shown]
    captions = captions | dict(zip(beside, loose, strict=False))
    kept = [picture for picture in album.pictures if picture.key in {*shown, *beside}]
    return tuple(replace(picture, caption=captions.get(picture.key, "")) for picture in kept)
