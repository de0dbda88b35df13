"""From draft to public: the number, the instant, the embargo, the electoral restriction."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import ModelLogEntry, PageLogEntry

from institution.models import IssuedNumber
from pages.actions.publication import PublicationRefused
from pages.cuts import CARD
from pages.enums import PublicityGround, PublicityMedium
from pages.models import NewsPage, RelatedNote
from pages.models.embargo import visible_pages
from pages.rules.publication import PublicityMark, public_instant, publicity_obstacles
from tests.factories.institution import ImageFactory, RestrictionPeriodFactory
from tests.factories.pages import draft_note, published_note

NOON = datetime(2026, 11, 24, 17, tzinfo=UTC)
LATER = NOON + timedelta(hours=3)
MARK = PublicityMark(
    is_publicity=True,
    ground="necessity",
    justification="La campaña no puede esperar.",
    medium="radio_tv",
    authorisation="Res. 1",
    report_due_on=None,
    shows_official=False,
)


def test_a_note_gets_its_number_when_first_published_and_keeps_it(tree):
    note = draft_note()
    assert note.number is None
    note.save_revision().publish()
    first = NewsPage.objects.get(pk=note.pk)
    assert first.number.text.startswith("N.° 001-")
    first.title = "Corregida"
    first.save_revision().publish()
    assert NewsPage.objects.get(pk=note.pk).number == first.number
    assert IssuedNumber.objects.count() == 1


def test_a_draft_older_than_the_number_does_not_take_it_away(tree):
    note = draft_note()
    old = note.save_revision()
    note.save_revision().publish()
    numbered = NewsPage.objects.get(pk=note.pk)
    NewsPage.objects.get(pk=note.pk).revisions.get(pk=old.pk).publish()
    again = NewsPage.objects.get(pk=note.pk)
    assert (again.number, again.published_at) == (numbered.number, numbered.published_at)


def test_a_publication_that_fails_gives_its_number_back(tree, monkeypatch):
    note = draft_note()
    note.slug = "x" * 300
    with pytest.raises(Exception, match=r".+"):
        note.save_revision(clean=False).publish()
    assert IssuedNumber.objects.count() == 0
    assert published_note().number.number == 1


def test_a_deleted_notes_number_stays_as_void(tree):
    published_note().delete()
    number = IssuedNumber.objects.get()
    assert number.voided_at is not None
    assert published_note().number.number == 2


def test_a_copy_of_a_note_starts_without_number_nor_date(tree):
    original = published_note()
    copy = original.copy(update_attrs={"slug": "copia"}, keep_live=False)
    copy = NewsPage.objects.get(pk=copy.pk)
    assert (copy.number, copy.published_at) == (None, None)


def test_an_embargoed_note_becomes_visible_at_its_instant_without_any_job(tree):
    with time_machine.travel(NOON, tick=False):
        note = published_note(embargo_until=LATER)
    assert note.number is not None
    assert note.published_at == LATER
    just_before = LATER - timedelta(seconds=1)
    assert not NewsPage.objects.visible(at=just_before).exists()
    assert not visible_pages(at=just_before).filter(pk=note.pk).exists()
    assert NewsPage.objects.visible(at=LATER).get() == note
    assert visible_pages(at=LATER).filter(pk=note.pk).exists()


def test_a_scheduled_note_is_numbered_when_it_goes_live_not_before(tree):
    with time_machine.travel(NOON, tick=False):
        note = draft_note(go_live_at=LATER)
        note.save_revision().publish()
        assert IssuedNumber.objects.count() == 0
    with time_machine.travel(LATER + timedelta(minutes=1), tick=False):
        call_command("publish_scheduled")
    live = NewsPage.objects.get(pk=note.pk)
    assert live.live
    assert live.number.number == 1
    assert live.published_at == LATER + timedelta(minutes=1)


def test_a_scheduled_note_expires_by_itself(tree):
    with time_machine.travel(NOON, tick=False):
        note = published_note(expire_at=LATER)
    with time_machine.travel(LATER + timedelta(minutes=1), tick=False):
        call_command("publish_scheduled")
    assert not NewsPage.objects.get(pk=note.pk).live


def test_publicity_is_refused_during_a_restriction_and_said_field_by_field(tree):
    RestrictionPeriodFactory(starts_on=date(2026, 1, 1))
    note = draft_note(is_publicity=True, publicity_shows_official=True)
    with pytest.raises(PublicationRefused) as refusal:
        note.save_revision().publish()
    asked = ("ground", "justification", "medium", "shows_official")
    assert set(refusal.value.message_dict) == {f"publicity_{each}" for each in asked}
    assert not NewsPage.objects.get(pk=note.pk).live
    assert IssuedNumber.objects.count() == 0


def test_a_note_without_summary_or_with_an_undescribed_photo_is_refused(tree):
    bare = draft_note(lead_photo=ImageFactory())
    bare.summary = " "
    with pytest.raises(PublicationRefused) as refusal:
        bare.save_revision(clean=False).publish()
    assert set(refusal.value.message_dict) == {"summary", "lead_photo_alt"}


def test_publicity_passes_outside_the_restriction_and_service_information_always(tree):
    RestrictionPeriodFactory(starts_on=date(2026, 1, 1), ends_on=date(2026, 1, 31))
    assert published_note(is_publicity=True).live
    RestrictionPeriodFactory(name="Otra", starts_on=timezone.localdate())
    assert published_note(is_publicity=False).live


def test_a_refused_scheduled_note_leaves_the_schedule_with_its_reason_and_the_rest_goes_on(tree):
    with time_machine.travel(NOON, tick=False):
        refused = draft_note(go_live_at=LATER, is_publicity=True)
        refused.save_revision().publish()
        other = draft_note(go_live_at=LATER)
        other.save_revision().publish()
    RestrictionPeriodFactory(starts_on=date(2026, 11, 24))
    with time_machine.travel(LATER + timedelta(minutes=1), tick=False):
        call_command("publish_scheduled")
    assert not NewsPage.objects.get(pk=refused.pk).live
    assert NewsPage.objects.get(pk=other.pk).live
    entry = PageLogEntry.objects.get(action="pages.publication_refused")
    assert entry.page_id == refused.pk
    assert "causal" in " ".join(entry.data["reasons"])
    assert not ModelLogEntry.objects.filter(action="pages.publication_refused").exists()


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"ground": ""}, "publicity_ground"),
        ({"justification": " "}, "publicity_justification"),
        ({"medium": ""}, "publicity_medium"),
        ({"authorisation": " "}, "publicity_authorisation"),
        ({"medium": PublicityMedium.OTHER}, "publicity_report_due_on"),
        ({"shows_official": True}, "publicity_shows_official"),
    ],
)
def test_each_missing_requirement_is_named(change, field):
    mark = PublicityMark(**{**MARK.__dict__, **change})
    assert set(publicity_obstacles(mark, restricted=True)) == {field}
    assert publicity_obstacles(mark, restricted=False) == {}


def test_publicity_with_all_its_requirements_passes():
    assert publicity_obstacles(MARK, restricted=True) == {}
    other = PublicityMark(
        True, PublicityGround.PUBLIC_UTILITY, "Sirve a todos.", PublicityMedium.OTHER, "", date(2026, 12, 1), False
    )
    assert publicity_obstacles(other, restricted=True) == {}


@pytest.mark.parametrize(
    ("published", "embargo", "expected"),
    [
        (None, None, NOON),
        (NOON - timedelta(days=300), None, NOON - timedelta(days=300)),
        (LATER, None, NOON),
        (None, LATER, LATER),
        (NOON - timedelta(days=1), LATER, LATER),
        (NOON - timedelta(hours=1), NOON - timedelta(hours=2), NOON - timedelta(hours=1)),
    ],
)
def test_the_instant_that_a_note_carries(published, embargo, expected):
    assert public_instant(published_at=published, embargo_until=embargo, at=NOON) == expected


def test_the_worker_cuts_a_published_notes_pictures_before_anybody_asks(tree, django_capture_on_commit_callbacks):
    photo = ImageFactory()
    with django_capture_on_commit_callbacks(execute=True):
        published_note(lead_photo=photo, lead_photo_alt="Foto")
    assert photo.renditions.filter(filter_spec=CARD).exists()
    assert photo.renditions.count() > 5


def test_a_note_with_a_related_note_not_yet_saved_can_be_previewed(tree, rf):
    other, note = published_note(title="La otra"), draft_note()
    note.related_notes.add(RelatedNote(note=other))
    response = note.make_preview_request(original_request=rf.get("/"))
    assert response.status_code == 200
    assert "La otra" in response.rendered_content


def test_a_note_that_expired_is_not_shown_though_no_job_took_it_down(tree, client):
    with time_machine.travel(NOON, tick=False):
        note = published_note(expire_at=LATER)
    with time_machine.travel(LATER, tick=False):
        assert NewsPage.objects.get(pk=note.pk).live
        assert not NewsPage.objects.visible(at=LATER).exists()
        assert not visible_pages(at=LATER).filter(pk=note.pk).exists()
        assert client.get(note.url).status_code == 410
