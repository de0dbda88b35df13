"""The demonstration materials, taken through their production by the real actions, and a bulletin made of notes."""

import tomllib
from datetime import datetime
from pathlib import Path
from typing import Any

from django.utils.text import slugify

from institution.models import District, OrganicUnit, User
from pages.actions.bulletins import compose_bulletin, notes_between
from pages.actions.production import move_production
from pages.demo.files import drawn_image, film_document, tone_document
from pages.demo.sheets import sheet_document
from pages.enums.materials import MaterialKind, Production, Purpose
from pages.models import MaterialCredit, MaterialIndexPage, MaterialPage, Presentation, Topic

DATA = Path(__file__).parent / "materials.toml"
PLAIN = (
    "slug", "title", "kind", "summary", "series", "edition_number", "locality", "published_at", "transcript",
    "text_alternative", "licence",
)  # fmt: skip
STEPS = (Production.DESIGN, Production.APPROVED)


def load_materials(*, by: User, at: datetime) -> None:
    """The materials of the data file and the bulletins that are made of notes, each as far as it says."""
    index = MaterialIndexPage.objects.get()
    head = User.objects.get(username="jefatura")
    data = tomllib.loads(DATA.read_text(encoding="utf-8"))
    for row in data["materials"]:
        material = _draft(index, row, by)
        _produce(material, row, by=by, head=head, at=row.get("published_at", at))
    for row in data["bulletins"]:
        _bulletin(index, row, by=by, head=head, at=at)


def _draft(index: MaterialIndexPage, row: dict[str, Any], by: User) -> MaterialPage:
    material = MaterialPage(
        **{name: row[name] for name in PLAIN if name in row},
        unit=OrganicUnit.objects.get(code=row["unit"]),
        district=District.objects.filter(ubigeo=row.get("district", "")).first(),
        owner=by,
        live=False,
    )
    material.presentations.set([_presentation(row, file, place) for place, file in enumerate(row["files"])])
    material.credits.set(_credits(row))
    index.add_child(instance=material)
    material.topics.set(Topic.objects.filter(slug__in=row["topics"]))
    material.save()
    return material


def _presentation(row: dict[str, Any], file: dict[str, str], place: int) -> Presentation:
    made = Presentation(label=file["label"], purpose=file.get("purpose", Purpose.SCREEN), sort_order=place)
    if file["form"] == "image":
        alt = f"{row['title']}, como imagen para compartir"
        made.image = drawn_image(name=row["slug"], scene=row["scene"], title=row["title"], alt=alt, credit="")
    elif file["form"] == "sound":
        made.document = tone_document(title=row["title"])
    elif file["form"] == "film":
        made.document = film_document(title=row["title"])
    else:
        made.document = sheet_document(
            title=row["title"], summary=row["summary"], kind=str(MaterialKind(row["kind"]).label), scene=row["scene"],
            paper=file["form"], chapters=row["chapters"],
        )  # fmt: skip
    return made


def _credits(row: dict[str, Any]) -> list[MaterialCredit]:
    credits = row.get("credits", [])
    return [MaterialCredit(role=role, name=name, sort_order=place) for place, (role, name) in enumerate(credits)]


def _produce(material: MaterialPage, row: dict[str, Any], *, by: User, head: User, at: datetime) -> None:
    """Take it as far as the data says: to the design, to the press, to the portal."""
    move_production(material=material, to=Production.DESIGN, by=by, at=at, note="Textos revisados.")
    if row.get("in_design"):
        material.save_revision(user=by)
        return
    move_production(material=material, to=Production.APPROVED, by=head, at=at, note="Conforme.")
    if "print_run" in row:
        printed = {"print_run": row["print_run"], "printed_on": row["printed_on"]}
        move_production(material=material, to=Production.PRINTED, by=head, at=at, **printed)
    material.save_revision(user=by).publish(user=head, skip_permission_checks=True)


def _bulletin(index: MaterialIndexPage, row: dict[str, Any], *, by: User, head: User, at: datetime) -> None:
    notes = notes_between(since=row["since"], until=row["until"], at=at)[: row["most"]]
    made = compose_bulletin(
        index=index, title=row["title"], summary=row["summary"], series=row["series"], number=row["edition_number"],
        notes=notes, by=by, at=at,
    )  # fmt: skip
    material = MaterialPage.objects.get(pk=made.pk)
    material.slug = slugify(f"{row['series']} {row['edition_number']}")
    material.editorial, material.editorial_by = row["editorial"], row["editorial_by"]
    material.published_at = row["published_at"]
    material.unit = OrganicUnit.objects.get(code=row["unit"])
    material.credits.set(_credits(row))
    material.save()
    _produce(material, row, by=by, head=head, at=row["published_at"])
