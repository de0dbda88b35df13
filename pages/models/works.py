from datetime import date, datetime
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.db.models import OuterRef, Q, Subquery
from django.db.models.functions import Coalesce, Greatest
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.models import PageManager
from wagtail.search import index

from institution.validators import validate_phone, validate_ruc
from pages.enums import WorkModality, WorkStage
from pages.models.piece import Piece, PieceQuerySet
from pages.models.works_advances import WorkAdvance
from pages.panels.works import work_edit_handler
from pages.rules.coordinates import in_peru
from pages.rules.work_file import missing_in_file, span_errors
from pages.rules.works import Standing

validate_cui = RegexValidator(r"^\d{7}$", _("El CUI tiene siete cifras, por ejemplo 2456789."))
validate_infobras = RegexValidator(r"^\d{1,10}$", _("El código Infobras tiene solo cifras."))


def soles(label: str) -> models.DecimalField:
    """An amount in soles."""
    return models.DecimalField(
        label, max_digits=14, decimal_places=2, null=True, blank=True, validators=[MinValueValidator(0)]
    )


class PublicWorkQuerySet(PieceQuerySet):
    def with_progress(self) -> "PublicWorkQuerySet":
        """Each with its latest advance in force: `physical`, `financial`, `measured_on`; None before the first."""
        latest = WorkAdvance.objects.in_force().filter(work=OuterRef("pk")).latest_first()
        return self.annotate(
            physical=Subquery(latest.values("physical")[:1]),
            financial=Subquery(latest.values("financial")[:1]),
            measured_on=Subquery(latest.values("on")[:1]),
        )

    def with_beginning(self) -> "PublicWorkQuerySet":
        """Each with the day when it began, or should begin: `begins_on`."""
        return self.annotate(begins_on=Coalesce("started_on", "planned_start"))

    def with_update(self) -> "PublicWorkQuerySet":
        """Each with the instant when something of it last changed for the public: `updated_at`."""
        published = Coalesce("last_published_at", "published_at")
        return self.annotate(updated_at=Greatest(published, Coalesce("facts_at", published)))

    def under_way(self) -> "PublicWorkQuerySet":
        return self.filter(stage=WorkStage.EXECUTION)

    def for_cards(self) -> "PublicWorkQuerySet":
        return super().for_cards().with_progress()


