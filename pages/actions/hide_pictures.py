"""What happens when something is said anew of a picture of the library: above all, that it may not be seen."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from headless.actions.changes import item_changed
from institution.models import InstitutionImage
from pages.actions.social_kits import refresh_kit
from pages.models import SocialKit
from pages.models.piece import pieces_among
from pages.references import pages_showing


@transaction.atomic
def follow_picture(*, image: InstitutionImage, at: datetime) -> None:
    """Take away the cuts of a picture that may not be seen, and tell that what shows the picture changed.

    The cards of social kits are laid out anew without it.

    The originals are never public (decision 0009), so that without its cuts nothing of it can be fetched; whoever
    works here has thumbnails cut anew. Source: Ley 29733, art. 13.5 (consent may be withdrawn at any time).
    """
    if not image.may_be_seen:
        image.renditions.all().delete()
    pages = pages_showing(image)
    for piece in pieces_among(sorted(pages)):
        if piece.live:
            item_changed(item=piece, at=at)
    for kit in SocialKit.objects.filter(Q(photo=image) | Q(page__in=pages)):
        refresh_kit(kit=kit, at=at)
