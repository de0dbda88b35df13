from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _

from pages.enums.materials import Production
from pages.forms.piece import PieceForm

PRINT_FACTS = ("print_run", "printed_on")
PROSE = ("transcript", "text_alternative", "editorial")


class MaterialForm(PieceForm):
    """A material's form: what was printed goes on saying how many and when."""

    def clean(self):
        self._empty_what_says_nothing()
        cleaned = super().clean()
        if self.instance.production == Production.PRINTED:
            self._keep_print_facts(cleaned)
        return cleaned

    def obstacles(self) -> dict[str, str]:
        """Sending it to review asks for everything but the approval, which is the reviewer's to give."""
        found = super().obstacles()
        if not self.goes_public():
            found.pop("production", None)
        return found

    def _empty_what_says_nothing(self) -> None:
        """The editor of rich text sends markup around no words; it counts as blank."""
        for name in set(PROSE) & self.cleaned_data.keys():
            if not strip_tags(self.cleaned_data[name] or "").strip():
                self.cleaned_data[name] = ""

    def _keep_print_facts(self, cleaned: dict) -> None:
        for name in PRINT_FACTS:
            if name in cleaned and not cleaned[name]:
                self.add_error(name, _("El material figura como impreso: este dato no puede quedar vacío."))
