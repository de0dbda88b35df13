"""Many notes for measuring: made in bulk, always the same for the same seed."""

import random
from datetime import datetime, timedelta

from django.db import transaction

from institution.models import District, OrganicUnit
from pages.models import NewsIndexPage, NewsPage, Topic

SUBJECTS = ("canal de riego", "camino vecinal", "biblioteca", "posta médica", "reservorio", "losa deportiva", "mercado")
VERBS = ("Avanza la mejora de", "Inauguran", "Supervisan", "Culmina el mantenimiento de", "Convocan a vecinos por")
BATCH = 500


def load_many(index: NewsIndexPage, *, count: int, seed: int, at: datetime) -> int:
    """Add notes until `count` made here exist; how many were added. They carry no number: they were never issued."""
    existing = NewsPage.objects.child_of(index).filter(slug__startswith="escala-").count()
    chance = random.Random(seed)
    choices = (list(OrganicUnit.objects.all()), list(District.objects.all()), list(Topic.objects.all()))
    notes = [_note(n, chance, choices, at) for n in range(count)][existing:]
    for start in range(0, len(notes), BATCH):
        with transaction.atomic():
            for note, topic in notes[start : start + BATCH]:
                index.add_child(instance=note)
                note.topics.set([topic])
                note.save(clean=False)
    return len(notes)


def _note(n: int, chance: random.Random, choices: tuple[list, list, list], at: datetime) -> tuple[NewsPage, Topic]:
    units, districts, topics = choices
    district, subject = chance.choice(districts), chance.choice(SUBJECTS)
    published = at - timedelta(hours=6 * n + chance.randint(0, 5))
    title = f"{chance.choice(VERBS)} {subject} en {district.name} ({n})"
    body = "".join(f"<p>{_sentence(chance, subject, district.name)}</p>" for _ in range(chance.randint(3, 8)))
    note = NewsPage(
        title=title,
        slug=f"escala-{n}",
        summary=_sentence(chance, subject, district.name),
        unit=chance.choice(units),
        district=district,
        published_at=published,
        first_published_at=published,
        last_published_at=published,
        event_date=published.date(),
        body=[{"type": "text", "value": body}],
    )
    return note, chance.choice(topics)


def _sentence(chance: random.Random, subject: str, place: str) -> str:
    who = chance.choice(("La gerencia", "El equipo técnico", "La junta vecinal", "La comuna"))
    did = chance.choice(("revisó", "coordinó", "informó sobre", "programó"))
    return f"{who} {did} los trabajos de {subject} en {place}, con {chance.randint(10, 400)} familias beneficiarias."
