"""A card as a file: for everybody once its kit is approved and its piece public; before, only for who works here."""

from django.http import FileResponse, Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.cache import patch_cache_control

from pages.actions.social_cards import drawn
from pages.models import SocialCard, SocialPost

HOUR = 3_600
BACKEND = "wagtailadmin.access_admin"


def card(request: HttpRequest, token: str) -> HttpResponseBase:
    """The card with that token, drawn now if it wasn't. 404 for what the reader may not see."""
    found = get_object_or_404(SocialCard.objects.select_related("kit__page", "kit__photo"), token=token)
    now = timezone.now()
    public = SocialPost.objects.filter(kit=found.kit_id).of_public_kits(at=now).exists()
    if not (public or request.user.has_perm(BACKEND)):
        raise Http404
    ready = drawn(card=found, at=now)
    response = FileResponse(ready.file.open(), content_type="image/jpeg", filename=f"{found.shape}.jpg")
    patch_cache_control(
        response, **({"public": True, "max_age": HOUR} if public else {"private": True, "no_store": True})
    )
    return response
