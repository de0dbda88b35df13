from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from search.rules.wordings import LONGEST, MOST, lines_of, repeated, unreadable


class SynonymGroup(models.Model):
    """Words and phrases that mean the same to whoever looks for them: who types one finds what says any of them."""

    terms = models.TextField(
        _("palabras equivalentes"),
        max_length=(LONGEST + 1) * MOST,
        help_text=_("Una palabra o frase por línea, dos por lo menos. Quien busque una encontrará también las otras."),
    )
    active = models.BooleanField(_("en uso"), default=True)

    class Meta:
        verbose_name = _("grupo de sinónimos")
        verbose_name_plural = _("sinónimos")
        ordering = ["terms"]
        constraints = [
            models.CheckConstraint(condition=Q(terms__contains="\n"), name="search_synonyms_two_at_least"),
        ]

    def __str__(self) -> str:
        return ", ".join(self.listed)

    @property
    def listed(self) -> list[str]:
        """The words and phrases."""
        return lines_of(self.terms)

    def clean(self) -> None:
        super().clean()
        if self.terms and (fault := fault_of(self.listed)):
            raise ValidationError({"terms": fault})
        self.terms = "\n".join(self.listed)


def fault_of(terms: list[str]) -> str:
    """Why words and phrases are no group; blank when they are."""
    if len(terms) < 2:
        return str(_("Escriba dos palabras o frases por lo menos, cada una en su línea."))
    if len(terms) > MOST:
        return str(_("Son más de %(most)s: repártalas en varios grupos.") % {"most": MOST})
    if wrong := unreadable(terms):
        return str(_("«%(term)s» no sirve: use letras o números, hasta 60 caracteres.") % {"term": wrong[0][:LONGEST]})
    if twice := repeated(terms):
        return str(_("«%(term)s» está dos veces: las tildes y mayúsculas no cuentan.") % {"term": twice[0]})
    return ""


class ShippedGroup(models.Model):
    """A line of the synonyms that come with the program that was brought in once: not again, whatever became of it."""

    first_term = models.CharField(_("primera palabra"), max_length=LONGEST, unique=True)

    class Meta:
        verbose_name = _("sinónimos de origen")
        verbose_name_plural = _("sinónimos de origen")

    def __str__(self) -> str:
        return self.first_term
