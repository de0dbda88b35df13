"""Who reaches what: a unit never another unit's request, nor what is the office's."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from pages.actions.unit_requests.links import create_review_link
from pages.actions.unit_requests.products import link_product
from pages.actions.unit_requests.talk import say
from pages.enums import RequestState as State
from pages.models import MaterialPage
from tests.factories.pages import draft_piece
from tests.factories.unit_requests import NOW, asked, asked_in
from tests.pages.unit_requests.desk import address_of, signed_in, told_off


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
        assert client.get(address_of(request, name, *more)).status_code == 404, name
    for name, *more in [
        ("assign",),
        ("start_product", "nota"),
        ("unlink_product", product.pk),
        ("revoke_link", link.pk),
        ("say",),
        ("move", "approved"),
    ]:
        assert client.post(address_of(request, name, *more), {"text": "Hola"}).status_code == 404, name
    for name in ("index", "board", "calendar"):
        assert request.title not in client.get(reverse(f"solicitudes:{name}")).content.decode()
    assert request.title not in client.get(reverse("solicitudes:index"), {"export": "csv"}).getvalue().decode()


def test_a_unit_does_nothing_of_the_offices_on_its_own_request(unit):
    request = asked_in(State.PRODUCTION, by=unit)
    client = signed_in(unit)
    for name, *more in [("assign",), ("start_product", "nota")]:
        assert told_off(client.post(address_of(request, name, *more)))
    for name in ("link", "choose_product", "spread"):
        assert told_off(client.get(address_of(request, name)))
    client.post(address_of(request, "move", "published"), {"reason": "Quiero"})
    request.refresh_from_db()
    assert request.state == State.PRODUCTION
    assert not request.products.exists()


def test_nobody_reaches_one_requests_parts_through_another(unit):
    mine, other = asked(by=unit), asked()
    say(request=other, text="Interno", files=[SimpleUploadedFile("a.pdf", b"%PDF")], at=NOW)
    product = link_product(request=other, page=draft_piece(MaterialPage), by=unit, at=NOW)
    client = signed_in(unit)
    assert client.get(address_of(mine, "file", other.files.get().pk)).status_code == 404
    assert client.get(address_of(mine, "product", product.pk)).status_code == 404


def test_the_history_tells_a_unit_of_its_own_requests_only(unit):
    own, other = asked(by=unit), asked(title="De otra unidad")
    told = signed_in(unit).get(reverse("wagtailadmin_reports:site_history")).content.decode()
    assert (own.number.text in told, other.number.text in told) == (True, False)
