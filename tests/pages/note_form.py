"""Filling in a note's form as the browser would send it."""

from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, querydict_from_html, streamfield

from pages.models import NewsPage


def send(client: Client, note: NewsPage, action: str | None = None, **changes):
    """Open the note's form, change what is asked and press the button `action` (none: keep the draft)."""
    address = reverse("wagtailadmin_pages:edit", args=[note.pk])
    filled = querydict_from_html(client.get(address).content.decode(), form_id="page-edit-form")
    filled.update(nested_form_data({"body": streamfield([])}) | changes)
    for name in [name for name in filled if name.startswith("action-")]:
        del filled[name]
    if action:
        filled[action] = "1"
    return client.post(address, filled)
