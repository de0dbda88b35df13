"""The demonstration: loaded whole, once, and never again over what people changed."""

import json
import shutil

import pytest

from pages.demo.notes import demo_notes
from tests.servers import manage

AS_SERVED = {"DJANGO_SETTINGS_MODULE": "config.settings.dev"}
pytestmark = pytest.mark.xdist_group("processes")
STATE = """
import json
from institution.models import *
from pages.models import *
from wagtail.models import Page, Revision
print(json.dumps({
    "notes": NewsPage.objects.live().count(), "pages": Page.objects.count(), "revisions": Revision.objects.count(),
    "images": InstitutionImage.objects.count(), "documents": InstitutionDocument.objects.count(),
    "numbers": list(
        IssuedNumber.objects.filter(series__code="nota-prensa").order_by("number").values_list("number", flat=True)
    ),
    "users": sorted(User.objects.values_list("username", flat=True)),
    "opens": all(user.check_password("clave-de-prueba") for user in User.objects.all()),
    "first": NewsPage.objects.order_by("pk").first().title,
}))
"""
CHANGE = """
from pages.models import NewsPage
note = NewsPage.objects.order_by("pk").first()
note.title = "Cambiada por una editora"; note.save()
NewsPage.objects.order_by("pk")[1].delete()
"""


@pytest.fixture(scope="module")
def demo(migrated_sqlite, tmp_path_factory) -> dict[str, str]:
    """The environment of a database with the demonstration loaded."""
    folder = tmp_path_factory.mktemp("demo")
    database = shutil.copy(migrated_sqlite, folder / "db.sqlite3")
    values = {"VAR_DIR": str(folder), "DATABASE_URL": f"sqlite:///{database}"} | AS_SERVED
    out = manage("load_demo", **values, DEMO_PASSWORD="clave-de-prueba")
    assert "clave-de-prueba" in out
    return values


def states(demo: dict[str, str], code: str) -> list[dict]:
    """What the code prints of the database, in one process."""
    return [json.loads(line) for line in manage("shell", "-v0", "-c", code, **demo).strip().splitlines()]


def test_the_demonstration_is_searched_no_worse_than_was_recorded(demo):
    assert "nDCG" in manage("check_search", **demo)


def test_the_whole_demonstration_loads_and_a_second_time_changes_nothing(demo):
    loaded, changed = states(demo, STATE + CHANGE + STATE)
    assert loaded["notes"] == len(demo_notes()) + 1
    assert loaded["notes"] >= 30
    assert loaded["numbers"] == list(range(1, loaded["notes"] + 1))
    assert loaded["users"] == ["admin", "jefatura", "planificacion", "prensa", "protocolo", "redaccion", "unidad"]
    assert loaded["opens"]
    assert "ya estaba cargada" in manage("load_demo", **demo, DEMO_PASSWORD="clave-de-prueba")
    assert states(demo, STATE) == [changed]
    assert changed["first"] == "Cambiada por una editora"


def test_every_note_is_complete_and_names_what_exists():
    notes = demo_notes()
    slugs = {note["slug"] for note in notes}
    assert len(slugs) == len(notes) >= 30
    assert sum(note["featured"] for note in notes) == 1
    for note in notes:
        assert note["lead_photo_alt"]
        assert len(note["title"]) <= 110
        assert set(note["related"]) <= slugs
        assert any(block["type"] == "quote" for block in note["body"])
