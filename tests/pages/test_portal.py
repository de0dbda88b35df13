"""The portal as a citizen meets it: pages, filters in the address, and what happens with nonsense."""

from datetime import UTC, datetime, timedelta

import pytest
from django.http import QueryDict
from django.utils import timezone

from institution.actions.seed_institution import seed_institution
from institution.models import InstitutionSettings
from pages.demo.portal import load_portal
from pages.demo.scale import load_many
from pages.models import ContactMessage, NewsIndexPage, NewsPage
from tests.factories.institution import DistrictFactory, ImageFactory, OrganicUnitFactory
from tests.factories.pages import published_note, topic
from tests.queries import queries_of

HOSTILE = [
    '"',
    "'",
    "%00",
    "%20%20",
    "a%00b",
    "%22%22%22",
    "(",
    "*",
    "%ff%fe",
    "OR",
    "NEAR(",
    "-",
    "año" * 200,
    "%F0%9F%98%80",
]
NUMBERS = ["-1", "0", "1000000000", str(2**63), "abc", "1.5", "NaN", "", "%00", "१२"]


@pytest.fixture
def portal(db):
    """The demonstration's standing pages."""
    seed_institution()
    return load_portal(hostname="testserver", port=80, at=timezone.now())


def test_every_address_of_the_contract_answers(portal, client):
    published_note(title="Canal", slug="canal")
    addresses = [
        "/", "/noticias/", "/noticias/canal/", "/feeds/noticias.rss", "/feeds/noticias.atom", "/feeds/noticias.json",
        "/sitemap.xml", "/robots.txt", "/healthz", "/readyz", "/api/v1/", "/admin/login/", "/buscar/", "/tema.css",
        "/municipalidad/", "/municipalidad/autoridades/", "/municipalidad/organigrama/", "/contacto/", "/privacidad/",
        "/accesibilidad/", "/noticias/canal/nota.pdf", "/noticias/canal/nota.txt",
    ]  # fmt: skip
    assert {address: client.get(address).status_code for address in addresses} == dict.fromkeys(addresses, 200)


def test_the_portal_says_it_is_a_demonstration_until_switched_off(portal, client):
    assert "ontenido de demostración" in client.get("/").content.decode()
    InstitutionSettings.objects.update(show_demo_notice=False)
    assert "ontenido de demostración" not in client.get("/").content.decode()


def test_a_note_shows_its_number_place_and_date_and_escapes_what_was_typed(tree, client):
    note = published_note(title="<script>alert(1)</script> & más", slug="guion", district=DistrictFactory(name="Aija"))
    html = client.get(note.url).content.decode()
    assert "<script>alert(1)</script>" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; más" in html
    assert note.number.text in html
    assert "Aija" in html


