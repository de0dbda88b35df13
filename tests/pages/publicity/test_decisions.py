"""While an election restricts it, publicity is founded or refused, and each attempt is logged."""

import uuid
from datetime import date, timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.urls import reverse

from institution.enums import Role
from institution.models import User
from pages.enums import PublicityOutcome
from pages.models import NewsPage, PublicityDecision
from pages.models.piece import piece_models
from tests.factories.institution import RestrictionPeriodFactory
from tests.factories.pages import draft_piece
from tests.factories.publicity import DUE, FOUNDED, NOON
from tests.pages.desk import send, sign_in
from tests.pages.publicity.desk import attempt


@pytest.mark.parametrize("model", piece_models())
def test_while_restricted_publicity_of_any_type_is_founded_or_refused_and_service_passes(period, model):
    bare = draft_piece(model, is_publicity=True)
    assert {"publicity_ground", "publicity_justification", "publicity_medium"} <= attempt(bare).keys()
    for passes in (FOUNDED, {"title": "La alcaldesa explica el trámite"}):
        found = attempt(draft_piece(model, **passes))
        assert [name for name in found if name.startswith("publicity")] == [], "a type may ask more, not of this"


def test_every_attempt_is_logged_with_what_was_declared(period):
    piece = draft_piece(NewsPage, is_publicity=True)
    attempt(piece)
    for name, value in FOUNDED.items():
        setattr(piece, name, value)
    attempt(piece)
    allowed, refused = PublicityDecision.objects.all()
    assert (refused.outcome, allowed.outcome) == (PublicityOutcome.REFUSED, PublicityOutcome.ALLOWED)
    assert "causal" in refused.told_reasons
    assert (allowed.justification, allowed.report_due_on, allowed.page_id) == (
        FOUNDED["publicity_justification"], DUE, piece.pk,
    )  # fmt: skip
    assert allowed.revision is not None
    assert allowed.address.endswith(piece.url)
    piece.delete()
    assert PublicityDecision.objects.filter(page=None).count() == 2


def test_two_periods_at_once_each_have_their_log(period):
    other = RestrictionPeriodFactory(name="Otra elección", starts_on=date(2026, 2, 1))
    attempt(draft_piece(NewsPage, **FOUNDED))
    assert {each.period for each in PublicityDecision.objects.all()} == {period, other}


def test_a_scheduled_piece_that_is_refused_at_its_hour_is_logged(tree):
    with time_machine.travel(NOON, tick=False):
        piece = draft_piece(NewsPage, is_publicity=True, go_live_at=NOON + timedelta(hours=1))
        piece.save_revision().publish()
    RestrictionPeriodFactory(starts_on=date(2026, 1, 8))
    with time_machine.travel(NOON + timedelta(hours=2), tick=False):
        call_command("publish_scheduled")
    assert PublicityDecision.objects.get().outcome == PublicityOutcome.REFUSED


@pytest.mark.django_db(transaction=True)
def test_what_is_refused_in_bulk_is_logged_though_all_of_it_is_undone():
    RestrictionPeriodFactory(starts_on=date(2026, 1, 8))
    piece = draft_piece(NewsPage, is_publicity=True)
    head = sign_in(Role.HEAD)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"]) + f"?id={piece.pk}"
    head.post(address)
    assert PublicityDecision.objects.get().outcome == PublicityOutcome.REFUSED


def test_what_the_form_refuses_is_logged_once_with_who_tried(period):
    piece = draft_piece(NewsPage)
    head = sign_in(Role.HEAD)
    send(head, piece, "action-publish", is_publicity="on")
    decision = PublicityDecision.objects.get()
    assert (decision.outcome, decision.decided_by) == (PublicityOutcome.REFUSED, User.objects.get())
    send(head, piece, None, is_publicity="on")
    assert PublicityDecision.objects.count() == 1


def test_the_database_refuses_a_decision_without_foundation(period):
    row = {"attempt": uuid.uuid4(), "period": period, "title": "P", "decided_at": NOON}
    wrong = [
        {"outcome": "allowed"},
        {"outcome": "quizá"},
        {"outcome": "refused", "reported_on": DUE, "report_document": "Oficio"},
    ]
    for fields in wrong:
        with pytest.raises(IntegrityError), transaction.atomic():
            PublicityDecision.objects.create(**row, **fields)
