"""The page of a search: what it shows, how it is narrowed, ordered and paged, and what it never shows."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import PageViewRestriction

from pages.models import ContactPage, NewsPage, StandardPage
from search.enums import IndexState
from search.index.keeping import keep
from search.index.objects import entries_of
from search.models import BestBet, ClusterIndex, SearchUse, SynonymGroup
from tests.factories.crowds import crowd
from tests.factories.events import soon_event
from tests.factories.guidance import published_guidance
from tests.factories.institution import DistrictFactory, ImageFactory
from tests.factories.pages import draft_note, published_note, topic
from tests.factories.works import published_work
from tests.pages.finding.reading import BROWSER, links, page_of, titles, words_in
from tests.queries import queries_of
from tests.servers import free_port

pytestmark = pytest.mark.django_db


def test_a_result_tells_its_type_its_date_its_place_and_the_words_that_answer(tree):
    day = datetime(2026, 5, 20, 17, tzinfo=UTC)
    district = DistrictFactory(name="Succha")
    published_note(title="Limpieza del reservorio", summary="Se clora el agua.", district=district, published_at=day)
    html = page_of("agua")
    told = words_in(html)
    assert "Nota de prensa Limpieza del reservorio" in told
    assert "20 de mayo de 2026 Succha" in told
    assert "Se clora el <mark>agua</mark>." in html


def test_an_event_tells_when_it_takes_place_rather_than_when_it_was_published(tree):
    event = soon_event(title="Feria de la papa")
    starts = timezone.localtime(event.occurrences.get().starts_at)
    assert f"{starts.day} de" in words_in(page_of("papa"))
    assert "photo" not in page_of("papa").split('class="found"')[1].split("</ol>")[0]


def test_results_are_narrowed_by_links_that_say_how_many_they_leave(tree):
    for title in ("Agua uno", "Agua dos"):
        published_note(title=title, topics=[topic("Obras")])
    published_work(title="Obra del agua")
    html = page_of("agua")
    by_type, by_topic = links(html)["Notas de prensa 2 resultados"], links(html)["Obras 2 resultados"]
    assert (by_type, by_topic) == ("?q=agua&tipo=news", "?q=agua&tema=obras")
    assert sorted(titles("agua", tipo="news")) == ["Agua dos", "Agua uno"]
    narrowed = links(page_of("agua", tipo="news"))
    assert narrowed["Quitar filtro: Notas de prensa"] == narrowed["Quitar filtros"] == "?q=agua"
    assert "Obras públicas 1 resultado" in narrowed


def test_a_page_that_stays_is_of_a_type_too(tree):
    tree.home.add_child(instance=StandardPage(title="Historia del agua", slug="historia"))
    assert links(page_of("agua"))["Páginas 1 resultado"] == "?q=agua&tipo=pages"
    assert titles("agua", tipo="pages") == ["Historia del agua"]


def test_results_are_of_the_days_asked_for_by_limas_clock(tree):
    for title, instant in (
        ("Agua tarde", datetime(2026, 5, 2, 4, 59, tzinfo=UTC)),  # still the first of May in Lima
        ("Agua después", datetime(2026, 5, 2, 5, tzinfo=UTC)),
    ):
        published_note(title=title, published_at=instant)
    assert titles("agua", hasta="2026-05-01") == ["Agua tarde"]
    assert titles("agua", desde="2026-05-02") == ["Agua después"]
    assert "No entendimos la fecha «ayer»" in page_of("agua", desde="ayer")


def test_results_come_by_how_well_they_answer_or_by_date(tree):
    now = timezone.now()
    published_note(title="Canal de riego", published_at=now - timedelta(days=300))
    published_note(title="Sesión", summary="Se habló de un canal.", published_at=now - timedelta(days=1))
    assert titles("canal de riego")[0] == "Canal de riego"
    assert titles("canal de riego", orden="fecha") == ["Sesión", "Canal de riego"]


def test_nothing_that_is_not_public_is_found_counted_or_proposed(tree):
    soon = timezone.now() + timedelta(hours=1)
    published_note(title="Zambullida pública")
    private = published_note(title="Zambullida privada")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    hidden = published_note(title="Zambullida con embargo zarandaja", embargo_until=soon, topics=[topic("Reservado")])
    draft_note(title="Zambullida en borrador")
    BestBet.objects.create(queries="zambullida", page=hidden, title="Promesa oculta")
    html = page_of("zambullida")
    assert titles("zambullida") == ["Zambullida pública"]
    assert "1 resultado para «zambullida»" in words_in(html)
    assert "Reservado" not in html
    assert "Promesa" not in html
    proposed = [Client().get("/api/v1/suggest", {"q": typed}).json()["items"] for typed in ("zambu", "zaranda")]
    assert proposed[0][0] == {"text": "Zambullida pública"}
    assert not [
        each
        for each in proposed[0] + proposed[1]
        if each["text"] not in ("Zambullida pública", "zambullida", "pública")
    ]
    assert "oculta" not in Client().get("/buscar/rss/", {"q": "zambullida"}).content.decode()


def test_what_is_published_is_found_at_once_and_what_is_withdrawn_no_more(tree):
    note = published_note(title="Chirimoya")
    assert titles("chirimoyas") == ["Chirimoya"]
    note.unpublish()
    assert titles("chirimoyas") == []


def test_a_slip_is_mended_and_told(tree):
    published_note(title="Partida de nacimiento")
    html = page_of("nasimiento")
    assert titles("nasimiento") == ["Partida de nacimiento"]
    assert "No hay nada con «nasimiento»: se muestran resultados de nacimiento." in words_in(html)


def test_a_synonym_that_an_editor_adds_holds_at_once(tree):
    published_note(title="Residuos sólidos")
    assert titles("cochinada") == []
    SynonymGroup.objects.create(terms="cochinada\nresiduos sólidos")
    assert titles("cochinada") == ["Residuos sólidos"]


def test_what_editors_promise_comes_first_and_only_on_the_first_page(tree):
    published_note(title="Acta de la sesión")
    BestBet.objects.create(queries="acta", url="https://www.reniec.gob.pe/", title="Actas en línea")
    assert titles("Acta") == ["Actas en línea (otro sitio)", "Acta de la sesión"]
    assert titles("acta", tipo="news") == ["Acta de la sesión"]


def test_a_code_goes_straight_to_its_work(tree):
    work = published_work(cui="2456789")
    answer = Client().get("/buscar/", {"q": "CUI 2456789"})
    assert (answer.status_code, answer["Location"]) == (302, work.get_url())


def test_whoever_finds_nothing_is_told_what_else_to_try_and_whom_to_ask(tree):
    published_guidance(title="Matrimonio civil")
    tree.home.add_child(instance=ContactPage(title="Contacto", slug="contacto"))
    html = page_of('"xilófono matrimonio"')
    assert "No encontramos nada" in words_in(html)
    assert links(html)["xilofono matrimonio"] == "?q=xilofono+matrimonio"
    assert links(html)["Matrimonio civil"].endswith("/")
    assert "Escríbanos" in links(html)


def test_while_the_cluster_is_down_the_database_answers_and_people_are_told(tree, settings, caplog):
    published_note(title="Chirimoya")
    settings.SEARCH_ENGINE = "opensearch"
    settings.SEARCH_CLUSTER = {"URLS": [f"http://127.0.0.1:{free_port()}"], "ALIAS": "portal", "TIMEOUT": 1, "CA": ""}
    ClusterIndex.objects.create(name="portal-1", state=IndexState.SERVING, begun_at=timezone.now())
    assert titles("chirimoya") == ["Chirimoya"]
    assert "El buscador está en mantenimiento" in words_in(page_of("chirimoya"))


def test_a_search_is_counted_once_when_a_person_makes_it(tree):
    published_note(title="Chirimoya")
    page_of("Chirimoya")
    page_of("chirimoya", orden="fecha")
    page_of("chirimoya", tipo="news")
    page_of("nada de eso")
    Client().get("/buscar/", {"q": "chirimoya"}, headers={"user-agent": "Googlebot/2.1"})
    assert list(SearchUse.objects.order_by("words").values_list("words", "times", "empty")) == [
        ("chirimoya", 1, 0),
        ("nada de eso", 1, 1),
    ]


HOSTILE = [
    '"', "'", '"a', "a OR", "AND", "OR NOT", "NEAR(a b)", "NEAR/3", "title:agua", "a*", "^a", "-", "- -a", "(((", "{a}",
    "🙂", "\x00", "a\x00gua", "\u202eaugA", "\ud800", "%", "_", "\\", "x" * 10_000, "agua " * 2_000, "-agua -" * 500,
    '"' * 5_000, "á" * 300, "ﷺ", "1" * 400, "a-b-c-d-e-f-g-h", "<script>alert(1)</script>",
]  # fmt: skip


@pytest.mark.parametrize("typed", HOSTILE)
def test_nothing_typed_is_an_error(tree, typed):
    client = Client(headers=BROWSER)
    typed = typed.encode("utf-8", "replace").decode()
    for address in ("/buscar/", "/buscar/rss/"):
        assert client.get(address, {"q": typed, "tipo": typed, "desde": typed, "pagina": typed}).status_code == 200
    assert client.get("/api/v1/suggest", {"q": typed}).status_code in (200, 400)
    assert "<script>alert" not in client.get("/buscar/", {"q": typed}).content.decode()


def test_the_page_costs_as_many_queries_with_20_results_as_with_500(tree):
    first = published_note(title="Chirimoya", lead_photo=ImageFactory(), lead_photo_alt="Fruta", topics=[topic()])
    counts = []
    for size in (20, 500):
        crowd(first, size=size)
        keep(entries_of(list(NewsPage.objects.all())))
        counts.append([queries_of(Client(), address, {"q": "chirimoya"}) for address in ("/buscar/", "/buscar/rss/")])
    assert counts[0] == counts[1]
    assert counts[0][0] < 45


def reindex() -> None:
    """Put in the index what was copied beside it."""
    from pages.models import NewsPage
    from search.index.keeping import keep
    from search.index.objects import entries_of

    keep(entries_of(list(NewsPage.objects.all())))