class PublicWorkPage(Piece):
    """A public work (*obra pública*), followed from its file to its settlement.

    `stage`, its advances and its moves are facts: they are recorded by actions, are public at once, and no draft
    carries them. Source of the fields: Directiva 011-2022-CG/GMPL (Infobras), not verified.
    """

    cui = models.CharField(
        _("CUI"), max_length=7, unique=True, null=True, blank=True, validators=[validate_cui],
        help_text=_("Código Único de Inversiones: siete cifras."),
    )  # fmt: skip
    infobras_code = models.CharField(_("código Infobras"), max_length=10, blank=True, validators=[validate_infobras])
    modality = models.CharField(_("modalidad de ejecución"), max_length=10, choices=WorkModality, blank=True)
    viable_amount = soles(_("monto viable (S/)"))
    updated_amount = soles(_("monto actualizado (S/)"))
    funding_source = models.CharField(_("fuente de financiamiento"), max_length=200, blank=True)
    contractor = models.CharField(
        _("contratista o consorcio"), max_length=200, blank=True, help_text=_("Razón social, o nombre del consorcio.")
    )
    contractor_ruc = models.CharField(_("RUC"), max_length=11, blank=True, validators=[validate_ruc])
    resident = models.CharField(_("residente"), max_length=120, blank=True)
    supervisor = models.CharField(_("supervisión"), max_length=150, blank=True)
    planned_start = models.DateField(_("inicio previsto"), null=True, blank=True)
    planned_end = models.DateField(_("término previsto"), null=True, blank=True)
    started_on = models.DateField(_("inicio real"), null=True, blank=True)
    ended_on = models.DateField(_("término real"), null=True, blank=True)
    latitude = models.DecimalField(
        _("latitud"), max_digits=8, decimal_places=6, null=True, blank=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
        help_text=_("En grados, por ejemplo -9.78028. Vacías las dos: el punto del distrito."),
    )  # fmt: skip
    longitude = models.DecimalField(
        _("longitud"), max_digits=9, decimal_places=6, null=True, blank=True,
        validators=[MinValueValidator(-180), MaxValueValidator(180)], help_text=_("Por ejemplo -77.61056."),
    )  # fmt: skip
    complaints_email = models.EmailField(
        _("correo para reclamos"), blank=True, help_text=_("Vacío: el de la unidad que informa.")
    )
    complaints_phone = models.CharField(
        _("teléfono para reclamos"), max_length=20, blank=True, validators=[validate_phone],
        help_text=_("Vacío: el de la unidad que informa."),
    )  # fmt: skip
    stage = models.CharField(
        _("estado de la obra"),
        max_length=12,
        choices=WorkStage,
        default=WorkStage.FORMULATION,
        editable=False,
        db_index=True,
    )
    stage_since = models.DateField(_("en ese estado desde"), null=True, editable=False)
    facts_at = models.DateTimeField(_("último hecho registrado"), null=True, editable=False)

    objects = PageManager.from_queryset(PublicWorkQuerySet)()
    edit_handler = work_edit_handler()
    parent_page_types = ["pages.PublicWorkIndexPage"]
    template = "pages/work.html"
    exclude_fields_in_copy = [*Piece.exclude_fields_in_copy, "cui", "infobras_code", "stage", "stage_since", "facts_at"]
    facts = ("stage", "stage_since", "facts_at")
    search_fields = [
        *Piece.search_fields,
        index.SearchField("cui"),
        index.SearchField("infobras_code"),
        index.SearchField("contractor"),
        index.SearchField("funding_source"),
        index.FilterField("stage"),
    ]

    class Meta(Piece.Meta):
        verbose_name = _("obra pública")
        verbose_name_plural = _("obras públicas")
        constraints = [
            *Piece.Meta.constraints,
            models.CheckConstraint(condition=Q(stage__in=WorkStage.values), name="pages_work_stage_known"),
            models.CheckConstraint(
                condition=Q(modality__in=["", *WorkModality.values]), name="pages_work_modality_known"
            ),
            models.CheckConstraint(
                condition=(Q(viable_amount__isnull=True) | Q(viable_amount__gte=0))
                & (Q(updated_amount__isnull=True) | Q(updated_amount__gte=0)),
                name="pages_work_amounts_positive",
            ),
            models.CheckConstraint(
                condition=(Q(latitude__isnull=True) | Q(latitude__range=(-90, 90)))
                & (Q(longitude__isnull=True) | Q(longitude__range=(-180, 180))),
                name="pages_work_point_on_earth",
            ),
        ]

    def clean(self) -> None:
        super().clean()
        planned = span_errors(("planned_start", self.planned_start), ("planned_end", self.planned_end))
        real = span_errors(("started_on", self.started_on), ("ended_on", self.ended_on))
        if errors := planned | real:
            raise ValidationError(errors)

    @property
    def kept_up_to_date(self):
        """A work is followed until it is settled, whoever governs then."""
        return self.stage != WorkStage.SETTLED

    def own_obstacles(self, *, at: datetime) -> dict[str, str]:
        obstacles = missing_in_file(cui=self.cui, modality=self.modality, district=self.district_id)
        if self.cui and PublicWorkPage.objects.exclude(pk=self.pk).filter(cui=self.cui).exists():
            obstacles["cui"] = gettext("Ese CUI ya es de otra obra: revise sus siete cifras.")
        return obstacles

    def with_content_json(self, content):
        """A draft never takes away what was recorded after it was written."""
        page = super().with_content_json(content)
        for name in self.facts:
            setattr(page, name, getattr(self, name))
        return page

    def get_context(self, request, *args, **kwargs):
        from pages.reading.works import work_story

        return super().get_context(request, *args, **kwargs) | work_story(self, request.GET, at=timezone.now())

    @property
    def latest_advance(self) -> WorkAdvance | None:
        """The advance in force of the latest day."""
        return self.advances.in_force().latest_first().first()

    def standing(self) -> Standing:
        """Where the work stands, as the rules look at it."""
        latest = self.latest_advance
        return Standing(WorkStage(self.stage), self.stage_since, latest.physical if latest else None)

    @property
    def has_own_point(self) -> bool:
        """Whether its own coordinates are of use for the map."""
        return self.latitude is not None and self.longitude is not None and in_peru(self.latitude, self.longitude)

    @property
    def point(self) -> tuple[Decimal, Decimal] | None:
        """Latitude and longitude for the map: the work's own if they may be in Peru, else its district's."""
        if self.latitude is not None and self.longitude is not None and self.has_own_point:
            return self.latitude, self.longitude
        return (self.district.latitude, self.district.longitude) if self.district else None

    @property
    def amount(self) -> Decimal | None:
        """What it costs, as last told."""
        return self.updated_amount if self.updated_amount is not None else self.viable_amount

    @property
    def due_on(self) -> date | None:
        """The day when it should end, with the extensions approved."""
        return max((each.new_end for each in self.extensions.all()), default=self.planned_end)

    @property
    def complaint_contact(self) -> tuple[str, str]:
        """E-mail and telephone for complaints: its own, else those of the unit that informs."""
        unit = self.unit
        return (
            self.complaints_email or (unit.email if unit else ""),
            self.complaints_phone or (unit.phone if unit else ""),
        )
