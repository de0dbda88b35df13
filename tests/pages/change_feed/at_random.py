"""Processes that change what is public at random, and one that reads the feed of changes meanwhile.

`prepare SECTIONS` makes the tree; `write SEED STEPS` acts on it as its siblings do and prints how many acts were done;
`read STOP_FILE` follows the feed until the file exists, and prints what it was told and what is public.
"""

import json
import random
import sys
import time
from datetime import timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
sys.path[:0] = [str(ROOT / "site"), str(ROOT)]

import django  # noqa: E402

django.setup()

from django.db import Error, transaction  # noqa: E402
from django.test import Client  # noqa: E402
from django.utils import timezone  # noqa: E402
from wagtail.models import Page, PageViewRestriction  # noqa: E402

from headless.actions.changes import item_changed  # noqa: E402
from pages.models import NewsIndexPage, NewsPage  # noqa: E402
from tests.factories.pages import site_tree  # noqa: E402
from tests.headless.feed import read, rebuilt  # noqa: E402

SOON = timedelta(milliseconds=300)
OFTEN = 0.02  # seconds between readings


class Rollback(Exception):
    """The process changes its mind in the middle of a transaction."""


def prepare(sections: str) -> None:
    """The portal, with a few sections of news."""
    home = site_tree().home
    for n in range(int(sections)):
        home.add_child(instance=NewsIndexPage(title=f"Sección {n}", slug=f"seccion-{n}"))


def write(seed: str, steps: str) -> None:
    """Act at random. What another process deleted or moved meanwhile is no error."""
    chance, done = random.Random(int(seed)), 0
    for step in range(int(steps)):
        try:
            with transaction.atomic():
                chance.choices(list(ACTS), weights=list(ACTS.values()))[0](chance, f"{seed}-{step}")
                if chance.random() < 0.1:
                    raise Rollback
            done += 1
        except (Rollback, NewsPage.DoesNotExist, Page.DoesNotExist, Error, IndexError):
            continue
    sys.stdout.write(f"{done}\n")


def create(chance: random.Random, name: str) -> None:
    embargo = timezone.now() + SOON if chance.random() < 0.3 else None
    expires = timezone.now() + 3 * SOON if chance.random() < 0.2 else None
    note = NewsPage(
        title=name, slug=f"n-{name}", summary="Bajada", live=False, embargo_until=embargo, expire_at=expires
    )
    _section(chance).add_child(instance=note)
    if chance.random() < 0.9:
        note.save_revision().publish()


def publish(chance: random.Random, name: str) -> None:
    note = _note(chance)
    note.title = name
    if chance.random() < 0.2:
        note.slug = f"n-{name}"
    note.save_revision().publish()


def unpublish(chance: random.Random, name: str) -> None:
    _note(chance).unpublish()


def delete(chance: random.Random, name: str) -> None:
    _note(chance).delete()


def move(chance: random.Random, name: str) -> None:
    _note(chance).move(_section(chance), pos="last-child")


def rename_section(chance: random.Random, name: str) -> None:
    section = _section(chance)
    section.slug = f"s-{name}"
    section.save_revision().publish()


def hide_or_show(chance: random.Random, name: str) -> None:
    section = _section(chance)
    if not section.view_restrictions.all().delete()[0]:
        PageViewRestriction.objects.create(page=section, restriction_type=PageViewRestriction.LOGIN)


def tell_a_fact(chance: random.Random, name: str) -> None:
    item_changed(item=_note(chance), at=timezone.now())


ACTS = {create: 8, publish: 6, unpublish: 3, delete: 2, move: 3, tell_a_fact: 2, rename_section: 1, hide_or_show: 1}


def _note(chance: random.Random) -> NewsPage:
    return NewsPage.objects.get(pk=chance.choice(NewsPage.objects.values_list("pk", flat=True)))


def _section(chance: random.Random) -> NewsIndexPage:
    return chance.choice(NewsIndexPage.objects.order_by("pk"))


def follow(stop: str) -> None:
    """Read the feed while others write; print each change and what is public at the end."""
    client, changes, cursor, readings = Client(), [], None, 0
    while not (ended := Path(stop).exists()) or readings == 0:
        new, cursor = read(client, cursor, limit=7)
        changes, readings = changes + new, readings + 1
        time.sleep(0 if ended else OFTEN)
    time.sleep(4 * SOON.total_seconds())
    changes += read(client, cursor)[0]
    public = {
        f"news {page.pk}": f"http://testserver{page.get_url()}" for page in NewsPage.objects.visible(at=timezone.now())
    }
    copy = {f"{kind} {key}": url for (kind, key), url in rebuilt(changes).items()}
    again = read(client)[0]
    json.dump({"changes": changes, "copy": copy, "public": public, "again": again, "readings": readings}, sys.stdout)


if __name__ == "__main__":
    {"prepare": prepare, "write": write, "read": follow}[sys.argv[1]](*sys.argv[2:])
