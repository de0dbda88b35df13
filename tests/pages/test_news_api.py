"""What integrators read of a note, and of no other."""

import json
from datetime import date, timedelta

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from institution.models import InstitutionSettings
from pages.models import Attachment, NewsPage, RelatedNote
from tests.factories.institution import DistrictFactory, DocumentFactory, ImageFactory, OrganicUnitFactory
from tests.factories.pages import draft_note, published_note, topic
from tests.headless.contract import as_published
from tests.pages.news_api import NEWS, dated, items, refusal, slugs

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _the_portal_exists(tree):
    """Every test reads a portal that has its home and its list."""


# What a note tells


def test_an_empty_list_is_no_items_and_no_next_page(client):
    assert as_published(client.get(NEWS)) == {"items": [], "next": None}


def test_a_note_tells_all_that_it_has(client):
    district = DistrictFactory(ubigeo="020201", name="Aija", slug="aija")
    unit = OrganicUnitFactory(code="GIDT", name="Gerencia de ejemplo")
    words = {"title": "El canal", "kicker": "Riego", "summary": "Avanza.", "author_credit": "Redacción"}
    where = {"district": district, "locality": "Barrio Alto", "unit": unit, "press_contact": "Prensa"}
    about = {"topics": [topic("Obras")], "tags": ["riego", "agua"], "event_date": date(2026, 7, 27)}
    dated("canal", "2026-07-28T10:30:00-05:00", **words, **where, **about)
    note = items(client)[0]
    assert note.pop("id") == NewsPage.objects.get().pk
    assert note.pop("number").startswith("N.° 001-")
    assert note.pop("updated_at").endswith("-05:00")
    assert note == {
        "type": "news",
        "slug": "canal",
        "url": "http://testserver/noticias/canal/",
        "title": "El canal",
        "kicker": "Riego",
        "summary": "Avanza.",
        "published_at": "2026-07-28T10:30:00-05:00",
        "embargo_until": None,
        "event_date": "2026-07-27",
        "place": {"district": {"ubigeo": "020201", "name": "Aija"}, "locality": "Barrio Alto"},
        "unit": {"code": "GIDT", "name": "Gerencia de ejemplo"},
        "topics": [{"slug": "obras", "name": "Obras"}],
        "tags": ["agua", "riego"],
        "lead_photo": None,
        "author_credit": "Redacción",
        "press_contact": "Prensa",
        "campaign": None,
        "work": None,
    }


def test_what_a_note_lacks_is_null_and_its_press_contact_is_the_institutions(client):
    InstitutionSettings.objects.update_or_create(pk=1, defaults={"press_contact": "prensa@example.test"})
    published_note()
    note = items(client)[0]
    assert note["press_contact"] == "prensa@example.test"
    assert {name for name, value in note.items() if value in (None, [])} == {
        "kicker", "embargo_until", "event_date",
        "unit", "topics", "tags", "lead_photo", "author_credit", "campaign", "work",
    }  # fmt: skip


def test_the_lead_photo_has_its_words_and_its_sizes(client):
    image = ImageFactory(credit="Foto: ejemplo")
    published_note(lead_photo=image, lead_photo_alt="Un cerro", lead_photo_caption="El cerro al alba")
    photo = items(client)[0]["lead_photo"]
    assert (photo["alt"], photo["caption"], photo["credit"]) == ("Un cerro", "El cerro al alba", "Foto: ejemplo")
    assert set(photo["renditions"]) == {"small", "card", "large", "share"}
    assert photo["url"] == photo["renditions"]["large"]["url"]
    assert client.get(photo["url"]).status_code == 302


def test_a_note_is_read_by_its_id_or_its_slug(client):
    note = published_note(slug="una-nota")
    by_id, by_slug = client.get(f"{NEWS}/{note.pk}"), client.get(f"{NEWS}/una-nota")
    assert as_published(by_id) == as_published(by_slug)
    assert by_id.json()["id"] == note.pk


def test_a_slug_made_of_digits_is_found_when_no_note_has_that_id(client):
    published_note(slug="2026")
    assert as_published(client.get(f"{NEWS}/2026"))["slug"] == "2026"


