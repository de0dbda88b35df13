"""A unit fills in the short form: what is kept, what is refused, nothing typed lost."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from institution.enums import Role
from pages.enums import RequestState as State
from pages.models import UnitRequest
from tests.pages.desk import sign_in
from tests.pages.unit_requests.desk import address_of, filled, signed_in


def test_a_unit_asks_for_itself_with_its_files(unit):
    client = signed_in(unit)
    files = [SimpleUploadedFile("oficio.pdf", b"%PDF-1.4"), SimpleUploadedFile("lista.csv", b"nombre")]
    answer = client.post(reverse("solicitudes:add"), filled(unit="999", files=files))
    request = UnitRequest.objects.get()
    assert answer.url == address_of(request)
    assert (request.unit, request.state, request.number.text[:2]) == (unit.unit, State.RECEIVED, "S-")
    assert [file.name for file in request.files.all()] == ["oficio.pdf", "lista.csv"]
    page = client.get(answer.url).content.decode()
    assert all(words in page for words in ("Limpieza de techos", "Afiche", "oficio.pdf", "Recibida"))


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"title": ""}, "Este campo es"),
        ({"title": "x" * 151}, "150"),
        ({"formats": ["hologram"]}, "hologram"),
        ({"needed_by": "2020-01-01"}, "ya pasó"),
        ({"needed_by": "9999-12-31"}, "demasiado lejos"),
        ({"needed_by": "mañana"}, "Introduzca una fecha válida"),
        ({"formats": ["event"]}, "diga cuándo es"),
        ({"event_at": "9999-12-31T23:59"}, "demasiado lejos"),
        ({"event_at": "0001-01-01T00:00"}, "ya pasó"),
        ({"contact_email": "sin-arroba"}, "correo electrónico"),
        ({"files": SimpleUploadedFile("virus.exe", b"MZ")}, "no se puede adjuntar"),
        ({"title": "Nulo\0"}, "nulos"),
    ],
)
def test_a_request_that_makes_no_sense_is_shown_again_with_what_was_typed(unit, wrong, why):
    answer = signed_in(unit).post(reverse("solicitudes:add"), filled(**wrong))
    page = answer.content.decode()
    assert answer.status_code == 200
    assert why in page
    assert "Recojo de inservibles" in page
    assert not UnitRequest.objects.exists()


def test_somebody_without_a_unit_is_told_what_to_do(db):
    page = sign_in(Role.UNIT).post(reverse("solicitudes:add"), filled()).content.decode()
    assert "no dice de qué unidad es" in page


def test_the_office_asks_in_a_units_name(unit):
    sign_in(Role.WRITING).post(reverse("solicitudes:add"), filled(unit=unit.unit_id))
    assert UnitRequest.objects.get().unit == unit.unit
