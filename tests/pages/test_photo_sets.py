"""The photos of an occasion: brought in together, told in a grid, shown as a gallery."""

from datetime import timedelta

import pytest
from django.core.files.storage import storages
from django.db import IntegrityError, connection, transaction
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from institution.enums import Consent, LongTaskState, PeopleShown, Role
from institution.models import InstitutionImage, LongTask
from pages.actions.photo_uploads import erase_stale_uploads
from pages.documents.photos import piece_pictures
from pages.models import PhotoSet, SetPhoto
from tests.factories.events import draft_event, published_event
from tests.factories.institution import ImageFactory, picture_bytes
from tests.factories.pages import published_note
from tests.factories.photo_sets import NOON, packed, photo_set, told_image, upload
from tests.pages.desk import sign_in

SHARED = {"name": "Feria del queso", "credit": "OII", "licence": "cc-by-4.0", "people_shown": "crowd",
          "consent": "not_needed", "place": "Plaza de Armas", "taken_on": "2026-11-20"}  # fmt: skip
ADD = "/admin/fotos/new/"


def bring_in(client, *files, to: str = ADD, **changes):
    """The answer to an upload, once the worker has done its task."""
    with TestCase.captureOnCommitCallbacks(execute=True):
        return client.post(to, SHARED | {"photos": list(files)} | changes)


def ended(answer) -> dict:
    """What the task's screen tells of an upload."""
    task = LongTask.objects.latest("pk")
    assert answer.url == reverse("tareas:inspect", args=[task.pk])
    assert task.state == LongTaskState.DONE, task.message
    return task.result


def row(image, **changes) -> dict:
    """What the grid sends of a photo."""
    said = {"title": image.title, "description": "Un queso", "caption": "", "credit": "OII", "licence": "cc0"}
    said |= {"people_shown": "nobody", "consent": "not_needed", "authorisation_reference": "", "sort_order": 1}
    return {f"foto-{image.pk}-{name}": value for name, value in (said | changes).items()}


def grid(found: PhotoSet) -> str:
    return reverse("fotos:edit", args=[found.pk])


# Bringing in


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


# The grid


def test_every_photo_is_told_in_one_form(tree):
    client = sign_in(Role.HEAD)
    one, other = ImageFactory(), ImageFactory()
    made = photo_set(one, other)
    data = {"name": "Otro nombre", **row(one, sort_order=2, caption="Primer premio"), **row(other, sort_order=1)}
    assert client.post(grid(made), data).status_code == 302
    again = PhotoSet.objects.with_photos().get()
    assert again.name == "Otro nombre"
    assert again.images() == [other, one]
    assert again.images()[1].caption == "Primer premio"
    assert again.shown() == [other, one]


def test_what_is_right_is_saved_and_what_is_wrong_comes_back_as_it_was_typed(tree):
    client = sign_in(Role.HEAD)
    right, wrong = ImageFactory(title="Bien"), ImageFactory(title="Mal")
    made = photo_set(right, wrong)
    words = {"description": "", "caption": "Lo que ya escribí", "people_shown": "minors", "consent": "given"}
    answer = client.post(grid(made), {"name": made.name, **row(right), **row(wrong, **words)})
    page = answer.content.decode()
    assert "falta completar una foto" in page
    assert "Lo que ya escribí" in page
    assert [each["image"] for each in answer.context["rows"]] == [wrong]
    errors = answer.context["rows"][0]["form"].errors
    assert {"description", "authorisation_reference"} <= set(errors)
    right.refresh_from_db()
    wrong.refresh_from_db()
    assert (right.description, wrong.caption) == ("Un queso", "")


def test_what_is_said_for_all_takes_the_place_of_what_each_said(tree):
    client = sign_in(Role.HEAD)
    images = [ImageFactory(credit="Antes") for _ in range(3)]
    shared = {"todas-credit": "Ahora", "todas-place": "Coris", "todas-taken_on": "2026-11-21", "todas-licence": "cc0"}
    made = photo_set(*images)
    rows = {key: value for image in images for key, value in row(image, credit="", licence="cc-by-4.0").items()}
    answer = client.post(grid(made), {"name": made.name, **shared, **rows})
    assert answer.status_code == 302
    told_now = InstitutionImage.objects.values_list("credit", "place", "licence", "taken_on")
    assert {(c, p, licence, str(day)) for c, p, licence, day in told_now} == {("Ahora", "Coris", "cc0", "2026-11-21")}


def test_a_photo_leaves_the_set_and_stays_in_the_library(tree):
    image = told_image()
    made = photo_set(image)
    sign_in(Role.HEAD).post(grid(made), {"name": made.name, **row(image, remove="on")})
    assert not made.photos.exists()
    assert InstitutionImage.objects.filter(pk=image.pk).exists()


def test_who_writes_tells_their_own_photos_alone(tree):
    writer = sign_in(Role.WRITING)
    mine = ImageFactory(uploaded_by_user_id=writer.session["_auth_user_id"])
    theirs = ImageFactory(description="")
    made = photo_set(mine, theirs)
    writer.post(grid(made), {"name": made.name, **row(mine), **row(theirs)})
    mine.refresh_from_db()
    theirs.refresh_from_db()
    assert (mine.description, theirs.description) == ("Un queso", "")


def test_a_grid_of_sixty_asks_the_database_what_a_grid_of_two_does(tree):
    client = sign_in(Role.HEAD)

    def cost(made: PhotoSet) -> int:
        client.get(grid(made))
        with CaptureQueriesContext(connection) as queries:
            assert client.get(grid(made)).status_code == 200
        return len(queries)

    few = photo_set(*[ImageFactory() for _ in range(2)])
    many = photo_set(*[ImageFactory() for _ in range(60)])
    assert cost(few) == cost(many)


