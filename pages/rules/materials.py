"""What a material must have before it is published."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from pages.enums.materials import MaterialKind, Production
from pages.rules.production import FIT_TO_PUBLISH

SEEN = frozenset({MaterialKind.POSTER, MaterialKind.FLYER, MaterialKind.INFOGRAPHIC})


@dataclass(frozen=True)
class MaterialParts:
    """What an editor has put in a material, as far as publishing it goes."""

    kind: str
    production: str
    presentations: int
    notes: int
    sounds: int
    videos: int
    uncaptioned: Sequence[str]
    pictures_without_alt: int
    transcript: bool
    text_alternative: bool
    number_is_taken: bool


def missing_from_material(parts: MaterialParts) -> dict[str, str]:
    """What must be mended before the material is published, in Spanish, by field name."""
    missing = _missing_words(parts)
    if parts.production not in FIT_TO_PUBLISH:
        missing["production"] = _("La producción está en «%(state)s»: hace falta que se apruebe.") % {
            "state": Production(parts.production).label
        }
    if not parts.presentations and not parts.notes:
        missing["presentations"] = _("Añada al menos un archivo en la pestaña Archivos.")
    if parts.number_is_taken:
        missing["edition_number"] = _("Ese número de la serie ya lo lleva otro material: cámbielo.")
    return missing


def _missing_words(parts: MaterialParts) -> dict[str, str]:
    """Sources: WCAG 2.2, success criteria 1.1.1 (pictures), 1.2.1 (sound), 1.2.2 and 1.2.3 (video)."""
    missing = {}
    if (parts.sounds or parts.kind == MaterialKind.AUDIO_SPOT) and not parts.transcript:
        missing["transcript"] = _("Escriba la transcripción: quien no oye también debe poder leer lo que se dice.")
    elif (parts.videos or parts.kind == MaterialKind.VIDEO) and not (parts.transcript or parts.text_alternative):
        missing["transcript"] = _("Escriba la transcripción o describa el video: quien no lo ve también debe seguirlo.")
    if parts.uncaptioned:
        missing["presentations"] = _(
            "A %(names)s le faltan subtítulos legibles. Súbalos a Documentos (.vtt o .srt) y elíjalos en la ficha "
            "del video, en «Subtítulos»; si nadie habla, cuentan lo que se oye: «[Música]»."
        ) % {"names": ", ".join(f"«{name}»" for name in parts.uncaptioned)}
    if parts.kind in SEEN and not parts.text_alternative:
        missing["text_alternative"] = _("Describa lo que dice y muestra: quien no lo ve también debe poder leerlo.")
    if parts.pictures_without_alt:
        missing["presentations_alt"] = _("Escriba el texto alternativo de cada imagen en la pestaña Archivos.")
    return missing
