"""A unit's request becomes a poster, a note and an event; the unit reviews them on a phone without an account."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from tests.journeys.conftest import DESK, PHONE
from tests.journeys.editor import sign_in
from tests.journeys.requests import ask, create, finish_art, lend, produce, publish, step
from tests.journeys.test_screens import violations

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("journeys")]
TITLE = "Feria de la papa nativa"


def test_a_units_request_becomes_a_poster_a_note_and_an_event(server, open_page):
    unit = open_page(DESK)
    sign_in(unit, "unidad")
    day = timezone.localdate() + timedelta(days=10)
    ask(unit, title=TITLE, needed_by=day, event_at=f"{day.isoformat()}T09:00")
    request = unit.url

    head = open_page(DESK)
    sign_in(head, "jefatura")
    head.get_by_role("link", name=TITLE).first.click()
    assert head.url == request
    step(head, "Aceptar")
    head.get_by_label("A cargo de").select_option(label="Redactora de ejemplo")
    step(head, "Asignar")
    step(head, "Empezar la producción")
    kinds = ("Crear nota", "Crear material", "Crear evento")
    note, poster, event = [create(head, request, name, title=TITLE) for name in kinds]
    finish_art(head, poster)
    produce(head, poster, "En diseño", "Aprobado")
    head.goto(request)
    step(head, "Enviar a revisión de la unidad")
    private = lend(head)

    phone = open_page(PHONE, java_script_enabled=False)
    phone.goto(private)
    expect(phone.get_by_role("heading", level=1)).to_have_text(TITLE)
    assert phone.get_by_role("link", name="Ver").count() == 3
    phone.get_by_role("link", name="Ver").first.click()
    expect(phone.get_by_role("heading", level=1)).to_have_text(TITLE)
    phone.goto(private)
    answer(phone, "Solo comentar", "Se ve muy bien.")
    answer(phone, "Aprobar", "")
    expect(phone.get_by_text("Quedó aprobada")).to_be_visible()

    for form in (note, event, poster):
        publish(head, form)
    head.goto(request)
    expect(head.locator(".request__state")).to_contain_text("Publicada")
    expect(head.get_by_text("Se ve muy bien.")).to_be_visible()
    head.get_by_role("link", name="Registrar difusión").click()
    head.get_by_label("Canal").select_option(label="Radio")
    head.get_by_label("Cantidad").fill("6")
    head.get_by_label("Lugar o medio").fill("Radio de ejemplo")
    head.get_by_role("button", name="Registrar", exact=True).click()
    expect(head.locator("#difusion + ul")).to_contain_text("Radio de ejemplo")

    unit.goto(request)
    expect(unit.locator(".request__state")).to_contain_text("Publicada")
    citizen = open_page(PHONE)
    assert citizen.goto("/noticias/feria-de-la-papa-nativa/").status == 200


def answer(phone, button: str, words: str) -> None:
    """Answer at the private link."""
    phone.get_by_label("Su nombre").fill("Enlace de ejemplo")
    phone.get_by_label("Comentario").fill(words)
    phone.get_by_role("button", name=button).click()
    expect(phone.get_by_role("status")).to_be_visible()


def test_the_requests_screens_are_accessible_and_fit_a_phone(server, open_page):
    unit = open_page(DESK)
    sign_in(unit, "unidad")
    ask(unit, title="Limpieza de acequias", needed_by=timezone.localdate(), event_at=f"{timezone.localdate()}T23:00")
    request = unit.url
    head = open_page(DESK)
    sign_in(head, "jefatura")
    backend = ["/admin/solicitudes/", "/admin/solicitudes/tablero/", "/admin/solicitudes/calendario/"]
    backend += ["/admin/solicitudes/nueva/", "/admin/tiempos-de-respuesta/", request]
    backend += [f"{request}move/returned/", f"{request}link/", f"{request}products/choose/", f"{request}spread/"]
    found, wide = {}, []
    for address in backend:
        head.set_viewport_size(DESK)
        head.goto(address)
        if broken := violations(head, include="main"):
            found[address] = broken
        head.set_viewport_size(PHONE)
        if head.evaluate("document.documentElement.scrollWidth") > PHONE["width"]:
            wide.append(address)
    head.goto(f"{request}link/")
    private = lend(head)
    phone = open_page(PHONE)
    for scheme in ("light", "dark"):
        phone.emulate_media(color_scheme=scheme)
        phone.goto(private)
        if broken := violations(phone):
            found[f"private, {scheme}"] = broken
    if phone.evaluate("document.documentElement.scrollWidth") > PHONE["width"]:
        wide.append("private")
    assert (found, wide) == ({}, [])
