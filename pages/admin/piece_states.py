"""Where a piece stands between an editor's draft and the public."""

from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.db.models import Case, CharField, Exists, OuterRef, Q, QuerySet, TextChoices, Value, When
from django.db.models.functions import Cast
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Revision, WorkflowState

from institution.admin.tags import Tone, tag
from pages.models import Withdrawal


class PieceState(TextChoices):
    """A piece's state at an instant; the first that holds, in this order."""

    EMBARGOED = "embargoed", _("Bajo embargo")
    CHANGED = "changed", _("Publicada, con cambios")
    PUBLISHED = "published", _("Publicada")
    REVIEW = "review", _("En revisión")
    RETURNED = "returned", _("Con observaciones")
    SCHEDULED = "scheduled", _("Programada")
    EXPIRED = "expired", _("Retirada")
    DRAFT = "draft", _("Borrador")


TONES = {
    PieceState.EMBARGOED: Tone.WAITING,
    PieceState.CHANGED: Tone.GOOD,
    PieceState.PUBLISHED: Tone.GOOD,
    PieceState.REVIEW: Tone.WAITING,
    PieceState.RETURNED: Tone.STOPPED,
    PieceState.SCHEDULED: Tone.WAITING,
    PieceState.EXPIRED: Tone.STOPPED,
    PieceState.DRAFT: Tone.QUIET,
}


def with_state(pieces: QuerySet, *, at: datetime) -> QuerySet:
    """The pieces, each with its state at `at` as `state`, decided by the database."""
    holds = {
        PieceState.EMBARGOED: Q(live=True, embargo_until__gt=at),
        PieceState.CHANGED: Q(live=True, has_unpublished_changes=True),
        PieceState.PUBLISHED: Q(live=True),
        PieceState.REVIEW: Q(_in_workflow(WorkflowState.STATUS_IN_PROGRESS)),
        PieceState.RETURNED: Q(_in_workflow(WorkflowState.STATUS_NEEDS_CHANGES)),
        PieceState.SCHEDULED: Q(_scheduled()),
        PieceState.EXPIRED: Q(expired=True) | Q(_withdrawn()),
    }
    cases = [When(condition, then=Value(state.value)) for state, condition in holds.items()]
    return pieces.annotate(
        state=Case(*cases, default=Value(PieceState.DRAFT.value), output_field=CharField(max_length=12))
    )


def state_tag(piece) -> SafeString:
    """The state of a piece that came from `with_state`, as a tag."""
    state = PieceState(piece.state)
    return tag(state.label, TONES[state])


def _in_workflow(status: str) -> Exists:
    states = WorkflowState.objects.filter(base_content_type=_page_type(), object_id=_key(), status=status)
    return Exists(states)


def _scheduled() -> Exists:
    revisions = Revision.objects.filter(base_content_type=_page_type(), object_id=_key())
    return Exists(revisions.filter(approved_go_live_at__isnull=False))


def _withdrawn() -> Exists:
    return Exists(Withdrawal.objects.active().filter(page=OuterRef("pk")))


def _page_type() -> ContentType:
    return ContentType.objects.get_for_model(Page)


def _key() -> Cast:
    return Cast(OuterRef("pk"), output_field=CharField())
