"""The demonstration works: published, then moved and measured through the real actions."""

import tomllib
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from institution.models import District, OrganicUnit, User
from pages.actions.work_advances import record_advance
from pages.actions.work_moves import move_work
from pages.demo.files import drawn_image
from pages.enums import WorkStage
from pages.models import (
    ConsortiumMember,
    NewsPage,
    ProgrammedPoint,
    PublicWorkIndexPage,
    PublicWorkPage,
    Topic,
    WorkExtension,
    WorkPhoto,
)

DATA = Path(__file__).parent / "works.toml"
CREDIT = "Ilustración: OII-MPA (demostración)"
WORDS = (
    "slug", "title", "summary", "cui", "infobras_code", "modality", "locality", "funding_source", "contractor",
    "contractor_ruc", "resident", "supervisor", "lead_photo_alt",
)  # fmt: skip
AMOUNTS = ("viable_amount", "updated_amount", "latitude", "longitude")
DAYS = ("planned_start", "planned_end", "started_on", "ended_on")


def demo_works() -> list[dict[str, Any]]:
    """What the data file says."""
    return tomllib.loads(DATA.read_text(encoding="utf-8"))["works"]


def load_works(works: list[dict[str, Any]], *, by: User, at: datetime) -> None:
    """Publish the works, tell their facts as they happened until `at`, and relate the notes about them."""
    index = PublicWorkIndexPage.objects.get()
    for data in works:
        work = _published(index, data, by)
        _tell_facts(work, data, at)
        for note in NewsPage.objects.filter(slug__in=data["news"]):
            note.work = work
            note.save_revision(user=by).publish(user=by, skip_permission_checks=True)


def _published(index: PublicWorkIndexPage, data: dict[str, Any], by: User) -> PublicWorkPage:
    work = PublicWorkPage(
        **{name: data[name] for name in WORDS},
        **{name: Decimal(data[name]) for name in AMOUNTS if name in data},
        **{name: data[name] for name in DAYS if name in data},
        unit=OrganicUnit.objects.get(code="GIDT"),
        district=District.objects.get(ubigeo=data["district"]),
        lead_photo=_picture(data["slug"], data["lead_scene"], data["lead_photo_alt"]),
        lead_photo_credit=CREDIT,
        body=[{"type": "text", "value": data["body"]}],
        owner=by,
        live=False,
    )
    index.add_child(instance=work)
    work.topics.set(Topic.objects.filter(slug__in=data["topics"]))
    _add_parts(work, data)
    work.save()
    work.save_revision(user=by).publish(user=by, skip_permission_checks=True)
    return PublicWorkPage.objects.get(pk=work.pk)


def _add_parts(work: PublicWorkPage, data: dict[str, Any]) -> None:
    for name, ruc, share in data.get("consortium", []):
        work.consortium.add(ConsortiumMember(name=name, ruc=ruc, share=Decimal(share)))
    for days, norm, approved_on, new_end in data.get("extensions", []):
        work.extensions.add(WorkExtension(days=days, norm=norm, approved_on=approved_on, new_end=new_end))
    for on, physical in data["programme"]:
        work.programme.add(ProgrammedPoint(on=on, physical=Decimal(str(physical))))
    for number, (moment, scene, alt, caption) in enumerate(data["photos"]):
        image = _picture(f"{data['slug']}-{number}", scene, alt)
        work.photos.add(WorkPhoto(moment=moment, image=image, alt=alt, caption=caption, sort_order=number))


def _tell_facts(work: PublicWorkPage, data: dict[str, Any], at: datetime) -> None:
    """Each state and each advance in the order of their days: a work concludes when it is measured whole."""
    advances = list(data["advances"])
    for to, on, norm, cause, reason in data["moves"]:
        while advances and advances[0][0] <= on:
            _measure(work, advances.pop(0), at)
        move_work(work=work, to=WorkStage(to), on=on, norm=norm, cause=cause, reason=reason, by=None, at=at)
    for each in advances:
        _measure(work, each, at, last=each is advances[-1])


def _measure(work: PublicWorkPage, row: list[Any], at: datetime, *, last: bool = False) -> None:
    on, physical, financial, amount, note, *reason = row
    record_advance(
        work=work, on=on, physical=Decimal(str(physical)), financial=Decimal(str(financial)), amount=Decimal(amount),
        note=note, reason="".join(reason), by=None, at=at,
        photos=[(photo.image, photo.alt) for photo in work.photos.filter(moment="during")] if last else (),
    )  # fmt: skip


def _picture(name: str, scene: str, alt: str):
    return drawn_image(name=name, scene=scene, title=alt, alt=alt, credit=CREDIT)
