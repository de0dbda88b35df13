"""The body of a note in each of its forms."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pages.models import NewsPage
from tests.factories.bodies import every_block, picture
from tests.factories.institution import DocumentFactory, ImageFactory
from tests.factories.pages import published_note
from tests.headless.contract import as_published
from tests.pages.news_api import NEWS

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _the_portal_exists(tree):
    """Every test reads a portal that has its home and its list."""


def read(client, note: NewsPage, form: str):
    return as_published(client.get(f"{NEWS}/{note.pk}", {"body": form}))["body"]


def with_body(blocks: list[dict]) -> NewsPage:
    note = published_note()
    note.body = NewsPage._meta.get_field("body").to_python(blocks)
    note.save()
    return note


def test_every_kind_of_block_is_told_by_its_type(client):
    blocks = read(client, with_body(every_block()), "blocks")
    assert [each["type"] for each in blocks] == [
        "text", "quote", "image", "gallery", "video", "audio", "document", "table", "callout", "figures",
    ]  # fmt: skip
    text, quote, image, gallery, video, audio, document, table, callout, figures = blocks
    assert re.fullmatch(
        r'<h2>Lo hecho</h2><p>Lea <a href="http://testserver/documentos/\d+/[\w.-]+">el acta</a>.</p>', text["html"]
    )
    said = {"text": "Avanzamos & cumplimos", "speaker": "Alcaldesa de ejemplo", "position": None}
    assert quote == {"type": "quote"} | said
    told = image["picture"]
    assert (told["alt"], told["caption"], told["credit"]) == ("Un cerro", "El cerro", "Archivo")
    assert [each["credit"] for each in gallery["pictures"]] == ["Foto: ejemplo"] * 2
    assert (video["url"], bool(video["poster"])) == ("https://www.youtube.com/watch?v=abcdefghijk", True)
    assert (audio["file"]["title"], audio["transcript"]) == ("Cuña", "<p>Se dice esto.</p>")
    assert document["file"]["title"] == "Acta"
    assert table["columns"][1] == {"type": "number", "heading": "Familias"}
    assert table["rows"] == [["Aija", "1,250"], ["Coris", "<3"]]
    assert (callout["kind"], callout["title"], callout["html"]) == ("warning", "Ojo", "<p>Lleve DNI.</p>")
    assert figures["items"] == [{"value": "1,250", "label": "familias"}]


def test_the_html_is_the_default_and_tells_every_block_with_whole_addresses(client):
    note = with_body(every_block())
    html = read(client, note, "html")
    assert as_published(client.get(f"{NEWS}/{note.pk}"))["body"] == html
    for words in ("Lo hecho", "Avanzamos &amp; cumplimos", "El cerro. Archivo", "Vistas", "Así fue", "Se dice esto.",
                  "Acta", "1,250", "&lt;3", "Lleve DNI.", "<caption>Familias</caption>"):  # fmt: skip
        assert words in html
    addresses = re.findall(r'(?:src|href)="([^"]+)"', html)
    assert len(addresses) == 7
    assert all(address.startswith(("http://testserver/", "https://www.youtube.com/")) for address in addresses)
    assert not re.search(r"<(?:script|style|iframe|div)|class=|style=|data-|on\w+=", html)


def test_the_text_keeps_the_words_in_lines_and_no_mark(client):
    text = read(client, with_body(every_block()), "text")
    assert text.startswith("Lo hecho\nLea el acta.\n\nAvanzamos & cumplimos\nAlcaldesa de ejemplo")
    assert "Distrito\tFamilias\nAija\t1,250\nCoris\t<3" in text
    assert "</" not in text


def test_the_body_may_be_left_out(client):
    assert read(client, with_body(every_block()), "none") is None


def test_an_unknown_form_is_refused_with_those_that_exist(client):
    response = client.get(f"{NEWS}/{published_note().pk}", {"body": "htm"})
    problem = as_published(response)
    assert (problem["status"], problem["allowed"], problem["nearest"]) == (
        400,
        ["html", "blocks", "text", "none"],
        "html",
    )


@pytest.mark.parametrize(
    ("stored", "told"),
    [
        ("<p>a<script>alert(1)</script></p>", "<p>a</p>"),
        ('<p onclick="x()" style="color:red" class="y">a</p>', "<p>a</p>"),
        ('<p><a href="javascript:alert(1)">a</a></p>', "<p><a>a</a></p>"),
        ('<p><a href="/contacto/">a</a></p>', '<p><a href="http://testserver/contacto/">a</a></p>'),
        ('<p><a href="mailto:a@example.test">a</a></p>', '<p><a href="mailto:a@example.test">a</a></p>'),
        ('<p><a href="http://[">a</a></p>', "<p><a>a</a></p>"),
        ('<p><a linktype="page" id="999999">a</a></p>', "<p>a</p>"),
        ('<p><a linktype="page" id="abc">a</a></p>', "<p>a</p>"),
        (f'<p><a linktype="page" id="{"9" * 30}">a</a></p>', "<p>a</p>"),
        ('<p><a linktype="nada">a</a></p>', "<p>a</p>"),
        ('<p><img src="http://otro.example/x.png">a</p><iframe src="//otro.example"></iframe>', "<p>a</p>"),
    ],
)
def test_stored_html_comes_out_clean(client, stored, told):
    assert read(client, with_body([{"type": "text", "value": stored}]), "html") == told


def test_a_link_within_the_note_leads_to_the_note(client):
    note = with_body([{"type": "text", "value": '<p><a href="#plazos">a</a></p>'}])
    assert read(client, note, "html") == f'<p><a href="http://testserver/noticias/{note.slug}/#plazos">a</a></p>'


def test_a_block_whose_picture_or_file_is_gone_is_left_out(client):
    image, document = ImageFactory(), DocumentFactory()
    note = with_body(
        [
            {"type": "image", "value": picture(image)},
            {"type": "gallery", "value": {"title": "", "pictures": [picture(image)]}},
            {"type": "audio", "value": {"title": "Cuña", "file": document.pk, "transcript": "<p>a</p>"}},
            {"type": "document", "value": {"title": "", "file": document.pk}},
            {"type": "text", "value": "<p>Queda</p>"},
        ]
    )
    image.delete()
    document.delete()
    assert [each["type"] for each in read(client, note, "blocks")] == ["text"]
    assert read(client, note, "text") == "Queda"


def test_a_note_costs_the_same_queries_however_many_blocks_it_has(client):
    once = with_body(every_block())
    thrice = with_body([*every_block(), *every_block(), *every_block()])
    costs = []
    for note in (once, thrice):
        client.get(f"{NEWS}/{note.pk}")
        with CaptureQueriesContext(connection) as captured:
            assert client.get(f"{NEWS}/{note.pk}").status_code == 200
        costs.append(len(captured))
    assert costs[0] == costs[1]
