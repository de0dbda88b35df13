"""Rich text that was made to break the editor doesn't, and a script in it is harmless."""

import json

import pytest

from pages.models import NewsPage
from tests.pages.hostile_input.note_form import paragraph, send_note

BOMBS = {
    "no es JSON": "<div>" * 50_000,
    "JSON de otra forma": json.dumps([1, 2, 3]),
    "JSON muy anidado": "[" * 20_000 + "]" * 20_000,
    "sin bloques": json.dumps({"entityMap": {}}),
    "texto larguísimo": json.dumps({"blocks": [paragraph("x" * 200_000)], "entityMap": {}}),
    "profundidad absurda": json.dumps(
        {"blocks": [paragraph("x", type="unordered-list-item", depth=9_000)], "entityMap": {}}
    ),
    "muchos bloques": json.dumps({"blocks": [paragraph("x")] * 20_000, "entityMap": {}}),
    "nulo": "null",
    "estilo fuera de rango": json.dumps(
        {
            "blocks": [paragraph("x", inlineStyleRanges=[{"offset": -5, "length": 10**9, "style": "BOLD"}])],
            "entityMap": {},
        }
    ),
    "entidad que falta": json.dumps(
        {"blocks": [paragraph("x", entityRanges=[{"offset": 0, "length": 1, "key": 7}])], "entityMap": {}}
    ),
}


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS.keys())
def test_an_html_bomb_in_rich_text_never_breaks_the_editor(head, client, bomb):
    response = send_note(client, **{"body-0-value": bomb})
    assert response.status_code in {200, 302, 400}
    for note in NewsPage.objects.all():
        assert len(str(note.body)) < 160_000


def test_script_in_rich_text_and_in_a_title_is_harmless(head, client):
    link = {"0": {"type": "LINK", "mutability": "MUTABLE", "data": {"url": "javascript:alert(1)"}}}
    prose = paragraph("<script>alert(1)</script>", entityRanges=[{"offset": 0, "length": 5, "key": 0}])
    body = json.dumps({"blocks": [prose], "entityMap": link})
    sent = send_note(client, title="<script>alert(2)</script>", **{"body-0-value": body, "action-publish": "1"})
    assert sent.status_code == 302
    client.logout()
    html = client.get("/noticias/titular/").content.decode()
    assert "<script>alert" not in html
    assert "javascript:" not in html
