"""Questions that have one answer: the work of a code, how to reach a unit, what there is on a day."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import RequestFactory

from institution.models import InstitutionSettings, OrganicUnit
from institution.models.identity import Phone
from pages.actions.event_states import cancel_event
from pages.models import EventIndexPage
from pages.rules.direct_questions import cui_asked, days_ahead, reached_by
from search.answers import answers_for
from search.rules.asked import as_asked
from tests.factories.events import published_event
from tests.factories.people import user_with
from tests.factories.works import draft_work, published_work

NOW = datetime(2026, 11, 24, 17, tzinfo=UTC)


def answers(typed: str, at: datetime = NOW) -> list[tuple[str, str, bool]]:
    told = answers_for(as_asked(typed), at, RequestFactory().get("/buscar/"))
    return [(each.title, each.url, each.redirect) for each in told]


@pytest.mark.parametrize(
    ("typed", "cui"),
    [("2456789", "2456789"), ("CUI 2456789", "2456789"), ("obra CUI: 2456789", "2456789"),
     ("24567890", ""), ("2456789 agua", ""), ("obra", "")],
)  # fmt: skip
def test_a_code_is_a_question_only_when_nothing_else_is_asked(typed, cui):
    assert cui_asked(as_asked(typed)) == cui


def test_whom_and_when_a_question_is_about():
    assert reached_by(as_asked("¿Cuál es el teléfono de la DEMUNA?")) == ["demuna"]
    assert reached_by(as_asked("número de la gerencia de obras")) == ["gerencia", "obras"]
    assert reached_by("demuna") == reached_by("telefono") == []
    assert [days_ahead(as_asked(typed)) for typed in ("¿Qué hay hoy?", "actividades de hoy", "eventos mañana")] == [
        0,
        0,
        1,
    ]
    assert days_ahead("corte de agua hoy") is days_ahead("eventos") is days_ahead("hoy y mañana") is None


@pytest.mark.django_db
def test_the_code_of_a_public_work_leads_to_it(tree):
    work = published_work(cui="2456789")
    draft_work(cui="2456780")
    published_work(cui="2456781", embargo_until=NOW + timedelta(days=1))
    assert answers("cui 2456789") == [(work.title, work.url, True)]
    assert answers("2456780") == answers("2456781") == []


@pytest.mark.django_db
def test_a_unit_is_reached_by_its_letters_its_name_or_what_it_does():
    named = "Defensoría Municipal del Niño"
    for code, name, fields in (
        ("DEMUNA", named, {"phone": "043 000 000", "functions": "Protege a la niñez."}),
        ("OFC", "Oficina sin teléfono", {}),
        ("OLD", "Oficina que fue", {"phone": "1", "active": False}),
        ("GI", "Gerencia de Infraestructura", {"email": "gi@example.test", "functions": "Ejecuta las obras públicas."}),
    ):
        OrganicUnit.objects.create(code=code, name=name, level="line", **fields)
    assert answers("teléfono de DEMUNA") == [(named, "tel:043000000", False)]
    assert answers("numero de la defensoria del niño") == [(named, "tel:043000000", False)]
    assert answers("correo para una obra pública") == [("Gerencia de Infraestructura", "mailto:gi@example.test", False)]
    assert answers("teléfono oficina") == answers("demuna") == answers("telefono de OLD") == []


@pytest.mark.django_db
def test_the_municipality_itself_is_reached_by_its_own_telephones():
    institution = InstitutionSettings.load()
    institution.phones.set([Phone(number="043 000000")])
    institution.save()
    assert answers("teléfono de la municipalidad de Aija") == [
        ("Central telefónica: 043 000000", "tel:043000000", False)
    ]


@pytest.mark.django_db
def test_the_activities_of_the_day_are_told_by_limas_clock(tree):
    tonight = datetime(2026, 11, 25, 2, tzinfo=UTC)  # nine in the evening of the 24th
    event = published_event(title="Serenata", starts=[tonight])
    published_event(title="Reservada", starts=[tonight], embargo_until=NOW + timedelta(days=3))
    cancelled = published_event(title="Cancelada", starts=[tonight])
    cancel_event(event=cancelled, reason="Lluvia", by=user_with(None), at=NOW)
    assert answers("qué hay hoy") == [("Serenata", event.url, False)]
    agenda = EventIndexPage.objects.get().url
    assert answers("qué hay mañana") == [("No hay actividades anunciadas para ese día", agenda, False)]
    assert answers("qué hay hoy", NOW + timedelta(days=1)) == answers("qué hay mañana")
