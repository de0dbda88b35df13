"""What the example client finds: two kits that are approved, and the key that opens them."""

from pathlib import Path

from django.conf import settings
from django.utils import timezone

from institution.actions.seed_institution import seed_institution
from tests.factories.pages import published_note, site_tree
from tests.factories.social_kits import approved, greeting, kit_of, post_on
from tests.factories.tokens import token_with

KEY_FILE = "client-key"


def load() -> None:
    """Load a note's kit and a greeting, approved for Facebook."""
    seed_institution()
    site_tree()
    for kit in (kit_of(published_note(title="El canal llega a Succha")), greeting()):
        approved(post_on("facebook", kit=kit), at=timezone.now())
    secret = token_with("read:kits", "write:kit-status", name="Cliente de ejemplo")[1]
    Path(settings.VAR_DIR, KEY_FILE).write_text(secret)
