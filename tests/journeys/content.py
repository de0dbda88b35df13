"""What the journeys' server starts with: the institution, its people, the portal and a handful of notes."""

from datetime import timedelta

from django.core.management import call_command
from django.test import override_settings
from django.utils import timezone

from institution.actions.seed_institution import seed_institution
from institution.actions.seed_roles import seed_roles
from institution.models import User
from pages.demo import notes
from pages.demo.alerts import load_alerts
from pages.demo.campaigns import load_campaigns
from pages.demo.events import load_events
from pages.demo.guidance import load_guidance
from pages.demo.materials import load_materials
from pages.demo.people import load_people
from pages.demo.photo_sets import load_photo_sets
from pages.demo.portal import compose_home, load_portal
from pages.demo.webhooks import load_webhooks
from pages.demo.withdrawn import load_withdrawn
from pages.demo.works import demo_works, load_works
from tests.factories.events import open_event
from tests.factories.people import PASSWORD

A_FEW = 4
# As when the worker is behind: the pictures are cut when a page first shows them. The indexes are made at the end.
LATER = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
WORK = "mejoramiento-canal-de-riego-la-merced"
WORKS = (WORK, "reservorio-agua-potable-coris")


def load(port: int) -> None:
    """Load through the same actions as the demonstration, with fewer notes so that the server is ready soon."""
    at = timezone.now()
    seed_institution()
    seed_roles()
    load_people(password=PASSWORD)
    home, index = load_portal(hostname="127.0.0.1", port=port, at=at)
    editor = User.objects.get(username="redaccion")
    few = notes.demo_notes()[-A_FEW:]
    with override_settings(TASKS=LATER):
        lead = notes.publish_notes(index, few, by=editor)
        load_campaigns(by=editor, at=at)
        load_events(by=editor, at=at, most=5)
        load_works([work for work in demo_works() if work["slug"] in WORKS], by=editor, at=at)
        load_photo_sets(by=editor, at=at)
    load_alerts(by=editor, at=at)
    load_materials(by=editor, at=at)
    load_guidance(by=editor, at=at)
    open_event(title="Taller de compostaje", slug="taller-de-compostaje", starts=[at + timedelta(days=10)], capacity=2)
    compose_home(home, lead=lead)
    load_withdrawn(home, by=editor, at=at)
    load_webhooks(at=at)
    for index in ("update_index", "rebuild_references_index"):
        call_command(index, verbosity=0)
