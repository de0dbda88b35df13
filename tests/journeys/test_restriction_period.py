"""An election's restriction in a real browser: what it blocks, and what it lets pass."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import DESK, PHONE
from tests.journeys.editor import sign_in, start_note, write_title

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("journeys")]
PUBLICITY, SERVICE = "Gran feria de logros municipales", "Corte de agua por limpieza del canal"


def publish(page: Page) -> None:
    page.get_by_role("button", name="Más acciones").click()
    page.get_by_role("button", name="Publicar", exact=True).click()


def status(open_page, slug: str) -> int:
    return open_page(PHONE).goto(f"/noticias/{slug}/").status


def test_a_restriction_period_blocks_publicity_that_names_nobody_may_and_lets_service_pass(server, open_page):
    head = open_page(DESK)
    sign_in(head, "jefatura")
    expect(head.get_by_text("Rige una restricción de publicidad estatal.")).to_be_visible()

    start_note(head)
    write_title(head, PUBLICITY)
    head.locator("#id_summary").fill("La alcaldesa invita a toda la provincia.")
    head.get_by_role("tab", name="Difusión").click()
    head.locator("#id_is_publicity").check()
    publish(head)
    expect(head.get_by_text("indique la causal que permite esta publicidad").first).to_be_attached()
    expect(head.get_by_text("«alcaldesa» (bajada)").first).to_be_attached()
    assert status(open_page, "gran-feria-de-logros-municipales") == 404

    head.goto("/admin/publicidad/")
    expect(head.get_by_role("link", name=PUBLICITY).first).to_be_visible()
    expect(head.locator(".state-tag", has_text="Rechazada").first).to_be_visible()

    head.goto("/admin/")
    start_note(head)
    write_title(head, SERVICE)
    head.locator("#id_summary").fill("Será el sábado de 8 a 12 en el barrio Alto.")
    publish(head)
    expect(head.locator(".messages .success").first).to_be_visible()
    assert status(open_page, "corte-de-agua-por-limpieza-del-canal") == 200
