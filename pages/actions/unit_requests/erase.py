"""Erasing a request's contact when its retention ends."""

from datetime import datetime, timedelta

from pages.models import UnitRequest, UnitRequestMessage, UnitRequestMove

KEPT_FOR = timedelta(days=2 * 365)


def erase_old_contacts(*, at: datetime) -> int:
    """Erase the contact, and the names signed at private links, of what concluded two years ago; how many requests."""
    old = UnitRequest.objects.filter(concluded_at__lt=at - KEPT_FOR).exclude(contact_name="", contact_email="")
    keys = list(old.values_list("pk", flat=True))
    UnitRequestMove.objects.filter(request__in=keys).update(signed="")
    UnitRequestMessage.objects.filter(request__in=keys).update(signed="")
    return UnitRequest.objects.filter(pk__in=keys).update(contact_name="", contact_email="", contact_phone="")