def test_a_list_of_five_hundred_sets_asks_the_database_what_a_list_of_two_does(tree):
    client, image = sign_in(Role.HEAD), ImageFactory()

    def cost() -> int:
        client.get("/admin/fotos/")
        with CaptureQueriesContext(connection) as queries:
            assert client.get("/admin/fotos/", {"q": 'serie "'}).status_code == 200
            assert client.get("/admin/fotos/").status_code == 200
        return len(queries)

    def make(count: int) -> None:
        sets = PhotoSet.objects.bulk_create(PhotoSet(name=f"Serie {n}", created_at=NOON) for n in range(count))
        SetPhoto.objects.bulk_create(SetPhoto(photo_set=each, image=image) for each in sets)

    make(2)
    few = cost()
    make(500)
    assert cost() == few


def test_the_thumbnail_is_made_when_asked_and_only_for_who_may_choose_photos(tree):
    image = ImageFactory()
    address = reverse("photo_thumbnail", args=[image.pk])
    assert sign_in(Role.WRITING).get(address).url.startswith("/media/imagenes/")
    assert sign_in(Role.UNIT).get(address).status_code in (302, 403)
    assert sign_in(Role.WRITING).get(reverse("photo_thumbnail", args=[999_999])).status_code == 404


# What the public sees


PENDING = {"people_shown": PeopleShown.MINORS, "consent": Consent.PENDING}


def test_only_photos_with_words_credit_and_consent_are_shown(tree):
    ready = told_image()
    made = photo_set(ready, told_image(description=""), told_image(credit=""), told_image(**PENDING))
    assert made.shown() == [ready]


def test_a_set_is_a_gallery_in_a_body_on_paper_in_text_and_in_the_api(tree, client):
    ready, waiting = told_image(caption="El mejor queso"), told_image(**PENDING)
    made = photo_set(ready, waiting)
    note = published_note(body=[{"type": "photo_set", "value": {"title": "", "photo_set": made.pk}}])
    page = client.get(note.url).content.decode()
    assert page.count("Vecinas en la plaza") == 1
    assert "Feria del queso" in page
    body = client.get(f"/api/v1/news/{note.slug}?body=blocks").json()["body"]
    assert [(block["type"], len(block["pictures"])) for block in body] == [("gallery", 1)]
    assert body[0]["pictures"][0]["alt"] == "Vecinas en la plaza"
    assert "El mejor queso" in client.get(f"/noticias/{note.slug}/nota.txt").content.decode()
    assert client.get(f"/noticias/{note.slug}/nota.pdf").status_code == 200


def test_a_set_that_has_nothing_to_show_leaves_no_trace(tree, client):
    made = photo_set(told_image(**PENDING))
    note = published_note(body=[{"type": "photo_set", "value": {"title": "Fotos", "photo_set": made.pk}}])
    assert "gallery" not in client.get(note.url).content.decode()
    assert client.get(f"/api/v1/news/{note.slug}?body=blocks").json()["body"] == []
    gone = made.pk
    made.delete()
    assert client.get(note.url).status_code == 200
    assert not PhotoSet.objects.filter(pk=gone).exists()


def test_the_sets_of_an_event_are_found_in_a_constant_number_of_queries(tree, django_assert_num_queries):
    event = published_event()
    for _ in range(3):
        photo_set(*[told_image() for _ in range(4)], page=event)
    photo_set(told_image())
    with django_assert_num_queries(3):
        sets = list(PhotoSet.objects.for_page(event))
        assert [len(each.shown()) for each in sets] == [4, 4, 4]


def test_a_photo_is_once_in_a_set(db):
    image = ImageFactory()
    made = photo_set(image)
    with pytest.raises(IntegrityError), transaction.atomic():
        SetPhoto.objects.create(photo_set=made, image=image)


# What is public changes by who may publish it


def test_who_writes_cannot_put_a_set_on_a_live_page_nor_change_one_that_is_there(tree):
    writer, live, draft = sign_in(Role.WRITING), published_event(), draft_event()
    answer = bring_in(writer, upload(1), page=live.pk)
    assert "pida a Jefatura" in str(answer.context["form"].errors["page"])
    assert bring_in(writer, upload(1), page=draft.pk).status_code == 302
    shown = photo_set(told_image(), page=live)
    in_a_body = photo_set(told_image())
    published_note(body=[{"type": "photo_set", "value": {"title": "", "photo_set": in_a_body.pk}}])
    for made in (shown, in_a_body):
        assert writer.get(grid(made)).status_code == 302
        assert writer.post(reverse("fotos:more", args=[made.pk]), SHARED | {"photos": [upload(2)]}).status_code == 302
        assert made.photos.count() == 1
        assert sign_in(Role.HEAD).get(grid(made)).status_code == 200


def test_an_event_shows_its_sets_and_gives_their_photos_away(tree, client):
    event = published_event(lead_photo=told_image(title="Principal"), lead_photo_alt="Principal")
    photo_set(told_image(caption="El desfile"), told_image(**PENDING), page=event)
    page = client.get(event.url).content.decode()
    assert page.count('class="gallery"') == 1
    assert page.count("El desfile") == 1
    assert [image.title for image, *_ in piece_pictures(event)][:1] == ["Principal"]
    assert len(piece_pictures(event)) == 2
