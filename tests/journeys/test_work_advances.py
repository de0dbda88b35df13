"""A work whose advance moves, and whose page, map and API follow; and a problem that a neighbour reports of it."""

import json
import urllib.request

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import DESK, PHONE
from tests.journeys.content import WORK
from tests.journeys.editor import sign_in

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("journeys")]


def told_by_the_api(server) -> dict:
    with urllib.request.urlopen(f"{server.url}/api/v1/works/{WORK}", timeout=20) as answer:
        return json.load(answer)


def fill_advance(page: Page, *, on: str, physical: str, financial: str) -> None:
    """Fill in the form of an advance and send it."""
    page.locator("#id_on").fill(on)
    page.locator("#id_physical").fill(physical)
    page.locator("#id_financial").fill(financial)
    page.locator("#id_note").fill("Se revistió el sector final.")
    page.locator("form button[type=submit].button").last.click()


def test_an_advance_is_recorded_and_the_page_the_map_and_the_api_follow(server, open_page):
    head = open_page(DESK)
    sign_in(head, "jefatura")
    work = told_by_the_api(server)
    assert work["physical"] == 85.7

    head.goto(f"/admin/obras/{work['id']}/avance/")
    fill_advance(head, on="2026-11-20", physical="80", financial="85")
    expect(head.get_by_text("El 31/10/2026 ya se había informado", exact=False)).to_be_visible()
    expect(head.locator("#id_note")).to_have_value("Se revistió el sector final.")
    head.locator("#id_physical").fill("93.5")
    head.locator("form button[type=submit].button").last.click()
    expect(head.get_by_text("El avance quedó registrado", exact=False)).to_be_visible()

    citizen = open_page(PHONE)
    citizen.goto(f"/obras/{WORK}/")
    expect(citizen.get_by_text("93.5 %").first).to_be_visible()
    expect(citizen.get_by_text("Se revistió el sector final.")).to_be_visible()
    citizen.get_by_text("Ver los datos en una tabla").click()
    expect(citizen.get_by_role("row", name="20/11/2026")).to_contain_text("93.5 %")
    assert citizen.evaluate("document.documentElement.scrollWidth") == PHONE["width"]

    citizen.goto("/obras/?vista=mapa&estado=execution")
    citizen.get_by_role("region", name="Mapa de las obras").scroll_into_view_if_needed()
    mark = citizen.locator("path.map__work--execution").first
    expect(mark).to_be_visible()
    citizen.wait_for_timeout(1_000)  # the map comes to rest: a click while it moves is a drag
    mark.click(force=True)
    expect(citizen.locator(".leaflet-popup-content")).to_contain_text("93.5 %")

    told = told_by_the_api(server)
    assert (told["physical"], told["measured_on"]) == (93.5, "2026-11-20")
    assert told["advances"][0]["note"] == "Se revistió el sector final."


def test_without_scripts_the_works_are_filtered_read_and_their_problems_reported(server, open_page):
    citizen = open_page(PHONE, java_script_enabled=False)
    citizen.goto("/obras/?vista=mapa")
    citizen.get_by_text("Filtrar").first.click()
    citizen.locator("select[name=distrito]").select_option("la-merced")
    citizen.get_by_role("button", name="Aplicar").click()
    citizen.wait_for_url("**vista=mapa**")
    expect(citizen.locator(".places li")).to_have_count(1)
    citizen.goto(f"/obras/{WORK}/")
    citizen.get_by_role("link", name="Reportar un problema").click()
    citizen.locator("#id_problem").fill("La compuerta 12 quedó abierta.")
    citizen.locator("#id_consent").check()
    citizen.get_by_role("button", name="Enviar reporte").click()
    expect(citizen.get_by_text("Recibimos su reporte")).to_be_visible()

    head = open_page(DESK)
    sign_in(head, "jefatura")
    head.goto("/admin/reportes-de-obras/")
    expect(head.get_by_text("La compuerta 12 quedó abierta.")).to_be_visible()
