"""Bad input in the backend: a clear message in Spanish, nothing lost, never a 500."""

import io
import json
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from PIL import Image as Picture

from institution.actions.seed_institution import seed_institution
from institution.actions.seed_roles import seed_roles
from institution.enums import Role
from institution.models import InstitutionImage
from pages.models import NewsPage
from tests.factories.institution import picture_bytes
from tests.factories.pages import published_note, site_tree
from tests.factories.people import PASSWORD, user_with

TYPED = ['"', "%22", "%00", "a%00b", "%20%20", "'", "*", "(", "%ff", "NEAR(", "-", "x" * 5000]
BOXES = [
    "wagtailimages:index",
    "wagtailimages_chooser:choose",
    "wagtailimages_chooser:choose_results",
    "wagtaildocs:index",
    "wagtaildocs_chooser:choose",
    "wagtailadmin_pages:search",
    "wagtailadmin_choose_page_search",
    "wagtailusers_users:index",
    "wagtailusers_groups:index",
    "wagtailsnippets_institution_organicunit:list",
    "wagtailsnippets_institution_district:list",
    "wagtailsnippets_pages_topic:list",
]
EMPTY_INLINE = {"TOTAL_FORMS": "0", "INITIAL_FORMS": "0", "MIN_NUM_FORMS": "0", "MAX_NUM_FORMS": "1000"}


@pytest.fixture
def tree(db):
    seed_institution()
    seed_roles()
    return site_tree()


@pytest.fixture
def head(tree, client):
    person = user_with(Role.HEAD)
    client.force_login(person)
    return person


@pytest.fixture
def administrator(tree, client):
    person = user_with(Role.ADMINISTRATION)
    client.force_login(person)
    return person


def note_form(**changes) -> dict:
    """A new note's form as the browser sends it, with one text block."""
    inlines = {
        f"{name}-{key}": value
        for name in ("attachments", "corrections", "related_notes", "comments")
        for key, value in EMPTY_INLINE.items()
    }
    block = {"body-count": "1", "body-0-deleted": "", "body-0-order": "0", "body-0-type": "text", "body-0-id": ""}
    prose = json.dumps({"blocks": [paragraph("Un párrafo.")], "entityMap": {}})
    fields = {"title": "Titular", "slug": "titular", "summary": "Bajada", "kicker": "", "body-0-value": prose}
    return inlines | block | fields | changes


def paragraph(text: str, **more) -> dict:
    """A Draft.js block."""
    base = {"key": "aaaaa", "text": text, "type": "unstyled", "depth": 0, "inlineStyleRanges": [], "entityRanges": []}
    return base | more


def send_note(client, **changes):
    index = site_tree().index
    return client.post(reverse("wagtailadmin_pages:add", args=("pages", "newspage", index.pk)), note_form(**changes))


def test_the_form_used_here_is_accepted_when_nothing_is_wrong(head, client):
    assert send_note(client).status_code == 302
    assert NewsPage.objects.get().title == "Titular"


@pytest.mark.parametrize("box", BOXES)
def test_nothing_typed_in_a_search_box_of_the_backend_breaks_it(administrator, client, box):
    for typed in TYPED:
        response = client.get(f"{reverse(box)}?q={typed}")
        assert response.status_code == 200, typed


@pytest.mark.parametrize("page", ["-1", "0", "1000000000", str(2**63), "abc", "%00"])
def test_no_page_number_breaks_a_list_of_the_backend(administrator, client, page):
    for box in ("wagtailimages:index", "wagtailsnippets_pages_topic:list", "wagtailusers_users:index"):
        assert client.get(f"{reverse(box)}?p={page}").status_code in {200, 404}


def upload(client, name: str, content: bytes):
    file = SimpleUploadedFile(name, content, content_type="image/jpeg")
    return client.post(reverse("wagtailimages:add"), {"title": "Mi foto", "file": file})