@pytest.mark.parametrize("key", ["no-existe", "0", "-1", "9" * 18, "9" * 40, str(2**63), "a b", "ñ", "'", "a" * 300])
def test_a_note_that_is_not_there_is_a_404_problem(client, key):
    response = client.get(f"{NEWS}/{key}")
    assert response.status_code == 404
    assert as_published(response)["type"] == "/api/v1/problems/not-found"


def test_a_note_tells_its_attachments_and_the_public_notes_related_to_it(client):
    other, hidden = published_note(slug="otra"), draft_note(slug="oculta")
    note = published_note(slug="una")
    Attachment.objects.create(page=note, document=DocumentFactory(title="Acta"))
    for each in (other, hidden):
        RelatedNote.objects.create(page=note, note=each)
    detail = as_published(client.get(f"{NEWS}/una"))
    assert [(each["title"], each["content_type"], each["size"]) for each in detail["attachments"]] == [
        ("Acta", "application/pdf", 18)
    ]
    assert client.get(detail["attachments"][0]["url"]).status_code == 200
    assert [each["slug"] for each in detail["related"]] == ["otra"]


# Only what is public


def hide_draft() -> None:
    draft_note(slug="secreta", title="Palabrasecreta")


def hide_embargoed() -> None:
    published_note(slug="secreta", title="Palabrasecreta", embargo_until=timezone.now() + timedelta(hours=1))


def hide_unpublished() -> None:
    published_note(slug="secreta", title="Palabrasecreta").unpublish()


def hide_expired() -> None:
    note = published_note(slug="secreta", title="Palabrasecreta")
    NewsPage.objects.filter(pk=note.pk).update(expire_at=timezone.now() - timedelta(minutes=1))


def hide_private() -> None:
    note = published_note(slug="secreta", title="Palabrasecreta")
    PageViewRestriction.objects.create(page=note, restriction_type=PageViewRestriction.LOGIN)


@pytest.mark.parametrize("hide", [hide_draft, hide_embargoed, hide_unpublished, hide_expired, hide_private])
def test_what_is_not_public_is_neither_listed_nor_found_nor_read_nor_related(client, hide):
    hide()
    hidden = NewsPage.objects.get(slug="secreta")
    public = published_note(slug="publica")
    RelatedNote.objects.create(page=public, note=hidden)
    assert slugs(client) == ["publica"]
    assert slugs(client, q="Palabrasecreta") == []
    for key in ("secreta", hidden.pk):
        assert client.get(f"{NEWS}/{key}").status_code == 404
    detail = as_published(client.get(f"{NEWS}/publica"))
    assert detail["related"] == []
    assert "secreta" not in json.dumps(detail)


@pytest.mark.parametrize("form", ["html", "blocks", "text"])
def test_a_link_to_what_is_not_public_keeps_its_words_and_loses_its_address(client, form):
    hidden = published_note(slug="secreta", embargo_until=timezone.now() + timedelta(hours=1))
    other = published_note(slug="abierta")
    body = f'<p><a linktype="page" id="{hidden.pk}">Pronto</a> y <a linktype="page" id="{other.pk}">ya</a>.</p>'
    published_note(slug="una", body=[("text", body)])
    answer = client.get(f"{NEWS}/una", {"body": form})
    assert "secreta" not in answer.content.decode()
    assert "Pronto" in str(as_published(answer)["body"])
    assert ("http://testserver/noticias/abierta/" in answer.content.decode()) == (form != "text")


def test_a_tag_used_only_in_what_is_not_public_is_unknown_and_never_suggested(client):
    draft_note(tags=["palabrasecreta"])
    published_note(tags=["riego"])
    assert refusal(client, tag="palabrasecreta")["allowed"] == ["riego"]
    assert "nearest" not in refusal(client, tag="palabrasecret")


def test_an_embargo_ends_by_the_clock_alone_and_no_cache_hides_it(client, time_machine):
    start = timezone.now().replace(microsecond=0)
    time_machine.move_to(start, tick=False)
    published_note(slug="embargada", embargo_until=start + timedelta(seconds=90))
    response = client.get(NEWS)
    assert (slugs(client), response["Cache-Control"]) == ([], "public, max-age=60, stale-while-revalidate=30")
    time_machine.move_to(start + timedelta(seconds=90), tick=False)
    assert slugs(client) == ["embargada"]
    assert client.get(NEWS)["Cache-Control"] == "public, max-age=60, stale-while-revalidate=300"
