"""A draft shown on a site elsewhere to who writes it, and to nobody else."""

import http.cookiejar
import json
import re
import threading
import urllib.request
from collections.abc import Iterator
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from headless.models import WrittenItem
from headless.resources import offered
from institution.enums import Role
from institution.models import User
from pages.models import NewsPage
from pages.models.piece import piece_models
from tests.factories.every_type import published_of
from tests.factories.pages import draft_note, draft_piece, published_note
from tests.factories.people import PASSWORD, user_with
from tests.headless.contract import as_published
from tests.pages.desk import owned_draft, sign_in
from tests.servers import served

ELSEWHERE = "https://frente.example.test/preview?token={token}"
BUTTON = "Ver el borrador en la otra web"


@pytest.fixture
def _configured(settings, tree):
    settings.HEADLESS_PREVIEW_URL = ELSEWHERE


def opened(editor: Client, page: Page) -> str:
    """The token that the editor takes to the other site."""
    answer = editor.get(reverse("external_preview", args=[page.pk]))
    assert answer.status_code == 302
    assert answer["Location"].startswith("https://frente.example.test/preview?token=")
    return answer["Location"].partition("token=")[2]


def read(client: Client, token: str, **asked):
    return client.get(f"/api/v1/preview/{token}", asked)


@pytest.mark.usefixtures("_configured")
def test_the_latest_saved_draft_is_read_as_it_will_be_published_and_no_cache_keeps_it(client):
    editor = sign_in(Role.HEAD)
    note = published_note(slug="canal", title="Publicada")
    note.title, note.body = "Borrador", [("text", "<p>Nuevo texto</p>")]
    note.save_revision()
    answer = read(client, opened(editor, note))
    told = as_published(answer)
    assert (told["title"], told["slug"], told["body"]) == ("Borrador", "canal", "<p>Nuevo texto</p>")
    assert answer["Cache-Control"] == "no-store"
    assert client.get("/api/v1/news/canal").json()["title"] == "Publicada"
    assert not WrittenItem.objects.filter(text__contains="Borrador").exists()


@pytest.mark.usefixtures("_configured")
@pytest.mark.parametrize("model", list(piece_models()), ids=lambda model: model.__name__)
def test_every_type_is_previewed_published_or_not(client, model):
    editor = sign_in(Role.HEAD)
    never, was = draft_piece(model), published_of(model)
    was.title = "Otro título"
    for page in (never, was):
        page.save_revision()
        told = as_published(read(client, opened(editor, page)))
        assert (told["id"], told["title"]) == (page.pk, page.title)


@pytest.mark.usefixtures("_configured")
@pytest.mark.parametrize(("form", "body"), [("text", "Hola"), ("none", None), ("html", "<p>Hola</p>")])
def test_the_body_comes_in_the_form_that_is_asked_for(client, form, body):
    editor = sign_in(Role.WRITING)
    note = owned_draft(editor, body=[("text", "<p>Hola</p>")])
    assert as_published(read(client, opened(editor, note), body=form))["body"] == body


@pytest.mark.usefixtures("_configured")
def test_after_an_hour_the_address_opens_nothing(client, time_machine):
    now = timezone.now()
    time_machine.move_to(now, tick=False)
    editor = sign_in(Role.WRITING)
    token = opened(editor, owned_draft(editor))
    time_machine.move_to(now + timedelta(minutes=59), tick=False)
    assert read(client, token).status_code == 200
    time_machine.move_to(now + timedelta(minutes=61), tick=False)
    answer = read(client, token)
    assert as_published(answer)["status"] == 404
    assert "ábrala otra vez" in answer.json()["detail"]


@pytest.mark.usefixtures("_configured")
def test_who_may_no_longer_edit_it_no_longer_opens_it(client):
    editor = sign_in(Role.WRITING)
    user, note = User.objects.get(pk=editor.session["_auth_user_id"]), owned_draft(editor)
    token = opened(editor, note)
    Page.objects.filter(pk=note.pk).update(owner=user_with(None))
    assert read(client, token).status_code == 404
    Page.objects.filter(pk=note.pk).update(owner=user)
    assert read(client, token).status_code == 200
    User.objects.filter(pk=user.pk).update(is_active=False)
    assert read(client, token).status_code == 404


