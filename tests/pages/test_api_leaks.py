"""Whatever is asked of whatever the API offers, what is not public changes nothing in any answer.

The same questions are put with something hidden and after it is deleted: every answer must be the same, letter by
letter. The questions are built from what is offered, so a new resource is tried without being told of here; if its
rows can be hidden in a way of their own, it must be said here how.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from django.core.files.base import ContentFile
from django.db.models import Model
from django.test import Client
from wagtail.models import Page, PageViewRestriction

from headless.models import WrittenItem
from headless.models.tokens import MOST_RATE
from headless.resources import Resource, offered
from headless.scopes import READ_EMBARGOED
from institution.models import District, InstitutionDocument, InstitutionImage, OrganicUnit
from pages.models import Alert, Attachment, CampaignPage, NewsPage, RelatedNote, SocialPost, StandardPage, Topic
from pages.models.piece import Piece, piece_models
from tests.factories.every_type import published_of
from tests.factories.institution import (
    DistrictFactory,
    DocumentFactory,
    ImageFactory,
    OrganicUnitFactory,
    picture_bytes,
)
from tests.factories.pages import topic
from tests.factories.social_kits import approved, kit_of, post_on
from tests.factories.tokens import reading_with
from tests.pages.api_addresses import addresses_of

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 7, 28, 15, 20, tzinfo=UTC)
WORD = "palabrasecreta"
SLUG = "palabrasecreta"
HIDDEN_BY_THEIR_PIECE = (SocialPost,)
PUBLIC_BY_NATURE = (Topic, District, OrganicUnit, InstitutionImage, InstitutionDocument)


@pytest.fixture(autouse=True)
def _one_instant(time_machine):
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def hidden(tree) -> list[Model]:
    """Something public of each type, and beside it something to hide that is tied to it in every way there is."""
    shared = {"district": DistrictFactory(slug="aija"), "unit": OrganicUnitFactory(), "topics": [topic("Obras")]}
    shown, secret = {}, {}
    for model in piece_models():
        shown[model] = published_of(model, lead_photo=ImageFactory(), lead_photo_alt="Un cerro", **shared)
        secret[model] = published_of(model, **_secret_words(model), **shared)
        Attachment.objects.create(page=secret[model], document=DocumentFactory(title=WORD))
    secret[NewsPage].tags.add(WORD)
    secret[NewsPage].save()
    _tie(shown, secret)
    approved(post_on("x", kit=kit_of(secret[NewsPage], at=NOW)), at=NOW)
    kit_of(shown[NewsPage], at=NOW).posts.update(text=WORD)  # that nobody approved
    standing = tree.home.add_child(instance=StandardPage(title=WORD, slug=SLUG, intro=WORD, live=True))
    alert = Alert.objects.create(
        title=WORD, text=WORD, source=WORD, starts_at=NOW - timedelta(hours=1), ends_at=NOW + timedelta(hours=1)
    )
    return [*secret.values(), standing, alert]


def _secret_words(model: type[Piece]) -> dict:
    photo = ImageFactory(title=WORD, file=ContentFile(picture_bytes(), name=f"{WORD}.png"))
    return {
        "title": f"{WORD} {model.__name__}", "slug": SLUG, "summary": WORD, "locality": WORD,
        "lead_photo": photo, "lead_photo_alt": WORD, "lead_photo_caption": WORD,
    }  # fmt: skip


def _tie(shown: dict, secret: dict) -> None:
    """What is public leads to what is not: by its campaign, as related, from its body."""
    note = shown[NewsPage]
    RelatedNote.objects.create(page=note, note=secret[NewsPage])
    links = "".join(f'<p><a linktype="page" id="{each.pk}">Aquí</a></p>' for each in secret.values())
    NewsPage.objects.filter(pk=note.pk).update(campaign=secret[CampaignPage], body=[("text", links)])
    NewsPage.objects.filter(pk=secret[NewsPage].pk).update(campaign=shown[CampaignPage])


# Each way of not being public, over a row that is


def draft(row: Model) -> None:
    type(row)._base_manager.filter(pk=row.pk).update(live=False)


def embargoed(row: Model) -> None:
    if isinstance(row, Piece):
        type(row)._base_manager.filter(pk=row.pk).update(embargo_until=NOW + timedelta(hours=1))
    elif isinstance(row, Alert):
        Alert.objects.filter(pk=row.pk).update(starts_at=NOW + timedelta(hours=1), ends_at=NOW + timedelta(hours=2))
    else:
        draft(row)


def private(row: Model) -> None:
    if isinstance(row, Page):
        PageViewRestriction.objects.create(page=row, restriction_type=PageViewRestriction.LOGIN)
    else:
        draft(row)


def expired(row: Model) -> None:
    if isinstance(row, Page):
        Page.objects.filter(pk=row.pk).update(expire_at=NOW - timedelta(minutes=1))
    else:
        draft(row)  # an alert that ended stays known to who asks for that moment


def can_be_hidden(resource: Resource) -> bool:
    model = resource.public(NOW).model
    return not issubclass(model, PUBLIC_BY_NATURE)


def questions(rows: list[Model]) -> Iterator[str]:
    keys = [SLUG, *(row.pk for row in rows)]
    for resource in offered():
        yield from addresses_of(resource, keys=keys, word=WORD, at=NOW)
    yield "/api/v1/"


def told(client: Client, addresses: list[str], headers: dict) -> dict[str, tuple[int, bytes]]:
    """Each question's status and body, none taken from what was written before."""
    WrittenItem.objects.all().delete()
    answers = {address: client.get(address, headers=headers) for address in addresses}
    return {address: (answer.status_code, answer.content) for address, answer in answers.items()}


