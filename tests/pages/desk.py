"""The editor's desk: signing in, filling in a note's form as the browser would, reading what is told."""

from django.contrib.messages import get_messages
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, querydict_from_html, streamfield

from institution.actions.seed_roles import seed_roles
from institution.enums import Role
from institution.models import User
from pages.models import NewsPage, Piece
from tests.factories.pages import draft_note
from tests.factories.people import user_with


def sign_in(role: Role) -> Client:
    """A browser in which a new person of the role is signed in."""
    seed_roles()
    client = Client()
    client.force_login(user_with(role))
    return client


def owned_draft(client: Client, **fields) -> NewsPage:
    """A draft of the person who is signed in."""
    return draft_note(owner=_signed_in(client), **fields)


def owned(client: Client, piece: Piece) -> Piece:
    """The piece, made the signed-in person's."""
    piece.owner = _signed_in(client)
    piece.save()
    return piece


def _signed_in(client: Client) -> User:
    return User.objects.get(pk=client.session["_auth_user_id"])


def send(client: Client, note: NewsPage, action: str | None = None, **changes) -> HttpResponse:
    """Open the note's form, change what is asked and press the button `action` (none: keep the draft)."""
    address = reverse("wagtailadmin_pages:edit", args=[note.pk])
    filled = querydict_from_html(client.get(address).content.decode(), form_id="page-edit-form")
    filled.update(nested_form_data({"body": streamfield([])}) | changes)
    for name in [name for name in filled if name.startswith("action-")]:
        del filled[name]
    if action:
        filled[action] = "1"
    return client.post(address, filled)


def told(response: HttpResponse) -> str:
    """The messages that the answer leaves for the person."""
    return " ".join(str(message) for message in get_messages(response.wsgi_request))
