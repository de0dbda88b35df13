"""How to reach a unit of the municipality."""

from collections.abc import Callable, Iterable
from datetime import datetime

from django.http import HttpRequest
from django.utils.translation import gettext as _

from institution.models import InstitutionSettings, OrganicUnit
from institution.models.identity import Phone
from pages.rules.direct_questions import ITSELF, reached_by
from search.analysis.chain import terms
from search.answers import Answer

MOST = 3


def contacts(words: str, at: datetime, request: HttpRequest) -> list[Answer]:
    """The units that the question asks how to reach, by name, letters or what they do; or the institution itself."""
    whom = reached_by(words)
    if whom and ITSELF.issuperset(whom):
        return [_central(phone) for phone in InstitutionSettings.load(request_or_site=request).phones.all()[:MOST]]
    units = list(OrganicUnit.objects.filter(active=True)) if whom else []
    named = _said_by(units, whom, lambda unit: f"{unit.code} {unit.name}")
    return [_answer(unit) for unit in (named or _said_by(units, whom, lambda unit: unit.functions))[:MOST]]


def _said_by(units: Iterable[OrganicUnit], whom: list[str], text: Callable[[OrganicUnit], str]) -> list[OrganicUnit]:
    """Those whose text has every word, that with the fewest others first, if they can be reached at all."""
    wanted = set(terms(" ".join(whom)))
    said = {unit: set(terms(text(unit))) for unit in units}
    found = [unit for unit in units if wanted <= said[unit] and (unit.phone or unit.email)]
    return sorted(found, key=lambda unit: len(said[unit]))


def _central(phone: Phone) -> Answer:
    title = f"{phone.get_kind_display()}: {phone.number}"
    return Answer(title=title, text="", url=f"tel:{phone.number.replace(' ', '')}", kind=_("Contacto"))


def _answer(unit: OrganicUnit) -> Answer:
    address = f"tel:{unit.phone.replace(' ', '')}" if unit.phone else f"mailto:{unit.email}"
    ways = [unit.phone, unit.email]
    return Answer(title=unit.name, text=" · ".join(filter(None, ways)), url=address, kind=_("Contacto"))
