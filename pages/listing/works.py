"""What the works may be filtered by, in the list and on the map alike."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from institution.models import District
from pages.enums import WorkModality, WorkStage
from pages.listing.filters import ByVocabulary, ByWord, ByYear, Filter

VIEW, MAP = "vista", "mapa"


def work_filters() -> list[Filter]:
    """State, district, year when it began or should begin, and who executes it."""
    return [
        ByWord("estado", _("Estado"), WorkStage.choices, lambda stage: Q(stage=stage)),
        ByVocabulary("distrito", _("Distrito"), District, "slug", "district"),
        ByYear("anio", _("Año de inicio"), "begins_on"),
        ByWord("modalidad", _("Modalidad"), WorkModality.choices, lambda modality: Q(modality=modality)),
    ]
