"""What surrounds a material when it is read."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from pages.documents.bulletin_edition import edition_of
from pages.models.bulletins import BulletinPdf
from pages.models.materials import MaterialPage

RELATED = 4


def material_context(material: MaterialPage, *, at: datetime) -> dict[str, Any]:
    """What the material's template shows beside it: its files, those that play, others of its series or kind."""
    rows = list(material.presentations.select_related("document__pdf_reading", "document__captions", "image"))
    rows = [row for row in rows if row.may_be_given]
    for row in rows:
        row.page = material
    return {
        "presentations": rows,
        "players": [row for row in rows if row.plays],
        "pictures": [row for row in rows if row.image],
        "cover_alt": material.lead_photo_alt if material.lead_photo else _("Portada de «%s»") % material.title,
        "edition": edition_of(material, at=at) if material.is_composed else None,
        "composed": BulletinPdf.objects.filter(bulletin=material).first() if material.is_composed else None,
        "others": other_materials(material, at=at),
    }


def other_materials(material: MaterialPage, *, at: datetime) -> list[MaterialPage]:
    """Up to four visible materials of its series, or of its kind when it has none, the newest first."""
    visible = MaterialPage.objects.visible(at=at).exclude(pk=material.pk).for_cards().newest_first()
    same = {"series": material.series} if material.series else {"kind": material.kind}
    return list(visible.filter(**same)[:RELATED])
