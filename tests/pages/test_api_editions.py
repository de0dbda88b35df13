"""Whatever table an answer reads is one whose changes move the edition."""

import re

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext
from modelcluster.fields import ParentalKey
from wagtail.models import Page

from headless.models import WrittenItem
from headless.resources import offered
from headless.surroundings import shown
from pages.models import Attachment
from pages.models.piece import piece_models
from tests.factories.every_type import published_of
from tests.factories.institution import DistrictFactory, DocumentFactory, ImageFactory, OrganicUnitFactory
from tests.factories.pages import topic

TABLE = re.compile(r'(?:FROM|JOIN) "(\w+)"')
# The API's own; how types and words are looked up; what follows a page when it is saved; what makes it private, which
# the feed hears by itself; the tags of files, which are not told.
APART = (
    "headless_", "django_content_type", "wagtailsearch_", "wagtailcore_referenceindex",
    "wagtailcore_pageviewrestriction", "taggit_taggeditem",
)  # fmt: skip


@pytest.fixture
def rich_portal(tree):
    """A public piece of each type, with all that pieces share."""
    for model in piece_models():
        piece = published_of(
            model, lead_photo=ImageFactory(), lead_photo_alt="Un cerro", district=DistrictFactory(),
            unit=OrganicUnitFactory(), topics=[topic("Obras")],
        )  # fmt: skip
        Attachment.objects.create(page=piece, document=DocumentFactory())


@pytest.mark.django_db
def test_every_table_that_an_answer_reads_moves_the_edition_when_it_changes(client, rich_portal):
    silent = {}
    for resource in (each for each in offered() if each.lasting and each.scope is None):
        WrittenItem.objects.all().delete()
        with CaptureQueriesContext(connection) as asked:
            for body in ("html", "blocks") if resource.body else ("",):
                shape = {"fields": "*"} | ({"body": body} if body else {})
                assert client.get(f"/api/v1/{resource.name}", shape).status_code == 200
        tables = {table for query in asked for table in TABLE.findall(query["sql"])}
        silent[resource.name] = unheard(tables)
    assert {name: tables for name, tables in silent.items() if tables} == {}


def unheard(tables: set[str]) -> set[str]:
    """Those tables whose rows may change without anybody hearing."""
    models = {model._meta.db_table: model for model in apps.get_models(include_auto_created=True)}
    return {
        table for table in tables
        if not table.startswith(APART) and not heard(models.get(table))
    }  # fmt: skip


def heard(model) -> bool:
    return model is not None and (model in shown() or issubclass(model, Page) or is_part_of_a_page(model))


def is_part_of_a_page(model) -> bool:
    """Whether its rows hang from a page and are written when it is published, which is heard."""
    owner = model._meta.auto_created
    parents = (field.related_model for field in model._meta.fields if isinstance(field, ParentalKey))
    return (bool(owner) and issubclass(owner, Page)) or any(issubclass(each, Page) for each in parents)