def heavy_picture() -> bytes:
    """A picture of more than 60 MB."""
    out = io.BytesIO()
    Picture.effect_noise((4600, 4600), 90).convert("RGB").save(out, "BMP")
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("vacia.jpg", b""),
        ("mentira.jpg", b"<html><script>alert(1)</script></html>"),
        ("mentira.png", b"%PDF-1.4"),
        ("cortada.jpg", picture_bytes(kind="JPEG")[:40]),
        ("programa.exe", picture_bytes()),
        ("dibujo.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_file_that_is_no_picture_is_refused_with_its_reason_and_the_title_is_kept(head, client, name, content):
    response = upload(client, name, content)
    html = response.content.decode()
    assert response.status_code == 200
    assert "error-message" in html
    assert "Mi foto" in html
    assert InstitutionImage.objects.count() == 0


def test_a_60_megabyte_picture_is_refused_saying_the_limit(head, client):
    content = heavy_picture()
    assert len(content) > 60_000_000
    html = upload(client, "enorme.jpg", content).content.decode()
    assert "20" in html
    assert "error-message" in html
    assert InstitutionImage.objects.count() == 0


def test_a_picture_with_too_many_pixels_is_refused(head, client):
    out = io.BytesIO()
    Picture.new("1", (12_000, 9_000)).save(out, "PNG")
    assert len(out.getvalue()) < 1_000_000
    assert "error-message" in upload(client, "bomba.png", out.getvalue()).content.decode()
    assert InstitutionImage.objects.count() == 0


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


def test_a_slug_that_is_taken_is_told_and_what_was_typed_stays(head, client):
    published_note(slug="titular")
    response = send_note(client, summary="Bajada que no se pierde")
    html = response.content.decode()
    assert response.status_code == 200
    assert "slug" in html
    assert "error-message" in html
    assert "Bajada que no se pierde" in html


def test_an_embargo_in_the_past_is_told_and_what_was_typed_stays(head, client):
    yesterday = (timezone.localtime() - timedelta(days=1)).strftime("%Y-%m-%d %H:%M")
    response = send_note(client, embargo_until=yesterday, summary="Bajada que no se pierde")
    html = response.content.decode()
    assert response.status_code == 200
    assert "Ese momento ya pasó" in html
    assert "Bajada que no se pierde" in html


def test_nul_and_endless_text_in_a_form_are_refused_not_broken(head, client):
    for changes in ({"title": "a\0b"}, {"title": "x" * 5_000}, {"locality": "y" * 5_000}, {"embargo_until": "mañana"}):
        response = send_note(client, **changes)
        assert response.status_code == 200
        assert "error-message" in response.content.decode()


@pytest.mark.parametrize("key", ["abc", "-1", "1.5", str(2**63), "null", "1 OR 1=1", "999999"])
def test_a_key_that_no_row_has_never_breaks_a_form(head, client, key):
    row = {"related_notes-TOTAL_FORMS": "1", "related_notes-0-note": key, "related_notes-0-ORDER": "1"}
    for changes in ({"lead_photo": key}, {"unit": key}, {"topics": key}, row):
        assert send_note(client, **changes).status_code in {200, 400}
    note = published_note(slug="otra")
    copied = client.post(reverse("wagtailadmin_pages:copy", args=[note.pk]), {"new_parent_page": key})
    assert copied.status_code in {200, 400}


def test_a_form_too_large_to_read_is_answered_with_what_to_do(head, client):
    response = send_note(client, kicker="x" * 6_000_000)
    assert response.status_code == 400
    assert "demasiado grande" in response.content.decode()


def test_publishing_asks_for_what_is_missing_and_a_draft_does_not(head, client):
    photo = InstitutionImage.objects.create(title="Foto", file=SimpleUploadedFile("f.png", picture_bytes()))
    asked = send_note(client, lead_photo=str(photo.pk), **{"action-publish": "1"})
    assert "qué se ve en la foto" in asked.content.decode()
    assert not NewsPage.objects.exists()
    assert send_note(client, lead_photo=str(photo.pk)).status_code == 302


def test_six_wrong_passwords_lock_the_door_and_it_is_said(tree, client):
    user_with(Role.WRITING, username="redaccion")
    answers = [client.post("/admin/login/", {"username": "redaccion", "password": "mal"}) for _ in range(6)]
    assert answers[-1].status_code == 429
    assert "15 minutos" in answers[-1].content.decode()
    right = client.post("/admin/login/", {"username": "redaccion", "password": PASSWORD})
    assert right.status_code == 429
