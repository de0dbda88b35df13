"""A piece has a kit of posts when it is published, made of its own words, and what somebody wrote stays."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from institution.models import InstitutionSettings
from pages.models import SocialKit, SocialPost
from pages.models.piece import piece_models
from tests.factories.every_type import published_of
from tests.factories.institution import DistrictFactory
from tests.factories.pages import published_note, topic
from tests.factories.social_kits import NOON, kit_of, post_on
from tests.pages.social.posts import written

pytestmark = pytest.mark.django_db


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
