"""Several requests at once: who may, which may not and why, what is exported; and finding them as people type."""

import csv
import io

import pytest
from django.urls import reverse

from institution.enums import Role
from pages.enums import RequestState as State
from pages.models import UnitRequest
from tests.factories.people import user_with
from tests.factories.unit_requests import asked, asked_in
from tests.pages.desk import sign_in
from tests.pages.unit_requests.desk import signed_in

pytestmark = pytest.mark.django_db


def bulk(action: str, *requests: UnitRequest) -> str:
    ids = "&".join(f"id={request.pk}" for request in requests)
    return f"{reverse('wagtail_bulk_action', args=['pages', 'unitrequest', action])}?{ids}"


def states(*requests: UnitRequest) -> list[str]:
    return [UnitRequest.objects.get(pk=each.pk).state for each in requests]


def test_the_head_accepts_several_and_those_that_can_not_be_are_named_with_why(tree):
    new, newer, done = asked(), asked(), asked_in(State.PRODUCTION, title="Ya en curso")
    head, address = sign_in(Role.HEAD), bulk("accept", new, newer, done)
    page = head.get(address).content.decode()
    assert "Quedan como están" in page
    assert "de ahí no pasa a «Aceptada»" in page
    head.post(address)
    assert states(new, newer, done) == [State.ACCEPTED, State.ACCEPTED, State.PRODUCTION]
    assert new.moves.filter(to_state=State.ACCEPTED).count() == 1


def test_who_may_not_decide_accepts_and_assigns_none(tree, unit):
    mine = asked(by=unit)
    for person in (user_with(Role.WRITING), unit):
        client = signed_in(person)
        for action in ("accept", "assign"):
            address = bulk(action, mine)
            assert "la Jefatura de Imagen" in client.get(address).content.decode()
            client.post(address, {"person": person.pk})
    kept = UnitRequest.objects.get(pk=mine.pk)
    assert (kept.state, kept.assigned_to) == (State.RECEIVED, None)


def test_the_head_assigns_several_to_somebody_who_works_them_and_to_nobody_else(tree, unit):
    first, second, writer = asked(), asked(), user_with(Role.WRITING)
    head, address = sign_in(Role.HEAD), bulk("assign", first, second)
    assert head.post(address, {"person": unit.pk}).status_code == 200
    assert not UnitRequest.objects.exclude(assigned_to=None).exists()
    head.post(address, {"person": writer.pk})
    assert UnitRequest.objects.filter(assigned_to=writer).count() == 2


def test_the_chosen_are_exported_and_a_unit_exports_only_its_own(tree, unit):
    mine, other, alien = asked(by=unit, title="Uno"), asked(by=unit, title="Dos"), asked(title="Ajena")
    assert exported(sign_in(Role.HEAD), mine, alien) == ["Ajena", "Uno"]
    assert exported(signed_in(unit), mine, alien) == ["Uno"]
    assert exported(signed_in(unit), mine, other) == ["Dos", "Uno"]


def exported(client, *requests: UnitRequest) -> list[str]:
    address = client.get(bulk("export", *requests)).url.replace("xlsx", "csv")
    body = b"".join(client.get(address).streaming_content).decode("utf-8-sig")
    return sorted(row[2] for row in csv.reader(io.StringIO(body)) if row[2] in ("Uno", "Dos", "Ajena"))


def test_odd_choices_are_no_error(tree):
    head, request = sign_in(Role.HEAD), asked()
    for ids in ("id=all", "id=zz", "id=" + "9" * 60, "id=%00", "", f"id={request.pk},{request.pk}"):
        for action in ("accept", "assign", "export"):
            address = f"{reverse('wagtail_bulk_action', args=['pages', 'unitrequest', action])}?{ids}"
            assert head.get(address, follow=True).status_code == 200


def test_requests_are_found_whatever_the_accents_and_capitals(tree):
    asked(title="Limpieza de acequias en Huacllán")
    asked(title="Otra cosa")
    head = sign_in(Role.HEAD)
    for typed in ("huacllan", "HUACLLÁN", "huacllán"):
        page = head.get(reverse("solicitudes:index"), {"q": typed}).content.decode()
        assert "Limpieza de acequias" in page
        assert "Otra cosa" not in page
    for odd in ('"', "\x00", "%", "x" * 5000):
        assert head.get(reverse("solicitudes:index"), {"q": odd}).status_code == 200
