"""The log of diffusion: recorded with its proof, which stays in the office."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.timezone import localdate

from institution.enums import Role
from institution.models import User
from pages.enums import DiffusionChannel
from pages.models import CampaignPage, DiffusionEntry
from tests.factories.campaigns import published_campaign
from tests.factories.institution import DistrictFactory, DocumentFactory
from tests.factories.pages import draft_piece
from tests.pages.desk import sign_in, told

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 3)


@pytest.fixture
def campaign(tree) -> CampaignPage:
    return published_campaign(title="Agua segura")


def entry(piece: CampaignPage, /, **fields) -> DiffusionEntry:
    return DiffusionEntry.objects.create(**{"page": piece, "channel": "radio", "carried_on": DAY} | fields)


def form(piece: CampaignPage, /, **changes) -> dict:
    filled = {"page": piece.pk, "channel": "loudspeaker", "carried_on": "2026-11-03", "quantity": 4}
    return filled | {"place": "Barrio Alto"} | changes


def test_an_editor_records_what_was_spread_and_the_log_says_who_did(campaign):
    writer = sign_in(Role.WRITING)
    response = writer.post(reverse("difusion:add"), form(campaign))
    assert response.status_code == 302
    kept = DiffusionEntry.objects.get()
    assert (kept.page_id, kept.channel, kept.quantity, kept.place) == (campaign.pk, "loudspeaker", 4, "Barrio Alto")
    assert kept.recorded_by == User.objects.get(pk=writer.session["_auth_user_id"])
    assert "Barrio Alto" in writer.get(reverse("difusion:index")).content.decode()


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"quantity": 0}, "mayor o igual"),
        ({"quantity": 1_000_001}, "menor o igual"),
        ({"channel": "telepathy"}, "no es una de las opciones"),
        ({"evidence_url": "javascript:alert(1)"}, "URL válida"),
        ({"page": ""}, "Diga qué se difundió"),
    ],
)
def test_what_makes_no_sense_is_told_and_nothing_typed_is_lost(campaign, changes, said):
    response = sign_in(Role.WRITING).post(reverse("difusion:add"), form(campaign, **changes))
    page = response.content.decode()
    assert response.status_code == 200
    assert said in page, [line for line in page.splitlines() if "error" in line]
    assert "Barrio Alto" in page
    assert not DiffusionEntry.objects.exists()


def test_what_has_not_happened_yet_is_not_recorded(campaign):
    tomorrow = localdate() + timedelta(days=1)
    response = sign_in(Role.WRITING).post(reverse("difusion:add"), form(campaign, carried_on=tomorrow.isoformat()))
    assert "todavía no llega" in response.content.decode()
    response = sign_in(Role.WRITING).post(reverse("difusion:add"), form(campaign, carried_on=localdate().isoformat()))
    assert response.status_code == 302
    assert "creado" in told(response)


@pytest.mark.parametrize("fields", [{"quantity": 0}, {"channel": "telepathy"}, {"page": None}])
def test_the_database_refuses_what_cannot_be(campaign, fields):
    with pytest.raises(IntegrityError), transaction.atomic():
        entry(campaign, **fields)


def test_the_log_is_filtered_by_channel_piece_district_day_and_lack_of_proof(campaign):
    aija, other = DistrictFactory(), published_campaign()
    wanted = {
        "channel=mural": entry(campaign, channel="mural", place="uno", evidence_url="https://example.test/"),
        f"page={other.pk}": entry(other, place="dos", evidence_url="https://example.test/"),
        f"district={aija.pk}": entry(campaign, district=aija, place="tres", evidence_url="https://example.test/"),
        "carried_on_from=2026-11-05": entry(
            campaign, carried_on=date(2026, 11, 9), place="cuatro", evidence_url="https://example.test/"
        ),
        "unproven=true": entry(campaign, place="cinco"),
    }
    client = sign_in(Role.WRITING)
    for asked, row in wanted.items():
        answer = client.get(f"{reverse('difusion:index')}?{asked}")
        assert list(answer.context["object_list"]) == [row], asked
    for hostile in ("page=x", "page=99999999999999999999", "carried_on_from=ayer", 'q="', "channel=x&channel=y"):
        assert client.get(f"{reverse('difusion:index')}?{hostile}").status_code == 200, hostile


def test_the_log_is_exported(campaign):
    entry(campaign, quantity=12, place="=SUMA(1)")
    rows = sign_in(Role.WRITING).get(reverse("difusion:index"), {"export": "csv"}).getvalue().decode()
    assert "Agua segura,Radio,2026-11-03,12,,'=SUMA(1)" in rows


def test_the_form_of_a_piece_shows_its_log_and_leads_to_record_more(campaign):
    entry(campaign, place="Radio de ejemplo", quantity=30)
    page = sign_in(Role.HEAD).get(reverse("wagtailadmin_pages:edit", args=[campaign.pk])).content.decode()
    assert "Radio de ejemplo" in page
    assert f"{reverse('difusion:add')}?page={campaign.pk}" in page
    add = sign_in(Role.WRITING).get(f"{reverse('difusion:add')}?page={campaign.pk}").content.decode()
    assert "Agua segura" in add
    for hostile in ("x", "99999999999999999999", "-1"):
        assert sign_in(Role.WRITING).get(f"{reverse('difusion:add')}?page={hostile}").status_code == 200


def test_publishing_an_older_version_of_the_piece_loses_no_entry(campaign):
    older = campaign.save_revision()
    entry(campaign)
    older.publish()
    assert campaign.diffusion.count() == 1


def test_the_proof_is_for_the_office_alone(client, campaign):
    document = DocumentFactory()
    entry(campaign, evidence_document=document)
    assert client.get(document.url).status_code == 404
    assert sign_in(Role.HEAD).get(document.url).status_code == 200


def test_the_totals_add_up_by_channel(campaign):
    entry(campaign, quantity=3)
    entry(campaign, quantity=4)
    entry(campaign, channel=DiffusionChannel.MURAL, quantity=9)
    assert list(campaign.diffusion.totals().items()) == [("mural", 9), ("radio", 7)]


def test_the_register_costs_the_same_queries_with_few_rows_and_with_many(tree, django_assert_max_num_queries):
    client = sign_in(Role.HEAD)
    pieces = [draft_piece(CampaignPage) for _ in range(5)]

    def fill(number: int) -> None:
        rows = [DiffusionEntry(page=pieces[n % 5], channel="radio", carried_on=DAY) for n in range(number)]
        DiffusionEntry.objects.bulk_create(rows)

    fill(20)
    client.get(reverse("difusion:index"))
    with CaptureQueriesContext(connection) as few:
        client.get(reverse("difusion:index"))
    fill(480)
    with django_assert_max_num_queries(len(few)):
        assert client.get(reverse("difusion:index")).status_code == 200
