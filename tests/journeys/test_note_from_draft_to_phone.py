"""The main job whole: an editor writes, the head approves, a citizen reads on a phone, a tool pulls it."""

import json
import re
import urllib.request

import pytest
from playwright.sync_api import Page, expect

from tests.factories.institution import picture_bytes
from tests.journeys.conftest import DESK, PHONE
from tests.journeys.editor import (
    approve,
    save_draft,
    sign_in,
    start_note,
    submit_for_review,
    upload_lead_photo,
    write_prose,
    write_quote,
    write_title,
)

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("journeys")]
TITLE = "Culminó la limpieza del canal de Coris"
SLUG = "culmino-la-limpieza-del-canal-de-coris"
PROSE = "La faena reunió a los regantes de tres sectores."
QUOTE = "El agua llega otra vez a todas las chacras."


def write_note(page: Page, tmp_path) -> None:
    photo = tmp_path / "faena.jpg"
    photo.write_bytes(picture_bytes(size=(1600, 1066), colour="#2f6f3f", kind="JPEG"))
    start_note(page)
    write_title(page, TITLE)
    page.locator("#id_kicker").fill("Riego")
    page.locator("#id_summary").fill("Tres sectores vuelven a regar por turnos.")
    write_prose(page, PROSE)
    write_quote(page, QUOTE, "Regante de ejemplo")
    upload_lead_photo(page, photo, alt="Vecinos limpian el canal")
    save_draft(page)


def preview_at_phone_width(page: Page) -> None:
    page.get_by_role("button", name="Alternar vista previa").click()
    page.get_by_label("Vista previa en tamaño móvil").check(force=True)
    frame = page.frame_locator("[data-side-panel=preview] iframe").first
    expect(frame.get_by_role("heading", level=1)).to_have_text(TITLE)
    expect(frame.get_by_text(QUOTE)).to_be_attached()


def fetch(url: str) -> str:
    with urllib.request.urlopen(url, timeout=20) as answer:
        return answer.read().decode()


def test_a_note_goes_from_the_editors_draft_to_the_citizens_phone_and_to_a_tool(server, open_page, tmp_path):
    editor = open_page(DESK)
    sign_in(editor, "redaccion")
    write_note(editor, tmp_path)
    preview_at_phone_width(editor)
    editor.get_by_role("button", name="Más acciones").click()
    expect(editor.get_by_role("button", name=re.compile("^Publicar"))).to_have_count(0)
    editor.keyboard.press("Escape")
    submit_for_review(editor)

    citizen = open_page(PHONE)
    assert citizen.goto(f"/noticias/{SLUG}/").status == 404

    head = open_page(DESK)
    sign_in(head, "jefatura")
    approve(head, TITLE)

    assert citizen.goto(f"/noticias/{SLUG}/").status == 200
    expect(citizen.get_by_role("heading", level=1)).to_have_text(TITLE)
    expect(citizen.get_by_text(QUOTE)).to_be_visible()
    expect(citizen.get_by_alt_text("Vecinos limpian el canal").first).to_be_visible()
    assert citizen.evaluate("document.documentElement.scrollWidth") == PHONE["width"]

    items = json.loads(fetch(f"{server.url}/api/v1/news"))["items"]
    found = next(item for item in items if item["slug"] == SLUG)
    assert found["title"] == TITLE
    assert re.fullmatch(r"N\.° \d{3}-\d{4}-OII-MPA", found["number"])
    assert TITLE in fetch(f"{server.url}/feeds/noticias.rss")


def test_the_editor_cannot_publish_even_by_hand(server, open_page):
    editor = open_page(DESK)
    sign_in(editor, "redaccion")
    start_note(editor)
    write_title(editor, "Intento de publicar sin permiso")
    editor.locator("#id_summary").fill("No debe salir.")
    save_draft(editor)
    editor.evaluate(
        """() => {
            const form = document.querySelector('form[data-edit-form], #page-edit-form');
            const action = document.createElement('input');
            action.type = 'hidden'; action.name = 'action-publish'; action.value = '1';
            form.append(action); form.submit();
        }"""
    )
    editor.wait_for_load_state()
    assert open_page(PHONE).goto("/noticias/intento-de-publicar-sin-permiso/").status == 404
