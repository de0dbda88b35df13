"""Writing a post as the office does, by the action and by the form."""

from pages.actions.social_posts import write_post
from pages.models import SocialPost
from tests.factories.people import user_with
from tests.factories.social_kits import NOON


def written(post: SocialPost, **changes) -> SocialPost:
    values = {"title": post.title, "text": post.text, "hashtags": post.hashtags, "card": post.card}
    return write_post(post=post, by=user_with(None), at=NOON, **values | changes)


def filled(post: SocialPost, act: str, **changes) -> dict:
    values = {"text": "Hola", "hashtags": "#Aija", "card": "title", "scheduled_for": ""} | changes
    return {f"post-{post.pk}-{name}": value for name, value in values.items()} | {"act": act}
