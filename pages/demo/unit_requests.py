"""The demonstration's requests, taken through their course by the real actions."""

import tomllib
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from institution.models import OrganicUnit, User
from institution.rules.lima import LIMA
from pages.actions.unit_requests.assignment import assign_request
from pages.actions.unit_requests.moves import move_request
from pages.actions.unit_requests.products import STARTED, link_product, start_product
from pages.actions.unit_requests.receive import Brief, receive_request
from pages.actions.unit_requests.talk import say
from pages.enums import RequestFormat, RequestState
from pages.models import DiffusionEntry, NewsPage, UnitRequest

DATA = Path(__file__).with_suffix(".toml")
BY_LINK = "unit"
GIVEN = "Archivo de ejemplo que la unidad adjuntó a su solicitud.\n"


def load_requests(*, at: datetime) -> None:
    """Receive each request and take it as far as its data say, on days counted from `at`."""
    people = {user.username: user for user in User.objects.all()}
    requests = tomllib.loads(DATA.read_text(encoding="utf-8"))["requests"]
    for data in sorted(requests, key=lambda each: each["received"]):
        request = _receive(data, people, at)
        _go_through(request, data, people, at)


def _receive(data: dict[str, Any], people: dict[str, User], at: datetime) -> UnitRequest:
    unit = OrganicUnit.objects.get(code=data["unit"])
    received = at + timedelta(days=data["received"])
    brief = Brief(
        title=data["title"],
        what=data["what"],
        audience=data["audience"],
        needed_by=(at + timedelta(days=data["needed"])).astimezone(LIMA).date(),
        event_at=at + timedelta(days=data["event"]) if "event" in data else None,
        event_place=data.get("event_place", ""),
        contact_name=f"Enlace de {unit.code} (ejemplo)",
        contact_email=f"{unit.code.lower()}@example.test",
    )
    formats = [RequestFormat(kind) for kind in data["formats"]]
    files = [SimpleUploadedFile(name, GIVEN.encode()) for name in data.get("files", [])]
    return receive_request(unit=unit, brief=brief, formats=formats, files=files, by=people[data["by"]], at=received)


def _go_through(request: UnitRequest, data: dict[str, Any], people: dict[str, User], at: datetime) -> None:
    writer = people["redaccion"]
    for kind in data.get("starts", []):
        start_product(request=request, model=STARTED[kind], by=writer, at=at)
    for note in NewsPage.objects.filter(slug__in=data.get("links", [])):
        link_product(request=request, page=note, by=writer, at=at)
    for step in data.get("steps", []):
        _move(request, step, people, at)
    for message in data.get("messages", []):
        by = people.get(message["by"])
        say(request=request, text=message["text"], by=by, signed=message.get("signed", ""), at=_on(message, at))
    for entry in data.get("spread", []):
        _record(request, entry, writer, at)
    if closing := data.get("closing"):
        _move(request, closing, people, at)


def _move(request: UnitRequest, step: dict[str, Any], people: dict[str, User], at: datetime) -> None:
    move_request(
        request=request,
        to=RequestState(step["to"]),
        by=None if step["by"] == BY_LINK else people[step["by"]],
        signed=step.get("signed", ""),
        reason=step.get("reason", ""),
        at=_on(step, at),
    )
    if assigned := step.get("assign"):
        assign_request(request=request, to=people[assigned], by=people["jefatura"], at=_on(step, at))


def _record(request: UnitRequest, entry: dict[str, Any], by: User, at: datetime) -> None:
    DiffusionEntry.objects.create(
        request=request,
        channel=entry["channel"],
        carried_on=_on(entry, at).astimezone(LIMA).date(),
        quantity=entry["quantity"],
        place=entry["place"],
        recorded_by=by,
    )


def _on(step: dict[str, Any], at: datetime) -> datetime:
    return at + timedelta(days=step["day"])
