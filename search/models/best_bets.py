from collections.abc import Iterable
from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from search.enums import BetMatch
from search.rules.asked import as_asked
from search.rules.wordings import LONGEST, MOST, called_for, lines_of, unreadable


class BestBetQuerySet(models.QuerySet):
    def valid_on(self, day: date) -> "BestBetQuerySet":
        """Those whose days include one of Lima."""
        return self.filter(
            Q(starts_on=None) | Q(starts_on__lte=day),
            Q(ends_on=None) | Q(ends_on__gte=day),
        )

    def leading_to(self, pages: models.QuerySet) -> "BestBetQuerySet":
        """Those that lead to one of the pages, or outside."""
        return self.filter(Q(page=None) | Q(page__in=pages.order_by().values("pk")))


class BestBet(models.Model):
    """What editors promise first to whoever looks for certain words: a page of the portal, or an address outside.

    Of the shape of Wagtail's search promotions, with several queries, days of validity and a longer question.
    See decision 0022.
    """

    queries = models.TextField(
        _("búsquedas"),
        max_length=(LONGEST + 1) * MOST,
        help_text=_("Una por línea, como las escribe la gente. Las tildes y mayúsculas no cuentan."),
    )
    match = models.CharField(_("cuándo se muestra"), max_length=6, choices=BetMatch, default=BetMatch.WHOLE)
    page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("página"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
    )
    url = models.URLField(_("o una dirección de otro sitio"), max_length=500, blank=True)
    title = models.CharField(
        _("título"), max_length=120, blank=True, help_text=_("En blanco, el título de la página elegida.")
    )
    description = models.CharField(_("descripción"), max_length=250, blank=True)
    starts_on = models.DateField(_("desde"), null=True, blank=True)
    ends_on = models.DateField(_("hasta"), null=True, blank=True, help_text=_("Inclusive. En blanco, sin término."))
    position = models.PositiveSmallIntegerField(
        _("orden"), default=10, help_text=_("Si varios responden a lo mismo, primero el menor.")
    )

    objects = BestBetQuerySet.as_manager()

    class Meta:
        verbose_name = _("resultado destacado")
        verbose_name_plural = _("resultados destacados")
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(queries=""), name="search_bet_is_asked_for"),
            models.CheckConstraint(condition=Q(match__in=BetMatch.values), name="search_bet_match_known"),
            models.CheckConstraint(
                condition=Q(page__isnull=False, url="") | (Q(page__isnull=True) & ~Q(url="")),
                name="search_bet_leads_one_way",
                violation_error_message=_("Elija una página o escriba una dirección: una de las dos, y solo una."),
            ),
            models.CheckConstraint(
                condition=Q(page__isnull=False) | ~Q(title=""),
                name="search_bet_is_named",
                violation_error_message=_("Escriba un título: una dirección de otro sitio no trae el suyo."),
            ),
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="search_bet_ends_after_start",
                violation_error_message=_("Termina antes de empezar: corrija una de las dos fechas."),
            ),
        ]

    def __str__(self) -> str:
        return self.title or (self.page.title if self.page else self.url)

    @property
    def listed(self) -> list[str]:
        """The queries, as editors wrote them."""
        return lines_of(self.queries)

    def answers(self, words: str) -> bool:
        """Whether normalised words call for it."""
        within = self.match == BetMatch.WITHIN
        return any(called_for(words, as_asked(each), within=within) for each in self.listed)

    def clean(self) -> None:
        super().clean()
        if self.queries and (fault := fault_of(self.listed)):
            raise ValidationError({"queries": fault})
        self.queries = "\n".join(self.listed)


def fault_of(queries: Iterable[str]) -> str:
    """Why queries can't call for a best bet; blank when they can."""
    told = list(queries)
    if not told:
        return str(_("Escriba por lo menos una búsqueda."))
    if len(told) > MOST:
        return str(_("Son más de %(most)s: repártalas en varios resultados destacados.") % {"most": MOST})
    if wrong := unreadable(told):
        return str(
            _("«%(query)s» no sirve: use letras o números, hasta 60 caracteres.") % {"query": wrong[0][:LONGEST]}
        )
    return ""
