"""A material's cover: the first page of its first PDF, whatever the PDF is like."""

import os
from datetime import UTC, datetime

import pytest
import typst

from institution.models import InstitutionImage
from pages.actions.covers import make_cover, read_pdf
from pages.documents import first_page as reading
from pages.enums.materials import PdfState
from pages.models import MaterialPage, Presentation
from tests.factories.institution import ImageFactory
from tests.factories.materials import document, ready_to_publish
from tests.factories.pages import draft_piece, published_note, published_piece

AT = datetime(2026, 11, 24, 12, tzinfo=UTC)
THREE_PAGES = b'#set page(paper: "a4")\n#text(40pt)[Afiche] #pagebreak() dos #pagebreak() tres'


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return typst.compile(THREE_PAGES)


def draft(content: bytes) -> MaterialPage:
    page = draft_piece(MaterialPage)
    page.presentations.add(Presentation(label="PDF", document=document(content=content, title="Afiche")))
    page.save()
    return page


def test_the_cover_is_the_first_page_upright_with_its_alternative_text(tree, pdf):
    page = draft(pdf)
    cover = make_cover(material=page, at=AT)
    assert (cover.description, cover.height > cover.width) == ("Portada de «Afiche»", True)
    assert max(cover.width, cover.height) <= 1801
    assert page.presentations.select_related("document__pdf_reading").get().pdf_pages == 3


def test_publishing_makes_the_cover_and_the_page_shows_it(tree, client, pdf, django_capture_on_commit_callbacks):
    page = ready_to_publish(draft(pdf))
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()
    page = MaterialPage.objects.get(pk=page.pk)
    assert page.card_photo == page.cover is not None
    html = client.get(page.url).content.decode()
    assert "Portada de" in html
    assert "3 páginas" in html


def test_a_photo_that_an_editor_chose_wins(tree, pdf):
    page = draft(pdf)
    page.lead_photo = ImageFactory()
    page.save()
    make_cover(material=page, at=AT)
    page.refresh_from_db()
    assert page.cover is not None
    assert page.card_photo == page.lead_photo


def test_a_pdf_is_opened_once_and_again_when_its_file_is_another(tree, pdf):
    page = draft(pdf)
    file = page.presentations.get().document
    first = read_pdf(document=file, at=AT)
    assert read_pdf(document=file, at=AT).cover == first.cover
    file.file = document(content=pdf).file
    file.save()
    assert read_pdf(document=file, at=AT).cover != first.cover


@pytest.mark.parametrize("used", [False, True])
def test_the_cover_of_a_pdf_that_was_replaced_leaves_the_library_unless_something_uses_it(tree, pdf, used):
    page = draft(pdf)
    make_cover(material=page, at=AT)
    before = MaterialPage.objects.get(pk=page.pk).cover
    if used:
        published_note(lead_photo=before, lead_photo_alt="Portada")
    file = page.presentations.get().document
    file.file = document(content=typst.compile(b"Otro afiche")).file
    file.save()
    page = MaterialPage.objects.get(pk=page.pk)
    assert make_cover(material=page, at=AT) != before
    assert InstitutionImage.objects.filter(pk=before.pk).exists() is used


def encrypted(pdf: bytes) -> bytes:
    """A PDF that says it is encrypted with a password that nobody has."""
    trailer = pdf.rindex(b"trailer") if b"trailer" in pdf else None
    if trailer is None:
        pytest.skip("typst wrote no trailer")
    secret = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O (%s) /U (%s) >>" % (b"x" * 32, b"y" * 32)
    return pdf[:trailer] + pdf[trailer:].replace(b"<<", b"<< " + secret, 1)


def broken_files(pdf: bytes) -> dict[str, tuple[bytes, PdfState]]:
    return {
        "empty": (b"", PdfState.BROKEN),
        "only a header": (b"%PDF-1.4 documento", PdfState.BROKEN),
        "a page of the web": (b"<html><script>alert(1)</script></html>", PdfState.BROKEN),
        "noise": (os.urandom(200_000), PdfState.BROKEN),
    }


@pytest.mark.parametrize("name", ["empty", "only a header", "a page of the web", "noise"])
def test_a_broken_pdf_leaves_the_material_without_cover_and_everything_works(tree, client, pdf, name):
    content, state = broken_files(pdf)[name]
    page = ready_to_publish(draft(content))
    assert make_cover(material=page, at=AT) is None
    assert page.presentations.get().document.pdf_reading.state == state
    page.save_revision().publish()
    assert client.get(page.url).status_code == 200


def test_a_pdf_with_a_password_is_said_to_have_one(tree, pdf):
    file = document(content=encrypted(pdf))
    assert read_pdf(document=file, at=AT).state == PdfState.ENCRYPTED


def test_a_page_of_an_absurd_size_gives_a_picture_of_a_sane_one(tree):
    huge = typst.compile(b"#set page(width: 14000pt, height: 2pt, margin: 0pt)\n#rect()")
    cover = read_pdf(document=document(content=huge), at=AT).cover
    assert cover is None or max(cover.width, cover.height) <= 1801


def test_a_pdf_that_takes_too_long_is_given_up(tree, pdf, monkeypatch):
    monkeypatch.setattr(reading, "SECONDS", 0.001)
    assert read_pdf(document=document(content=pdf), at=AT).state == PdfState.TOO_HEAVY


def test_a_document_whose_file_is_gone_is_no_error(tree, pdf):
    file = document(content=pdf)
    file.file.storage.delete(file.file.name)
    assert read_pdf(document=file, at=AT).state == PdfState.BROKEN


def test_reading_a_document_does_not_make_it_public(tree, client, pdf):
    page = published_piece(MaterialPage, embargo_until=datetime(2099, 1, 1, tzinfo=UTC))
    file = page.presentations.get().document
    read_pdf(document=file, at=AT)
    assert client.get(file.url).status_code == 404
