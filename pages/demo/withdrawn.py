"""A demonstration page that is no longer there, so that what its address says can be seen."""

from datetime import datetime

from institution.models import User
from pages.actions.withdrawals import withdraw_page
from pages.enums import WithdrawalReason
from pages.models import HomePage, StandardPage


def load_withdrawn(home: HomePage, *, by: User, at: datetime) -> None:
    """Publish an opening hours of last winter and withdraw it."""
    hours = StandardPage(title="Horario de invierno 2026", slug="horario-de-invierno", live=False)
    home.add_child(instance=hours)
    hours.save_revision(user=by).publish(user=by, skip_permission_checks=True)
    withdraw_page(
        page=StandardPage.objects.get(pk=hours.pk),
        reason=WithdrawalReason.EXPIRED,
        explanation="El horario de invierno terminó el 30 de setiembre. Rige el horario habitual.",
        by=by,
        at=at,
    )
