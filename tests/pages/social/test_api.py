"""The kits in the API: a tool pulls what is approved and tells what became of it."""

import json
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from institution.enums import Role
from pages.actions.social_posts import write_post
from pages.enums.social import PostState
from pages.models import DiffusionEntry, SocialCard, SocialKit, SocialPost
from tests.factories.institution import RestrictionPeriodFactory
from tests.factories.pages import published_note
from tests.factories.people import user_with
from tests.factories.social_kits import approved, greeting, kit_of, post_on
from tests.factories.tokens import reading_with
from tests.headless.contract import as_published
from tests.pages.desk import sign_in

pytestmark = pytest.mark.django_db
LIST = "/api/v1/social-kits"


@pytest.fixture
def tool(db) -> dict[str, str]:
    return reading_with("read:kits", "write:kit-status", name="Publicador")[1]


def listed(client: Client, tool: dict[str, str], **asked) -> list[dict]:
    answer = client.get(LIST, asked, headers=tool)
    assert answer.status_code == 200, answer.content
    return as_published(answer)["items"]


def tell(client: Client, tool: dict[str, str], post: SocialPost, path: str = "status", **sent):
    address = f"{LIST}/{post.pk}/{path}"
    return client.post(address, json.dumps(sent), content_type="application/json", headers=tool)


def at(minutes: int = 0) -> str:
    return (timezone.now() + timedelta(minutes=minutes)).isoformat()


def test_a_tool_reads_all_that_it_needs_to_post(client, tool, tree):
    note = published_note(title="El canal llega a Succha", slug="el-canal")
    post = approved(post_on("x", kit=kit_of(note)), at=timezone.now())
    [kit] = listed(client, tool, network="x", status="approved", not_posted=1)
    assert (kit["id"], kit["network"], kit["status"], kit["limit"]) == (post.pk, "x", "approved", 280)
    assert kit["length"] <= 280
    assert kit["full_text"].startswith("El canal llega a Succha")
    assert kit["link"].endswith("/noticias/el-canal/?utm_source=x&utm_medium=social&utm_campaign=el-canal")
    assert (kit["piece"]["type"], kit["piece"]["slug"]) == ("news", "el-canal")
    [card] = kit["cards"]
    assert (card["shape"], card["width"], card["height"]) == ("wide", 1600, 900)
    assert "El canal llega a Succha" in card["alt"]
    picture = client.get(card["url"])
    assert (picture.status_code, picture["Content-Type"]) == (200, "image/jpeg")


def test_without_the_scope_nothing_is_read_nor_told(client, tree):
    post = approved(post_on("x"), at=timezone.now())
    other = reading_with("read:embargoed")[1]
    assert client.get(LIST).status_code == 401
    assert client.get(LIST, headers=other).status_code == 403
    assert tell(client, reading_with("read:kits")[1], post, status="posted", at=at()).status_code == 403


def test_only_what_is_approved_of_public_pieces_is_told(client, tool, tree):
    now = timezone.now()
    kit = kit_of(published_note())
    approved(post_on("x", kit=kit), at=now)
    embargoed = published_note(embargo_until=now + timedelta(days=1))
    approved(post_on("x", kit=kit_of(embargoed)), at=now)
    approved(post_on("facebook", kit=greeting()), at=now)
    assert {item["kit"] for item in listed(client, tool)} == {kit.pk, SocialKit.objects.get(page=None).pk}
    kit.page.specific.unpublish()
    assert [item["kind"] for item in listed(client, tool)] == ["greeting"]


def test_a_scheduled_post_is_told_as_such_until_its_hour(client, tool, tree):
    now = timezone.now()
    post = approved(post_on("x"), at=now, scheduled_for=now + timedelta(minutes=30))
    assert [item["status"] for item in listed(client, tool)] == ["scheduled"]
    assert listed(client, tool, status="approved") == []
    SocialPost.objects.filter(pk=post.pk).update(scheduled_for=now - timedelta(seconds=1))
    assert [item["id"] for item in listed(client, tool, status="approved")] == [post.pk]
    assert listed(client, tool, status="scheduled") == []


