"""Wagtail's own editing tools are switched on: revisions, comparison, locking, comments, autosave, preview."""

import json

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.models import Comment, Page

from institution.actions.seed_institution import seed_institution
from institution.actions.seed_roles import seed_roles
from institution.enums import Role
from pages.models import NewsPage
from tests.factories.pages import draft_note, site_tree
from tests.factories.people import user_with
from tests.pages.hostile_input.note_form import note_form


@pytest.fixture
def head(db, client):
    seed_institution()
    seed_roles()
    site_tree()
    person = user_with(Role.HEAD)
    client.force_login(person)
    return person


def edit(client, note: NewsPage, **changes):
    form = note_form(title=note.title, slug=note.slug, summary=note.summary)
    return client.post(reverse("wagtailadmin_pages:edit", args=[note.pk]), form | changes)


def test_each_saving_is_a_revision_and_two_can_be_compared(head, client):
    note = draft_note(title="Primera versión")
    for title in ("Segunda versión", "Tercera versión"):
        assert edit(client, note, title=title).status_code == 302
    first, last = note.revisions.order_by("pk")
    html = client.get(
        reverse("wagtailadmin_pages:revisions_compare", args=[note.pk, first.pk, last.pk])
    ).content.decode()
    assert "Segunda" in html
    assert "Tercera" in html
    assert 'class="addition"' in html


def test_a_locked_note_cannot_be_changed_by_its_editor(head, client):
    editor = user_with(Role.WRITING)
    note = draft_note(owner=editor)
    assert client.post(reverse("wagtailadmin_pages:lock", args=[note.pk])).status_code == 302
    client.force_login(editor)
    edit(client, note, title="No debe cambiar")
    assert NewsPage.objects.get(pk=note.pk).get_latest_revision_as_object().title == note.title


def test_a_comment_on_a_field_is_kept_with_who_wrote_it(head, client):
    note = draft_note()
    note.save_revision(user=head)
    comment = {
        "comments-TOTAL_FORMS": "1",
        "comments-0-id": "",
        "comments-0-DELETE": "",
        "comments-0-resolved": "",
        "comments-0-contentpath": "title",
        "comments-0-text": "¿Y el lugar?",
        "comments-0-position": "",
        "comments-0-replies-TOTAL_FORMS": "0",
        "comments-0-replies-INITIAL_FORMS": "0",
        "comments-0-replies-MIN_NUM_FORMS": "0",
        "comments-0-replies-MAX_NUM_FORMS": "0",
    }
    assert edit(client, note, **comment).status_code == 302
    kept = Comment.objects.get()
    assert (kept.text, kept.user, kept.page_id) == ("¿Y el lugar?", head, note.pk)


def test_the_editor_saves_by_itself(head, client):
    note = draft_note()
    url = reverse("wagtailadmin_pages:edit", args=[note.pk])
    assert "w-autosave" in client.get(url).content.decode()
    form = note_form(title="Guardada sola", slug=note.slug, summary=note.summary)
    response = client.post(url, form, headers={"Accept": "application/json"})
    assert response.status_code == 200
    assert json.loads(response.content)["success"] is True
    assert Page.objects.get(pk=note.pk).get_latest_revision_as_object().title == "Guardada sola"


def test_the_preview_shows_what_will_be_published(head, client):
    note = draft_note()
    url = reverse("wagtailadmin_pages:preview_on_edit", args=[note.pk])
    form = note_form(title="Así se verá", slug=note.slug, summary=note.summary)
    assert client.post(url, form).json()["is_valid"] is True
    preview = client.get(url).content.decode()
    assert edit(client, note, **form, **{"action-publish": "1"}).status_code == 302
    client.logout()
    published = client.get("/noticias/" + note.slug + "/").content.decode()
    for words in ("Así se verá", note.summary, "Un párrafo."):
        assert words in preview
        assert words in published
    assert article_of(preview) == article_of(published)


def article_of(html: str) -> list[str]:
    """The words of the body's blocks, where the preview and the page must agree."""
    soup = BeautifulSoup(html, "html.parser")
    return [tag.get_text(" ", strip=True) for tag in soup.select("main h1, main article p, main .block-text p")]
