"""How much of each element is told: fields, expansions, sizes of pictures, totals."""

import json

import pytest

from pages.models import NewsPage
from tests.factories.campaigns import published_campaign
from tests.factories.institution import ImageFactory, OrganicUnitFactory
from tests.factories.pages import published_note, topic
from tests.headless.contract import as_published

pytestmark = pytest.mark.django_db
NEWS = "/api/v1/news"


@pytest.fixture(autouse=True)
def _the_portal_exists(tree):
    """Every test reads a portal that has its home and its lists."""


def items(client, **asked) -> list[dict]:
    return as_published(client.get(NEWS, asked))["items"]


def refusal(client, **asked) -> dict:
    response = client.get(NEWS, asked)
    assert response.status_code == 400
    return as_published(response)


def test_only_the_fields_asked_for_are_told_in_the_order_asked_for(client):
    note = published_note(title="El canal")
    assert items(client, fields="title,id") == [{"title": "El canal", "id": note.pk}]


def test_a_dot_goes_inside_of_what_is_asked_for(client):
    published_note(topics=[topic("Obras"), topic("Riego")], unit=OrganicUnitFactory(code="GIDT"))
    told = items(client, fields="topics.name,unit.code,place.district")[0]
    assert told == {
        "topics": [{"name": "Obras"}, {"name": "Riego"}],
        "unit": {"code": "GIDT"},
        "place": {"district": None},
    }


def test_asking_for_a_whole_and_for_its_part_tells_the_whole(client):
    published_note(unit=OrganicUnitFactory(code="GIDT", name="Gerencia"))
    whole = {"unit": {"code": "GIDT", "name": "Gerencia"}}
    assert items(client, fields="unit,unit.code") == items(client, fields="unit.code,unit") == [whole]


def test_a_list_is_brief_unless_asked_and_the_star_tells_all(client):
    published_note(body=[("text", "<p>Agua</p>")])
    assert "body" not in items(client)[0]
    all_told = items(client, fields="*")[0]
    assert all_told["body"] == "<p>Agua</p>"
    assert all_told == as_published(client.get(f"{NEWS}/{all_told['id']}"))


@pytest.mark.parametrize(("form", "told"), [("html", "<p>Agua</p>"), ("text", "Agua"), ("none", None)])
def test_a_list_tells_bodies_in_the_form_that_is_asked_for(client, form, told):
    published_note(body=[("text", "<p>Agua</p>")])
    assert items(client, fields="body", body=form) == [{"body": told}]


@pytest.mark.parametrize(
    ("name", "asked", "closest"),
    [
        ("fields", "titel", "title"),
        ("fields", "title,lead_photo.ur", "lead_photo.url"),
        ("fields", "title,,id", None),
        ("fields", "title.x", None),
        ("expand", "campain", "campaign"),
        ("renditions", "1080x1351", "1080x1350"),
        ("renditions", "9999x9999", None),
        ("total", "2", None),
        ("id", "1,x", None),
    ],
)
def test_what_does_not_exist_is_refused_by_name_with_the_nearest(client, name, asked, closest):
    problem = refusal(client, **{name: asked})
    assert problem["parameter"] == name
    assert problem["allowed"]
    assert closest is None or problem["nearest"] == closest


def test_a_link_turns_whole_when_asked_and_stays_a_link_when_its_end_is_not_public(client):
    campaign = published_campaign(title="Agua segura")
    published_note(campaign=campaign)
    assert set(items(client)[0]["campaign"]) == {"id", "slug", "url", "title", "published_at"}
    whole = items(client, expand="campaign")[0]["campaign"]
    assert whole == as_published(client.get("/api/v1/campaigns"))["items"][0]
    campaign.unpublish()
    assert items(client, expand="campaign")[0]["campaign"] is None


def test_related_notes_and_the_unit_turn_whole_too(client):
    about = [topic("Obras")]
    first, second = published_note(topics=about), published_note(topics=about, unit=OrganicUnitFactory(code="OII"))
    told = {each["id"]: each for each in items(client, expand="related,unit", fields="id")}
    assert told[first.pk]["related"][0]["type"] == "news"
    assert told[first.pk]["unit"] is None
    assert told[second.pk]["unit"] == as_published(client.get("/api/v1/units/OII"))


def test_every_picture_carries_the_sizes_asked_for_and_their_addresses_cut(client):
    image = ImageFactory()
    chosen = {"image": image.pk, "alt_text": "Un cerro", "decorative": False}
    shown = {"type": "image", "value": {"image": chosen, "caption": "", "credit": ""}}
    published_note(lead_photo=image, lead_photo_alt="Un cerro", body=json.dumps([shown]))
    told = items(client, fields="lead_photo,body", body="blocks", renditions="400x400,1200x630")[0]
    pictures = [told["lead_photo"], told["body"][0]["picture"]]
    for each in pictures:
        assert {"small", "card", "large", "share", "400x400", "1200x630"} == set(each["renditions"])
        assert client.get(each["renditions"]["400x400"]["url"]).status_code == 302


def test_the_total_counts_the_whole_list_and_only_when_asked(client):
    for _number in range(3):
        published_note()
    answer = as_published(client.get(NEWS, {"limit": 1, "total": "1"}))
    assert (len(answer["items"]), answer["total"]) == (1, 3)
    assert "total" not in as_published(client.get(NEWS, {"limit": 1}))


def test_a_cursor_goes_on_with_other_fields(client):
    notes = [published_note() for _number in range(2)]
    following = as_published(client.get(NEWS, {"limit": 1}))["next"]
    assert items(client, limit=1, cursor=following, fields="id") == [{"id": notes[0].pk}]


def test_a_few_notes_are_asked_for_by_their_ids(client):
    notes = [published_note() for _number in range(3)]
    asked = f"{notes[0].pk},{notes[2].pk},999999"
    assert {each["id"] for each in items(client, id=asked)} == {notes[0].pk, notes[2].pk}
    assert NewsPage.objects.count() == 3
