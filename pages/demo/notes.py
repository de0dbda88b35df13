"""The demonstration notes, published in the order of their dates through the real actions."""

import tomllib
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from institution.models import District, OrganicUnit, User
from pages.demo.blocks import body_of
from pages.demo.files import drawn_image
from pages.models import NewsIndexPage, NewsPage, RelatedNote, Topic

FOLDER = Path(__file__).parent / "notes"
PLAIN = ("slug", "kicker", "title", "summary", "locality", "event_date", "author_credit", "press_contact")
CAPTIONS = ("lead_photo_alt", "lead_photo_caption", "lead_photo_credit")


def demo_notes() -> list[dict[str, Any]]:
    """What the data files say, the oldest first."""
    notes = [tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.toml"))]
    return sorted(notes, key=lambda note: note["published_at"])


def publish_notes(index: NewsIndexPage, notes: list[dict[str, Any]], *, by: User) -> NewsPage | None:
    """Publish the notes and relate them; the featured one, if any."""
    made: dict[str, NewsPage] = {}
    for data in notes:
        made[data["slug"]] = _publish(_draft(index, data, by), by)
    for data in notes:
        _relate(made[data["slug"]], [made[slug] for slug in data["related"] if slug in made], by)
    return next((made[data["slug"]] for data in notes if data["featured"]), None)


def load_pending(index: NewsIndexPage, *, by: User, at: datetime) -> None:
    """A note that waits for the head's approval and one under embargo, so that both can be seen at work."""
    waiting = _short(index, "Programa de actividades de fin de año", by)
    waiting.save_revision(user=by)
    if workflow := waiting.get_workflow():
        workflow.start(waiting, by)
    embargoed = _short(index, "Resultados de la audiencia pública de rendición de cuentas", by)
    embargoed.embargo_until = at + timedelta(days=2)
    embargoed.save_revision(user=by).publish(user=by, skip_permission_checks=True)


def _draft(index: NewsIndexPage, data: dict[str, Any], by: User) -> NewsPage:
    note = NewsPage(
        **{name: data[name] for name in (*PLAIN, *CAPTIONS)},
        published_at=data["published_at"],
        unit=OrganicUnit.objects.get(code=data["unit"]),
        district=District.objects.get(ubigeo=data["district"]),
        lead_photo=drawn_image(
            name=data["slug"],
            scene=data["lead_scene"],
            title=data["title"],
            alt=data["lead_photo_alt"],
            credit=data["lead_photo_credit"],
        ),
        body=body_of(data["body"], name=data["slug"]),
        owner=by,
        live=False,
    )
    index.add_child(instance=note)
    note.topics.set(Topic.objects.filter(slug__in=data["topics"]))
    note.tags.add(*data["tags"])
    note.save()
    return note


def _publish(note: NewsPage, by: User) -> NewsPage:
    note.save_revision(user=by).publish(user=by, skip_permission_checks=True)
    return NewsPage.objects.get(pk=note.pk)


def _relate(note: NewsPage, others: list[NewsPage], by: User) -> None:
    if others:
        note.related_notes.set([RelatedNote(note=other, sort_order=order) for order, other in enumerate(others)])
        _publish(note, by)


def _short(index: NewsIndexPage, title: str, by: User) -> NewsPage:
    note = NewsPage(title=title, kicker="Institucional", owner=by, live=False, summary=f"{title}: nota de ejemplo.")
    note.unit = OrganicUnit.objects.get(code="OII")
    note.body = [{"type": "text", "value": "<p>Texto de ejemplo para mostrar el recorrido de una nota.</p>"}]
    return index.add_child(instance=note)
