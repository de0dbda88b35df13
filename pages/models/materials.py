from datetime import datetime
from typing import Any

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField
from wagtail.models import PageManager
from wagtail.search import index

from institution.enums import Licence
from institution.models import InstitutionImage
from pages.blocks.words import MARKUP_LIMIT, SHORT_FEATURES, TOO_MUCH, MaxMarkupLength
from pages.enums.materials import MaterialKind, Production
from pages.forms.material import MaterialForm
from pages.listing.filters import ByWord, ByYear, piece_filters
from pages.listing.gathering import gathering_filters
from pages.listing.pieces import Listing, piece_listing
from pages.models.gathered import Gathered
from pages.models.piece import Piece, PieceQuerySet
from pages.models.piece_index import PieceIndexPage
from pages.panels.materials import material_edit_handler
from pages.rules.materials import MaterialParts, missing_from_material


def long_words(label: Any, **options: Any) -> RichTextField:
    """A field for prose of some length, whose markup has an end."""
    limits = [MaxMarkupLength(MARKUP_LIMIT, TOO_MUCH)]
    return RichTextField(label, blank=True, features=[*SHORT_FEATURES, "h3"], validators=limits, **options)


class MaterialQuerySet(PieceQuerySet):
    def for_cards(self) -> "MaterialQuerySet":
        """With the cover too, which stands where there is no photo."""
        return super().for_cards().select_related("cover").prefetch_related("cover__renditions")


class MaterialIndexPage(PieceIndexPage):
    """The list of materials at `/materiales/`."""

    subpage_types = ["pages.MaterialPage"]
    template = "pages/material_index.html"

    class Meta:
        verbose_name = _("listado de materiales")
        verbose_name_plural = _("listados de materiales")

    def listing(self, query, *, at: datetime) -> Listing:
        kinds = ByWord("tipo", _("Tipo"), MaterialKind.choices, lambda word: Q(kind=word))
        years = ByYear("anio", _("Año"), "published_at")
        filters = [kinds, *piece_filters(), years, *gathering_filters(at=at)]
        return piece_listing(query, self.visible_pieces(at=at), filters=filters, days=None)


