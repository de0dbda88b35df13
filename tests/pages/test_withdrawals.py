"""Leaving the public: the reason, the redirect or the page that says so, and coming back."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import PageLogEntry

from institution.enums import Role
from pages.actions.withdrawals import NotWithdrawable, withdraw_page
from pages.enums import WithdrawalReason
from pages.models import EventPage, GuidancePage, MaterialPage, NewsPage, PublicWorkPage, StandardPage, Withdrawal
from pages.models.piece import piece_models
from pages.urls import urlpatterns
from tests.factories.every_type import published_of
from tests.factories.pages import draft_note, published_note
from tests.pages.desk import sign_in, told

NOON = datetime(2026, 11, 24, 17, tzinfo=UTC)
LATER = NOON + timedelta(hours=3)
SECRET = "La clave del depósito"


def withdraw(page, reason=WithdrawalReason.OTHER, **told_of_it) -> Withdrawal:
    return withdraw_page(page=page, reason=reason, by=None, at=timezone.now(), **told_of_it)


@pytest.mark.parametrize("model", piece_models())
def test_whatever_the_type_the_address_of_what_was_withdrawn_says_so(tree, client, model):
    piece = published_of(model)
    withdraw(piece, explanation="Cambió la fecha.")
    answer = client.get(piece.url)
    assert answer.status_code == 410
    assert "Cambió la fecha." in answer.content.decode()
    assert 'name="q"' in answer.content.decode()
    assert client.get(piece.get_parent().specific.url).content.decode().count(piece.title) == 0


COMPANIONS = [pattern for pattern in urlpatterns if "<slug:slug>/" in str(pattern.pattern)]
OF_A_FOLDER = {
    "noticias": NewsPage,
    "eventos": EventPage,
    "materiales": MaterialPage,
    "obras": PublicWorkPage,
    "orientacion": GuidancePage,
}


@pytest.mark.parametrize("pattern", COMPANIONS, ids=lambda pattern: pattern.name)
def test_what_hangs_from_the_address_of_what_was_withdrawn_answers_as_it_does(tree, client, pattern):
    piece = published_of(OF_A_FOLDER[str(pattern.pattern).partition("/")[0]])
    keys = [piece.slug, 1] if "<int:pk>" in str(pattern.pattern) else [piece.slug]
    companion = reverse(pattern.name, args=keys)
    ask = client.get if client.get(companion).status_code != 405 else client.post
    assert companion.startswith(piece.url)
    row = withdraw(piece, explanation="Cambió la fecha.")
    assert (ask(companion).status_code, client.get(piece.url).status_code) == (410, 410)
    assert "Cambió la fecha." in ask(companion).content.decode()
    other = published_note()
    Withdrawal.objects.filter(pk=row.pk).update(reason=WithdrawalReason.REPLACED, replaced_by=other)
    assert (ask(companion).status_code, ask(companion).url) == (301, client.get(piece.url).url)
    nobody = reverse(pattern.name, args=["nunca-hubo", *keys[1:]])
    assert ask(nobody).status_code == 404


def test_a_standing_page_is_withdrawn_too_with_what_hangs_from_it(tree, client):
    above = tree.home.add_child(instance=StandardPage(title="Servicios", slug="servicios"))
    below = above.add_child(instance=StandardPage(title="Agua", slug="agua"))
    withdraw(above, include_descendants=True)
    assert [client.get(page.url).status_code for page in (above, below)] == [410, 410]


def test_what_was_published_by_mistake_is_not_repeated(tree, client):
    note = published_note(title=SECRET, slug="la-nota", summary=SECRET)
    withdraw(note, WithdrawalReason.MISTAKE)
    said = client.get(note.url).content.decode()
    assert "por error" in said
    assert SECRET not in said


def test_what_expired_says_its_title_even_before_any_job_takes_it_down(tree, client):
    with time_machine.travel(NOON, tick=False):
        note = published_note(title="Inscripciones", expire_at=LATER)
        assert client.get(note.url).status_code == 200
    with time_machine.travel(LATER, tick=False):
        before = client.get(note.url)
    with time_machine.travel(LATER + timedelta(minutes=1), tick=False):
        call_command("publish_scheduled")
        after = client.get(note.url)
    assert Withdrawal.objects.get().reason == WithdrawalReason.EXPIRED
    assert [answer.status_code for answer in (before, after)] == [410, 410]
    assert all("Inscripciones" in answer.content.decode() for answer in (before, after))


def test_what_was_replaced_leads_there_while_it_may_be_seen(tree, client):
    old, new = published_note(), published_of(GuidancePage)
    withdraw(old, WithdrawalReason.REPLACED, replaced_by=new)
    answer = client.get(old.url)
    assert (answer.status_code, answer["Location"]) == (301, new.get_url())
    withdraw(new)
    assert client.get(old.url).status_code == 410


def test_a_redirect_written_by_hand_is_obeyed_first(tree, client):
    note = published_note()
    withdraw(note)
    Redirect.add_redirect(note.url.rstrip("/"), "/noticias/", is_permanent=False)
    assert client.get(note.url)["Location"] == "/noticias/"


def test_an_address_that_nobody_ever_saw_is_still_not_found(tree, client):
    draft = draft_note()
    embargoed = published_note(embargo_until=timezone.now() + timedelta(days=1))
    withdraw(embargoed)
    assert [client.get(page.url or "/x/").status_code for page in (draft, embargoed)] == [404, 404]
    assert client.get("/noticias/no-existe/").status_code == 404


def test_publishing_again_closes_the_withdrawal(tree, client):
    note = published_note()
    withdrawal = withdraw(note)
    NewsPage.objects.get(pk=note.pk).save_revision().publish()
    withdrawal.refresh_from_db()
    assert withdrawal.restored_at is not None
    assert client.get(note.url).status_code == 200
    withdraw(NewsPage.objects.get(pk=note.pk))
    assert Withdrawal.objects.active().count() == 1


def test_a_deleted_page_says_that_it_is_gone_if_people_had_seen_it(tree, client):
    seen, unseen = published_note(), draft_note()
    addresses = [seen.url, f"{tree.index.url}{unseen.slug}/"]
    seen.delete()
    unseen.delete()
    assert [client.get(address).status_code for address in addresses] == [410, 404]
    assert Withdrawal.objects.get().reason == WithdrawalReason.DELETED


def test_whoever_takes_a_page_away_leaves_its_trace(tree, client):
    note = published_note()
    note.unpublish()
    assert Withdrawal.objects.get().reason == WithdrawalReason.UNSTATED
    assert client.get(note.url).status_code == 410


def test_what_makes_no_sense_is_refused(tree):
    note, other = published_note(), published_note()
    wrong = [
        (draft_note(), WithdrawalReason.OTHER, None),
        (note, WithdrawalReason.REPLACED, None),
        (note, WithdrawalReason.OTHER, other),
        (note, WithdrawalReason.REPLACED, note),
    ]
    for page, reason, replaced_by in wrong:
        with pytest.raises(NotWithdrawable):
            withdraw(page, reason, replaced_by=replaced_by)
    assert not Withdrawal.objects.exists()
    withdrawal = withdraw(note)
    for change in ({"reason": "antojo"}, {"replaced_by": other}, {"restored_at": NOON - timedelta(days=9_000)}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Withdrawal.objects.filter(pk=withdrawal.pk).update(**change)


def test_the_backend_asks_for_the_reason_and_the_history_tells_it(tree, client):
    note, other = published_note(), published_note()
    head = sign_in(Role.HEAD)
    address = reverse("wagtailadmin_pages:unpublish", args=[note.pk])
    assert "Motivo" in head.get(address).content.decode()
    for bad in ({}, {"reason": "antojo"}, {"reason": "replaced"},
                {"reason": "other"}, {"reason": "replaced", "replaced_by": draft_note().pk},
                {"reason": "mistake", "explanation": "x" * 401}):  # fmt: skip
        answer = head.post(address, bad)
        assert (answer.status_code, NewsPage.objects.get(pk=note.pk).live) == (200, True), bad
    assert head.post(address, {"reason": "replaced", "replaced_by": "x"}).status_code == 400
    answer = head.post(address, {"reason": "replaced", "replaced_by": other.pk, "explanation": "Véala allí."})
    assert "se retiró del portal" in told(answer)
    assert client.get(note.url)["Location"] == other.get_url()
    history = head.get(reverse("wagtailadmin_reports:site_history")).content.decode()
    assert "Retirada del portal: La reemplaza otra. Véala allí." in history
    assert PageLogEntry.objects.filter(action="pages.withdraw").get().user is not None


def test_many_are_withdrawn_with_one_reason_never_in_silence(tree):
    notes = [published_note(), published_note(), draft_note()]
    event = published_of(EventPage)
    head = sign_in(Role.HEAD)
    query = "&".join(f"id={page.pk}" for page in [*notes, event])
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "unpublish"]) + f"?{query}"
    assert "Motivo" in head.get(address).content.decode()
    assert head.post(address, {}).status_code == 200
    assert NewsPage.objects.live().count() == 2
    head.post(address, {"reason": "restriction", "explanation": ""})
    assert not NewsPage.objects.live().exists()
    assert set(Withdrawal.objects.values_list("reason", flat=True)) == {"restriction"}
    assert Withdrawal.objects.count() == 3


def test_an_editor_may_not_withdraw(tree):
    note = published_note()
    address = reverse("wagtailadmin_pages:unpublish", args=[note.pk])
    sign_in(Role.WRITING).post(address, {"reason": "mistake"})
    assert NewsPage.objects.get(pk=note.pk).live


def test_an_address_that_nothing_ever_had_costs_two_queries_more(tree, client, django_assert_max_num_queries):
    for _n in range(20):
        withdraw(published_note())
    client.get("/noticias/nada/")
    with django_assert_max_num_queries(25):
        client.get("/noticias/nada/")


def test_the_register_costs_the_same_with_few_and_with_many(tree):
    page = published_note()
    rows = [Withdrawal(page=page, title=f"R{n}", url_path=f"/p/{n}/", reason="other", withdrawn_at=NOON)
            for n in range(500)]  # fmt: skip
    head = sign_in(Role.HEAD)
    costs = []
    for part in (rows[:20], rows[20:]):
        Withdrawal.objects.bulk_create(part)
        head.get(reverse("retiros:index"))
        with CaptureQueriesContext(connection) as asked:
            assert head.get(reverse("retiros:index"), {"q": '"', "reason": "x"}).status_code == 200
        costs.append(len(asked))
    assert costs[0] == costs[1]
