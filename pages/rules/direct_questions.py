"""Questions that have one answer: the code of a work, how to reach a unit, what there is on a day. Pure."""

import re

CUI = re.compile(r"(?:(?:obra|proyecto|codigo|cui) )*(\d{7})")
# Words that ask how to reach somebody, and those that may stand between them and whom it is about.
REACHING = frozenset({
    "telefono", "telefonos", "celular", "numero", "fono", "anexo", "llamar",
    "contacto", "contactar", "correo", "email",
})  # fmt: skip
BETWEEN = frozenset({
    "de", "del", "la", "el", "los", "las", "al", "a", "en", "con", "para", "por", "mi", "un", "una",
    "cual", "es", "como", "cuando", "puedo", "quiero", "donde", "que", "y",
})  # fmt: skip
# Who is reached by the institution's own telephones.
ITSELF = frozenset({"municipalidad", "muni", "municipio", "central", "telefonica", "provincial", "distrital", "aija"})
DAYS = {"hoy": 0, "mañana": 1}
AROUND_DAYS = BETWEEN | DAYS.keys() | {
    "hay", "habra", "actividad", "actividades", "agenda", "evento", "eventos", "hacer", "dia", "aija", "se",
}  # fmt: skip


def cui_asked(words: str) -> str:
    """The *Código Único de Inversiones* that is all that was typed, but for «obra» or «CUI»; blank otherwise."""
    found = CUI.fullmatch(words)
    return found[1] if found else ""


def reached_by(words: str) -> list[str]:
    """Whom the question asks how to reach, in words (`telefono de la demuna` → `demuna`); empty when it doesn't ask."""
    said = words.split()
    whom = [word for word in said if word not in REACHING | BETWEEN]
    return whom if REACHING.intersection(said) else []


def days_ahead(words: str) -> int | None:
    """How many days from now the question asks what there is (`que hay hoy` → 0); None when it asks something else."""
    said = set(words.split())
    asked = said.intersection(DAYS)
    return DAYS[asked.pop()] if len(asked) == 1 and said <= AROUND_DAYS else None
