"""Nothing typed in a search box or an address of the backend breaks it, and the door locks."""

import pytest
from django.urls import reverse

from institution.enums import Role
from tests.factories.people import PASSWORD, user_with

TYPED = ['"', "%22", "%00", "a%00b", "%20%20", "'", "*", "(", "%ff", "NEAR(", "-", "x" * 5000]
BOXES = [
    "wagtailimages:index",
    "wagtailimages_chooser:choose",
    "wagtailimages_chooser:choose_results",
    "wagtaildocs:index",
    "wagtaildocs_chooser:choose",
    "wagtailadmin_pages:search",
    "wagtailadmin_choose_page_search",
    "wagtailusers_users:index",
    "wagtailusers_groups:index",
    "wagtailsnippets_institution_organicunit:list",
    "wagtailsnippets_institution_district:list",
    "wagtailsnippets_pages_topic:list",
]


@pytest.mark.parametrize("box", BOXES)
def test_nothing_typed_in_a_search_box_of_the_backend_breaks_it(administrator, client, box):
    for typed in TYPED:
        response = client.get(f"{reverse(box)}?q={typed}")
        assert response.status_code == 200, typed


@pytest.mark.parametrize("page", ["-1", "0", "1000000000", str(2**63), "abc", "%00"])
def test_no_page_number_breaks_a_list_of_the_backend(administrator, client, page):
    for box in ("wagtailimages:index", "wagtailsnippets_pages_topic:list", "wagtailusers_users:index"):
        assert client.get(f"{reverse(box)}?p={page}").status_code in {200, 404}


def test_six_wrong_passwords_lock_the_door_and_it_is_said(tree, client):
    user_with(Role.WRITING, username="redaccion")
    answers = [client.post("/admin/login/", {"username": "redaccion", "password": "mal"}) for _ in range(6)]
    assert answers[-1].status_code == 429
    assert "15 minutos" in answers[-1].content.decode()
    right = client.post("/admin/login/", {"username": "redaccion", "password": PASSWORD})
    assert right.status_code == 429