def test_pages_carry_a_strict_policy_and_no_third_party(tree, client):
    published_note(slug="canal")
    for address in ("/", "/noticias/", "/noticias/canal/"):
        response = client.get(address)
        policy = response["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe-inline" not in policy
        html = response.content.decode()
        assert " style=" not in html
        assert " onclick=" not in html


def ask(at=None, **query):
    parameters = QueryDict(mutable=True)
    parameters.update(query)
    return NewsIndexPage().listing(parameters, at=at or timezone.now() + timedelta(minutes=1))


@pytest.fixture
def varied(tree):
    aija, coris = DistrictFactory(name="Aija", slug="aija"), DistrictFactory(name="Coris", slug="coris")
    unit = OrganicUnitFactory(code="GIDT")
    published_note(
        title="Una", topics=[topic("Obras")], district=aija, published_at=datetime(2026, 3, 5, 17, tzinfo=UTC)
    )
    published_note(title="Dos", topics=[topic("Obras"), topic("Salud")], district=coris, unit=unit)
    published_note(title="Tres", topics=[topic("Salud")], district=aija, unit=unit)


def titles(listing) -> list[str]:
    return sorted(note.title for note in listing.page)


def test_filters_combine_and_are_in_the_address(varied):
    assert titles(ask(tema="obras")) == ["Dos", "Una"]
    assert titles(ask(tema="obras", distrito="aija")) == ["Una"]
    assert titles(ask(unidad="GIDT", tema="salud")) == ["Dos", "Tres"]
    assert titles(ask(desde="2026-03-05", hasta="2026-03-05")) == ["Una"]
    assert titles(ask(hasta="2026-03-04")) == []
    assert ask(tema="obras", pagina="2").query == "tema=obras"


def test_counts_are_those_under_the_other_filters(varied):
    listing = ask(tema="obras", distrito="aija")
    assert {choice.value: choice.count for choice in listing.choices["tema"]} == {"obras": 1, "salud": 1}
    assert {choice.value: choice.count for choice in listing.choices["distrito"]} == {"aija": 1, "coris": 1}
    assert [choice.value for choice in listing.choices["tema"] if choice.selected] == ["obras"]


@pytest.mark.parametrize(
    "query",
    [
        {"tema": "x"},
        {"distrito": '"'},
        {"unidad": "0"},
        {"desde": "ayer"},
        {"hasta": "2026-13-45"},
        {"desde": "9999-99-99"},
    ],
)
def test_an_unknown_filter_is_told_and_everything_is_shown(varied, client, query):
    listing = ask(**query)
    assert titles(listing) == ["Dos", "Tres", "Una"]
    assert len(listing.notices) == 1
    assert listing.notices[0].split()[0] in client.get("/noticias/", query).content.decode()


@pytest.mark.parametrize("page", NUMBERS)
def test_no_page_number_breaks_a_list(varied, client, page):
    for address in ("/noticias/", "/buscar/?q=una&x=", "/noticias/?tema=obras&x="):
        join = "&" if "?" in address else "?"
        assert client.get(f"{address}{join}pagina={page}").status_code == 200


@pytest.mark.parametrize("words", HOSTILE)
def test_nothing_typed_in_the_search_box_breaks_it(varied, client, words):
    response = client.get(f"/buscar/?q={words}")
    assert response.status_code == 200
    assert client.get(f"/noticias/?tema={words}&desde={words}&distrito={words}").status_code == 200


@pytest.mark.parametrize(
    "path", ["/%ff%fe/", "/noticias/%ff/", "/noticias/%00/", "/a%00b", "/documentos/1/%ff.pdf", "/" + "a/" * 400]
)
def test_an_address_that_cannot_be_read_is_not_found(tree, client, path):
    response = client.get(path)
    assert response.status_code == 404
    assert "Buscar" in response.content.decode()


def test_an_address_of_the_api_that_cannot_be_read_is_a_problem_document(tree, client):
    response = client.get("/api/v1/news/a%00b")
    assert response.status_code == 404
    assert response["Content-Type"].startswith("application/problem+json")


def test_the_search_finds_words_and_never_what_is_hidden(tree, client):
    soon = timezone.now() + timedelta(hours=1)
    published_note(title="Avanza el canal de riego")
    published_note(title="Canal secreto", embargo_until=soon)
    html = client.get("/buscar/?q=canal").content.decode()
    assert "Avanza el <mark>canal</mark> de riego" in html
    assert "secreto" not in html


def test_a_message_is_kept_for_a_year_with_the_consent_and_told_by_mail(
    portal, client, mailoutbox, django_capture_on_commit_callbacks
):
    fields = {
        "name": "Vecina",
        "email": "vecina@example.test",
        "subject": "Agua",
        "message": "No hay agua",
        "consent": "on",
    }
    with django_capture_on_commit_callbacks(execute=True):
        response = client.post("/contacto/", fields)
    assert response.status_code == 302
    kept = ContactMessage.objects.get()
    assert (kept.erase_on - kept.received_at.date()).days == 365
    assert "Ley 29733" in kept.consent_text
    assert mailoutbox[0].extra_headers["Reply-To"] == "vecina@example.test"


def test_a_message_without_consent_keeps_what_was_typed_and_a_robot_is_thanked_in_vain(portal, client):
    fields = {"name": "Vecina", "email": "no-es-correo", "subject": "Agua", "message": "Texto largo que no se pierde"}
    response = client.post("/contacto/", fields)
    assert response.status_code == 422
    assert "Texto largo que no se pierde" in response.content.decode()
    client.post("/contacto/", fields | {"email": "r@example.test", "consent": "on", "website": "spam"})
    assert ContactMessage.objects.count() == 0


def test_a_flood_of_messages_is_stopped_and_said(portal, client):
    fields = {"name": "V", "email": "v@example.test", "subject": "A", "message": "M", "consent": "on"}
    answers = [client.post("/contacto/", fields).status_code for _ in range(6)]
    assert answers == [302] * 5 + [422]
    assert ContactMessage.objects.count() == 5


LISTED = [
    "/api/v1/news",
    "/api/v1/news/escala-0",
    "/",
    "/noticias/",
    "/noticias/?tema=obras",
    "/buscar/?q=trabajos",
    "/noticias/escala-0/",
    "/feeds/noticias.rss",
]


def test_queries_do_not_grow_from_20_notes_to_500(portal, client):
    _home, index = portal
    photo = ImageFactory()
    counts = []
    for size in (20, 500):
        load_many(NewsIndexPage.objects.get(pk=index.pk), count=size, seed=1, at=timezone.now())
        NewsPage.objects.update(lead_photo=photo)
        counts.append({address: queries_of(client, address) for address in LISTED})
    assert counts[0] == counts[1]
    assert max(counts[0].values()) < 60


def test_scale_notes_are_the_same_for_the_same_seed(portal):
    _home, index = portal
    load_many(NewsIndexPage.objects.get(pk=index.pk), count=3, seed=7, at=timezone.now())
    first = list(NewsPage.objects.order_by("slug").values_list("title", flat=True))
    assert load_many(NewsIndexPage.objects.get(pk=index.pk), count=3, seed=7, at=timezone.now()) == 0
    NewsPage.objects.all().delete()
    load_many(NewsIndexPage.objects.get(pk=index.pk), count=3, seed=7, at=timezone.now())
    assert first == list(NewsPage.objects.order_by("slug").values_list("title", flat=True))