def every_key() -> dict[str, str]:
    """A key with all that resources ask for, but what shows embargoed things."""
    return reading_with(*{each.scope for each in offered() if each.scope}, rate=MOST_RATE)[1]


def shown_again(row: Model) -> None:
    """Undo whatever hid it."""
    PageViewRestriction.objects.filter(page_id=row.pk).delete()
    row.save()


def test_what_is_hidden_changes_no_answer_to_any_question(client, hidden):
    key, addresses = every_key(), list(dict.fromkeys(questions(hidden)))
    while_hidden = {}
    for hide in (draft, embargoed, private, expired):
        for row in hidden:
            hide(row)
        while_hidden[hide.__name__] = told(client, addresses, key)
        for row in hidden:
            shown_again(row)
    delete(hidden)
    gone = told(client, addresses, key)
    for state, answers in while_hidden.items():
        assert [address for address in addresses if answers[address] != gone[address]] == [], state
    assert {status for status, _body in gone.values()} == {200, 400, 404}


def delete(rows: list[Model]) -> None:
    """As if they had never been, with what belonged to them."""
    for row in rows:
        type(row)._base_manager.get(pk=row.pk).delete()
    SocialPost.objects.filter(text=WORD).delete()
    InstitutionImage.objects.filter(title=WORD).delete()
    InstitutionDocument.objects.filter(title=WORD).delete()


def test_the_questions_would_tell_if_something_showed(client, hidden):
    addresses = list(dict.fromkeys(questions(hidden)))
    before = told(client, addresses, every_key())
    showing = {address for address, (_status, body) in before.items() if WORD.encode() in body}
    for resource in offered():
        if can_be_hidden(resource):
            assert any(address.startswith(f"/api/v1/{resource.name}") for address in showing), resource.name


def test_every_resource_has_rows_that_this_module_knows_how_to_hide():
    known = (*PUBLIC_BY_NATURE, *HIDDEN_BY_THEIR_PIECE, Page, Alert)
    unknown = [each.name for each in offered() if not issubclass(each.public(NOW).model, known)]
    assert unknown == [], "say above how their rows are hidden, or that they are public by nature"


def test_a_key_without_the_scope_sees_no_more_than_anybody(client, hidden):
    for row in hidden:
        embargoed(row)
    for resource in (each for each in offered() if not each.scope):
        address = f"/api/v1/{resource.name}?total=1"
        anybody, holder = (client.get(address, headers=headers).content for headers in ({}, reading_with()[1]))
        assert anybody == holder


# Who may see what waits for its embargo


def test_a_key_with_the_scope_sees_what_waits_for_its_embargo_and_until_when(client, hidden):
    key = reading_with(READ_EMBARGOED, rate=MOST_RATE)[1]
    for row in (each for each in hidden if isinstance(each, Piece)):
        embargoed(row)
        resource = next(each for each in offered() if each.public(NOW).model is type(row))
        address = f"/api/v1/{resource.name}"
        listed = client.get(address, headers=key).json()["items"]
        ends = {each["slug"]: each["embargo_until"] for each in listed}
        assert ends.pop(SLUG) == "2026-07-28T11:20:00-05:00", resource.name
        assert set(ends.values()) == {None}
        detail = client.get(f"{address}/{SLUG}", headers=key)
        assert detail.json()["embargo_until"] == "2026-07-28T11:20:00-05:00"
        assert detail["Cache-Control"].startswith("private")
        assert client.get(f"{address}/{SLUG}").status_code == 404


def test_the_scope_shows_nothing_else_that_is_hidden(client, hidden):
    key = reading_with(READ_EMBARGOED, rate=MOST_RATE)[1]
    for hide in (draft, private, expired):
        for row in hidden:
            hide(row)
        for resource in (each for each in offered() if each.embargoed):
            answer = client.get(f"/api/v1/{resource.name}/{SLUG}", headers=key)
            assert answer.status_code == 404, (resource.name, hide.__name__)
        for row in hidden:
            shown_again(row)


def test_who_sees_embargoed_things_is_never_told_that_one_did_not_change_when_it_did(client, hidden):
    note = next(each for each in hidden if isinstance(each, NewsPage))
    embargoed(note)
    key = reading_with(READ_EMBARGOED)[1]
    for address in ("/api/v1/news", f"/api/v1/news/{SLUG}"):
        first = client.get(address, headers=key)
        assert client.get(address, headers=key | {"if-none-match": first["ETag"]}).status_code == 304
        NewsPage.objects.filter(pk=note.pk).update(summary=f"Otra bajada para {address}")
        second = client.get(address, headers=key | {"if-none-match": first["ETag"]})
        assert second.status_code == 200
        assert f"Otra bajada para {address}" in second.content.decode()