class MaterialPage(Gathered, Piece):
    """A material (*material de difusión*) to read, print, hear or watch, in one or several presentations."""

    kind = models.CharField(
        _("tipo"), max_length=12, choices=MaterialKind, default=MaterialKind.BULLETIN, db_index=True
    )
    series = models.CharField(
        _("serie o colección"), max_length=80, blank=True, help_text=_("Por ejemplo: Boletín Aija Avanza.")
    )
    edition_number = models.PositiveIntegerField(
        _("número"), null=True, blank=True, validators=[MinValueValidator(1)], help_text=_("Dentro de su serie.")
    )
    production = models.CharField(
        _("producción"), max_length=10, choices=Production, default=Production.MANUSCRIPT, editable=False
    )
    print_run = models.PositiveIntegerField(
        _("tiraje"), null=True, blank=True, validators=[MinValueValidator(1)], help_text=_("Ejemplares impresos.")
    )
    printed_on = models.DateField(_("fecha de impresión"), null=True, blank=True)
    legal_deposit = models.CharField(
        _("depósito legal"), max_length=40, blank=True, help_text=_("El número que dio la Biblioteca Nacional.")
    )
    licence = models.CharField(_("licencia"), max_length=16, choices=Licence, default=Licence.MUNICIPALITY)
    transcript = long_words(_("transcripción"), help_text=_("Todo lo que se dice y lo que importa de lo que se oye."))
    text_alternative = long_words(
        _("descripción completa"), help_text=_("Lo que dice y muestra, para quien no puede verlo u oírlo.")
    )
    editorial = long_words(_("editorial"), help_text=_("Las palabras que abren el boletín."))
    editorial_by = models.CharField(_("firma del editorial"), max_length=120, blank=True)
    cover = models.ForeignKey(
        "institution.InstitutionImage",
        verbose_name=_("portada"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    objects = PageManager.from_queryset(MaterialQuerySet)()
    base_form_class = MaterialForm
    edit_handler = material_edit_handler()
    parent_page_types = ["pages.MaterialIndexPage"]
    exclude_fields_in_copy = [
        *Piece.exclude_fields_in_copy, "edition_number", "production", "print_run", "printed_on", "legal_deposit",
    ]  # fmt: skip
    template = "pages/material.html"
    search_fields = [
        *Piece.search_fields,
        index.SearchField("series"),
        index.SearchField("transcript"),
        index.SearchField("text_alternative"),
    ]

    class Meta(Piece.Meta):
        verbose_name = _("material")
        verbose_name_plural = _("materiales")
        constraints = [
            *Piece.Meta.constraints,
            models.CheckConstraint(condition=Q(kind__in=MaterialKind.values), name="pages_material_kind_known"),
            models.CheckConstraint(condition=Q(production__in=Production.values), name="pages_material_step_known"),
            models.CheckConstraint(condition=Q(licence__in=Licence.values), name="pages_material_licence_known"),
            models.CheckConstraint(
                condition=~Q(production=Production.PRINTED) | Q(print_run__gt=0, printed_on__isnull=False),
                name="pages_material_printed_says_how_many",
            ),
            models.UniqueConstraint(
                fields=["series", "edition_number"],
                condition=~Q(series="") & Q(edition_number__isnull=False),
                name="pages_material_number_once_a_series",
                violation_error_message=_("Ese número de la serie ya lo lleva otro material: cámbielo."),
            ),
        ]

    @property
    def card_photo(self) -> InstitutionImage | None:
        """What represents it in a list: the photo that an editor chose, else its own cover."""
        return self.lead_photo or self.cover

    @property
    def is_composed(self) -> bool:
        """Whether it is made of notes, and so set by us as a page and a PDF."""
        return self.kind == MaterialKind.BULLETIN and bool(self.bulletin_notes.all())

    def own_obstacles(self, *, at: datetime) -> dict[str, str]:
        return missing_from_material(self._parts())

    def _parts(self) -> MaterialParts:
        rows = list(self.presentations.all())
        return MaterialParts(
            kind=self.kind,
            production=self.production,
            presentations=len(rows),
            notes=len(self.bulletin_notes.all()) if self.kind == MaterialKind.BULLETIN else 0,
            sounds=sum(row.is_audio for row in rows),
            videos=sum(row.is_video for row in rows),
            uncaptioned=[row.label for row in rows if row.is_video and not row.document.has_captions],
            pictures_without_alt=sum(1 for row in rows if row.image and not row.alt_text),
            transcript=bool(self.transcript.strip()),
            text_alternative=bool(self.text_alternative.strip()),
            number_is_taken=self._number_is_taken(),
        )

    def _number_is_taken(self) -> bool:
        if not self.series or self.edition_number is None:
            return False
        same = MaterialPage.objects.filter(series=self.series, edition_number=self.edition_number)
        return same.exclude(pk=self.pk).exists()

    def issue(self, draft: Piece, *, by: Any, at: datetime) -> dict[str, Any]:
        """Publishing what was approved ends its production, if it hadn't been printed before."""
        from pages.actions.production import end_production

        return super().issue(draft, by=by, at=at) | end_production(material=self, by=by, at=at)

    def with_content_json(self, content):
        """A draft made before a step of the production must not undo it."""
        page = super().with_content_json(content)
        page.production, page.cover_id = self.production, self.cover_id
        page.print_run = page.print_run or self.print_run
        page.printed_on = page.printed_on or self.printed_on
        return page

    def get_context(self, request, *args, **kwargs):
        from pages.reading.materials import material_context

        return super().get_context(request, *args, **kwargs) | material_context(self, at=timezone.now())
