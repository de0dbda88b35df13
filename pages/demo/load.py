"""Loading the demonstration, once."""

from datetime import datetime

from django.db import transaction

from institution.actions.seed_institution import seed_institution
from institution.actions.seed_roles import seed_roles
from institution.models import InstitutionSettings, User
from pages.demo.alerts import load_alerts
from pages.demo.campaigns import load_campaigns
from pages.demo.events import load_events
from pages.demo.finding import load_finding
from pages.demo.guidance import load_guidance
from pages.demo.materials import load_materials
from pages.demo.notes import demo_notes, load_pending, publish_notes
from pages.demo.people import load_people
from pages.demo.photo_sets import load_photo_sets
from pages.demo.portal import compose_home, load_portal
from pages.demo.social_kits import load_social_kits
from pages.demo.unit_requests import load_requests
from pages.demo.webhooks import load_webhooks
from pages.demo.withdrawn import load_withdrawn
from pages.demo.works import demo_works, load_works
from search.actions.synonyms import load_synonyms


def load_demo(*, password: str, hostname: str, port: int, at: datetime) -> bool:
    """Load everything unless it was loaded before; whether it was loaded now.

    On a later run only a demonstration user's password that no longer opens is set again, so that what is
    printed is true; nothing that an editor changed or deleted comes back.
    """
    with transaction.atomic():
        seed_institution()
        seed_roles()
        load_synonyms()
        load_people(password=password)
        if InstitutionSettings.load().demo_loaded_at:
            return False
        _load_content(hostname, port, at)
    return True


def _load_content(hostname: str, port: int, at: datetime) -> None:
    home, index = load_portal(hostname=hostname, port=port, at=at)
    editor = User.objects.get(username="redaccion")
    lead = publish_notes(index, demo_notes(), by=editor)
    load_pending(index, by=editor, at=at)
    load_campaigns(by=editor, at=at)
    load_alerts(by=editor, at=at)
    load_works(demo_works(), by=editor, at=at)
    load_events(by=editor, at=at)
    load_materials(by=editor, at=at)
    load_guidance(by=editor, at=at)
    compose_home(home, lead=lead)
    load_withdrawn(home, by=editor, at=at)
    load_requests(at=at)
    load_photo_sets(by=editor, at=at)
    load_social_kits(by=editor, at=at)
    load_webhooks(at=at)
    load_finding(at=at)
