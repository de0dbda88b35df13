"""A citizen on a phone searches: with suggestions by keyboard and by touch, without scripts, narrowed, accessible."""

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import DESK, PHONE
from tests.journeys.test_screens import violations

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("journeys")]


def test_suggestions_are_chosen_by_keyboard_and_told_to_screen_readers(open_page):
    page = open_page(DESK)
    page.goto("/buscar/")
    box = page.get_by_label("¿Qué busca?")
    box.press_sequentially("lic")
    listed = page.get_by_role("listbox", name="Sugerencias").first
    expect(listed).to_be_visible()
    assert violations(page) == []
    options = listed.get_by_role("option")
    first = options.first.text_content()
    box.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute("aria-activedescendant", options.first.get_attribute("id"))
    expect(box).to_have_value(first)
    box.press("ArrowUp")
    expect(box).to_have_value("lic")
    box.press("ArrowDown")
    box.press("Escape")
    expect(box).to_have_value("lic")
    expect(listed).to_be_hidden()
    expect(box).to_have_attribute("aria-expanded", "false")
    box.press_sequentially("encia")
    expect(listed).to_be_visible()
    box.press("ArrowDown")
    box.press("Enter")
    page.wait_for_url("**/buscar/?q=Licencia**")
    expect(page.locator(".found__title").first).to_contain_text("Licencia")


def test_a_suggestion_is_touched_on_a_phone_from_any_page(open_page):
    page = open_page(PHONE, has_touch=True)
    page.goto("/")
    page.locator("#finder").press_sequentially("partida")
    page.get_by_role("option").first.tap()
    page.wait_for_url("**/buscar/?q=**")
    expect(page.locator(".found__title").first).to_contain_text("partida")


def test_without_scripts_one_searches_narrows_and_drops_what_narrows(open_page):
    page = open_page(PHONE, java_script_enabled=False)
    page.goto("/")
    page.locator("#finder").fill("agua")
    page.get_by_role("search").get_by_role("button", name="Buscar").first.click()
    page.get_by_text("Filtrar los resultados").click()
    page.get_by_role("link", name="Materiales").click()
    page.wait_for_url("**tipo=materials**")
    page.get_by_role("link", name="Quitar filtros").click()
    expect(page.get_by_role("status").first).to_contain_text("resultados para «agua»")
