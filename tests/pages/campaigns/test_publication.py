"""What a campaign needs is asked when it is published, and its pieces say in words what they show."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from institution.enums import Consent, PeopleShown, Role
from pages.actions.publication import PublicationRefused
from pages.models import CampaignChannel, CampaignPage, CampaignPiece
from tests.factories.campaigns import PLAN, draft_campaign
from tests.factories.institution import DocumentFactory, ImageFactory
from tests.pages.desk import send, sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tree")]
FIRST = PLAN["starts_on"]
DAY = timedelta(days=1)


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
