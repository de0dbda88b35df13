"""Many photos come in at once, with what they share; what is broken or missing is told."""

from datetime import timedelta

import pytest
from django.core.files.storage import storages
from django.test import TestCase
from django.urls import reverse
from django.utils import timezone

from institution.enums import LongTaskState, Role
from institution.models import InstitutionImage, LongTask
from pages.actions.photo_uploads import erase_stale_uploads
from pages.models import PhotoSet, SetPhoto
from tests.factories.institution import ImageFactory, picture_bytes
from tests.factories.photo_sets import packed, photo_set, upload
from tests.pages.desk import sign_in
from tests.pages.photo_sets.desk import ADD, SHARED, bring_in, ended, grid


def test_many_files_become_a_set_with_what_they_share_in_a_collection_of_its_own(tree):
    writer = sign_in(Role.WRITING)
    answer = bring_in(writer, *[upload(n) for n in range(3)])
    made = PhotoSet.objects.get()
    assert ended(answer)["summary"] == "Entraron 3 fotos."
    assert ended(answer)["url"] == grid(made)
    assert "Entraron 3 fotos" in writer.get(answer.url).content.decode()
    images = made.images()
    assert [image.title for image in images] == [f"Feria del queso · {n}" for n in (1, 2, 3)]
    assert {(i.credit, i.licence, i.place, str(i.taken_on), i.uploaded_by_user_id) for i in images} == {
        ("OII", "cc-by-4.0", "Plaza de Armas", "2026-11-20", int(writer.session["_auth_user_id"]))
    }
    assert {image.collection for image in images} == {made.collection}
    assert writer.get(grid(made)).status_code == 200


def test_a_zip_gives_its_photos_in_order_and_leaves_the_rest(tree):
    photos = {"b/2.png": "#222", "a/1.PNG": "#111", "../../fuera.png": "#333"}
    entries = {name: picture_bytes(colour=colour) for name, colour in photos.items()}
    entries |= {"leeme.txt": b"Hola", "__MACOSX/a/._1.png": b"x", ".oculta.png": b"x"}
    bring_in(sign_in(Role.WRITING), packed(entries))
    names = [image.file.name for image in PhotoSet.objects.get().images()]
    assert len(names) == 3
    assert all(name.startswith("originales/") and ".." not in name for name in names)


def test_what_is_broken_is_told_and_does_not_keep_the_others_out(tree):
    answer = bring_in(
        sign_in(Role.WRITING),
        upload(1),
        upload(name="mala.jpg", content=b"no soy una foto"),
        upload(name="pagina.png", content=b"<html><script>alert(1)</script>"),
        upload(name="vector.svg", content=b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
        packed({"nota.txt": b"x"}, name="sin-fotos.zip"),
        upload(2),
    )
    assert PhotoSet.objects.get().photos.count() == 2
    told = " ".join(row["Lo que no entró"] for row in ended(answer)["rows"])
    assert all(name in told for name in ("mala.jpg", "pagina.png", "vector.svg", "sin-fotos.zip"))
    assert storages["uploads"].listdir("")[1] == []


def test_what_waits_too_long_for_the_worker_is_erased_and_a_task_without_it_says_what_to_do(tree):
    with TestCase.captureOnCommitCallbacks() as waiting:
        sign_in(Role.WRITING).post(ADD, SHARED | {"photos": [upload(1)]})
    assert len(storages["uploads"].listdir("")[1]) == 1
    assert erase_stale_uploads(timezone.now()) == 0
    assert erase_stale_uploads(timezone.now() + timedelta(days=3)) == 1
    for each in waiting:
        each()
    task = LongTask.objects.get()
    assert task.state == LongTaskState.FAILED
    assert "suba las fotos de nuevo" in task.message


def test_a_photo_that_the_library_has_is_used_again_as_it_was(tree):
    content = picture_bytes()
    client = sign_in(Role.WRITING)
    bring_in(client, upload(name="uno.png", content=content))
    bring_in(client, upload(name="otro.png", content=content), credit="Otra persona")
    assert InstitutionImage.objects.count() == 1
    assert InstitutionImage.objects.get().credit == "OII"
    assert SetPhoto.objects.count() == 2


@pytest.mark.parametrize(
    ("files", "changes", "field"),
    [
        ([], {}, "photos"),
        ([upload()], {"name": ""}, "name"),
        ([upload()], {"credit": ""}, "credit"),
        ([upload()], {"people_shown": "minors"}, "consent"),
        ([upload()], {"people_shown": "minors", "consent": "given"}, "authorisation_reference"),
        ([upload()], {"people_shown": "ghosts"}, "people_shown"),
        ([upload()], {"page": 999_999}, "page"),
        ([upload()], {"taken_on": "ayer"}, "taken_on"),
        ([upload(n) for n in range(61)], {}, "photos"),
    ],
)
def test_what_is_missing_is_asked_for_in_its_field_and_nothing_comes_in(tree, files, changes, field):
    answer = bring_in(sign_in(Role.WRITING), *files, **changes)
    assert answer.status_code == 200
    assert field in answer.context["form"].errors
    assert not PhotoSet.objects.exists()
    assert not InstitutionImage.objects.exists()


def test_a_set_holds_sixty_photos_and_says_what_did_not_fit(tree):
    made = photo_set(*[ImageFactory() for _ in range(59)])
    client = sign_in(Role.HEAD)
    answer = bring_in(client, upload(1), upload(2), to=reverse("fotos:more", args=[made.pk]))
    assert made.photos.count() == 60
    assert "ya tiene 60" in ended(answer)["rows"][0]["Lo que no entró"]
