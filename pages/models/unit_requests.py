from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Case, Min, Q, Value, When
from django.utils.translation import gettext_lazy as _

from institution.models import User
from pages.enums import RequestFormat, RequestState
from pages.enums.unit_requests import CONCLUDED
from pages.rules.unit_requests import Hand, moves_from

VIEW = "pages.view_unitrequest"
WORK = "pages.work_unitrequest"
DECIDE = "pages.decide_unitrequest"


class UnitRequestQuerySet(models.QuerySet["UnitRequest"]):
    def seen_by(self, user: User) -> "UnitRequestQuerySet":
        """What the person may see: the office sees all, a unit its own and nobody else's."""
        if user.has_perm(WORK):
            return self
        asked = user.has_perm(VIEW) and user.unit_id is not None
        return self.filter(unit=user.unit_id) if asked else self.none()

    def pending(self) -> "UnitRequestQuerySet":
        return self.exclude(state__in=CONCLUDED)

    def overdue(self, *, on: date) -> "UnitRequestQuerySet":
        """What was needed before the day `on` and is still to come."""
        return self.pending().filter(needed_by__lt=on)

    def pressing_first(self) -> "UnitRequestQuerySet":
        """What is pending by the day it is needed, so the overdue come first; then what is concluded, newest first."""
        concluded = Case(When(state__in=CONCLUDED, then=Value(1)), default=Value(0))
        return self.annotate(concluded=concluded).order_by("concluded", "needed_by", "-pk")

    def waiting_for(self, user: User) -> "UnitRequestQuerySet":
        """What waits for this person: to decide, to do, or to answer in the unit's name."""
        mine = Q(assigned_to=user, state__in=[RequestState.ACCEPTED, RequestState.PRODUCTION, RequestState.APPROVED])
        if user.has_perm(DECIDE):
            mine |= Q(state=RequestState.RECEIVED) | Q(state=RequestState.ACCEPTED, assigned_to=None)
        if not user.has_perm(WORK):
            mine = Q(state__in=[RequestState.RETURNED, RequestState.REVIEW])
        return self.seen_by(user).filter(mine).pressing_first()

    def with_course(self) -> "UnitRequestQuerySet":
        """With `responded_at`, when the office first decided, and `published_at`, as their history tells."""
        return self.annotate(
            responded_at=Min("moves__moved_at", filter=Q(moves__from_state=RequestState.RECEIVED)),
            published_at=Min("moves__moved_at", filter=Q(moves__to_state=RequestState.PUBLISHED)),
        )

    def for_lists(self) -> "UnitRequestQuerySet":
        """With all that a row or a card shows."""
        return self.select_related("number", "unit", "assigned_to")


class UnitRequest(models.Model):
    """What a unit asks the office to make and spread (*solicitud de difusión*).

    The contact's data serve to agree on the work; they are erased two years after it concluded
    (`pages.actions.unit_requests.erase`).
    """

    number = models.OneToOneField(
        "institution.IssuedNumber", verbose_name=_("número"), on_delete=models.PROTECT, related_name="unit_request"
    )
    unit = models.ForeignKey(
        "institution.OrganicUnit", verbose_name=_("unidad"), on_delete=models.PROTECT, related_name="requests"
    )
    title = models.CharField(_("qué se quiere difundir"), max_length=150)
    what = models.TextField(_("lo que debe decir"), max_length=4_000)
    audience = models.CharField(_("para quién"), max_length=200)
    needed_by = models.DateField(_("se necesita para el"), db_index=True)
    event_at = models.DateTimeField(_("fecha y hora del evento"), null=True, blank=True, db_index=True)
    event_place = models.CharField(_("lugar del evento"), max_length=150, blank=True)
    contact_name = models.CharField(_("persona de contacto"), max_length=120, blank=True)
    contact_email = models.EmailField(_("correo"), blank=True)
    contact_phone = models.CharField(_("teléfono"), max_length=20, blank=True)
    state = models.CharField(_("estado"), max_length=12, choices=RequestState, default=RequestState.RECEIVED)
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("a cargo de"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="assigned_requests",
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("registrada por"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    created_at = models.DateTimeField(_("recibida"), db_index=True)
    concluded_at = models.DateTimeField(_("concluida"), null=True, blank=True, db_index=True)

    objects = UnitRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("solicitud de difusión")
        verbose_name_plural = _("solicitudes de difusión")
        ordering = ["-created_at", "-pk"]
        default_permissions = ("add", "view")
        permissions = [
            ("work_unitrequest", _("Puede trabajar las solicitudes de las unidades")),
            ("decide_unitrequest", _("Puede aceptar, devolver, declinar y asignar solicitudes")),
        ]
        indexes = [models.Index(fields=["state", "needed_by"], name="pages_request_state_due")]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=RequestState.values), name="pages_request_state_known"),
            models.CheckConstraint(
                condition=Q(state__in=CONCLUDED, concluded_at__isnull=False)
                | (~Q(state__in=CONCLUDED) & Q(concluded_at__isnull=True)),
                name="pages_request_concluded_dated",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number.text} · {self.title}"

    @property
    def status(self) -> RequestState:
        return RequestState(self.state)

    def overdue(self, *, on: date) -> bool:
        return self.status not in CONCLUDED and self.needed_by < on

    def hands_of(self, user: User) -> frozenset[Hand]:
        """In what capacities the person acts on this request; none for who may not even see it."""
        if not user.has_perm(WORK):
            seen = user.has_perm(VIEW) and user.unit_id == self.unit_id
            return frozenset({Hand.UNIT}) if seen else frozenset()
        return frozenset({Hand.WORKER, Hand.DECIDER} if user.has_perm(DECIDE) else {Hand.WORKER})

    def moves_for(self, user: User) -> list[RequestState]:
        """Where the person may take it from here."""
        return moves_from(self.status, self.hands_of(user))

    def may_be_rewritten_by(self, user: User) -> bool:
        """Who asked may correct what they asked until the office takes it on; the head may too."""
        waits = self.status in (RequestState.RECEIVED, RequestState.RETURNED)
        return waits and bool(self.hands_of(user) & {Hand.UNIT, Hand.DECIDER})

    @property
    def in_charge(self) -> str:
        """Who has it in charge, by name; blank for nobody."""
        return (self.assigned_to.get_full_name() or self.assigned_to.get_username()) if self.assigned_to else ""

    @property
    def format_names(self) -> str:
        return ", ".join(str(asked.get_kind_display()) for asked in self.formats.all())


class UnitRequestFormat(models.Model):
    """One of the things that a request asks to be made."""

    request = models.ForeignKey(UnitRequest, on_delete=models.CASCADE, related_name="formats")
    kind = models.CharField(_("formato"), max_length=12, choices=RequestFormat)

    class Meta:
        verbose_name = _("formato pedido")
        verbose_name_plural = _("formatos pedidos")
        ordering = ["pk"]
        default_permissions: tuple[str, ...] = ()
        constraints = [
            models.UniqueConstraint(fields=["request", "kind"], name="pages_request_format_once"),
            models.CheckConstraint(condition=Q(kind__in=RequestFormat.values), name="pages_request_format_known"),
        ]

    def __str__(self) -> str:
        return str(self.get_kind_display())
