"""An event with two registered people is postponed: page, calendar and API say so, and each person is told once."""

import json
import re
import urllib.request
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from institution.rules.lima import LIMA
from tests.journeys.conftest import DESK, PHONE
from tests.journeys.editor import sign_in
from tests.servers import Server

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("journeys")]
EVENT = "/eventos/taller-de-compostaje/"
REASON = "Las lluvias cerraron la via"
PEOPLE = ("vecina-uno@example.test", "vecina-dos@example.test")


def register(page: Page, email: str) -> None:
    """Register as a citizen does."""
    page.goto(EVENT)
    page.get_by_role("link", name="Inscribirme").first.click()
    page.get_by_label("Nombre y apellidos").fill("Vecina de ejemplo")
    page.get_by_label("Correo", exact=True).fill(email)
    page.get_by_role("checkbox").check()
    page.get_by_role("button", name="Enviar inscripción").click()
    expect(page.get_by_text("Recibimos su inscripción")).to_be_visible()


def sent(server: Server, subject: str) -> list[str]:
    """To whom the messages of that subject went, as the folder of mail has them."""
    files = (path.read_text(encoding="utf-8") for path in (Path(server.values["VAR_DIR"]) / "mail").glob("*"))
    return sorted(re.findall(rf"^Subject: {subject}: Taller de compostaje\n(?:.+\n)*?To: (\S+)", "".join(files), re.M))


def fetch(url: str) -> str:
    with urllib.request.urlopen(url, timeout=20) as answer:
        return answer.read().decode()


def told(server: Server) -> dict:
    """The event as the API tells it."""
    return json.loads(fetch(f"{server.url}/api/v1/events/taller-de-compostaje"))


def test_an_event_postponed_with_two_registered_people_is_told_once_each(server, open_page):
    citizen = open_page(PHONE, java_script_enabled=False)
    for email in PEOPLE:
        register(citizen, email)

    before, to = told(server), (timezone.now() + timedelta(days=20)).astimezone(LIMA)
    head = open_page(DESK)
    sign_in(head, "jefatura")
    head.goto(f"/admin/eventos/{before['id']}/postergar/")
    expect(head.get_by_text("2 personas inscritas")).to_be_visible()
    head.locator("input[name=to]").fill(to.strftime("%Y-%m-%d 15:00"))
    head.keyboard.press("Escape")
    head.locator("input[name=reason]").fill(REASON)
    head.get_by_role("button", name="Postergar y avisar").click()
    expect(head.locator(".messages .success").first).to_contain_text("postergado")

    assert sent(server, "Postergado") == sorted(PEOPLE)
    citizen.goto(EVENT)
    expect(citizen.get_by_text("Postergado al")).to_be_visible()
    expect(citizen.get_by_text(REASON)).to_be_visible()
    expect(citizen.locator("del").first).to_be_visible()
    after = told(server)
    assert after["status"]["sequence"] == before["status"]["sequence"] + 1
    assert after["occurrences"][0]["starts_at"].startswith(to.strftime("%Y-%m-%dT15:00"))
    calendar = fetch(f"{server.url}/feeds/eventos.ics")
    assert f"DTSTART;TZID=America/Lima:{to:%Y%m%d}T150000" in calendar
    assert REASON in calendar
