"""Every photo of a set is told in one grid, by who may, at the same cost for few as for many."""

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from institution.enums import Role
from institution.models import InstitutionImage
from pages.models import PhotoSet, SetPhoto
from tests.factories.institution import ImageFactory
from tests.factories.photo_sets import NOON, photo_set, told_image
from tests.pages.desk import sign_in
from tests.pages.photo_sets.desk import grid
from tests.queries import queries_of


def row(image, **changes) -> dict:
    """What the grid sends of a photo."""
    said = {"title": image.title, "description": "Un queso", "caption": "", "credit": "OII", "licence": "cc0"}
    said |= {"people_shown": "nobody", "consent": "not_needed", "authorisation_reference": "", "sort_order": 1}
    return {f"foto-{image.pk}-{name}": value for name, value in (said | changes).items()}


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
    few = photo_set(*[ImageFactory() for _ in range(2)])
    many = photo_set(*[ImageFactory() for _ in range(60)])
    assert queries_of(client, grid(few)) == queries_of(client, grid(many))


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
