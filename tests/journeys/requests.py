"""What a unit and the office do with a request, step by step, as a person would name it."""

import re
from datetime import date

from playwright.sync_api import Page, expect

from tests.journeys.editor import save_draft


def ask(page: Page, *, title: str, needed_by: date, event_at: str) -> None:
    """Fill in the short form and send it."""
    page.goto("/admin/solicitudes/nueva/")
    page.get_by_label("Qué se quiere difundir").fill(title)
    page.get_by_label("Lo que debe decir").fill("Los productores venden papa nativa en la plaza.")
    page.get_by_label("Para quién").fill("Familias de la provincia")
    for name in ("Nota de prensa", "Afiche", "Evento en la agenda"):
        page.get_by_label(name).check()
    page.get_by_label("Se necesita para el").fill(needed_by.isoformat())
    page.get_by_label("Fecha y hora del evento").fill(event_at)
    page.get_by_label("Lugar del evento").fill("Plaza de Armas")
    page.get_by_label("Archivos").set_input_files(
        {"name": "programa.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4 programa"}
    )
    page.get_by_role("button", name="Enviar solicitud").click()
    expect(page.get_by_text("Recibimos la solicitud")).to_be_visible()


def step(page: Page, name: str) -> None:
    """Press the button that moves the request on."""
    page.get_by_role("button", name=name, exact=True).click()
    expect(page.locator(".messages .success").first).to_be_visible()


def create(page: Page, request: str, name: str, *, title: str) -> str:
    """Start a piece from the request; the address of its form, filled in already."""
    page.goto(request)
    page.get_by_role("button", name=name, exact=True).click()
    expect(page.locator("#id_title")).to_have_value(title)
    expect(page.locator("#id_summary")).to_have_value(re.compile("papa nativa"))
    return page.url


def lend(page: Page) -> str:
    """Make the private link on the screen that offers it; its address."""
    page.get_by_role("button", name="Crear enlace").click()
    return page.get_by_label("Dirección").input_value()


def publish(page: Page, form: str) -> None:
    """Open a piece's form and publish it."""
    page.goto(form)
    page.get_by_role("button", name="Más acciones").click()
    page.get_by_role("button", name="Publicar", exact=True).click()
    expect(page.locator(".messages .success").first).to_be_visible()


def finish_art(page: Page, form: str) -> None:
    """What the designer does on the material's own screens: its file, and what it says in words."""
    page.goto(form)
    page.locator("#id_kind").select_option(label="Afiche")
    page.get_by_role("tab", name="Archivos").click()
    page.locator("#id_presentations-ADD").click()
    page.locator("#id_presentations-0-label").fill("A3 para imprimir")
    page.locator("#id_presentations-0-document-chooser").get_by_role("button").first.click()
    modal = page.locator(".modal-dialog")
    modal.get_by_role("tab", name="Subir").click()
    modal.locator("input[type=file]").set_input_files(
        {"name": "afiche.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4 afiche"}
    )
    expect(modal.locator("input[name$='-title']")).to_have_value("afiche")
    modal.locator("button[type=submit]:visible").click()
    expect(page.locator("#id_presentations-0-document-chooser")).to_contain_text("afiche")
    page.locator("[data-contentpath=text_alternative] .public-DraftEditor-content").click()
    page.keyboard.type("Feria de la papa en la plaza.")
    # The editor hands its words to the form a moment after they are typed.
    expect(page.locator("#id_text_alternative")).to_have_value(re.compile("papa en la plaza"))
    save_draft(page)


def produce(page: Page, form: str, *steps: str) -> None:
    """Take the material from one step of its production to the next, on the screen that its form leads to."""
    for name in steps:
        page.goto(form)
        page.get_by_role("tab", name="Producción").click()
        page.get_by_role("link", name="Pasar a otro estado").click()
        page.get_by_label(name, exact=True).check()
        page.get_by_role("button", name="Pasar", exact=True).click()
        expect(page.locator(".messages .success").first).to_be_visible()
