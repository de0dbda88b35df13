from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from institution.enums import OrganLevel, UnitKind
from institution.rules.tree import Node, forest


class UnitQuerySet(models.QuerySet["OrganicUnit"]):
    def tree(self) -> list[Node["OrganicUnit"]]:
        """The organisation chart as a forest, in one query."""
        return forest(self.order_by("position", "name"))


class OrganicUnit(index.Indexed, models.Model):
    """An organ or unit of the ROF (Reglamento de Organización y Funciones), or a functional unit inside one."""

    code = models.SlugField(_("siglas"), max_length=20, unique=True, help_text=_("Por ejemplo OII."))
    name = models.CharField(_("nombre"), max_length=150, unique=True)
    kind = models.CharField(_("clase"), max_length=12, choices=UnitKind, default=UnitKind.ORGANIC)
    level = models.CharField(_("tipo de órgano"), max_length=16, choices=OrganLevel)
    parent = models.ForeignKey(
        "self",
        verbose_name=_("depende de"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="children",
    )
    position = models.PositiveSmallIntegerField(_("orden entre iguales"), default=0)
    functions = models.TextField(_("qué hace"), blank=True, help_text=_("En dos frases, para la ciudadanía."))
    legal_source = models.CharField(_("base legal"), max_length=200, blank=True)
    email = models.EmailField(_("correo"), blank=True)
    phone = models.CharField(_("teléfono"), max_length=20, blank=True)
    active = models.BooleanField(_("vigente"), default=True)

    objects = UnitQuerySet.as_manager()
    search_fields = [index.SearchField("name"), index.AutocompleteField("name"), index.SearchField("code")]

    class Meta:
        verbose_name = _("unidad")
        verbose_name_plural = _("unidades")
        ordering = ["position", "name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=F("pk")), name="institution_unit_not_its_own_parent"
            ),
            models.CheckConstraint(condition=Q(kind__in=UnitKind.values), name="institution_unit_kind_known"),
            models.CheckConstraint(condition=Q(level__in=OrganLevel.values), name="institution_unit_level_known"),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        if self.pk and self._hangs_from_itself():
            raise ValidationError({"parent": _("Esa unidad depende de esta: elija otra para no cerrar un círculo.")})

    def _hangs_from_itself(self) -> bool:
        parents = dict(OrganicUnit.objects.values_list("pk", "parent_id"))
        seen, above = {self.pk}, self.parent_id
        while above is not None and above not in seen:
            seen.add(above)
            above = parents.get(above)
        return above == self.pk