@pytest.mark.usefixtures("_configured")
def test_a_token_opens_its_draft_alone(client):
    editor = sign_in(Role.WRITING)
    note, other = owned_draft(editor), owned_draft(editor)
    token = opened(editor, note)
    assert read(client, token).json()["id"] == note.pk
    anothers = f"{opened(editor, other).rpartition('.')[0]}.{token.rpartition('.')[2]}"
    for changed in (token[:-1], token + "x", token.replace(".", ""), anothers, "x", "a.b.c"):
        assert read(client, changed).status_code == 404
    note.delete()
    assert read(client, token).status_code == 404


@pytest.mark.usefixtures("_configured")
@pytest.mark.parametrize("role", [Role.WRITING, Role.PRESS, Role.UNIT])
def test_only_who_may_edit_a_page_takes_it_elsewhere(role):
    answer = sign_in(role).get(reverse("external_preview", args=[draft_note().pk]))
    assert answer.status_code == 302
    assert "frente.example.test" not in answer["Location"]


@pytest.mark.usefixtures("_configured")
def test_the_editor_of_every_type_has_the_button(tree):
    editor = sign_in(Role.HEAD)
    for model in piece_models():
        screen = editor.get(reverse("wagtailadmin_pages:edit", args=[draft_piece(model).pk])).content.decode()
        assert BUTTON in screen
    assert BUTTON not in editor.get(reverse("wagtailadmin_pages:edit", args=[tree.index.pk])).content.decode()


def test_where_no_site_is_configured_there_is_no_button_nor_way(tree):
    editor = sign_in(Role.WRITING)
    note = owned_draft(editor)
    assert BUTTON not in editor.get(reverse("wagtailadmin_pages:edit", args=[note.pk])).content.decode()
    assert editor.get(reverse("external_preview", args=[note.pk]))["Location"] == reverse("wagtailadmin_home")


def test_every_resource_of_pages_has_its_drafts():
    without = [each.name for each in offered() if each.embargoed and not each.drafts]
    assert without == []
    assert {each.drafts.model for each in offered() if each.drafts} >= {NewsPage}


# From end to end, with a site elsewhere


class FrontEnd(BaseHTTPRequestHandler):
    """A site elsewhere: it takes the token to the API and shows the draft's title."""

    api = ""

    def do_GET(self) -> None:
        token = parse_qs(urlsplit(self.path).query)["token"][0]
        with urllib.request.urlopen(f"{self.api}/api/v1/preview/{token}", timeout=30) as answer:
            draft = json.load(answer)
        self.send_response(200)
        self.end_headers()
        self.wfile.write(f"<h1>{draft['title']}</h1>{draft['body']}".encode())

    def log_message(self, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def front_end() -> Iterator[str]:
    site = ThreadingHTTPServer(("127.0.0.1", 0), FrontEnd)
    threading.Thread(target=site.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{site.server_port}"
    site.shutdown()
    site.server_close()


LOAD = f"""
from institution.models import User
from tests.factories.pages import draft_note
editor = User.objects.create_superuser("editora", password="{PASSWORD}")
note = draft_note(title="Un borrador", body=[("text", "<p>Por publicar</p>")])
note.save_revision()
"""


@pytest.mark.xdist_group("processes")
def test_an_editor_sees_the_draft_on_the_site_elsewhere(front_end, migrated_sqlite, tmp_path, monkeypatch):
    monkeypatch.setenv("HEADLESS_PREVIEW_URL", front_end + "/preview?token={token}")
    with served(tmp_path, migrated_sqlite, load=LOAD) as server:
        monkeypatch.setattr(FrontEnd, "api", server.url)
        cookies = http.cookiejar.CookieJar()
        browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(cookies))
        browser.open(f"{server.url}/admin/login/")
        token = next(each.value for each in cookies if each.name == "csrftoken")
        filled = {"username": "editora", "password": PASSWORD, "csrfmiddlewaretoken": token}
        browser.open(f"{server.url}/admin/login/", urlencode(filled).encode())
        listed = browser.open(f"{server.url}/admin/noticias/").read().decode()
        key = re.search(r"/admin/pages/(\d+)/edit/", listed)[1]
        shown = browser.open(f"{server.url}/admin/vista-externa/{key}/")
        assert shown.url.startswith(front_end)
        assert shown.read().decode() == "<h1>Un borrador</h1><p>Por publicar</p>"
