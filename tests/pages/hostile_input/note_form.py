"""A new note's form, as the browser sends it."""

import json

from django.urls import reverse

from tests.factories.pages import site_tree

EMPTY_INLINE = {"TOTAL_FORMS": "0", "INITIAL_FORMS": "0", "MIN_NUM_FORMS": "0", "MAX_NUM_FORMS": "1000"}


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
