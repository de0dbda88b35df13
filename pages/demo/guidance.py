"""The demonstration guidance: eight pages of what a municipality is asked for most, with example figures."""

import tomllib
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from django.utils.timezone import localdate

from institution.models import OrganicUnit, User
from pages.demo.files import text_document
from pages.models import (
    GuidanceChannel,
    GuidanceCost,
    GuidanceIndexPage,
    GuidanceOpinion,
    GuidancePage,
    GuidanceQuestion,
    GuidanceRequirement,
    GuidanceStep,
    LegalBasis,
    Review,
    Topic,
)

DATA = Path(__file__).parent / "guidance.toml"
PLAIN = ("slug", "title", "summary", "situation", "who_may", "silence")
NOTICE = "<p><b>Contenido de demostración:</b> los montos, plazos y normas son ejemplos; rige el TUPA vigente.</p>"
HOURS = "Lunes a viernes, de 8:00 a 13:00 y de 14:00 a 17:00"
OPINIONS = [(True, ""), (True, "Muy claro."), (True, ""), (False, "Falta el número de cuenta para pagar.")]


def load_guidance(*, by: User, at: datetime) -> None:
    """Publish the pages; one is overdue for review and the first has what readers said, so that both can be seen."""
    today = localdate(at)
    guides = tomllib.loads(DATA.read_text(encoding="utf-8"))["guides"]
    pages = [_publish(data, by, today, late=data is guides[-1]) for data in guides]
    GuidanceOpinion.objects.bulk_create(
        GuidanceOpinion(page=pages[0], helpful=helpful, comment=comment, given_on=today)
        for helpful, comment in OPINIONS
    )


def _publish(data: dict[str, Any], by: User, today: date, *, late: bool) -> GuidancePage:
    page = GuidancePage(
        **{name: data[name] for name in PLAIN},
        unit=OrganicUnit.objects.get(code=data["unit"]),
        is_free=data.get("free", False),
        time_days=data["days"],
        body=[{"type": "text", "value": NOTICE}],
        owner=by,
        live=False,
    )
    GuidanceIndexPage.objects.get().add_child(instance=page)
    _parts(page, data)
    page.topics.set(Topic.objects.filter(slug=data["topic"]))
    page.save()
    page.save_revision(user=by).publish(user=by, skip_permission_checks=True)
    reviewed, again = today - timedelta(days=400 if late else 60), today + timedelta(days=-30 if late else 120)
    Review.objects.filter(page=page.pk).update(reviewed_on=reviewed, review_on=again)
    return GuidancePage.objects.get(pk=page.pk)


def _parts(page: GuidancePage, data: dict[str, Any]) -> None:
    page.requirements.set([_requirement(*each) for each in data["requirements"]])
    page.costs.set([GuidanceCost(concept=concept, amount=amount) for concept, amount in data.get("costs", [])])
    page.steps.set(
        [GuidanceStep(title=title, text=text, condition=condition) for title, text, condition in data["steps"]]
    )
    page.channels.set([GuidanceChannel(kind="in_person", place="Mesa de partes, Plaza de Armas s/n", hours=HOURS)])
    page.questions.set([GuidanceQuestion(question=question, answer=answer) for question, answer in data["questions"]])
    page.legal_bases.set([LegalBasis(norm=norm, articles=articles) for norm, articles in data["bases"]])


def _requirement(text: str, condition: str, form: str) -> GuidanceRequirement:
    document = text_document(title=form, text="Formato de demostración.") if form else None
    return GuidanceRequirement(text=text, condition=condition, document=document)
