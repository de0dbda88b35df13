"""How each verb of a kit of social networks is tried in the matrix."""

from django.test import Client
from django.urls import reverse

from institution.models import User
from pages.enums.social import PostState
from pages.models import SocialKit, SocialPost
from tests.institution.permission_house import Act


def social_acts(kit: SocialKit) -> dict[str, Act]:
    """Writing a post of the kit, and approving it."""

    def sent(client: Client, act: str, text: str) -> SocialPost:
        post = kit.posts.get(network="facebook")
        words = {f"post-{post.pk}-text": text, f"post-{post.pk}-card": "title"}
        client.post(reverse("redes:act", args=[post.pk]), words | {"act": act})
        return SocialPost.objects.get(pk=post.pk)

    def write(client: Client, user: User) -> bool:
        return sent(client, "save", f"Lo escribe {user.pk}").text == f"Lo escribe {user.pk}"

    def approve(client: Client, user: User) -> bool:
        return sent(client, "approve", "Aprobada").state == PostState.APPROVED

    return {"write post": write, "approve post": approve}
