"""What people do in the backend, step by step, as a person would name it."""

from pathlib import Path

from django.utils.text import slugify
from playwright.sync_api import Page, expect

from tests.factories.people import PASSWORD


def sign_in(page: Page, username: str) -> None:
    """Sign in and arrive at «Mi día»."""
    page.goto("/admin/login/")
    page.locator("input[name=username]").fill(username)
    page.locator("input[name=password]").fill(PASSWORD)
    page.get_by_role("button", name="Iniciar sesión").click()
    expect(page.get_by_role("heading", name="Mi día")).to_be_visible()


def start_note(page: Page) -> None:
    """Open the form of a new note from the menu."""
    page.get_by_role("link", name="Noticias").click()
    page.get_by_role("link", name="Nueva nota").first.click()
    expect(page.locator("#id_title")).to_be_visible()


def write_title(page: Page, title: str) -> None:
    """Type the title as a person does, and see the address follow it."""
    page.locator("#id_title").press_sequentially(title)
    expect(page.locator("#id_slug")).to_have_value(slugify(title))


def add_block(page: Page, name: str) -> None:
    """Add a block of that name at the end of the body."""
    page.locator("button.c-sf-add-button").last.click()
    page.get_by_role("option", name=name, exact=True).click()


def write_prose(page: Page, words: str) -> None:
    """Add a text block and write in it."""
    add_block(page, "Texto")
    page.locator(".public-DraftEditor-content").last.click()
    page.keyboard.type(words)


def write_quote(page: Page, words: str, speaker: str) -> None:
    """Add a quote and who said it."""
    add_block(page, "Cita")
    page.locator("textarea[name$='-value-text']").last.fill(words)
    page.locator("input[name$='-value-speaker']").last.fill(speaker)


def upload_lead_photo(page: Page, photo: Path, *, alt: str) -> None:
    """Choose a lead photo that isn't in the library yet, and describe it."""
    page.get_by_role("tab", name="Multimedia").click()
    page.get_by_role("button", name="Seleccionar una imagen").first.click()
    modal = page.locator(".modal-dialog")
    modal.get_by_role("tab", name="Subir").click()
    modal.locator("input[type=file]").set_input_files(photo)
    expect(modal.locator("input[name$='-title']")).to_have_value(photo.stem)
    modal.locator("[name$='-description']").fill(alt)
    modal.locator("input[name$='-credit']").fill("Municipalidad de ejemplo")
    modal.locator("select[name$='-people_shown']").select_option("nobody")
    modal.locator("button[type=submit]:visible").click()
    expect(page.locator("#tab-multimedia img[src]").first).to_be_visible()
    page.locator("#id_lead_photo_alt").fill(alt)


def save_draft(page: Page) -> None:
    """Save, and be told so."""
    page.get_by_role("button", name="Guardar borrador").click()
    expect(page.locator(".messages .success").first).to_be_visible()


def submit_for_review(page: Page) -> None:
    """Send the note to the head of the office."""
    page.get_by_role("button", name="Más acciones").click()
    page.get_by_role("button", name="Enviar a Revisión de Jefatura").click()
    expect(page.locator(".messages .success").first).to_be_visible()


def approve(page: Page, title: str) -> None:
    """Open the note from «Mi día» and approve it."""
    page.get_by_role("link", name=title).first.click()
    page.get_by_role("button", name="Más acciones").click()
    page.get_by_role("button", name="Aprobar y publicar", exact=False).first.click()
    expect(page.locator(".messages .success").first).to_be_visible()
