"""The requests' screens: who sees what, bad input, nothing typed lost."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from institution.actions.seed_roles import seed_roles
from institution.enums import Role
from pages.actions.unit_requests.links import create_review_link
from pages.actions.unit_requests.products import link_product
from pages.actions.unit_requests.talk import say
from pages.enums import RequestState as State
from pages.models import DiffusionEntry, EventPage, MaterialPage, NewsPage, UnitRequest
from tests.factories.pages import draft_note, draft_piece, site_tree
from tests.factories.people import user_with
from tests.factories.unit_requests import NOW, asked, asked_in, series, unit_person
from tests.pages.desk import sign_in


def signed_in(person) -> Client:
    seed_roles()
    client = Client()
    client.force_login(person)
    return client


def filled(**changes) -> dict:
    soon = timezone.localdate() + timedelta(days=7)
    return {
        "title": "Limpieza de techos",
        "what": "Recojo de inservibles por barrios.",
        "audience": "Vecinos de Aija",
        "formats": ["note", "poster"],
        "needed_by": soon.isoformat(),
        "contact_name": "Enlace de ejemplo",
        "contact_email": "enlace@example.test",
    } | changes


def open_one(request: UnitRequest, name: str = "inspect", *more) -> str:
    return reverse(f"solicitudes:{name}", args=[request.pk, *more])


@pytest.fixture
def unit(db):
    series()
    return unit_person()


def test_a_unit_asks_for_itself_with_its_files(unit):
    client = signed_in(unit)
    files = [SimpleUploadedFile("oficio.pdf", b"%PDF-1.4"), SimpleUploadedFile("foto.jpg", b"foto")]
    answer = client.post(reverse("solicitudes:add"), filled(unit="999", files=files))
    request = UnitRequest.objects.get()
    assert answer.url == open_one(request)
    assert (request.unit, request.state, request.number.text[:2]) == (unit.unit, State.RECEIVED, "S-")
    assert [file.name for file in request.files.all()] == ["oficio.pdf", "foto.jpg"]
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


def test_a_unit_never_reaches_another_units_request(unit):
    request = asked()
    say(request=request, text="Interno", files=[SimpleUploadedFile("a.pdf", b"%PDF")], at=NOW)
    product = link_product(request=request, page=draft_piece(MaterialPage), by=unit, at=NOW)
    link, _address = create_review_link(request=request, days=2, by=unit, at=timezone.now())
    client = signed_in(unit)
    for name, *more in [
        ("inspect",),
        ("edit",),
        ("move", "approved"),
        ("say",),
        ("link",),
        ("spread",),
        ("choose_product",),
        ("file", request.files.get().pk),
        ("product", product.pk),
    ]:
        assert client.get(open_one(request, name, *more)).status_code == 404, name
    for name, *more in [
        ("assign",),
        ("start_product", "nota"),
        ("unlink_product", product.pk),
        ("revoke_link", link.pk),
        ("say",),
        ("move", "approved"),
    ]:
        assert client.post(open_one(request, name, *more), {"text": "Hola"}).status_code == 404, name
    for name in ("index", "board", "calendar"):
        assert request.title not in client.get(reverse(f"solicitudes:{name}")).content.decode()
    assert request.title not in client.get(reverse("solicitudes:index"), {"export": "csv"}).getvalue().decode()


def test_a_unit_does_nothing_of_the_offices_on_its_own_request(unit):
    request = asked_in(State.PRODUCTION, by=unit)
    client = signed_in(unit)
    for name, *more in [("assign",), ("start_product", "nota")]:
        assert told_off(client.post(open_one(request, name, *more)))
    for name in ("link", "choose_product", "spread"):
        assert told_off(client.get(open_one(request, name)))
    client.post(open_one(request, "move", "published"), {"reason": "Quiero"})
    request.refresh_from_db()
    assert request.state == State.PRODUCTION
    assert not request.products.exists()


def told_off(answer) -> bool:
    """Wagtail answers who may not with the way home and a message."""
    return answer.status_code == 302 and answer.url == reverse("wagtailadmin_home")


def test_nobody_reaches_one_requests_parts_through_another(unit):
    mine, other = asked(by=unit), asked()
    say(request=other, text="Interno", files=[SimpleUploadedFile("a.pdf", b"%PDF")], at=NOW)
    product = link_product(request=other, page=draft_piece(MaterialPage), by=unit, at=NOW)
    client = signed_in(unit)
    assert client.get(open_one(mine, "file", other.files.get().pk)).status_code == 404
    assert client.get(open_one(mine, "product", product.pk)).status_code == 404


def test_the_head_accepts_returns_with_a_reason_and_the_unit_sends_it_again(unit):
    request = asked(by=unit)
    head, client = sign_in(Role.HEAD), signed_in(unit)
    refused = head.post(open_one(request, "move", "returned"), {"reason": "  "})
    assert "Escriba el motivo" in refused.content.decode()
    head.post(open_one(request, "move", "returned"), {"reason": "Falta la hora."})
    page = client.get(open_one(request)).content.decode()
    assert "Falta la hora." in page
    assert "Enviar de nuevo" in page
    client.post(open_one(request, "edit"), filled(title="Con la hora"))
    client.post(open_one(request, "move", "received"))
    request.refresh_from_db()
    assert (request.title, request.state) == ("Con la hora", State.RECEIVED)


def test_a_step_that_is_not_open_is_told_and_what_was_typed_stays(unit):
    request = asked(by=unit)
    answer = sign_in(Role.WRITING).post(open_one(request, "move", "accepted"), {"reason": "Ya la vi"})
    page = answer.content.decode()
    assert "Ese paso lo da otra persona: la Jefatura de Imagen" in page
    assert "Ya la vi" in page
    assert sign_in(Role.HEAD).get(open_one(request, "move", "lost")).status_code == 404


def test_after_sending_it_to_review_the_link_is_offered_and_its_address_shown_once(unit):
    request = asked_in(State.PRODUCTION, by=unit)
    link_product(request=request, page=draft_piece(MaterialPage), by=unit, at=NOW)
    writer = sign_in(Role.WRITING)
    answer = writer.post(open_one(request, "move", "review"))
    assert answer.url == open_one(request, "link")
    shown = writer.post(answer.url, {"days": 3})
    token = shown.context["address"].rstrip("/").rsplit("/", 1)[1]
    assert "no-store" in shown["Cache-Control"]
    assert token not in writer.get(open_one(request)).content.decode()
    link = request.links.get()
    writer.post(open_one(request, "revoke_link", link.pk))
    link.refresh_from_db()
    assert link.revoked_at


@pytest.mark.parametrize("days", ["0", "31", "", "x", "9" * 30])
def test_a_link_of_no_sensible_duration_is_refused(unit, days):
    request = asked(by=unit)
    assert sign_in(Role.WRITING).post(open_one(request, "link"), {"days": days}).status_code == 200
    assert not request.links.exists()


def test_the_head_assigns_only_who_works_on_requests(unit):
    request = asked(by=unit)
    head, writer = sign_in(Role.HEAD), user_with(Role.WRITING)
    for person in (unit.pk, "x", "9" * 30):
        head.post(open_one(request, "assign"), {"person": person})
        request.refresh_from_db()
        assert request.assigned_to is None
    head.post(open_one(request, "assign"), {"person": writer.pk})
    request.refresh_from_db()
    assert request.assigned_to == writer
    assert told_off(sign_in(Role.WRITING).post(open_one(request, "assign"), {"person": ""}))


def test_pieces_are_started_and_linked_from_the_request(unit):
    site_tree()
    request = asked(by=unit)
    writer = sign_in(Role.WRITING)
    for kind, model in {"nota": NewsPage, "material": MaterialPage, "evento": EventPage}.items():
        answer = writer.post(open_one(request, "start_product", kind))
        piece = model.objects.get()
        assert answer.url == reverse("wagtailadmin_pages:edit", args=[piece.pk])
        assert (piece.title, piece.unit, piece.live) == (request.title, request.unit, False)
    assert writer.post(open_one(request, "start_product", "cohete")).status_code == 404
    assert f'href="{open_one(request)}"' in writer.get(answer.url).content.decode()
    page = signed_in(unit).get(open_one(request, "product", request.products.first().pk))
    assert page.status_code == 200
    assert request.title in page.content.decode()
    writer.post(open_one(request, "unlink_product", request.products.first().pk))
    assert request.products.count() == 2
    assert NewsPage.objects.exists()


def test_only_what_one_may_edit_is_linked_since_its_draft_will_be_seen(unit):
    request, others_draft = asked(by=unit), draft_note()
    writer = sign_in(Role.WRITING)
    page = writer.post(open_one(request, "choose_product"), {"page": others_draft.pk}).content.decode()
    assert "Solo puede vincular lo que usted puede editar" in page
    for wrong in ("x", "9" * 30, site_tree().home.pk):
        assert writer.post(open_one(request, "choose_product"), {"page": wrong}).status_code in (200, 400)
    assert not request.products.exists()
    sign_in(Role.HEAD).post(open_one(request, "choose_product"), {"page": others_draft.pk})
    assert request.products.get().page_id == others_draft.pk


def test_where_it_went_out_is_recorded_with_its_proof(unit):
    request = asked(by=unit)
    writer = sign_in(Role.WRITING)
    today = timezone.localdate()
    entry = {"channel": "radio", "carried_on": today.isoformat(), "quantity": 6, "place": "Radio de ejemplo"}
    writer.post(open_one(request, "spread"), entry | {"evidence_url": "https://radio.example.test/aviso"})
    recorded = DiffusionEntry.objects.get()
    assert (recorded.request, recorded.page, recorded.proven) == (request, None, True)
    assert "Radio de ejemplo" in signed_in(unit).get(open_one(request)).content.decode()
    assert request.title in writer.get(reverse("difusion:index")).content.decode()
    for wrong in (
        {"quantity": 0},
        {"quantity": "x"},
        {"channel": "dream"},
        {"carried_on": "2999-01-01"},
        {"page": 999},
    ):
        assert writer.post(open_one(request, "spread"), entry | wrong).status_code == 200
    assert DiffusionEntry.objects.count() == 1


def test_a_message_with_nothing_in_it_is_shown_again(unit):
    request = asked(by=unit)
    client = signed_in(unit)
    wrong = {"text": " ", "files": SimpleUploadedFile("nota.pdf", b"%PDF")}
    assert "Este campo es" in client.post(open_one(request, "say"), wrong).content.decode()
    client.post(open_one(request, "say"), {"text": "Ya llegó el logo", "files": SimpleUploadedFile("logo.png", b"PNG")})
    message = request.messages.get()
    assert (message.side, message.files.get().name) == ("unit", "logo.png")
    download = client.get(open_one(request, "file", message.files.get().pk))
    assert download["Content-Disposition"] == 'attachment; filename="logo.png"'
    assert download["X-Content-Type-Options"] == "nosniff"


def test_the_list_shows_the_overdue_first_and_finds_by_what_is_typed(unit):
    today = timezone.localdate()
    late = asked(by=unit, title="Tardía", needed_by=today - timedelta(days=2))
    soon = asked(by=unit, title="Próxima", needed_by=today + timedelta(days=1))
    done = asked_in(State.PUBLISHED, by=unit, title="Hecha", needed_by=today - timedelta(days=9))
    client = signed_in(unit)
    listed = client.get(reverse("solicitudes:index"))
    assert list(listed.context["object_list"]) == [late, soon, done]
    assert "Vencida" in listed.content.decode()
    for query, found in [
        ({"q": late.number.text}, [late]),
        ({"overdue": "true"}, [late]),
        ({"state": "published"}, [done]),
        ({"format": "video"}, []),
        ({"ordering": "title"}, [done, soon, late]),
    ]:
        assert list(client.get(reverse("solicitudes:index"), query).context["object_list"]) == found, query


@pytest.mark.parametrize("typed", ['"', "'", "\0", "%", "a" * 5_000, "NOT (", "*", "  "])
def test_no_search_breaks_the_list(unit, typed):
    asked(by=unit)
    assert signed_in(unit).get(reverse("solicitudes:index"), {"q": typed}).status_code == 200


@pytest.mark.parametrize(
    "query", ["mes=2026-13", "mes=0000-00", "mes=9999-12", "mes=%00", "mes=2100-12", "mes=2000-01", "mes=" + "1" * 999]
)
def test_no_month_breaks_the_calendar(unit, query):
    assert signed_in(unit).get(f"{reverse('solicitudes:calendar')}?{query}").status_code == 200


def test_the_board_moves_a_request_by_its_button(unit):
    request = asked(by=unit)
    head = sign_in(Role.HEAD)
    board = reverse("solicitudes:board")
    assert open_one(request, "move", "accepted") in head.get(board).content.decode()
    answer = head.post(open_one(request, "move", "accepted"), {"next": board})
    assert answer.url == board
    assert head.post(open_one(request, "move", "declined"), {"reason": "No", "next": "https://evil.test/"}).url == (
        open_one(request)
    )


def test_the_calendar_shows_what_is_needed_and_the_events(unit):
    day = timezone.localdate() + timedelta(days=1)
    asked(by=unit, title="Feria", needed_by=day, event_at=timezone.now() + timedelta(days=1))
    page = signed_in(unit).get(reverse("solicitudes:calendar"), {"mes": day.strftime("%Y-%m")}).content.decode()
    assert page.count("Feria") == 2
    assert "Evento:" in page


def test_my_day_shows_each_what_waits_for_them(unit):
    returned = asked_in(State.RETURNED, by=unit, title="Devuelta a la unidad")
    asked(by=unit, title="Recién llegada")
    home = reverse("wagtailadmin_home")
    seen = signed_in(unit).get(home).content.decode()
    assert returned.title in seen
    assert "Recién llegada" not in seen
    heads = sign_in(Role.HEAD).get(home).content.decode()
    assert "Recién llegada" in heads
    assert returned.title not in heads


def test_a_spreadsheet_runs_nothing_of_what_a_unit_typed(unit):
    asked(by=unit, title="=HYPERLINK(1)")
    exported = sign_in(Role.HEAD).get(reverse("solicitudes:index"), {"export": "csv"}).getvalue().decode()
    assert "'=HYPERLINK(1)" in exported


def test_the_figures_by_unit_are_shown_and_exported(unit):
    asked_in(State.DECLINED, by=unit, at=timezone.now())
    head = sign_in(Role.HEAD)
    address = reverse("response_times")
    page = head.get(address).content.decode()
    assert unit.unit.name in page
    exported = head.get(address, {"export": "csv"}).getvalue().decode()
    assert f"{unit.unit.name},1,0,1" in exported
    assert head.get(address, {"export": "xlsx"}).status_code == 200
    for wrong in (
        {"since": "x"},
        {"since": "2026-02-01", "until": "2026-01-01"},
        {"since": "0001-01-01"},
        {"until": "9999-12-31"},
    ):
        assert head.get(address, wrong).status_code == 200
    assert told_off(signed_in(unit).get(address))
