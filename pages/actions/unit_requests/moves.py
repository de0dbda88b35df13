"""Taking a request from one state to the next, with its history and its mail."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page

from institution.models import User
from pages.actions.unit_requests.mailing import tell_other_side
from pages.enums import RequestSide, RequestState
from pages.enums.unit_requests import CONCLUDED
from pages.models import DiffusionEntry, UnitRequest, UnitRequestMove
from pages.rules.unit_requests import Hand, Standing, check_move


def standing_of(request: UnitRequest) -> Standing:
    """What the request has so far, in three queries."""
    live = list(request.products.values_list("page__live", flat=True))
    return Standing(
        assigned=request.assigned_to_id is not None,
        products=len(live),
        live=sum(live),
        deliveries=request.files.filter(side=RequestSide.OFFICE).count(),
        spread=DiffusionEntry.objects.of_request(request.pk).count(),
    )


@transaction.atomic
def move_request(
    *,
    request: UnitRequest,
    to: RequestState,
    at: datetime,
    by: User | None = None,
    signed: str = "",
    reason: str = "",
) -> UnitRequestMove:
    """Take the request to another state and tell the other side. Raises MoveRefused.

    Without `by` the unit moves it from its private link, as `signed`.
    """
    hands = request.hands_of(by) if by else frozenset({Hand.UNIT})
    side = RequestSide.UNIT if Hand.UNIT in hands else RequestSide.OFFICE
    move = _move(request, to, hands=hands, side=side, by=by, signed=signed, reason=reason, at=at)
    if to == RequestState.APPROVED:
        conclude_if_all_live(request=request, at=at)
    return move


def conclude_if_all_live(*, request: UnitRequest, at: datetime) -> bool:
    """Take an approved request to published if it has products and all of them are live; whether it was."""
    standing = standing_of(request)
    if request.status != RequestState.APPROVED or not standing.products or standing.live < standing.products:
        return False
    _move(
        request,
        RequestState.PUBLISHED,
        hands=frozenset({Hand.PLATFORM}),
        side=RequestSide.OFFICE,
        reason=_("Se publicó el último de sus productos."),
        at=at,
    )
    return True


def conclude_requests_of(*, page: Page, at: datetime) -> None:
    """Conclude the approved requests of which the page was the last piece to go live."""
    approved = UnitRequest.objects.filter(products__page_id=page.pk, state=RequestState.APPROVED)
    for request in approved.for_lists():
        conclude_if_all_live(request=request, at=at)


def _move(
    request: UnitRequest,
    to: RequestState,
    *,
    hands: frozenset[Hand],
    side: RequestSide,
    at: datetime,
    by: User | None = None,
    signed: str = "",
    reason: str = "",
) -> UnitRequestMove:
    current = UnitRequest.objects.select_for_update(of=("self",)).get(pk=request.pk)
    check_move(current=current.status, target=to, hands=hands, reason=reason, standing=standing_of(current))
    move = UnitRequestMove.objects.create(
        request=current,
        from_state=current.state,
        to_state=to,
        reason=reason.strip(),
        side=side,
        moved_by=by,
        signed=signed,
        moved_at=at,
    )
    request.state, request.concluded_at = to, at if to in CONCLUDED else None
    request.save(update_fields=["state", "concluded_at"])
    data = {"to": str(RequestState(to).label), "signed": signed}
    log(instance=request, action="pages.unit_request.moved", user=by, timestamp=at, data=data)
    tell_other_side(request, by_side=side, key=f"move-{move.pk}", text=_told(move), at=at)
    return move


def _told(move: UnitRequestMove) -> str:
    state = RequestState(move.to_state).label
    told = _("La solicitud pasó a «%(state)s» (%(author)s).") % {"state": state, "author": move.author}
    return f"{told}\n\n{move.reason}" if move.reason else told
