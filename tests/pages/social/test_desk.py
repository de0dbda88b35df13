"""Posts are written, approved and prepared at the desk, which nothing typed breaks."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from institution.enums import Role
from pages.enums.social import PostState
from pages.models import SocialKit, SocialPost
from tests.factories.institution import ImageFactory
from tests.factories.pages import draft_note, published_note
from tests.factories.social_kits import NOON, kit_of, post_on
from tests.pages.desk import sign_in
from tests.pages.social.posts import filled

pytestmark = pytest.mark.django_db


def test_redaccion_writes_and_jefatura_approves_and_schedules(tree):
    post = post_on("x")
    address = reverse("redes:act", args=[post.pk])
    writer, head = sign_in(Role.WRITING), sign_in(Role.HEAD)
    assert writer.post(address, filled(post, "save")).status_code == 302
    assert writer.post(address, filled(post, "approve")).status_code in (302, 403)
    post.refresh_from_db()
    assert (post.text, post.hashtags, post.state) == ("Hola", "#Aija", PostState.DRAFT)
    day = timezone.localdate() + timedelta(days=30)
    assert head.post(address, filled(post, "approve", scheduled_for=f"{day}T08:30")).status_code == 302
    post.refresh_from_db()
    assert (post.state, timezone.localtime(post.scheduled_for).hour) == (PostState.SCHEDULED, 8)
    assert head.post(address, filled(post, "return")).status_code == 302
    post.refresh_from_db()
    assert post.state == PostState.DRAFT


def test_what_is_refused_keeps_what_was_typed(tree):
    post, client = post_on("x"), sign_in(Role.HEAD)
    typed = "palabra " * 60
    answer = client.post(reverse("redes:act", args=[post.pk]), filled(post, "approve", text=typed))
    assert answer.status_code == 422
    assert "Sobran" in answer.content.decode()
    assert "palabra palabra" in answer.content.decode()
    fragment = client.post(
        reverse("redes:act", args=[post.pk]), filled(post, "save", text=typed), headers={"Accept": "text/fragment+html"}
    )
    assert fragment.status_code == 422
    assert fragment.content.decode().count("<article") == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"text": "😀" * 10_000},
        {"text": "\x00\x07\u202eal revés\u2066 \ud800".encode("utf-8", "replace").decode()},
        {"text": "a" * 80_000},
        {"hashtags": "# # #con espacio 👍 #2026 ##"},
        {"hashtags": "#" + "a" * 900},
        {"card": "hologram"},
        {"scheduled_for": "mañana"},
        {"scheduled_for": "9999-12-31T23:59"},
        {"scheduled_for": "0001-01-01T00:00"},
        {"text": ""},
    ],
)
def test_nothing_that_is_typed_breaks_the_desk(tree, changes):
    kit, client = kit_of(published_note()), sign_in(Role.HEAD)
    for network in ("x", "youtube"):
        post = post_on(network, kit=kit)
        for act in ("save", "approve"):
            answer = client.post(reverse("redes:act", args=[post.pk]), filled(post, act, title="Título", **changes))
            assert answer.status_code in (302, 422), (network, act)
    assert client.get(reverse("redes:desk", args=[kit.pk])).status_code == 200


def test_an_act_that_does_not_exist_does_nothing(tree):
    post = post_on("x")
    answer = sign_in(Role.HEAD).post(reverse("redes:act", args=[post.pk]), filled(post, "burn"))
    assert answer.status_code == 404


def test_a_piece_is_given_another_photo_and_a_quote_for_its_cards_but_no_other_words(tree):
    kit = kit_of(published_note())
    client = sign_in(Role.WRITING)
    address = reverse("redes:edit", args=[kit.pk])
    assert 'name="title"' not in client.get(address).content.decode()
    sent = {"photo": ImageFactory(description="Una chacra").pk, "photo_alt": "", "quote": "Alcanza.", "quote_by": "Ana"}
    assert client.post(address, sent | {"title": "No"}).status_code == 302
    kit.refresh_from_db()
    assert (kit.quote, kit.title) == ("Alcanza.", "")
    assert kit.cards.first().alt.endswith("Foto: Una chacra")


def test_a_greeting_is_made_from_the_menu_and_its_posts_are_proposed(tree):
    client = sign_in(Role.WRITING)
    form = {"kind": "greeting", "title": "Feliz día de la madre", "text": "Un abrazo.", "occasion_on": "2027-05-09"}
    answer = client.post(reverse("redes:add"), form | {"link": "", "photo_alt": "", "quote": "", "quote_by": ""})
    kit = SocialKit.objects.get()
    assert answer["Location"] == reverse("redes:desk", args=[kit.pk])
    assert post_on("facebook", kit=kit).text.startswith(
        "SALUDO\nFeliz día de la madre\n\nUn abrazo.\n\n9 de mayo de 2027"
    )
    edited = client.post(reverse("redes:edit", args=[kit.pk]), form | {"title": "Feliz día, mamá", "link": ""})
    assert edited.status_code == 302
    assert "Feliz día, mamá" in post_on("facebook", kit=kit).text


def test_a_kit_of_its_own_needs_a_title_and_its_photo_words(tree):
    client = sign_in(Role.WRITING)
    page = client.post(reverse("redes:add"), {"kind": "piece", "title": "", "photo": ImageFactory().pk})
    assert page.status_code == 200
    assert "Escriba qué se ve en la foto" in page.content.decode()
    assert not SocialKit.objects.exists()


def test_the_tab_of_a_piece_shows_its_posts_and_one_not_published_can_prepare_them(tree):
    client = sign_in(Role.HEAD)
    note = published_note()
    page = client.get(reverse("wagtailadmin_pages:edit", args=[note.pk])).content.decode()
    assert page.count("data-social-post ") == 7
    assert f'form="post-{post_on("x", kit=note.social_kit).pk}"' in page
    draft = draft_note(title="Aún no")
    address = reverse("redes:prepare", args=[draft.pk])
    assert address in client.get(reverse("wagtailadmin_pages:edit", args=[draft.pk])).content.decode()
    assert client.get(address).status_code == 200
    assert client.post(address).status_code == 302
    assert "Aún no" in post_on("facebook", kit=draft.social_kit).text


def test_the_register_costs_the_same_queries_with_few_rows_and_with_many(tree, django_assert_max_num_queries):
    client = sign_in(Role.HEAD)

    def fill(number: int) -> None:
        kits = SocialKit.objects.bulk_create(
            SocialKit(kind="notice", title=f"Comunicado {n}", created_at=NOON) for n in range(number)
        )
        SocialPost.objects.bulk_create(SocialPost(kit=kit, network="x", changed_at=NOON) for kit in kits)

    fill(20)
    client.get(reverse("redes:index"))
    with CaptureQueriesContext(connection) as few:
        client.get(reverse("redes:index"))
    fill(480)
    with django_assert_max_num_queries(len(few)):
        assert client.get(reverse("redes:index")).status_code == 200
    for asked in ("state=draft&network=x", "network=x", "kind=notice", 'q="', "network=%00", "state=nada"):
        assert client.get(f"{reverse('redes:index')}?{asked}").status_code == 200, asked
