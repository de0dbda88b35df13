"""A portal many times over: copies of all that it tells, each copy of the whole apart from the others.

What leads from a row to another leads, in each copy, to the other's copy: so no two share anything but what isn't
copied, as lists, users and series. Written straight to the tables, which takes a second or two.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any
from uuid import uuid4

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.models import Field, Model, UUIDField
from taggit.models import Tag
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page, ReferenceIndex

from institution.models import DocumentSeries, InstitutionSettings, User
from pages.api.watching import MODELS

FAR = 1_000_000  # between the key of a row and those of its copies
ROOMS = {"institution", "pages"}
APART = {User, DocumentSeries, InstitutionSettings}
BESIDE = {Page, ReferenceIndex, Tag}
LINK = re.compile(r'("(?:image|poster|file|captions|photo_set)": |\bid=\\?")(\d+)')

Row = dict[str, Any]
Rows = dict[type[Model], dict[Any, Row]]

# What no two rows may share, or what says where they stand, and isn't a text that a number may follow.
OF_ITS_OWN: dict[str, Callable[[Any, int], Any]] = {
    "pages_publicworkpage.cui": lambda value, n: str(3_000_000 + n),
    "pages_materialpage.edition_number": lambda value, n: value + n,
    "institution_district.ubigeo": lambda value, n: str(300_000 + n),
    "institution_district.reniec_code": lambda value, n: str(300_000 + n),
    "institution_issuednumber.number": lambda value, n: value + 1_000 * n,
    "wagtailcore_page.path": lambda value, n: value[:-4] + Page._int2str(Page._str2int(value[-4:]) + 50 * n).zfill(4),
    "wagtailcore_page.slug": lambda value, n: f"{value}-{n}",
    "wagtailcore_page.url_path": lambda value, n: f"{value[:-1]}-{n}/",
}


def copy_all(times: int) -> None:
    """Have everything that the portal tells `times` times more."""
    rows: Rows = {model: dict(_rows(model)) for model in _models()}
    for model, found in rows.items():
        copies = [_copy(model, row, n, rows) for n in range(1, times + 1) for row in found.values()]
        _insert(model, copies)


def _models() -> Iterator[type[Model]]:
    """The tables of the rooms that publish; of pages, those that the API tells and not their lists."""
    for model in apps.get_models(include_auto_created=True):
        ours = model._meta.app_label in ROOMS and model not in APART and model._meta.managed
        if model in BESIDE or (ours and (not issubclass(model, Page) or model in MODELS.values())):
            yield model


def _rows(model: type[Model]) -> Iterator[tuple[Any, Row]]:
    names = [field.column for field in model._meta.local_concrete_fields]
    told = {each.pk for each in ContentType.objects.get_for_models(*MODELS.values()).values()}
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {_quoted(names)} FROM {model._meta.db_table}")
        for values in cursor.fetchall():
            row = dict(zip(names, values, strict=True))
            if model is not Page or row["content_type_id"] in told:
                yield row[model._meta.pk.column], row


def _copy(model: type[Model], row: Row, n: int, rows: Rows) -> Row:
    copied = {field.column: _value(field, row[field.column], n, rows) for field in model._meta.local_concrete_fields}
    if model is ReferenceIndex:
        copied["object_id"] = _followed(row["base_content_type_id"], row["object_id"], n, rows)
        copied["to_object_id"] = _followed(row["to_content_type_id"], row["to_object_id"], n, rows)
    return copied


def _value(field: Field, value: Any, n: int, rows: Rows) -> Any:
    if field.is_relation:
        return value + n * FAR if value in rows.get(field.related_model, ()) else value
    if field.primary_key:
        return value + n * FAR
    if own := OF_ITS_OWN.get(f"{field.model._meta.db_table}.{field.column}"):
        return value if value is None else own(value, n)
    if isinstance(field, UUIDField):
        return uuid4().hex
    if isinstance(field, StreamField | RichTextField):
        return LINK.sub(lambda found: f"{found[1]}{int(found[2]) + n * FAR}", value)
    return f"{value[: field.max_length - 5]}-{n}" if field.unique else value


def _followed(content_type: int, key: str, n: int, rows: Rows) -> str:
    model = ContentType.objects.get_for_id(content_type).model_class()
    return str(int(key) + n * FAR) if int(key) in rows.get(model, ()) else key


def _insert(model: type[Model], rows: list[Row]) -> None:
    if rows:
        marks = ", ".join(["%s"] * len(rows[0]))
        with connection.cursor() as cursor:
            statement = f"INSERT INTO {model._meta.db_table} ({_quoted(rows[0])}) VALUES ({marks})"
            cursor.executemany(statement, [list(row.values()) for row in rows])


def _quoted(names: Any) -> str:
    return ", ".join(map(connection.ops.quote_name, names))
