"""A work with all that a work may have, and works by the dozen."""

from datetime import date
from decimal import Decimal

from django.utils import timezone

from pages.actions.work_moves import move_work
from pages.enums import PhotoMoment, WorkStage
from pages.models import (
    ConsortiumMember,
    ProgrammedPoint,
    PublicWorkIndexPage,
    PublicWorkPage,
    WorkExtension,
    WorkPhoto,
)
from tests.factories.institution import DistrictFactory, ImageFactory, OrganicUnitFactory
from tests.factories.works import NOW, advance, draft_work


def whole_work() -> PublicWorkPage:
    """A work with everything that a work may have."""
    work = draft_work(
        title="Canal de Coris", infobras_code="12345", viable_amount=Decimal("1250000.50"),
        updated_amount=Decimal("1300000"), funding_source="Canon minero", contractor="Consorcio Coris",
        contractor_ruc="20512333797", resident="Residente de ejemplo", supervisor="Supervisor de ejemplo",
        planned_start=date(2026, 1, 5), planned_end=date(2026, 9, 30), started_on=date(2026, 2, 1),
        latitude=Decimal("-9.78"), longitude=Decimal("-77.6"), locality="Sector Alto",
        unit=OrganicUnitFactory(code="GIDT", email="obras@example.test", phone="043 000000"),
    )  # fmt: skip
    work.consortium.add(ConsortiumMember(name="Empresa de ejemplo", ruc="20131312955", share=60))
    work.extensions.add(
        WorkExtension(days=30, norm="R.G. 045-2026", approved_on=date(2026, 9, 1), new_end=date(2026, 10, 30))
    )
    for month, percent in ((2, 0), (6, 50), (10, 100)):
        work.programme.add(ProgrammedPoint(on=date(2026, month, 1), physical=percent))
    for moment in (PhotoMoment.BEFORE, PhotoMoment.AFTER):
        work.photos.add(WorkPhoto(moment=moment, image=ImageFactory(), alt=f"Foto {moment}"))
    work.save_revision().publish()
    move_work(work=work, to=WorkStage.EXECUTION, on=date(2026, 2, 1), by=None, at=NOW)
    advance(work, date(2026, 3, 1), 10, 8, amount=Decimal("104000"))
    advance(work, date(2026, 8, 1), "62.5", 51, note="Revestimiento del segundo tramo.")
    return PublicWorkPage.objects.get(pk=work.pk)


def many_works(number: int) -> None:
    """Public works made cheaply, each with an advance."""
    index, district, photo = PublicWorkIndexPage.objects.get(), DistrictFactory(), ImageFactory()
    start = PublicWorkPage.objects.count()
    for each in range(start, start + number):
        work = PublicWorkPage(
            title=f"Obra {each}", slug=f"o{each}", summary="Bajada", cui=f"{1_000_000 + each}", district=district,
            live=True, published_at=timezone.now(), stage=WorkStage.EXECUTION, lead_photo=photo,
        )  # fmt: skip
        index.add_child(instance=work)
        advance(work, date(2026, 3, 1), 10)
