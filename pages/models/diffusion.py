"""The log of what was spread outside the portal: on the radio, by loudspeaker, on a mural."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q, Sum
from django.utils.translation import gettext_lazy as _

from pages.enums import DiffusionChannel
from pages.forms.diffusion import DiffusionForm
from pages.models.unit_request_products import UnitRequestProduct

MOST = 1_000_000


class DiffusionQuerySet(models.QuerySet):
    def newest_first(self) -> "DiffusionQuerySet":
        return self.order_by("-carried_on", "-pk")

    def of_request(self, request: int) -> "DiffusionQuerySet":
        """What was spread to answer a unit's request: as such, or of a piece that was made for it."""
        pieces = UnitRequestProduct.objects.filter(request=request).values("page")
        return self.filter(Q(request=request) | Q(page__in=pieces))

    def with_relations(self) -> "DiffusionQuerySet":
        """With all that the log shows, in a constant number of queries."""
        return self.select_related(
            "page", "request__number", "district", "recorded_by", "evidence_document", "evidence_image"
        )

    def totals(self) -> dict[str, int]:
        """How much of each channel there was, by the channel's value, the most used first."""
        rows = self.order_by().values_list("channel").annotate(total=Sum("quantity")).order_by("-total", "channel")
        return dict(rows)

    def totals_by_page(self, pages: Iterable[int]) -> dict[int, dict[str, int]]:
        """`totals` of each of those pages that has any, in one query."""
        rows = self.filter(page__in=list(pages)).order_by().values_list("page", "channel")
        totals: dict[int, dict[str, int]] = {}
        for page, channel, total in rows.annotate(total=Sum("quantity")).order_by("-total", "channel"):
            totals.setdefault(page, {})[channel] = total
        return totals


class DiffusionEntry(models.Model):
    """Something spread on a day by a channel (*registro de difusión*), with what proves it.

    It tells a fact, so it is no part of the page's drafts: publishing an older version loses none.
    Its evidence is the office's own and is never served to the public.
    """

    keeps_files_private = True

    page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("qué se difundió"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="diffusion",
    )
    request = models.ForeignKey(
        "pages.UnitRequest",
        verbose_name=_("solicitud que responde"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="diffusion",
    )
    channel = models.CharField(_("canal"), max_length=12, choices=DiffusionChannel)
    carried_on = models.DateField(_("fecha"), db_index=True)
    quantity = models.PositiveIntegerField(
        _("cantidad"),
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(MOST)],
        help_text=_("Avisos emitidos, recorridos hechos, afiches pegados o publicaciones."),
    )
    district = models.ForeignKey(
        "institution.District",
        verbose_name=_("distrito"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="diffusion",
    )
    place = models.CharField(
        _("lugar o medio"), max_length=150, blank=True, help_text=_("El barrio, la emisora, la cuenta o el mural.")
    )
    note = models.CharField(_("observación"), max_length=300, blank=True)
    evidence_document = models.ForeignKey(
        "institution.InstitutionDocument",
        verbose_name=_("documento que lo prueba"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    evidence_image = models.ForeignKey(
        "institution.InstitutionImage",
        verbose_name=_("foto que lo prueba"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    evidence_url = models.URLField(_("dirección que lo prueba"), blank=True)
    recorded_by = models.ForeignKey(
        "institution.User",
        verbose_name=_("lo registró"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    objects = DiffusionQuerySet.as_manager()
    base_form_class = DiffusionForm

    class Meta:
        verbose_name = _("registro de difusión")
        verbose_name_plural = _("registros de difusión")
        ordering = ["-carried_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(page__isnull=False) | Q(request__isnull=False), name="pages_diffusion_of_something"
            ),
            models.CheckConstraint(condition=Q(quantity__range=(1, MOST)), name="pages_diffusion_quantity"),
            models.CheckConstraint(
                condition=Q(channel__in=DiffusionChannel.values), name="pages_diffusion_channel_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_channel_display()} · {self.carried_on:%d/%m/%Y}"

    def clean(self) -> None:
        if not (self.page_id or self.request_id):
            raise ValidationError({"page": _("Diga qué se difundió: elija la pieza, o regístrelo en la solicitud.")})

    @property
    def subject(self) -> str:
        """What was spread, as the log names it: the piece, or the request when no piece was made."""
        return self.page.title if self.page else str(self.request)

    @property
    def proven(self) -> bool:
        """Whether there is a document, a photo or an address that proves it."""
        return bool(self.evidence_document_id or self.evidence_image_id or self.evidence_url)
