"""Guidance is complete before people rely on it."""

import pytest
from django.db import IntegrityError, transaction

from pages.actions.publication import PublicationRefused
from pages.models import GuidanceCost
from tests.factories.guidance import draft_guidance

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tree")]


@pytest.mark.parametrize(
    ("fields", "parts", "named"),
    [
        ({}, {"steps": []}, "steps"),
        ({}, {"channels": []}, "channels"),
        ({}, {"costs": []}, "is_free"),
        ({"time_days": None}, {}, "time_days"),
        ({"who_may": ""}, {}, "who_may"),
    ],
)
def test_what_it_lacks_is_named_when_it_is_published_never_when_it_is_drafted(fields, parts, named):
    page = draft_guidance(parts=parts)
    for name, value in fields.items():
        setattr(page, name, value)
    with pytest.raises(PublicationRefused) as refused:
        page.save_revision().publish()
    assert set(refused.value.message_dict) == {named}


def test_what_is_free_has_no_amounts_and_automatic_approval_needs_no_days():
    page = draft_guidance(is_free=True)
    page.silence, page.time_days = "automatic", None
    page.save_revision().publish()
    page.costs = [GuidanceCost(concept="Tasa", amount="1")]
    with pytest.raises(PublicationRefused, match="gratuito"):
        page.save_revision().publish()


def test_the_database_refuses_a_negative_amount():
    page = draft_guidance()
    with pytest.raises(IntegrityError), transaction.atomic():
        GuidanceCost.objects.create(page=page, concept="Tasa", amount="-1")
