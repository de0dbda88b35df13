"""What the guide's server starts with: the institution and what its samples ask for."""

from datetime import datetime, timedelta

from django.utils import timezone

from headless.models import AccessToken
from headless.rules.tokens import secret_of
from headless.scopes import READ_EMBARGOED
from institution.actions.seed_institution import seed_institution
from institution.models import District, OrganicUnit
from institution.rules.tokens import digest_of
from pages.api.social_kits import READ, WRITE
from pages.enums import WorkStage
from pages.enums.materials import MaterialKind
from pages.models import MaterialPage, Topic
from tests.factories.events import published_event
from tests.factories.institution import ImageFactory
from tests.factories.pages import published_note, published_piece, site_tree
from tests.factories.social_kits import approved, greeting, post_on
from tests.factories.tokens import token_with
from tests.factories.works import published_work

KEY = secret_of("0" * 64)
START = datetime.fromisoformat("2026-07-01T08:00:00-05:00")


def load() -> None:
    """Load five public notes, one as the guide names it, an event of December, a work, a bulletin, a kit, a key."""
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
    approved(post_on("facebook", kit=greeting()), at=timezone.now())
    token, _secret = token_with(READ_EMBARGOED, READ, WRITE)
    AccessToken.objects.filter(pk=token.pk).update(digest=digest_of(KEY))