def test_what_was_changed_after_approval_is_not_told(client, tool, tree):
    post = approved(post_on("x"), at=timezone.now())
    write_post(post=post, title="", text="Otra", hashtags="", card="title", by=user_with(None), at=timezone.now())
    assert listed(client, tool) == []


def test_a_posted_report_is_kept_shown_and_written_in_the_log_of_diffusion(client, tool, tree):
    note = published_note()
    post = approved(post_on("facebook", kit=kit_of(note)), at=timezone.now())
    answer = tell(client, tool, post, status="posted", at=at(), url="https://facebook.com/muni/posts/1")
    assert as_published(answer) == {"id": post.pk, "status": "posted", "applied": True}
    entry = DiffusionEntry.objects.get(page=note)
    assert (entry.channel, entry.place, entry.evidence_url) == (
        "networks",
        "Facebook",
        "https://facebook.com/muni/posts/1",
    )
    assert listed(client, tool, not_posted=1) == []
    assert listed(client, tool, status="posted")[0]["posted_url"] == "https://facebook.com/muni/posts/1"
    desk = sign_in(Role.HEAD).get(f"/admin/redes/{post.kit_id}/").content.decode()
    assert "https://facebook.com/muni/posts/1" in desk
    assert "Publicador" in desk


def test_the_same_report_twice_changes_nothing(client, tool, tree):
    post, when = approved(post_on("facebook"), at=timezone.now()), at()
    sent = {"status": "posted", "at": when, "url": "https://facebook.com/muni/posts/1"}
    first, second = tell(client, tool, post, **sent), tell(client, tool, post, **sent)
    assert first.json() == second.json()
    assert (post.reports.count(), DiffusionEntry.objects.count()) == (1, 1)


def test_a_report_of_something_earlier_is_kept_and_changes_nothing(client, tool, tree):
    post = approved(post_on("facebook"), at=timezone.now())
    tell(client, tool, post, status="posted", at=at(), url="https://facebook.com/1")
    late = tell(client, tool, post, status="failed", at=at(-10), reason="La red no respondía").json()
    assert late == {"id": post.pk, "status": "posted", "applied": False}
    later = tell(client, tool, post, status="failed", at=at(1), reason="Ya existe").json()
    assert later == {"id": post.pk, "status": "posted", "applied": False}
    assert post.reports.count() == 3
    other = approved(post_on("x", kit=post.kit), at=timezone.now())
    tell(client, tool, other, status="failed", at=at(), reason="Sin permiso")
    assert tell(client, tool, other, status="posted", at=at(-10)).json()["status"] == "failed"


def test_a_failure_is_told_with_why_and_can_be_approved_again(client, tool, tree):
    post = approved(post_on("facebook"), at=timezone.now())
    assert tell(client, tool, post, status="failed", at=at(), reason="Sin permiso").json()["status"] == "failed"
    assert listed(client, tool, status="failed")[0]["failure"] == "Sin permiso"
    assert approved(SocialPost.objects.get(pk=post.pk), at=timezone.now()).state == PostState.APPROVED
    assert [item["status"] for item in listed(client, tool)] == ["approved"]


