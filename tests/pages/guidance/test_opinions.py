"""Guidance is mended by what unknown readers say, of whom nothing is kept."""

from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from institution.enums import Role
from pages.actions.guidance_opinions import erase_comments
from pages.models import GuidanceOpinion
from tests.factories.guidance import draft_guidance, published_guidance
from tests.pages.desk import sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tree")]
NOW = datetime(2026, 11, 24, 15, tzinfo=UTC)


def say(client, page, **filled):
    return client.post(reverse("guidance_opinion", args=[page.slug]), {"helpful": "si", "comment": ""} | filled)


def test_an_opinion_is_kept_without_anything_that_tells_who_gave_it(client):
    page = published_guidance()
    response = say(client, page, helpful="no", comment="Faltó el horario")
    assert response.status_code == 302
    assert not response.cookies
    assert "Gracias" in client.get(response["Location"]).content.decode()
    kept = GuidanceOpinion.objects.get()
    assert (kept.helpful, kept.comment) == (False, "Faltó el horario")
    assert {field.name for field in GuidanceOpinion._meta.fields} == {"id", "page", "helpful", "comment", "given_on"}
    assert not client.get(page.url).cookies


@pytest.mark.parametrize("filled", [{"helpful": ""}, {"helpful": "quizá"}, {"comment": "x" * 501}])
def test_an_opinion_that_cannot_be_kept_is_told_so_with_what_was_typed(client, filled):
    response = say(client, published_guidance(), **{"comment": "Mi comentario"} | filled)
    assert response.status_code == 422
    assert (filled.get("comment") or "Mi comentario") in response.content.decode()
    assert not GuidanceOpinion.objects.exists()


def test_opinions_are_limited_by_address_robots_are_ignored_and_drafts_take_none(client):
    page = published_guidance()
    say(client, page, website="https://spam.example.test/")
    assert not GuidanceOpinion.objects.exists()
    statuses = [say(client, page).status_code for _ in range(11)]
    assert statuses == [302] * 10 + [422]
    assert say(client, draft_guidance()).status_code == 404
    assert client.get(reverse("guidance_opinion", args=[page.slug])).status_code == 405


def test_comments_are_erased_after_180_days_and_the_answer_stays(client):
    page = published_guidance()
    for days, comment in ((181, "viejo"), (180, "reciente")):
        day = (NOW - timedelta(days=days)).date()
        GuidanceOpinion.objects.create(page=page, helpful=True, comment=comment, given_on=day)
    assert erase_comments(NOW) == 1
    assert sorted(GuidanceOpinion.objects.values_list("comment", flat=True)) == ["", "reciente"]


def test_the_office_reads_the_share_of_each_page_and_exports_the_comments():
    page = published_guidance(title="Partida de nacimiento")
    today = timezone.localdate()
    for helpful in (True, True, True, False):
        GuidanceOpinion.objects.create(page=page, helpful=helpful, comment="=1+1", given_on=today)
    desk = sign_in(Role.WRITING)
    assert "3 sí · 1 no (75 %)" in desk.get(reverse("orientacion:index")).content.decode()
    assert len(desk.get(reverse("opiniones:index"), {"helpful": "false"}).context["object_list"]) == 1
    rows = desk.get(reverse("opiniones:index"), {"export": "csv"}).getvalue().decode()
    assert "Partida de nacimiento,Sí,'=1+1" in rows
