"""The pieces that answer a request: started from it, or chosen among those that exist."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page

from institution.models import User
from pages.enums import RequestFormat
from pages.enums.materials import MaterialKind
from pages.models import EventDate, EventPage, MaterialPage, NewsPage, Piece, UnitRequest, UnitRequestProduct

STARTED = {"nota": NewsPage, "material": MaterialPage, "evento": EventPage}
KINDS = {
    RequestFormat.POSTER: MaterialKind.POSTER,
    RequestFormat.FLYER: MaterialKind.FLYER,
    RequestFormat.SPOT: MaterialKind.AUDIO_SPOT,
    RequestFormat.VIDEO: MaterialKind.VIDEO,
}
LONGEST_SUMMARY = 400
# The request asks only when the event begins; the editor sets when it ends.
USUAL_LENGTH = timedelta(hours=2)


class NotStartable(Exception):
    """The piece can't be started: there is no place for it, or the person may not add it."""


def parent_for(model: type[Piece]) -> Page | None:
    """Where a new piece of the type goes."""
    return model.allowed_parent_page_models()[0].objects.first()


def may_start(model: type[Piece], user: User) -> bool:
    """Whether the person may add a piece of the type."""
    parent = parent_for(model)
    return parent is not None and parent.permissions_for_user(user).can_add_subpage()


@transaction.atomic
def start_product(*, request: UnitRequest, model: type[Piece], by: User, at: datetime) -> Piece:
    """A draft of the type with what the request says, linked to it. Raises NotStartable."""
    parent = parent_for(model)
    if parent is None or not may_start(model, by):
        raise NotStartable(_("No puede crear esa pieza: falta su listado en el portal o no tiene permiso."))
    piece = model(
        title=request.title,
        summary=request.what[:LONGEST_SUMMARY],
        unit=request.unit,
        owner=by,
        live=False,
    )
    _fill_in(piece, request)
    parent.add_child(instance=piece)
    piece.save_revision(user=by)
    log(instance=piece, action="wagtail.create", user=by, timestamp=at, content_changed=True)
    link_product(request=request, page=piece, by=by, at=at)
    return piece


def link_product(*, request: UnitRequest, page: Page, by: User, at: datetime) -> UnitRequestProduct:
    """Note that the page answers the request; linking twice keeps the first."""
    product, made = UnitRequestProduct.objects.get_or_create(
        request=request, page_id=page.pk, defaults={"added_by": by, "added_at": at}
    )
    if made:
        data = {"title": page.title}
        log(instance=request, action="pages.unit_request.link", user=by, timestamp=at, data=data)
    return product


def unlink_product(*, product: UnitRequestProduct, by: User, at: datetime) -> None:
    """Take the page off the request; the page itself stays."""
    log(
        instance=product.request,
        action="pages.unit_request.unlink",
        user=by,
        data={"title": product.page.title},
        timestamp=at,
    )
    product.delete()


def _fill_in(piece: Piece, request: UnitRequest) -> None:
    """What the request says that only this type has: what kind of material it is, when and where the event is."""
    if isinstance(piece, MaterialPage) and (asked := request.formats.filter(kind__in=KINDS).first()):
        piece.kind = KINDS[RequestFormat(asked.kind)]
    if isinstance(piece, EventPage):
        piece.place_name = request.event_place
        if request.event_at:
            piece.dates.set([EventDate(starts_at=request.event_at, ends_at=request.event_at + USUAL_LENGTH)])
