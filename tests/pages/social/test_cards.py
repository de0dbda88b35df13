"""The cards: of the right size, readable whatever the photo, drawn once, told in words."""

import io

import pytest
from django.core.files.base import ContentFile
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from institution.models import InstitutionSettings
from institution.rules.contrast import contrast_ratio
from pages.actions.social_cards import draw_kit, drawn
from pages.actions.social_kits import refresh_kit
from pages.enums.social import SIZES, CardKind, CardShape
from pages.lettering import face
from pages.models import SocialCard
from pages.social_cards.content import CardContent, drawable
from pages.social_cards.drawing import GOLD, INK, draw_card
from pages.social_cards.grounds import colour_ground, least_contrast, scrimmed
from pages.social_cards.layout import layout_of
from pages.social_cards.words import fitted
from tests.factories.institution import ImageFactory, picture_bytes
from tests.factories.pages import draft_note, published_note
from tests.factories.social_kits import NOON, approved, greeting, kit_of, post_on

OFFICE = {
    "institution": "Municipalidad Provincial de Aija",
    "office": "Imagen",
    "primary": "#7a1f2b",
    "accent": "#0b5d66",
}
TITLE = "El canal de riego Huancapampa entra en su último tramo y llevará agua a 340 familias"


def content(shape: CardShape = CardShape.FEED, kind: CardKind = CardKind.TITLE, **changes) -> CardContent:
    return CardContent(
        **{"kind": kind, "shape": shape, "title": TITLE, "kicker": "Obras", "line": "Succha"} | OFFICE | changes
    )


def opened(picture: bytes) -> Image.Image:
    return Image.open(io.BytesIO(picture))


@pytest.mark.parametrize("shape", list(CardShape))
@pytest.mark.parametrize("kind", [CardKind.TITLE, CardKind.QUOTE, CardKind.PHOTO])
def test_a_card_has_the_size_of_its_shape_and_weighs_little(shape, kind):
    photo = picture_bytes(size=(640, 480), kind="JPEG")
    picture = draw_card(content(shape, kind, by="Vecina de ejemplo"), photo=photo, coat=picture_bytes())
    assert opened(picture).size == SIZES[shape]
    assert len(picture) < 1_000_000


@pytest.mark.parametrize("shape", list(CardShape))
@pytest.mark.parametrize("colour", ["#ffffff", "#ffe000", "#7f7f7f", "#000000"])
@pytest.mark.parametrize("scrim", ["#2e0c10", "#4d4d4d"])
def test_words_are_read_over_any_photo(shape, colour, scrim):
    layout = layout_of(shape)
    box = (layout.margin, layout.band_top - 300, layout.margin + layout.room, layout.band_top)
    ground = Image.new("RGB", (layout.width, layout.height), colour)
    laid = scrimmed(ground, box, scrim, GOLD, wide=layout.wide)
    assert least_contrast(laid, box, GOLD) >= 4.5
    assert least_contrast(laid, box, INK) >= 4.5


@pytest.mark.parametrize("primary", ["#7a1f2b", "#0b5d66", "#767676", "#0000ff", "#000000"])
def test_words_are_read_over_the_institutions_colour(primary):
    picture = opened(draw_card(content(primary=primary)))
    corner = "#{:02x}{:02x}{:02x}".format(*picture.convert("RGB").getpixel((4, 4)))
    assert contrast_ratio(corner, GOLD) >= 4.4  # JPEG rounds colours
    assert contrast_ratio(corner, INK) >= 4.5


@settings(max_examples=25, deadline=None)
@example(words="II_anru", room=233, height=76)  # wider as drawn than as scaled
@given(words=st.text(max_size=255), room=st.integers(120, 900), height=st.integers(60, 400))
def test_words_never_leave_their_room(words, room, height):
    lines = fitted(drawable(words), room=room, height=height, largest=90, smallest=30, weight="ExtraBold")
    pen = ImageDraw.Draw(Image.new("RGB", (10, 10)))

    assert all(
        pen.textlength(line, face(lines.weight, lines.size)) <= room + 1 for line in lines.lines if len(line) > 1
    )
    assert len(lines.lines) == 1 or lines.height <= height


@pytest.mark.parametrize(
    "title", ["", "😀" * 3_000, "a" * 900, "\u202eal revés\x00", "日本語", "W" * 255, "e\u0301" * 200]
)
def test_any_title_can_be_drawn(title):
    assert opened(draw_card(content(title=title, kicker=title, line=title, by=title))).size == SIZES[CardShape.FEED]


