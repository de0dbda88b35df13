"""A body's typed blocks as plain semantic HTML, and as text."""

import re
from collections.abc import Callable, Iterable, Sequence
from html import unescape
from typing import Any

from django.utils.html import format_html, format_html_join, strip_tags
from django.utils.safestring import SafeString, mark_safe

from pages.api import block_schemas as schemas

LINE_ENDS = re.compile(r"(?:</(?:p|h[1-6]|li|blockquote|figcaption|caption|tr)>)+|<(?:br|hr)>")
CELL_ENDS = re.compile(r"</t[hd]>(?=<t[hd])")
EMPTY_LINES = re.compile(r"\n{3,}")


def as_html(blocks: Iterable[schemas.Block]) -> str:
    """The blocks one after another, with semantic elements alone: no classes, no scripts."""
    return "\n".join(WRITERS[block.type](block) for block in blocks)


def as_text(html: str) -> str:
    """The words of such HTML, one line for each paragraph, item, row or caption; cells apart by a tab."""
    lines = strip_tags(LINE_ENDS.sub("\n", CELL_ENDS.sub("\t", html.replace("\n", "\n\n"))))
    return EMPTY_LINES.sub("\n\n", unescape(lines)).strip()


def _trusted(block: Any) -> SafeString:
    return mark_safe(block.html)  # noqa: S308 - clean_html made it


def _quote(block: schemas.QuoteBlock) -> SafeString:
    by = ", ".join(filter(None, (block.speaker, block.position)))
    return format_html("<figure><blockquote><p>{}</p></blockquote><figcaption>{}</figcaption></figure>", block.text, by)


def _figure(picture: schemas.PictureAnswer) -> SafeString:
    words = ". ".join(filter(None, (picture.caption, picture.credit)))
    legend = format_html("<figcaption>{}</figcaption>", words) if words else ""
    image = format_html(
        '<img src="{}" width="{}" height="{}" alt="{}">', picture.url, picture.width, picture.height, picture.alt
    )
    return format_html("<figure>{}{}</figure>", image, legend)


def _gallery(block: schemas.GalleryBlock) -> SafeString:
    figures = mark_safe("".join(_figure(each) for each in block.pictures))  # noqa: S308 - escaped by _figure
    return format_html("<section>{}{}</section>", _heading(block.title), figures)


def _link(url: str, words: str) -> SafeString:
    return format_html('<p><a href="{}">{}</a></p>', url, words)


def _audio(block: schemas.AudioBlock) -> SafeString:
    transcript = mark_safe(block.transcript)  # noqa: S308 - clean_html made it
    return format_html("<section>{}{}</section>", _link(block.file.url, block.file.title), transcript)


def _video_file(block: schemas.VideoFileBlock) -> SafeString:
    about = format_html("<p>{}</p>", block.description) if block.description else ""
    return format_html("<section>{}{}</section>", _link(block.file.url, block.title), about)


def _table(block: schemas.TableBlock) -> SafeString:
    heads = format_html_join("", '<th scope="col">{}</th>', ((column.heading,) for column in block.columns))
    rows = format_html_join("", "<tr>{}</tr>", ((_cells(row),) for row in block.rows))
    return format_html(
        "<table><caption>{}</caption><thead><tr>{}</tr></thead><tbody>{}</tbody></table>", block.caption, heads, rows
    )


def _cells(row: Sequence[str]) -> SafeString:
    return format_html_join("", "<td>{}</td>", ((cell,) for cell in row))


def _callout(block: schemas.CalloutBlock) -> SafeString:
    title = format_html("<p><strong>{}</strong></p>", block.title) if block.title else ""
    return format_html("<aside>{}{}</aside>", title, _trusted(block))


def _figures(block: schemas.FiguresBlock) -> SafeString:
    items = format_html_join("", "<li><strong>{}</strong> {}</li>", ((each.value, each.label) for each in block.items))
    return format_html("<section>{}<ul>{}</ul></section>", _heading(block.title), items)


def _heading(title: str | None) -> SafeString | str:
    return format_html("<h2>{}</h2>", title) if title else ""


WRITERS: dict[str, Callable[[Any], str]] = {
    "text": _trusted,
    "quote": _quote,
    "image": lambda block: _figure(block.picture),
    "gallery": _gallery,
    "video": lambda block: _link(block.url, block.title),
    "video_file": _video_file,
    "audio": _audio,
    "document": lambda block: _link(block.file.url, block.file.title),
    "table": _table,
    "callout": _callout,
    "figures": _figures,
}
