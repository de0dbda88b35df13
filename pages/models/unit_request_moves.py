from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from pages.enums import RequestSide, RequestState
from pages.enums.unit_requests import WITH_REASON


class UnitRequestMove(models.Model):
    """A step in a request's history: who took it from one state to another, when and why."""

    request = models.ForeignKey("pages.UnitRequest", on_delete=models.CASCADE, related_name="moves")
    from_state = models.CharField(_("de"), max_length=12, choices=RequestState, blank=True)
    to_state = models.CharField(_("a"), max_length=12, choices=RequestState)
    reason = models.TextField(_("motivo"), max_length=1_000, blank=True)
    side = models.CharField(_("parte"), max_length=6, choices=RequestSide)
    moved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("por"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    signed = models.CharField(_("firma"), max_length=100, blank=True)
    moved_at = models.DateTimeField(_("cuándo"), db_index=True)

    class Meta:
        verbose_name = _("paso de una solicitud")
        verbose_name_plural = _("pasos de una solicitud")
        ordering = ["pk"]
        default_permissions: tuple[str, ...] = ()
        constraints = [
            models.CheckConstraint(condition=Q(to_state__in=RequestState.values), name="pages_request_move_known"),
            models.CheckConstraint(condition=~Q(from_state=F("to_state")), name="pages_request_move_goes_on"),
            models.CheckConstraint(
                condition=~Q(to_state__in=WITH_REASON) | ~Q(reason=""), name="pages_request_refusal_with_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_from_state_display()} → {self.get_to_state_display()}"

    @property
    def author(self) -> str:
        """Who took the step, as the history names them."""
        return author_name(user=self.moved_by, signed=self.signed, side=RequestSide(self.side))


def author_name(*, user, signed: str, side: RequestSide) -> str:
    """The person's name, or the name they signed with at the private link, or the side they were on."""
    if user is not None:
        return user.get_full_name() or user.get_username()
    if signed:
        return str(_("%(name)s, por enlace privado") % {"name": signed})
    return str(side.label)
