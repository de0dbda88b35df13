"""*Materiales para descargar* on the home page."""

from datetime import datetime
from typing import Any

from pages.models import MaterialPage

NEWEST = 4


def newest_materials(at: datetime) -> dict[str, Any]:
    """The newest materials that anybody may see at `at`; nothing while there is none."""
    materials = list(MaterialPage.objects.visible(at=at).for_cards().newest_first()[:NEWEST])
    return {"materials": materials} if materials else {}
