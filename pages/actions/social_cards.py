"""The cards of a kit: which it needs, what they say, and drawing each once."""

from datetime import datetime

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django_tasks import task
from wagtail.images.models import Filter

from institution.enums import SocialNetwork
from institution.models import InstitutionImage, InstitutionSettings
from institution.rules.pictures import UNREADABLE_PICTURE
from pages.enums.social import CardKind, CardShape
from pages.models.social_cards import SocialCard, card_token
from pages.models.social_kits import SocialKit
from pages.rules.social.limits import LIMITS
from pages.social_cards.content import CardContent
from pages.social_cards.drawing import draw_card
from pages.social_facts import KitFacts, Photo, kit_facts

COAT = Filter("height-240|format-png")
LONGEST_ALT = 1_000
Wanted = tuple[CardKind, CardShape]


@transaction.atomic
def lay_out_cards(*, kit: SocialKit, facts: KitFacts) -> None:
    """Have a row for each card that the kit's posts show; one whose content changed gets another address."""
    contents = {wanted: content_of(facts, *wanted) for wanted in sorted(_wanted(kit, facts))}
    known = {(card.kind, card.shape): card for card in kit.cards.all()}
    for gone in known.keys() - contents.keys():
        known[gone].delete()
    for (kind, shape), content in contents.items():
        card = known.get((kind, shape)) or SocialCard(kit=kit, kind=kind, shape=shape)
        _show(card, content.digest(), alternative_text(content, facts))


def content_of(facts: KitFacts, kind: CardKind, shape: CardShape) -> CardContent:
    """What a card of that kind and shape shows."""
    institution, told = InstitutionSettings.load(), facts.told
    quoted = kind == CardKind.QUOTE and facts.quote
    line = " · ".join(part for part in (told.place, told.when) if part)
    return CardContent(
        kind=CardKind(kind),
        shape=CardShape(shape),
        title=facts.quote.words if quoted and facts.quote else told.title,
        by=facts.quote.by if quoted and facts.quote else "",
        kicker=told.kicker,
        line="" if quoted else line,
        institution=institution.name,
        office=institution.office_name,
        primary=institution.primary_colour,
        accent=institution.accent_colour,
        photo=_named(facts.photo.image) if facts.photo else "",
        coat=_named(institution.coat_of_arms) if institution.coat_of_arms else "",
    )


def alternative_text(content: CardContent, facts: KitFacts) -> str:
    """The card in words (WCAG 2.2, 1.1.1): what is written on it, then what the photo shows."""
    shown = facts.photo.alt if facts.photo else ""
    if content.kind == CardKind.PHOTO:
        return shown[:LONGEST_ALT]
    said = f"«{content.title.rstrip('.')}»" if content.kind == CardKind.QUOTE else content.title
    written = ". ".join(part.rstrip(".") for part in (said, content.by or content.line, content.institution) if part)
    if content.kind == CardKind.QUOTE:
        written = _("Cita: %(words)s") % {"words": written}
    pictured = _(" Foto: %(shown)s") % {"shown": shown} if shown else ""
    return f"{written}.{pictured}"[:LONGEST_ALT]


def draw_soon(kit: SocialKit) -> None:
    """Have the worker draw the kit's cards once what is being done is committed."""
    transaction.on_commit(lambda: draw_kit.enqueue(kit.pk))


@task()
def draw_kit(kit_id: int) -> int:
    """Draw the kit's cards that aren't yet; how many were. A kit that is gone is no error; safe to repeat."""
    cards = SocialCard.objects.filter(kit=kit_id, file="")
    return len([drawn(card=card, at=timezone.now()) for card in cards])


def drawn(*, card: SocialCard, at: datetime) -> SocialCard:
    """The card with its file, drawn now if nobody asked for it before.

    It shows what its kit tells now: until then its address showed nothing, so that it may keep it.
    """
    if card.file:
        return card
    facts = kit_facts(card.kit, at=at)
    content = content_of(facts, CardKind(card.kind), CardShape(card.shape))
    card.digest, card.alt, card.drawn_at = content.digest(), alternative_text(content, facts), at
    picture = draw_card(content, photo=_cropped(facts.photo, content), coat=_coat())
    card.file.save(f"{card.token}.jpg", ContentFile(picture), save=False)
    told = {"digest": card.digest, "alt": card.alt, "file": card.file.name, "drawn_at": at}
    SocialCard.objects.filter(pk=card.pk, token=card.token).update(**told)
    return card


def _wanted(kit: SocialKit, facts: KitFacts) -> set[Wanted]:
    """The cards of the posts' networks. A kind that has nothing to show, such as a quote, gives way to the title."""
    return {
        (shown_kind(CardKind(card), facts), shape)
        for network, card in kit.posts.values_list("network", "card")
        if card != CardKind.NONE
        for shape in LIMITS[SocialNetwork(network)].shapes
    }


def shown_kind(kind: CardKind, facts: KitFacts) -> CardKind:
    """The kind that is drawn of the kind that was chosen."""
    lacking = (kind == CardKind.QUOTE and not facts.quote) or (kind == CardKind.PHOTO and not facts.photo)
    return CardKind.TITLE if lacking else kind


def _show(card: SocialCard, digest: str, alt: str) -> None:
    """Have the card show that; the file of what it showed goes once that is sure."""
    if (card.digest, card.alt) == (digest, alt):
        return
    if card.digest != digest:
        erase_file(card)
        card.digest, card.token, card.file, card.drawn_at = digest, card_token(), "", None
    card.alt = alt
    card.save()


def erase_file(card: SocialCard) -> None:
    """Delete the card's file once what is being done is committed."""
    if name := card.file.name:
        storage = card.file.storage
        transaction.on_commit(lambda: storage.delete(name), robust=True)


def _named(image: InstitutionImage) -> str:
    """A name that changes with the picture's file and with its focal point."""
    focal = image.get_focal_point()
    return f"{image.file.name} {image.get_file_hash()} {focal or ''}"


def _cropped(photo: Photo | None, content: CardContent) -> bytes:
    """The photo cropped by its focal point to the card's proportions; empty when its file can't be read."""
    width, height = content.size
    return _cut(photo.image, Filter(f"fill-{width}x{height}|format-jpeg|jpegquality-92")) if photo else b""


def _coat() -> bytes:
    coat = InstitutionSettings.load().coat_of_arms
    return _cut(coat, COAT) if coat else b""


def _cut(image: InstitutionImage, cut: Filter) -> bytes:
    try:
        return image.generate_rendition_file(cut).read()
    except UNREADABLE_PICTURE:
        return b""