def test_what_the_font_has_no_letter_for_is_left_out():
    assert drawable("Agua 💧 segura\n“hoy” – S/ 5 € ñ") == "Agua segura “hoy” – S/ 5 € ñ"


def test_the_same_content_has_the_same_digest_and_any_change_another():
    assert content().digest() == content().digest()
    assert len({content().digest(), content(title="Otro").digest(), content(photo="otra").digest()}) == 3


def test_a_colour_ground_needs_no_photo():
    assert colour_ground((100, 100), "#7a1f2b", foot=80).size == (100, 100)


@pytest.fixture
def note(tree):
    photo = ImageFactory(file=ContentFile(picture_bytes(size=(800, 600)), name="foto.png"))
    quote = {"text": "Alcanza para la chacra.", "speaker": "Vecina de ejemplo", "position": "regante"}
    return published_note(
        title=TITLE, lead_photo=photo, lead_photo_alt="Un canal entre chacras", body=[("quote", quote)]
    )


@pytest.mark.django_db
def test_a_kit_has_the_cards_of_its_networks_each_told_in_words(note):
    kit = kit_of(note)
    assert {card.shape for card in kit.cards.all()} == set(CardShape.values)
    alt = kit.cards.first().alt
    assert alt.startswith(TITLE)
    assert alt.endswith("Foto: Un canal entre chacras")


@pytest.mark.django_db
def test_a_card_is_drawn_once_and_keeps_its_address_while_it_shows_the_same(note):
    kit = kit_of(note)
    card = drawn(card=kit.cards.first(), at=NOON)
    drawn_at = SocialCard.objects.get(pk=card.pk).drawn_at
    kit_of(note)
    again = drawn(card=SocialCard.objects.get(pk=card.pk), at=NOON)
    assert (again.token, again.file.name, again.drawn_at) == (card.token, card.file.name, drawn_at)


@pytest.mark.django_db
def test_a_card_whose_content_changed_has_another_address_and_its_old_file_goes(
    note, django_capture_on_commit_callbacks
):
    kit = kit_of(note)
    old = drawn(card=kit.cards.first(), at=NOON)
    old.refresh_from_db()
    storage, name = old.file.storage, old.file.name
    assert storage.exists(name)
    note.title = "Otro título"
    with django_capture_on_commit_callbacks(execute=True):
        note.save_revision().publish()
    new = SocialCard.objects.get(pk=old.pk)
    assert new.token != old.token
    assert not storage.exists(name)


@pytest.mark.django_db
def test_the_worker_draws_what_was_approved(note):
    kit = kit_of(note)
    approved(post_on("x", kit=kit))
    assert draw_kit.call(kit.pk) == 7
    assert draw_kit.call(kit.pk) == 0
    assert draw_kit.call(0) == 0


@pytest.mark.django_db
def test_the_quote_card_says_who_spoke_and_without_a_quote_the_title_stands_in(note):
    kit = kit_of(note)
    kit.posts.update(card=CardKind.QUOTE)
    kit_of(note)
    assert {card.kind for card in kit.cards.all()} == {CardKind.QUOTE}
    assert "«Alcanza para la chacra». Vecina de ejemplo, regante" in kit.cards.first().alt
    plain = greeting()
    plain.posts.update(card=CardKind.QUOTE)
    refresh_kit(kit=plain, at=NOON)
    assert {card.kind for card in plain.cards.all()} == {CardKind.TITLE}
    assert post_on("x", kit=plain).cards_among(plain.cards.all())


@pytest.mark.django_db
def test_a_photo_whose_file_is_gone_gives_a_colour_card(note):
    note.lead_photo.file.storage.delete(note.lead_photo.file.name)
    assert drawn(card=kit_of(note).cards.first(), at=NOON)


@pytest.mark.django_db
def test_a_card_that_nobody_saw_yet_is_drawn_as_the_office_looks_now(note):
    card = kit_of(note).cards.first()
    InstitutionSettings.objects.update_or_create(pk=1, defaults={"primary_colour": "#0b5d66"})
    done = drawn(card=card, at=NOON)
    assert done.token == card.token
    assert SocialCard.objects.get(pk=card.pk).file


@pytest.mark.django_db
def test_the_kit_of_a_draft_tells_what_its_latest_version_says(tree):
    draft = draft_note(title="Primera versión")
    draft.title = "Última versión"
    draft.save_revision()
    assert "Última versión" in post_on("x", kit=kit_of(draft)).text
