"""What the guide's server starts with: the institution and what its samples ask for."""

from datetime import datetime, timedelta

from institution.actions.seed_institution import seed_institution
from institution.models import District, OrganicUnit
from pages.enums import WorkStage
from pages.enums.materials import MaterialKind
from pages.models import MaterialPage, Topic
from tests.factories.events import published_event
from tests.factories.institution import ImageFactory
from tests.factories.pages import published_note, published_piece, site_tree
from tests.factories.works import published_work

START = datetime.fromisoformat("2026-07-01T08:00:00-05:00")


def load() -> None:
    """Load five public notes, one of them as the guide names it, an event of December 2026, a work and a bulletin."""
    seed_institution()
    site_tree()
    works = Topic.objects.create(name="Obras", slug="obras")
    published_note(
        slug="canal-de-riego-entra-en-su-ultimo-tramo",
        title="El canal de riego entra en su último tramo",
        district=District.objects.get(ubigeo="020204"),
        unit=OrganicUnit.objects.get(code="GIDT"),
        topics=[works],
        tags=["riego"],
        lead_photo=ImageFactory(),
        lead_photo_alt="Un canal",
        body=[("text", "<p>Avanza.</p>")],
        published_at=START,
    )
    for number in range(4):
        published_note(published_at=START + timedelta(days=number))
    published_event()
    published_work(stage=WorkStage.EXECUTION)
    published_piece(MaterialPage, kind=MaterialKind.BULLETIN)