def test_a_report_is_not_lost_when_the_piece_was_withdrawn_or_the_words_changed_meanwhile(client, tool, tree):
    note = published_note()
    post = approved(post_on("facebook", kit=kit_of(note)), at=timezone.now())
    note.unpublish()
    assert tell(client, tool, post, status="posted", at=at(), url="https://facebook.com/1").status_code == 200
    assert tell(client, tool, post_on("x", kit=note.social_kit), status="posted", at=at()).status_code == 404


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"status": "posted"}, "at"),
        ({"status": "posted", "at": "2026-11-24"}, "at"),
        ({"status": "posted", "at": "2999-01-01T00:00:00Z"}, "at"),
        ({"status": "failed", "at": "2026-11-24T10:00:00Z"}, ""),
        ({"status": "posted", "at": "2026-11-24T10:00:00Z", "url": "javascript:alert(1)"}, "url"),
        ({"status": "posted", "at": "2026-11-24T10:00:00Z", "url": "https://x.test/" + "a" * 600}, "url"),
        ({"status": "lost", "at": "2026-11-24T10:00:00Z"}, "status"),
        ({"status": "posted", "at": "2026-11-24T10:00:00Z", "extra": 1}, "extra"),
        ({"status": "failed", "at": "0001-01-01T00:00:00+14:00", "reason": "x"}, "at"),
    ],
)
def test_a_report_that_makes_no_sense_is_refused_with_the_field(client, tool, tree, sent, field):
    answer = tell(client, tool, approved(post_on("x"), at=timezone.now()), **sent)
    assert answer.status_code == 422, answer.content
    assert field in {error["field"] for error in answer.json()["errors"]}


def test_the_figures_of_a_day_replace_those_told_before_and_are_shown(client, tool, tree):
    post = approved(post_on("facebook"), at=timezone.now())
    today = timezone.localdate()
    tell(client, tool, post, "metrics", date=today.isoformat(), reach=10)
    answer = tell(client, tool, post, "metrics", date=today.isoformat(), reach=1_250, likes=30, comments=4, shares=9)
    assert as_published(answer)["reach"] == 1_250
    assert post.metrics.count() == 1
    assert listed(client, tool)[0]["metrics"] == answer.json()
    assert "Cómo le va" in sign_in(Role.HEAD).get(f"/admin/redes/{post.kit_id}/").content.decode()
    tomorrow = (today + timedelta(days=1)).isoformat()
    assert tell(client, tool, post, "metrics", date=tomorrow, reach=1).status_code == 422
    assert tell(client, tool, post, "metrics", date=today.isoformat(), reach=-1).status_code == 422


def test_publicity_from_before_a_restriction_is_not_handed_out(client, tool, tree):
    post = approved(post_on("x", kit=kit_of(published_note(is_publicity=True))), at=timezone.now())
    assert [item["id"] for item in listed(client, tool)] == [post.pk]
    RestrictionPeriodFactory(starts_on=timezone.localdate())
    assert listed(client, tool) == []


def test_a_card_is_nobodys_but_the_offices_until_its_kit_is_approved_and_its_piece_public(client, tree):
    kit = kit_of(published_note(embargo_until=timezone.now() + timedelta(days=1)))
    card = SocialCard.objects.filter(kit=kit).first()
    address = f"/tarjetas/{card.token}.jpg"
    approved(post_on("x", kit=kit), at=timezone.now())
    assert client.get(address).status_code == 404
    assert sign_in(Role.WRITING).get(address).status_code == 200
    assert client.get("/tarjetas/x.jpg").status_code == 404


@pytest.mark.parametrize(
    "asked", ["network=icq", "status=draft", "not_posted=0", "not_posted=x", "kind=x", "scheduled_for__gte=x"]
)
def test_what_is_misspelt_is_refused(client, tool, tree, asked):
    assert client.get(f"{LIST}?{asked}", headers=tool).status_code == 400


def test_the_list_costs_the_same_queries_with_few_kits_and_with_many(client, tool, tree):
    def fill(number: int) -> None:
        for _ in range(number):
            post = post_on("x", kit=kit_of(published_note()))
            SocialPost.objects.filter(pk=post.pk).update(state="approved", approved_at=timezone.now())

    def cost(limit: int) -> int:
        client.get(LIST, {"limit": limit}, headers=tool)
        with CaptureQueriesContext(connection) as asked:
            assert len(client.get(LIST, {"limit": limit}, headers=tool).json()["items"]) == limit
        return len(asked)

    fill(2)
    few = cost(2)
    fill(6)
    assert cost(8) == few
