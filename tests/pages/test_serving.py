"""Documents and pictures of what is not public, and the journalist's way to them."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.files.base import ContentFile

from institution.enums import Role
from pages.actions.preview_links import NotLendable, create_link, open_link, revoke_link
from pages.models import Attachment, PreviewLink, PreviewOpening
from tests.factories.institution import DocumentFactory, ImageFactory, picture_bytes
from tests.factories.pages import draft_note, published_note
from tests.factories.people import user_with
from tests.pages.desk import sign_in

NOON = datetime(2026, 11, 24, 17, tzinfo=UTC)
LATER = NOON + timedelta(hours=6)


def note_with(document, **fields):
    note = draft_note(**fields)
    note.attachments.add(Attachment(document=document))
    note.save_revision().publish()
    return type(note).objects.get(pk=note.pk)


@pytest.fixture
def clock():
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


def test_a_document_that_only_an_embargoed_note_uses_answers_404_until_its_instant(tree, client, clock):
    document = DocumentFactory()
    note_with(document, embargo_until=LATER)
    assert client.get(document.url).status_code == 404
    clock.move_to(LATER)
    assert client.get(document.url).status_code == 200


def test_a_document_linked_only_in_an_embargoed_text_answers_404(tree, client, clock):
    document = DocumentFactory()
    text = f'<p>Vea <a linktype="document" id="{document.pk}">el acta</a></p>'
    published_note(embargo_until=LATER, body=[{"type": "text", "value": text}])
    assert client.get(document.url).status_code == 404


def test_a_document_that_a_public_note_uses_too_is_served(tree, client, clock):
    document = DocumentFactory()
    note_with(document, embargo_until=LATER)
    note_with(document)
    assert client.get(document.url).status_code == 200


def test_a_document_of_a_draft_or_of_nothing_answers_404(tree, client):
    drafted, loose = DocumentFactory(), DocumentFactory()
    draft_note().attachments.create(document=drafted)
    assert [client.get(each.url).status_code for each in (drafted, loose)] == [404, 404]


def test_who_works_here_may_open_any_document(tree, client):
    person = user_with(None)
    person.is_superuser = True
    person.save()
    client.force_login(person)
    assert client.get(DocumentFactory().url).status_code == 200


def test_a_picture_is_kept_under_a_name_that_cannot_be_guessed(db):
    one, other = ImageFactory(), ImageFactory()
    tokens = [image.file.name.split("/")[1] for image in (one, other)]
    assert len(set(tokens)) == 2
    assert all(len(token) == 32 for token in tokens)
    assert tokens[0] in one.get_rendition("width-20").file.name


def lend(note, hours=2):
    return create_link(page=note, recipient="Radio de ejemplo", hours=hours, by=user_with(None), at=NOON)


def test_a_lent_note_opens_with_its_documents_and_each_opening_is_noted(tree, client, clock):
    document = DocumentFactory()
    note = note_with(document, embargo_until=LATER, title="Bajo embargo")
    link, token = lend(note)
    assert client.get(note.url).status_code == 404
    opened = client.get(f"/vista-previa/{token}/", HTTP_USER_AGENT="Navegador")
    assert opened.status_code == 200
    assert "Bajo embargo" in opened.content.decode()
    assert opened["X-Robots-Tag"] == "noindex, nofollow"
    assert client.get(document.url).status_code == 200
    assert [(opening.opened_at, opening.user_agent) for opening in link.openings.all()] == [(NOON, "Navegador")]


def test_a_link_that_expired_or_was_revoked_opens_nothing_nor_its_documents(tree, client, clock):
    document = DocumentFactory()
    note = note_with(document, embargo_until=LATER)
    link, token = lend(note)
    assert client.get(f"/vista-previa/{token}/").status_code == 200
    revoke_link(link=link, by=user_with(None), at=NOON)
    assert client.get(f"/vista-previa/{token}/").status_code == 404
    assert client.get(document.url).status_code == 404
    _, second = lend(note, hours=1)
    clock.shift(timedelta(hours=1))
    assert client.get(f"/vista-previa/{second}/").status_code == 404
    assert PreviewOpening.objects.count() == 1


def test_only_a_digest_of_a_links_secret_is_kept(tree):
    link, token = lend(published_note())
    assert token not in str(PreviewLink.objects.filter(pk=link.pk).values())
    assert open_link(token=link.digest, user_agent="", at=NOON) is None


def test_a_draft_cannot_be_lent_nor_for_ever(tree):
    with pytest.raises(NotLendable):
        lend(draft_note())
    for hours in (0, 169):
        with pytest.raises(ValueError, match="168"):
            lend(published_note(), hours=hours)


def test_a_picture_with_a_very_long_name_can_be_cut_to_every_size(db):
    image = ImageFactory(file=ContentFile(picture_bytes(), name=f"{'Ñandú muy largo ' * 20}.PNG"))
    names = {image.get_rendition(f"fill-{n}x{n}|format-jpeg|jpegquality-80").file.name for n in (10, 20, 30)}
    assert len(names) == 3
    assert max(map(len, names)) <= 100


def test_what_authorises_a_picture_is_never_public_whatever_shows_it(tree, client):
    authorisation = DocumentFactory()
    ImageFactory(authorisation_document=authorisation)
    note_with(authorisation)
    assert client.get(authorisation.url).status_code == 404
    for role, status in {Role.PRESS: 404, Role.WRITING: 404, Role.HEAD: 200}.items():
        assert sign_in(role).get(authorisation.url).status_code == status


def test_who_uploaded_a_picture_may_read_what_authorises_it(tree):
    writer = sign_in(Role.WRITING)
    authorisation = DocumentFactory()
    ImageFactory(authorisation_document=authorisation, uploaded_by_user_id=writer.session["_auth_user_id"])
    assert writer.get(authorisation.url).status_code == 200


def test_captions_are_as_public_as_their_video(tree, client):
    captions = DocumentFactory(file=ContentFile(b"WEBVTT\n", name="video.vtt"))
    video = DocumentFactory(file=ContentFile(b"video", name="video.mp4"), captions=captions)
    assert client.get(captions.url).status_code == 404
    note_with(video)
    answer = client.get(captions.url)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/vtt"
