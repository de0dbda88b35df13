"""A work moves only as its life allows, says why when it must, and keeps each move."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from institution.enums import Role
from pages.actions.work_moves import MoveRefused, move_work
from pages.enums import ParalysisCause, WorkStage
from pages.models import PublicWorkPage, WorkMove
from pages.rules.works import MOVES, Move, Standing, allowed_moves, move_obstacles
from tests.factories.people import user_with
from tests.factories.works import NOW, advance, draft_work, published_work

TODAY = date(2026, 11, 24)
SINCE = date(2026, 3, 1)
stages = st.sampled_from(WorkStage)


@given(stages, stages)
def test_a_move_is_let_exactly_when_the_table_has_it(stage, to):
    move = Move(to, TODAY, cause=ParalysisCause.FUNDS, reason="Motivo")
    obstacles = move_obstacles(Standing(stage, SINCE), move, today=TODAY)
    assert (obstacles == {}) == (to in MOVES[stage])


@given(st.lists(stages, max_size=30))
def test_no_path_leaves_the_final_state(path):
    stage = WorkStage.SETTLED
    for to in path:
        if not move_obstacles(Standing(stage, SINCE), Move(to, TODAY, "funds", "Motivo"), today=TODAY):
            stage = to
    assert stage == WorkStage.SETTLED


def test_a_work_of_which_nothing_was_said_is_entered_at_any_state():
    assert allowed_moves(Standing(WorkStage.FORMULATION, None)) == tuple(WorkStage)


@pytest.mark.parametrize(
    ("stage", "move", "field"),
    [
        (WorkStage.EXECUTION, Move(WorkStage.PARALYSED, TODAY), "cause"),
        (WorkStage.EXECUTION, Move(WorkStage.SETTLED, TODAY), "to"),
        (WorkStage.EXECUTION, Move(WorkStage.EXECUTION, TODAY), "to"),
        (WorkStage.EXECUTION, Move(WorkStage.CONCLUDED, TODAY), "reason"),
        (WorkStage.APPROVED, Move(WorkStage.FORMULATION, TODAY), "reason"),
        (WorkStage.APPROVED, Move(WorkStage.TENDER, TODAY + timedelta(days=1)), "on"),
        (WorkStage.APPROVED, Move(WorkStage.TENDER, SINCE - timedelta(days=1)), "on"),
    ],
)
def test_a_move_that_cannot_be_says_where_it_fails(stage, move, field):
    obstacles = move_obstacles(Standing(stage, SINCE), move, today=TODAY)
    assert list(obstacles) == [field]


def test_a_refusal_names_where_the_work_may_go():
    told = move_obstacles(Standing(WorkStage.TENDER, SINCE), Move(WorkStage.SETTLED, TODAY), today=TODAY)["to"]
    assert "En convocatoria" in told
    assert "«En ejecución», «Expediente aprobado»" in told


def test_a_work_at_a_hundred_percent_concludes_without_explaining():
    whole = Standing(WorkStage.EXECUTION, SINCE, Decimal(100))
    assert move_obstacles(whole, Move(WorkStage.CONCLUDED, TODAY), today=TODAY) == {}


def test_a_move_is_kept_with_its_cause_and_the_public_state_follows(tree):
    work = published_work(stage=WorkStage.EXECUTION)
    by = user_with(None)
    by.is_superuser = True
    by.save()
    move_work(work=work, to=WorkStage.PARALYSED, on=TODAY, cause=ParalysisCause.WEATHER, norm="R. 12", by=by, at=NOW)
    kept = PublicWorkPage.objects.get(pk=work.pk)
    assert (kept.stage, kept.stage_since) == (WorkStage.PARALYSED, TODAY)
    assert [(each.from_stage, each.to_stage, each.cause) for each in kept.moves.all()] == [
        ("execution", "paralysed", "weather"), ("", "execution", ""),
    ]  # fmt: skip


def test_who_may_not_publish_a_work_may_not_move_it(tree):
    work = published_work()
    with pytest.raises(MoveRefused, match="quien puede publicar"):
        move_work(work=work, to=WorkStage.APPROVED, on=TODAY, by=user_with(Role.UNIT), at=NOW)
    assert not work.moves.exists()


def test_a_draft_written_before_a_move_does_not_undo_it_when_it_is_published(tree):
    work = published_work(stage=WorkStage.EXECUTION)
    work.title = "Título nuevo"
    revision = work.save_revision()
    move_work(work=work, to=WorkStage.PARALYSED, on=TODAY, cause="funds", by=None, at=NOW)
    revision.publish()
    kept = PublicWorkPage.objects.get(pk=work.pk)
    assert (kept.title, kept.stage, kept.stage_since) == ("Título nuevo", WorkStage.PARALYSED, TODAY)


@pytest.mark.parametrize(
    "row",
    [
        {"from_stage": "execution", "to_stage": "execution"},
        {"from_stage": "execution", "to_stage": "paralysed", "cause": ""},
        {"from_stage": "execution", "to_stage": "concluded", "cause": "funds"},
        {"from_stage": "nada", "to_stage": "concluded"},
    ],
)
def test_the_database_refuses_moves_that_cannot_be(tree, row):
    work = draft_work()
    with pytest.raises(IntegrityError), transaction.atomic():
        WorkMove.objects.create(work=work, on=TODAY, moved_at=NOW, **row)


def test_concluding_looks_at_the_advance_in_force(tree):
    work = published_work(stage=WorkStage.EXECUTION)
    advance(work, TODAY, 100, 80)
    assert move_work(work=work, to=WorkStage.CONCLUDED, on=TODAY, by=None, at=NOW).to_stage == WorkStage.CONCLUDED
