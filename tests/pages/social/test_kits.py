"""Kits: proposed, written, approved, scheduled; what the law and the database refuse."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from institution.enums import Role
from institution.models import InstitutionSettings
from pages.actions.social_posts import PostRefused, approve_posts, return_post, write_post
from pages.enums.social import CardKind, PostState
from pages.models import SocialKit, SocialPost
from pages.models.piece import piece_models
from tests.factories.every_type import published_of
from tests.factories.institution import DistrictFactory, ImageFactory, RestrictionPeriodFactory
from tests.factories.pages import draft_note, published_note, topic
from tests.factories.people import user_with
from tests.factories.social_kits import NOON, approved, greeting, kit_of, post_on
from tests.pages.desk import sign_in

pytestmark = pytest.mark.django_db
LATER = NOON + timedelta(hours=3)


def written(post: SocialPost, **changes) -> SocialPost:
    values = {"title": post.title, "text": post.text, "hashtags": post.hashtags, "card": post.card}
    return write_post(post=post, by=user_with(None), at=NOON, **values | changes)


@pytest.mark.parametrize("model", list(piece_models()), ids=lambda model: model.__name__)
def test_a_piece_of_any_type_has_a_kit_when_it_is_published(tree, model):
    piece = published_of(model, title="Agua segura para Succha", district=DistrictFactory(name="Succha"))
    kit = SocialKit.objects.get(page=piece)
    assert kit.posts.count() == 7
    post = kit.posts.get(network="facebook")
    assert "Agua segura para Succha" in post.text
    assert "#Succha" in post.tags
    assert f"{piece.slug}/?utm_source=facebook&utm_medium=social&utm_campaign={piece.slug}" in post.composed


def test_hashtags_come_from_the_institution_the_topics_the_district_and_the_tags(tree):
    InstitutionSettings.objects.update_or_create(pk=1, defaults={"hashtags": "#MuniAija"})
    note = published_note(topics=[topic("Obras públicas")], district=DistrictFactory(name="La Merced"), tags=["riego"])
    assert post_on("instagram", kit=kit_of(note)).tags == ["#MuniAija", "#ObrasPúblicas", "#LaMerced", "#Riego"]


def test_an_old_piece_of_the_archive_gets_its_kit_only_when_it_is_asked_for(tree):
    note = published_note(published_at=timezone.now() - timedelta(days=60))
    assert not SocialKit.objects.exists()
    assert kit_of(note).posts.count() == 7


def test_publishing_again_proposes_again_what_nobody_wrote(tree):
    note = published_note(title="El canal avanza")
    mine = written(post_on("x", kit=note.social_kit), text="Lo escribí yo")
    note.title = "El canal llegó"
    note.save_revision().publish()
    mine.refresh_from_db()
    assert mine.text == "Lo escribí yo"
    assert "El canal llegó" in post_on("facebook", kit=note.social_kit).text


def test_a_change_after_approval_makes_a_draft_again(tree):
    post = approved(post_on("x"), at=NOON, scheduled_for=LATER)
    assert (post.state, post.scheduled_for) == (PostState.SCHEDULED, LATER)
    assert written(post, hashtags=post.hashtags).state == PostState.SCHEDULED  # nothing changed
    post = written(post, text="Otra cosa")
    assert (post.state, post.scheduled_for) == (PostState.DRAFT, None)


def test_an_approval_can_be_taken_back(tree):
    post = return_post(post=approved(post_on("x")), by=user_with(None), at=NOON)
    assert post.state == PostState.DRAFT


def test_what_is_over_the_limit_is_refused_and_nothing_changes(tree):
    post = post_on("x")
    with pytest.raises(PostRefused, match="Sobran"):
        written(post, text="a" * 300)
    post.refresh_from_db()
    assert post.text != "a" * 300


def test_an_empty_post_or_a_past_hour_is_not_approved(tree):
    post = written(post_on("x"), text=" ")
    with pytest.raises(PostRefused, match="Escriba el texto"):
        approved(post)
    with pytest.raises(PostRefused, match="ya pasó"):
        approved(post_on("facebook", kit=post.kit), scheduled_for=NOON - timedelta(minutes=1))


def test_none_is_approved_when_one_of_them_cannot_be(tree):
    kit = kit_of(published_note())
    written(post_on("youtube", kit=kit), title="")
    with pytest.raises(PostRefused, match="YouTube"):
        approve_posts(posts=kit.posts.all(), by=user_with(None), at=NOON)
    assert set(kit.posts.values_list("state", flat=True)) == {PostState.DRAFT}


def test_during_a_restriction_publicity_without_ground_is_not_approved(tree):
    kit = kit_of(published_note(is_publicity=True))
    RestrictionPeriodFactory(starts_on=NOON.date())
    with pytest.raises(PostRefused, match="restricción electoral"):
        approved(post_on("x", kit=kit))
    assert approved(post_on("x", kit=kit_of(published_note()))).state == PostState.APPROVED


def test_during_a_restriction_a_kit_of_its_own_names_no_official(tree):
    RestrictionPeriodFactory(starts_on=NOON.date())
    with pytest.raises(PostRefused, match="«alcalde»"):
        approved(post_on("x", kit=greeting(text="El alcalde saluda a las maestras.")))
    assert approved(post_on("x", kit=greeting())).state == PostState.APPROVED


def test_a_photo_whose_people_did_not_agree_is_not_approved(tree):
    photo = ImageFactory(people_shown="adults", consent="pending", description="Una vecina")
    with pytest.raises(PostRefused):
        approved(post_on("x", kit=greeting(photo=photo)))


def test_the_database_refuses_what_cannot_be(tree):
    post = post_on("x")
    bad_kits = [{"kind": "piece"}, {"kind": "greeting", "title": ""}, {"kind": "rumour", "title": "x"}]
    bad_posts = [
        {"state": "posted"}, {"state": "approved"}, {"state": "scheduled", "approved_at": NOON}, {"network": "icq"},
        {"state": "failed", "approved_at": NOON}, {"scheduled_for": NOON}, {"posted_at": NOON}, {"card": "none?"},
        {"failure": "porque sí"}, {"network": "facebook"},
    ]  # fmt: skip
    for values in bad_kits:
        with pytest.raises(IntegrityError), transaction.atomic():
            SocialKit.objects.create(created_at=NOON, **values)
    for values in bad_posts:
        with pytest.raises(IntegrityError), transaction.atomic():
            SocialPost.objects.filter(pk=post.pk).update(**values)


def filled(post: SocialPost, act: str, **changes) -> dict:
    values = {"text": "Hola", "hashtags": "#Aija", "card": "title", "scheduled_for": ""} | changes
    return {f"post-{post.pk}-{name}": value for name, value in values.items()} | {"act": act}


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


def test_a_posts_card_can_be_none_and_then_more_words_fit(tree):
    post = post_on("whatsapp")
    with pytest.raises(PostRefused):
        written(post, text="a" * 1_100)
    assert written(post, text="a" * 1_100, card=CardKind.NONE).text == "a" * 1_100


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
