"""A post is approved within its limits and the law, and a change after makes it a draft again."""

from datetime import timedelta

import pytest

from pages.actions.social_posts import PostRefused, approve_posts, return_post
from pages.enums.social import CardKind, PostState
from tests.factories.institution import ImageFactory, RestrictionPeriodFactory
from tests.factories.pages import published_note
from tests.factories.people import user_with
from tests.factories.social_kits import NOON, approved, greeting, kit_of, post_on
from tests.pages.social.posts import written

pytestmark = pytest.mark.django_db
LATER = NOON + timedelta(hours=3)


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


def test_a_posts_card_can_be_none_and_then_more_words_fit(tree):
    post = post_on("whatsapp")
    with pytest.raises(PostRefused):
        written(post, text="a" * 1_100)
    assert written(post, text="a" * 1_100, card=CardKind.NONE).text == "a" * 1_100
