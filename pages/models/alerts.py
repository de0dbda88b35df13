from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Case, F, Min, Q, Value, When
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.models import DraftStateMixin, RevisionMixin

from pages.enums.alerts import AlertSeverity
from pages.rules.alerts import AlertState, alert_state, span_fault

GRAVEST_FIRST = (AlertSeverity.DANGER, AlertSeverity.WARNING, AlertSeverity.INFO)


class AlertQuerySet(models.QuerySet):
    def told(self, *, at: datetime) -> "AlertQuerySet":
        """Published and already started at `at`: what anybody may know of, whether or not it ended."""
        return self.filter(live=True, starts_at__lte=at)

    def active(self, *, at: datetime) -> "AlertQuerySet":
        """What holds at `at`: from its start, included, to its end, excluded."""
        return self.told(at=at).filter(ends_at__gt=at)

    def gravest_first(self) -> "AlertQuerySet":
        """By severity, then the latest to start."""
        places = [When(severity=severity, then=Value(place)) for place, severity in enumerate(GRAVEST_FIRST)]
        return self.order_by(Case(*places, default=Value(len(places))), "-starts_at", "-pk")

    def for_banner(self) -> "AlertQuerySet":
        """With all that the banner shows."""
        return self.select_related("link_page").prefetch_related("districts")

    def next_change(self, *, at: datetime) -> datetime | None:
        """The first instant after `at` when one starts or ends: no answer that tells of them may last longer."""
        live = self.filter(live=True).aggregate(
            start=Min("starts_at", filter=Q(starts_at__gt=at)), end=Min("ends_at", filter=Q(ends_at__gt=at))
        )
        return min(filter(None, live.values()), default=None)


class Alert(DraftStateMixin, RevisionMixin, ClusterableModel):
    """Something to know at once (*aviso*): told on every page between two instants, without any job having to run.

    Redacción drafts it and Jefatura publishes it. Without districts it is for the whole province.
    """

    severity = models.CharField(_("gravedad"), max_length=8, choices=AlertSeverity, default=AlertSeverity.WARNING)
    title = models.CharField(_("título"), max_length=120)
    text = models.TextField(_("qué pasa y qué hacer"), max_length=600)
    districts = ParentalManyToManyField(
        "institution.District",
        verbose_name=_("distritos"),
        blank=True,
        related_name="alerts",
        help_text=_("Ninguno: toda la provincia."),
    )
    starts_at = models.DateTimeField(_("empieza"), default=timezone.now, help_text=_("Hora de Aija."))
    ends_at = models.DateTimeField(
        _("termina"), db_index=True, help_text=_("A esa hora deja de mostrarse en todas partes, sola.")
    )
    link_page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("página con más información"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    link_url = models.URLField(_("o una dirección"), blank=True)
    source = models.CharField(
        _("quién lo informa"), max_length=150, help_text=_("Por ejemplo: SENAMHI, Defensa Civil o la unidad que avisa.")
    )

    objects = AlertQuerySet.as_manager()

    class Meta:
        verbose_name = _("aviso del portal")
        verbose_name_plural = _("avisos del portal")
        ordering = ["-starts_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(severity__in=AlertSeverity.values), name="pages_alert_severity_known"),
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="pages_alert_ends_after_start"),
            models.CheckConstraint(
                condition=Q(link_page__isnull=True) | Q(link_url=""),
                name="pages_alert_leads_one_way",
                violation_error_message=_("Elija una página o escriba una dirección: solo una de las dos."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        super().clean()
        if self.starts_at and self.ends_at and (fault := span_fault(starts_at=self.starts_at, ends_at=self.ends_at)):
            raise ValidationError({"ends_at": fault})

    def state(self, *, at: datetime) -> AlertState:
        """How it stands at `at` once published."""
        return alert_state(starts_at=self.starts_at, ends_at=self.ends_at, at=at)

    @property
    def zone(self) -> str:
        """Where it holds, in words."""
        names = [district.name for district in self.districts.all()]
        return ", ".join(names) if names else str(_("Toda la provincia"))

    @property
    def link(self) -> str:
        """Where more is told; blank when nowhere."""
        page = self.link_page
        return (page.url if page.live else "") or "" if page else self.link_url
