"""Each webhook is told once of what it asked for, and of nothing else."""

import pytest
from django.utils import timezone

from headless.enums import ChangeKind
from headless.models import WebhookSubscription
from headless.webhooks.actions.fan_out import fan_out
from headless.webhooks.jobs import tell_of_changes
from tests.factories.pages import published_note
from tests.factories.webhooks import changes, webhook

pytestmark = pytest.mark.django_db


def test_what_left_the_portal_has_no_address_any_more(receiver):
    at = timezone.now()
    webhook(receiver.address, at=at)
    changes(kind=ChangeKind.DELETED, at=at)
    tell_of_changes(at)
    data = receiver.got[0].told["data"]
    assert (data["url"], data["api_url"], data["slug"]) == (None, None, "nota-1")


def test_each_is_told_of_what_it_asked_for_and_of_nothing_before_it_came(receivers):
    at = timezone.now()
    changes(3, at=at)
    everything, works, deletions = receivers(), receivers(), receivers()
    webhook(everything.address, at=at)
    webhook(works.address, at=at, types=["works"])
    webhook(deletions.address, at=at, events=["deleted"])
    changes(2, at=at)
    changes(1, at=at, type="works")
    changes(1, at=at, kind=ChangeKind.DELETED)
    tell_of_changes(at)
    assert [each.told["data"]["id"] for each in everything.got] == [4, 5, 6, 7]
    assert [each.told["data"]["id"] for each in works.got] == [6]
    assert [each.told["data"]["id"] for each in deletions.got] == [7]


def test_it_is_handed_out_once_however_often_it_is_asked(receiver):
    at = timezone.now()
    webhook(receiver.address, at=at)
    changes(3, at=at)
    assert (fan_out(at), fan_out(at), tell_of_changes(at), tell_of_changes(at)) == (3, 0, 3, 0)
    assert len(receiver.got) == 3
    WebhookSubscription.objects.update(place=0)
    assert tell_of_changes(at) == 0


def test_publishing_wakes_the_worker_only_when_somebody_listens(tree, receiver, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as nobody:
        published_note()
    assert not any("wake" in each.__qualname__ for each in nobody)
    webhook(receiver.address, at=timezone.now())
    with django_capture_on_commit_callbacks(execute=True):
        published_note()
    assert len(receiver.got) == 1
