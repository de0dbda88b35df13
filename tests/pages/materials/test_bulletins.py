"""A bulletin made of notes: composed in the backend, read as a page and as a PDF, never telling what is not public."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from pypdfium2 import PdfDocument

from institution.enums import Role
from institution.models import User
from pages.actions.bulletins import compose_bulletin, composed_pdf, next_number, notes_between
from pages.actions.covers import make_cover
from pages.documents.bulletin_edition import edition_of
from pages.documents.bulletin_pdf import bulletin_source
from pages.enums.materials import MaterialKind, Production
from pages.models import BulletinNote, BulletinPdf, DownloadCount, MaterialIndexPage, MaterialPage
from tests.factories.institution import ImageFactory
from tests.factories.pages import draft_piece, published_note, topic
from tests.pages.desk import sign_in
from tests.pages.materials.browser import BROWSER
from tests.queries import queries_of

TEXT = "<h2>Qué hacer</h2><p>Riegue <b>temprano</b>.</p><ul><li>Uno</li><li>Dos</li></ul>"
BODY = [
    {"type": "text", "value": TEXT},
    {"type": "quote", "value": {"text": "Alcanza para todos", "speaker": "Vecina de ejemplo", "position": "Regante"}},
]


def bulletin(*notes, publish: bool = True, **fields) -> MaterialPage:
    """A bulletin of the notes, published unless told not to."""
    page = draft_piece(MaterialPage, kind=MaterialKind.BULLETIN, production=Production.APPROVED, **fields)
    page.bulletin_notes.set([BulletinNote(note=note, sort_order=place) for place, note in enumerate(notes)])
    page.save()
    if publish:
        page.save_revision().publish()
    return MaterialPage.objects.get(pk=page.pk)


def words_of(content: bytes) -> str:
    """The text of a PDF, its words parted by single blanks."""
    document = PdfDocument(content)
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())


def printed(page: MaterialPage) -> str:
    """All the words that the PDF would be set from."""
    return str(bulletin_source(page, at=timezone.now()).words)


def test_the_page_and_the_pdf_tell_the_same_articles(tree, client):
    note = published_note(title="Avanza el canal", summary="Faltan dos kilómetros", body=BODY)
    page = bulletin(note, slug="boletin", series="Aija Avanza", edition_number=3, editorial="<p>Bienvenidos.</p>")
    html = client.get(page.url).content.decode()
    words = printed(page)
    for told in ("Avanza el canal", "Faltan dos kilómetros", "temprano", "Alcanza para todos", "Bienvenidos.", "N.° 3"):
        assert told in html
        assert told in words
    assert "/materiales/boletin/boletin.pdf" in html


def test_the_pdf_is_a_real_one_counted_like_any_other_file(tree, client):
    note = published_note(title="Avanza el canal", body=BODY, lead_photo=ImageFactory(), lead_photo_alt="Un canal")
    page = bulletin(note, slug="boletin", series="Aija Avanza")
    answer = client.get("/materiales/boletin/boletin.pdf", headers=BROWSER)
    content = b"".join(answer.streaming_content)
    assert (answer["Content-Type"], content[:5]) == ("application/pdf", b"%PDF-")
    for told in ("Aija Avanza", "Avanza el canal", "Riegue temprano", "Alcanza para todos", "Página 2 de 2"):
        assert told in words_of(content)
    assert DownloadCount.objects.get().times == 1
    assert page.composed_pdf.pages >= 2


def test_other_words_of_the_editor_stand_for_those_of_the_note(tree):
    page = bulletin(published_note(title="Titular largo", body=BODY))
    page.bulletin_notes.update(headline="Corto", summary="Mejor", is_whole=False, section="Obras")
    (section,) = edition_of(page, at=timezone.now()).sections
    assert section.title == "Obras"
    assert (section.articles[0].headline, section.articles[0].summary) == ("Corto", "Mejor")
    assert section.articles[0].paragraphs == []


def test_a_note_without_section_goes_with_the_one_before(tree):
    page = bulletin(*[published_note() for _number in range(3)])
    first, _second, third = page.bulletin_notes.all()
    BulletinNote.objects.filter(pk=first.pk).update(section="Obras")
    BulletinNote.objects.filter(pk=third.pk).update(section="Salud")
    sections = edition_of(MaterialPage.objects.get(pk=page.pk), at=timezone.now()).sections
    assert [(section.title, len(section.articles)) for section in sections] == [("Obras", 2), ("Salud", 1)]


@pytest.mark.parametrize("hidden", ["embargo", "draft", "expired", "unpublished"])
def test_what_is_not_public_is_neither_shown_nor_printed(tree, client, hidden):
    soon, past = timezone.now() + timedelta(hours=1), timezone.now() - timedelta(hours=1)
    secret = published_note(title="Titular secreto", embargo_until=soon if hidden == "embargo" else None, body=BODY)
    page = bulletin(published_note(title="Visible"), secret, slug="boletin")
    page.bulletin_notes.filter(note=secret).update(headline="Otro titular secreto", section="Sección secreta")
    if hidden == "expired":
        type(secret).objects.filter(pk=secret.pk).update(expire_at=past)
    elif hidden != "embargo":
        secret.unpublish()
    for told in (client.get(page.url).content.decode(), printed(page)):
        assert "Visible" in told
        assert "secret" not in told.lower()


def test_the_pdf_follows_what_may_be_read_as_time_passes(tree):
    now = timezone.now()
    page = bulletin(published_note(), published_note(title="Sale mañana", embargo_until=now + timedelta(hours=5)))
    first = composed_pdf(bulletin=page, at=now)
    assert composed_pdf(bulletin=page, at=now + timedelta(hours=1)).fingerprint == first.fingerprint
    later = composed_pdf(bulletin=page, at=now + timedelta(hours=6))
    assert later.fingerprint != first.fingerprint
    assert BulletinPdf.objects.count() == 1
    assert "Sale mañana" in str(bulletin_source(page, at=now + timedelta(hours=6)).words)


def test_a_bulletin_under_embargo_cannot_be_taken(tree, client):
    bulletin(published_note(), slug="boletin", embargo_until=timezone.now() + timedelta(hours=1))
    assert client.get("/materiales/boletin/boletin.pdf").status_code == 404


def test_a_material_that_is_not_made_of_notes_has_no_such_pdf(tree, client):
    assert client.get("/materiales/nada/boletin.pdf").status_code == 404


def test_markup_in_the_words_is_printed_as_it_is(tree, client):
    note = published_note(title="#set page(fill: red) *no* $x$ <b>", summary='"comillas" \\ @a', body=BODY)
    page = bulletin(note, slug="boletin")
    answer = client.get("/materiales/boletin/boletin.pdf")
    assert b"".join(answer.streaming_content)[:5] == b"%PDF-"
    assert "&lt;b&gt;" in client.get(page.url).content.decode()


def test_the_cover_is_the_first_page_of_what_was_set(tree):
    page = bulletin(published_note(lead_photo=ImageFactory(), lead_photo_alt="Un canal"), publish=False)
    cover = make_cover(material=page, at=timezone.now())
    page.refresh_from_db()
    assert cover.height > cover.width
    assert make_cover(material=page, at=timezone.now()) == cover


def test_a_picture_whose_file_is_gone_does_not_stop_the_press(tree, client):
    image = ImageFactory()
    bulletin(published_note(lead_photo=image, lead_photo_alt="Un canal"), slug="boletin")
    image.file.storage.delete(image.file.name)
    answer = client.get("/materiales/boletin/boletin.pdf")
    assert b"".join(answer.streaming_content)[:5] == b"%PDF-"


# Composing


def test_the_notes_of_a_period_are_those_of_its_days_in_lima(tree):
    late = datetime(2026, 10, 1, 4, 30, tzinfo=UTC)  # 23:30 of September 30 in Lima
    inside = published_note(published_at=late)
    published_note(published_at=datetime(2026, 10, 1, 5, 30, tzinfo=UTC))
    found = notes_between(since=date(2026, 9, 30), until=date(2026, 9, 30), at=timezone.now())
    assert list(found) == [inside]


def test_composing_makes_a_draft_with_the_notes_by_topic(tree):
    one, two = published_note(topics=[topic("Salud")]), published_note(topics=[topic("Obras")])
    made = compose_bulletin(
        index=MaterialIndexPage.objects.get(), title="Boletín", summary="Lo del mes", series="Aija Avanza", number=4,
        notes=[one, two], by=User.objects.create(username="r"), at=timezone.now(),
    )  # fmt: skip
    rows = MaterialPage.objects.get(pk=made.pk).bulletin_notes.all()
    assert [(row.section, row.note) for row in rows] == [("Obras", two), ("Salud", one)]
    assert not made.live
    assert next_number("Aija Avanza") == 5
    assert next_number("Otra") == 1


def test_the_writer_composes_without_scripts(tree):
    writer = sign_in(Role.WRITING)
    kept = [published_note(), published_note()]
    published_note(title="No va", embargo_until=timezone.now() + timedelta(hours=1))
    screen = writer.get(reverse("compose_bulletin")).content.decode()
    assert kept[0].title in screen
    assert "No va" not in screen
    fields = {"title": "Boletín", "summary": "Lo del mes", "notes": [note.pk for note in kept]}
    answer = writer.post(reverse("compose_bulletin"), fields)
    made = MaterialPage.objects.get(title="Boletín")
    assert answer.url == reverse("wagtailadmin_pages:edit", args=[made.pk])
    assert writer.get(answer.url).status_code == 200
    assert made.bulletin_notes.count() == 2


@pytest.mark.parametrize(
    "query", ["desde=ayer&hasta=hoy", "desde=2026-10-02&hasta=2026-10-01", "desde=%00", "hasta=9999-99-99", "desde="]
)
def test_days_that_are_none_are_told(tree, query):
    writer = sign_in(Role.WRITING)
    answer = writer.get(f"{reverse('compose_bulletin')}?{query}")
    assert answer.status_code == 200
    assert "error-message" in answer.content.decode()


def test_a_wrong_choice_is_told_and_what_was_typed_stays(tree):
    writer = sign_in(Role.WRITING)
    bulletin(published_note(), series="Aija Avanza", edition_number=1)
    fields = {"title": "Mi título", "summary": "x", "series": "Aija Avanza", "number": "1", "notes": ["999999", "x"]}
    html = writer.post(reverse("compose_bulletin"), fields).content.decode()
    assert "Mi título" in html
    assert "ya lo lleva otro material" in html
    assert not MaterialPage.objects.filter(title="Mi título").exists()


def test_queries_do_not_grow_with_the_notes_of_a_bulletin(tree, client):
    small = bulletin(*[published_note(lead_photo=ImageFactory(), lead_photo_alt="Foto") for _number in range(3)])
    large = bulletin(*[published_note(lead_photo=ImageFactory(), lead_photo_alt="Foto") for _number in range(15)])
    client.get(large.url)
    assert queries_of(client, small.url) == queries_of(client, large.url)
