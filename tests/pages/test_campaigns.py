"""Campaigns: their state follows from their dates, and their page gathers what is theirs."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from institution.enums import Consent, PeopleShown, Role
from pages.actions.publication import PublicationRefused
from pages.enums.campaigns import CampaignState
from pages.models import (
    CampaignChannel,
    CampaignIndexPage,
    CampaignMessage,
    CampaignPage,
    CampaignPartner,
    CampaignPiece,
    DiffusionEntry,
    EventPage,
    MaterialPage,
    NewsPage,
)
from pages.rules.campaigns import campaign_state, campaigns_in
from tests.factories.campaigns import PLAN, draft_campaign, published_campaign
from tests.factories.institution import DocumentFactory, ImageFactory
from tests.factories.pages import published_note
from tests.pages.desk import send, sign_in

pytestmark = pytest.mark.django_db
FIRST, LAST = PLAN["starts_on"], PLAN["ends_on"]
DURING = datetime(2026, 11, 24, 15, tzinfo=UTC)
AFTER = datetime(2026, 12, 15, 15, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def _the_portal_exists(tree):
    """Every test reads a portal that has its home and its lists."""


# Its state


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (FIRST - DAY, CampaignState.PLANNED),
        (FIRST, CampaignState.RUNNING),
        (LAST, CampaignState.RUNNING),
        (LAST + DAY, CampaignState.ENDED),
    ],
)
def test_the_state_follows_from_the_dates_in_the_rule_and_in_the_database(on, expected):
    assert campaign_state(starts_on=FIRST, ends_on=LAST, on=on) == expected
    campaign = published_campaign()
    assert campaign.standing(on=on) == expected
    for state in CampaignState.values:
        assert CampaignPage.objects.filter(campaigns_in(state, on=on)).exists() == (state == expected)


@pytest.mark.parametrize(
    ("instant", "word"),
    [
        ("2026-11-03T04:59:59Z", "Planificada"),
        ("2026-11-03T05:00:00Z", "En curso"),
        ("2026-11-29T04:59:59Z", "En curso"),
        ("2026-11-29T05:00:00Z", "Finalizada"),
    ],
)
def test_the_page_the_list_and_the_api_change_state_at_midnight_in_lima(client, instant, word):
    campaign = published_campaign()
    with time_machine.travel(datetime.fromisoformat(instant), tick=False):
        assert word in client.get(campaign.url).content.decode()
        assert word in client.get("/campanas/").content.decode()
        told = client.get(f"/api/v1/campaigns/{campaign.slug}").json()
    assert CampaignState(told["state"]).label == word


def test_no_cache_keeps_an_answer_of_the_api_past_midnight_in_lima(client):
    published_campaign()
    with time_machine.travel(datetime(2026, 11, 4, 4, 59, 50, tzinfo=UTC), tick=False):
        assert client.get("/api/v1/campaigns")["Cache-Control"] == "public, max-age=10, stale-while-revalidate=0"


# What is asked before it is published


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({"objective": ""}, "objective"),
        ({"audience": ""}, "audience"),
        ({"starts_on": None}, "starts_on"),
        ({"ends_on": None}, "ends_on"),
        ({"closing_note": "Ya terminó", "ends_on": date(2099, 1, 1)}, "closing_note"),
        ({"reach": 0, "ends_on": date(2099, 1, 1)}, "closing_note"),
    ],
)
def test_what_a_campaign_lacks_is_named_when_it_is_published_never_when_it_is_drafted(fields, named):
    campaign = draft_campaign(**fields)
    with pytest.raises(PublicationRefused) as refused:
        campaign.save_revision().publish()
    assert named in refused.value.message_dict


@pytest.mark.parametrize("action", [None, "action-publish"])
def test_a_campaign_that_ends_before_it_starts_is_told_so_and_nothing_typed_is_lost(action):
    campaign = draft_campaign()
    response = send(sign_in(Role.HEAD), campaign, action, ends_on="2026-11-01", slogan="Lema nuevo")
    page = response.content.decode()
    assert "Termina antes de empezar" in page
    assert "Lema nuevo" in page
    with pytest.raises(IntegrityError), transaction.atomic():
        CampaignPage.objects.filter(pk=campaign.pk).update(ends_on=FIRST - DAY)


def test_a_piece_that_shows_minors_without_consent_keeps_the_campaign_back():
    image = ImageFactory(people_shown=PeopleShown.MINORS, consent=Consent.PENDING)
    piece = CampaignPiece(format="poster", title="Afiche", image=image, text="Niñas que leen")
    with pytest.raises(PublicationRefused) as refused:
        draft_campaign(parts={"pieces": [piece]}).save_revision().publish()
    assert "pieces" in refused.value.message_dict


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "solo uno de los tres"),
        ({"url": "https://example.test/v", "document": True}, "solo uno de los tres"),
        ({"format": "audio", "document": True, "text": ""}, "lo que se dice"),
        ({"image": True, "text": ""}, "lo que se ve"),
    ],
)
def test_a_piece_is_one_thing_and_says_in_words_what_it_shows_or_tells(fields, said):
    made = {"image": ImageFactory, "document": DocumentFactory}
    values = {name: made[name]() if name in made else value for name, value in fields.items()}
    piece = CampaignPiece(**{"page": draft_campaign(), "format": "poster", "title": "P", "text": "Dice"} | values)
    with pytest.raises(ValidationError, match=said):
        piece.full_clean()


def test_the_database_refuses_a_piece_that_is_two_things_and_a_channel_named_twice():
    campaign = draft_campaign()
    both = CampaignPiece(page=campaign, format="poster", title="P", document=DocumentFactory(), url="https://a.test/")
    with pytest.raises(IntegrityError), transaction.atomic():
        both.save()
    CampaignChannel.objects.create(page=campaign, channel="radio")
    with pytest.raises(IntegrityError), transaction.atomic():
        CampaignChannel.objects.create(page=campaign, channel="radio")


# Its page


@pytest.fixture
def full() -> CampaignPage:
    """A campaign that has everything, told after it ended."""
    with time_machine.travel(AFTER):
        campaign = published_campaign(
            title="Agua segura",
            slogan="Hervida es vida",
            reach=1_850,
            attendance=240,
            materials_given=0,
            closing_note="Se cumplió lo previsto.",
            results_source="Padrón de asistentes",
            parts={
                "key_messages": [CampaignMessage(text="Hierva el agua cinco minutos")],
                "channels": [CampaignChannel(channel="radio", detail="tres avisos diarios")],
                "partners": [CampaignPartner(name="Centro de salud de ejemplo", contribution="una brigada")],
                "pieces": [
                    CampaignPiece(format="poster", title="Afiche", image=ImageFactory(), text="Una olla que hierve"),
                    CampaignPiece(format="audio", title="Spot", document=DocumentFactory(), text="Hierva el agua."),
                    CampaignPiece(
                        format="video", title="Video", url="https://video.example.test/v", text="Mamá hierve"
                    ),
                ],
            },
        )
        DiffusionEntry.objects.create(page=campaign, channel="loudspeaker", carried_on=FIRST, quantity=1_200)
        for model in (NewsPage, EventPage, MaterialPage):
            gather(model, campaign, title=f"Lo de {model.__name__}")
    return campaign


def gather(model, campaign: CampaignPage, **fields):
    """A public row of the type that says it is part of the campaign; its own obstacles are not what is tried here."""
    page = model(slug=f"parte-{model.__name__.lower()}", summary="Parte", campaign=campaign, live=True, **fields)
    page.published_at = DURING
    return model.allowed_parent_page_models()[0].objects.get().add_child(instance=page)


def test_the_page_tells_its_plan_its_pieces_its_spread_and_its_results(client, full):
    with time_machine.travel(AFTER):
        page = client.get(full.url).content.decode()
    for expected in (
        "Que cada vivienda separe", "Familias de la zona urbana", "Hervida es vida", "Hierva el agua cinco minutos",
        "tres avisos diarios", "Centro de salud de ejemplo", "Una olla que hierve", "https://video.example.test/v",
        "CC BY 4.0", "1,850", "1,200", "Perifoneo", "Se cumplió lo previsto", "Padrón de asistentes",
    ):  # fmt: skip
        assert expected in page, expected


def test_its_files_can_be_taken_away_while_it_is_public(client, full):
    document = full.pieces.get(format="audio").document
    assert client.get(document.url).status_code == 200
    full.unpublish()
    assert client.get(document.url).status_code == 404


def test_the_page_gathers_by_itself_what_is_public_and_nothing_else(client, full):
    published_note(title="De otra cosa")
    published_note(title="Bajo embargo", campaign=full, embargo_until=AFTER + 30 * DAY)
    with time_machine.travel(AFTER):
        page = client.get(full.url).content.decode()
    assert all(f"Lo de {name}" in page for name in ("NewsPage", "EventPage", "MaterialPage"))
    assert "De otra cosa" not in page
    assert "Bajo embargo" not in page


def test_results_are_not_shown_before_the_campaign_ends(client, full):
    with time_machine.travel(DURING):
        page = client.get(full.url).content.decode()
        told = client.get(f"/api/v1/campaigns/{full.slug}").json()
    assert "Se cumplió lo previsto" not in page
    assert told["results"] is None


def test_a_new_campaign_is_previewed_before_it_is_ever_saved(rf):
    request = rf.get("/")
    published_note(title="De nadie")
    from pages.reading.campaigns import campaign_context

    context = campaign_context(CampaignPage(title="Nueva", summary="Bajada"), at=DURING)
    assert context["state"] is None
    assert context["news"].pieces == list(context["entries"]) == []
    assert request.path == "/"


# Its list and the home page


def test_the_list_puts_what_runs_first_then_what_comes_then_what_ended(client):
    ended = published_campaign(title="Terminó", starts_on=date(2026, 1, 1), ends_on=date(2026, 1, 2))
    planned = published_campaign(title="Vendrá", starts_on=date(2026, 12, 1), ends_on=date(2026, 12, 2))
    running = published_campaign(title="Corre")
    with time_machine.travel(DURING):
        listed = client.get("/campanas/").context["listing"].page.object_list
        assert [each.pk for each in listed] == [running.pk, planned.pk, ended.pk]
        for state, expected in {"planned": planned, "running": running, "ended": ended}.items():
            found = client.get(f"/campanas/?estado={state}").context["listing"].page.object_list
            assert [each.pk for each in found] == [expected.pk]
        hostile = client.get("/campanas/?estado=%22&anio=99999&tema=x&pagina=zz")
    assert hostile.status_code == 200


def test_the_home_page_shows_the_campaigns_that_run_the_soonest_to_end_first(client):
    published_campaign(title="Terminó", ends_on=date(2026, 11, 10))
    published_campaign(title="Corre largo", ends_on=date(2026, 12, 30))
    published_campaign(title="Corre corto")
    with time_machine.travel(DURING):
        page = client.get("/").content.decode()
    assert page.index("Corre corto") < page.index("Corre largo")
    assert "Terminó" not in page
    with time_machine.travel(datetime(2027, 2, 1, tzinfo=UTC)):
        assert "Campañas en curso" not in client.get("/").content.decode()


def test_the_backend_lists_campaigns_by_their_state(client):
    published_campaign(title="Terminó", ends_on=date(2020, 1, 2), starts_on=date(2020, 1, 1))
    published_campaign(title="Vendrá", starts_on=date(2099, 1, 1), ends_on=date(2099, 1, 2))
    draft_campaign(title="Sin fechas", starts_on=None, ends_on=None)
    desk = sign_in(Role.WRITING)
    assert desk.get(reverse("campanas:index")).content.decode().count("Sin fechas") > 0
    found = desk.get(reverse("campanas:index"), {"standing": "ended"}).context["object_list"]
    assert [each.title for each in found] == ["Terminó"]


# What it costs


def test_pages_and_lists_cost_the_same_queries_with_few_campaigns_and_with_many(client, full):
    index = CampaignIndexPage.objects.get()
    addresses = ["/", "/campanas/", full.url, "/api/v1/campaigns?limit=20", f"/api/v1/campaigns/{full.slug}"]

    def fill(start: int, number: int) -> None:
        for each in range(start, start + number):
            row = CampaignPage(title=f"C{each}", slug=f"c-{each}", summary="B", live=True, published_at=DURING, **PLAN)
            index.add_child(instance=row)
            index.refresh_from_db()
        entries = [DiffusionEntry(page=full, channel="radio", carried_on=FIRST) for _ in range(number)]
        DiffusionEntry.objects.bulk_create(entries)

    def costs() -> list[int]:
        found = []
        for address in addresses:
            client.get(address)
            with CaptureQueriesContext(connection) as captured:
                assert client.get(address).status_code == 200
            found.append(len(captured))
        return found

    with time_machine.travel(DURING):
        fill(0, 20)
        few = costs()
        fill(20, 60)
        assert costs() == few
