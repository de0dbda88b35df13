"""The portal's pages as visitors get them."""

import re

import pytest
from django.core.cache import cache
from django.db import connection
from django.template.loader import get_template
from django.test.utils import CaptureQueriesContext

from institution.enums import Role
from institution.models import User
from tests.factories.institution import DocumentFactory, ImageFactory
from tests.factories.pages import published_note, topic

INLINE = re.compile(r"<style|\sstyle=|\son\w+=|<script(?![^>]*(?:\ssrc=|application/ld\+json))", re.IGNORECASE)


def body_with_everything() -> list[dict]:
    """A body with one block of every type."""
    picture = {
        "image": {"image": ImageFactory().pk, "alt_text": "Plaza", "decorative": False},
        "caption": "",
        "credit": "",
    }
    table = {"columns": [{"type": "text", "heading": "Distrito"}], "rows": [{"values": ["Aija"]}], "caption": ""}
    return [
        {"type": "text", "value": "<h2>Subtítulo</h2><p>Texto.</p>"},
        {"type": "quote", "value": {"text": "Cita.", "speaker": "Vecina de ejemplo", "position": ""}},
        {"type": "image", "value": picture},
        {"type": "gallery", "value": {"title": "", "pictures": [picture, picture]}},
        {"type": "video", "value": {"title": "V", "url": "https://youtu.be/AbCdEfGhIjK", "poster": None}},
        {"type": "audio", "value": {"title": "A", "file": DocumentFactory().pk, "transcript": "<p>Hola.</p>"}},
        {"type": "document", "value": {"title": "", "file": DocumentFactory().pk}},
        {"type": "table", "value": {"caption": "Tabla", "table": table}},
        {"type": "callout", "value": {"kind": "warning", "title": "", "text": "<p>Ojo.</p>"}},
        {"type": "figures", "value": {"title": "", "items": [{"value": "12", "label": "casas"}]}},
    ]


@pytest.mark.django_db
def test_no_page_has_inline_scripts_or_styles(client, tree):
    note = published_note(body=body_with_everything(), lead_photo=ImageFactory(), lead_photo_alt="Foto")
    for address in ("/", "/noticias/", note.url, "/buscar/?q=nota", "/no-existe/"):
        assert not INLINE.search(client.get(address).content.decode()), address


@pytest.mark.django_db
def test_a_note_shows_every_block(client, tree):
    page = client.get(published_note(body=body_with_everything()).url).content.decode()
    for words in (
        "Subtítulo",
        "Vecina de ejemplo",
        "data-gallery",
        "youtube-nocookie",
        "Hola.",
        "<caption>Tabla",
        "Ojo.",
        "casas",
    ):
        assert words in page


@pytest.mark.django_db
def test_the_video_asks_nothing_of_other_sites_until_it_is_clicked(client, tree):
    page = client.get(published_note(body=body_with_everything()).url).content.decode()
    assert "<iframe" not in page
    assert not re.search(r'<(?:img|script|source|audio)[^>]+src(?:set)?="https?:', page)


@pytest.mark.django_db
def test_a_list_takes_as_many_queries_for_one_note_as_for_ten(client, tree):
    def queries() -> int:
        client.get("/noticias/")
        with CaptureQueriesContext(connection) as seen:
            client.get("/noticias/")
        return len(seen)

    def note():
        published_note(lead_photo=ImageFactory(), lead_photo_alt="Foto", topics=[topic("Salud")])

    note()
    for_one = queries()
    for _ in range(9):
        note()
    assert queries() == for_one


@pytest.mark.django_db
def test_a_small_original_is_offered_once(client, tree):
    page = client.get(published_note(lead_photo=ImageFactory(), lead_photo_alt="Foto").url).content.decode()
    assert re.search(r'srcset="[^",]+ 64w"', page)


@pytest.mark.django_db
def test_a_picture_that_cant_be_read_leaves_the_note_without_it(client, tree):
    cache.clear()
    photo = ImageFactory()
    with open(photo.file.path, "wb") as file:
        file.write(b"not a picture")
    response = client.get(published_note(lead_photo=photo, lead_photo_alt="Foto").url)
    assert response.status_code == 200
    assert "<picture>" not in response.content.decode()


@pytest.mark.django_db
def test_what_visitors_see_can_be_cached_for_all_of_them(client, tree):
    response = client.get(published_note().url)
    assert "Cookie" not in response["Vary"]


@pytest.mark.django_db
def test_only_who_may_edit_a_page_is_offered_to(client, tree):
    note = published_note()
    edit = f"/admin/pages/{note.pk}/edit/"
    client.force_login(User.objects.create_user("visita"), backend="django.contrib.auth.backends.ModelBackend")
    assert edit not in client.get(note.url).content.decode()
    boss = User.objects.create_superuser(Role.ADMINISTRATION.name)
    client.force_login(boss, backend="django.contrib.auth.backends.ModelBackend")
    assert edit in client.get(note.url).content.decode()


@pytest.mark.django_db
def test_pages_of_a_filtered_list_keep_the_filter(client, tree, monkeypatch):
    monkeypatch.setattr("pages.listing.pieces.PER_PAGE", 1)
    for _ in range(2):
        published_note(topics=[topic("Salud")])
    page = client.get("/noticias/?tema=salud").content.decode()
    assert 'href="?tema=salud&amp;pagina=2"' in page


@pytest.mark.django_db
def test_the_address_that_counts_leaves_filters_out(client, tree):
    page = client.get("/noticias/?tema=&utm_source=red").content.decode()
    assert '<link rel="canonical" href="http://testserver/noticias/">' in page


@pytest.mark.parametrize("name", ["errors/500.html", "errors/maintenance.html"])
def test_pages_for_bad_moments_need_nothing_of_the_database(name):
    page = get_template(name).render()
    assert "central telefónica" in page
    assert not INLINE.search(page)
