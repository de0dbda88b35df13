"""Checks of single fields, told to people."""

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _
from stdnum.pe import ruc

from institution.rules.contrast import HEX_COLOUR, MINIMUM_TEXT_CONTRAST, WHITE, contrast_ratio
from institution.rules.correlative import unknown_placeholders

validate_ubigeo = RegexValidator(r"^\d{6}$", _("El ubigeo tiene seis dígitos, por ejemplo 020201."))
validate_phone = RegexValidator(
    r"^[+]?[\d ()-]{6,20}$", _("Escriba el teléfono con cifras, espacios o guiones, por ejemplo 043 123456.")
)


def validate_legible_colour(value: str) -> None:
    """Refuse what is not `#rrggbb` or can't be read over white (and white over it)."""
    if not HEX_COLOUR.fullmatch(value):
        raise ValidationError(_("Escriba el color como #rrggbb, por ejemplo #7a1f2b."))
    ratio = contrast_ratio(value, WHITE)
    if ratio < MINIMUM_TEXT_CONTRAST:
        raise ValidationError(
            _("Este color no se lee sobre blanco: su contraste es %(ratio).1f y se pide 4.5. Elija uno más oscuro."),
            params={"ratio": ratio},
        )


def validate_number_pattern(value: str) -> None:
    """Refuse a pattern with unknown names, or without the correlative and the year that make it unique."""
    try:
        unknown = unknown_placeholders(value)
        value.format(numero="001", anio=2026, oficina="X", entidad="Y") if not unknown else None
    except (ValueError, IndexError, KeyError, AttributeError) as error:
        raise ValidationError(_("El formato no se entiende: revise que cada llave abra y cierre.")) from error
    if unknown:
        raise ValidationError(
            _("El formato no conoce %(names)s. Use {numero}, {anio}, {oficina} y {entidad}."),
            params={"names": ", ".join(f"{{{name}}}" for name in sorted(unknown))},
        )
    if "{numero}" not in value or "{anio}" not in value:
        raise ValidationError(_("El formato debe llevar {numero} y {anio} para que no haya dos documentos iguales."))


def validate_ruc(value: str) -> None:
    """Refuse what is no RUC (*Registro Único de Contribuyentes*): eleven digits, the last of which checks the rest.

    Source: SUNAT's modulus 11 with weights 5, 4, 3, 2, 7, 6, 5, 4, 3, 2.
    """
    if not ruc.is_valid(value) or not value.isdecimal():
        raise ValidationError(_("Ese RUC no es válido: revise sus once cifras, por ejemplo 20131312955."))
