"""What a document says is found in the pages that show it, by whoever may read both, and by nobody else."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.files.base import ContentFile
from django.core.management import call_command
from wagtail.models import Collection, CollectionViewRestriction

from institution.enums import Role
from institution.models import InstitutionDocument
from pages.models import Attachment, MaterialPage, NewsPage, Presentation
from pages.models.embargo import visible_pages
from pages.references import rows_holding
from search.actions.attached import follow_privacy, read_missed, read_soon, read_text
from search.enums import TextState
from search.models import DocumentText
from search.portal import find
from tests.factories.institution import ImageFactory
from tests.factories.materials import document, ready_to_publish
from tests.factories.pages import draft_note, draft_piece, published_note
from tests.pages.desk import sign_in
from tests.search.attached.made_files import pdf, word

AT = datetime(2026, 11, 24, 17, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def _noon():
    with time_machine.travel(AT, tick=False):
        yield


@pytest.fixture
def read(django_capture_on_commit_callbacks):
    """A document of the library that says some words, as the worker leaves it."""

    def make(words: str, **fields) -> InstitutionDocument:
        with django_capture_on_commit_callbacks(execute=True):
            return document(content=pdf(words), **fields)

    return make


def note_with(file: InstitutionDocument, **fields) -> NewsPage:
    note = draft_note(**fields)
    note.attachments.add(Attachment(document=file))
    note.save_revision().publish()
    return NewsPage.objects.get(pk=note.pk)


def linking(file: InstitutionDocument) -> list[dict]:
    return [{"type": "text", "value": f'<p>Vea <a linktype="document" id="{file.pk}">el acta</a></p>'}]


def found(words: str, *, at: datetime = AT) -> list[int]:
    return find(f'"{words}"', among=visible_pages(at=at), at=at, start=0, stop=10).keys


def test_a_note_is_found_by_what_its_attachment_says(tree, read):
    note = note_with(read("Ordenanza sobre crianza de alpacas"))
    assert found("crianza de alpacas") == [note.pk]


def test_a_note_is_found_by_what_a_document_linked_in_its_text_says(tree, read):
    note = published_note(body=linking(read("Ordenanza sobre crianza de alpacas")))
    assert found("crianza de alpacas") == [note.pk]


def test_a_material_is_found_by_what_its_files_say(tree, read):
    material = draft_piece(MaterialPage)
    material.presentations.add(Presentation(label="PDF", document=read("Cartilla de riego tecnificado")))
    ready_to_publish(material).save_revision().publish()
    assert found("riego tecnificado") == [material.pk]


def test_what_is_published_before_the_worker_reads_its_document_is_found_after(
    tree, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        note = note_with(document(name="acta.docx", content=word("Acta", "crianza de alpacas")))
        assert found("crianza de alpacas") == []
    assert found("crianza de alpacas") == [note.pk]


def test_what_a_replaced_file_said_is_forgotten_at_once_and_the_new_one_is_found(
    tree, read, django_capture_on_commit_callbacks
):
    file = read("crianza de alpacas")
    note = note_with(file)
    with django_capture_on_commit_callbacks(execute=True):
        file.file = ContentFile(pdf("siembra de quinua"), name="otra.pdf")
        file.save()
        assert found("crianza de alpacas") == []
    assert (found("crianza de alpacas"), found("siembra de quinua")) == ([], [note.pk])


def test_a_document_is_read_once_whatever_else_is_saved_of_it(tree, read, django_capture_on_commit_callbacks):
    file = read("crianza de alpacas")
    with django_capture_on_commit_callbacks() as asked:
        file.title = "Otro título"
        file.save()
    assert asked == []


def test_a_document_of_a_draft_is_not_found_in_the_live_page(tree, read):
    note = published_note(title="La nota")
    draft = NewsPage.objects.get(pk=note.pk)
    draft.attachments.add(Attachment(document=read("crianza de alpacas")))
    draft.summary = "quinientas llamas"
    draft.save_revision()
    assert (found("crianza de alpacas"), found("quinientas llamas"), found("La nota")) == ([], [], [note.pk])


def test_a_document_that_only_a_hidden_page_shows_is_not_found(tree, read):
    file = read("crianza de alpacas")
    draft_note().attachments.create(document=file)
    held = note_with(file, embargo_until=AT + DAY)
    assert found("crianza de alpacas") == []
    assert found("crianza de alpacas", at=AT + DAY) == [held.pk]


def test_what_authorises_a_picture_is_never_found(tree, read):
    file = read("padres de la menor")
    image = ImageFactory(authorisation_document=file)
    note_with(file)
    assert found("padres de la menor") == []
    assert image.authorisation_document == file


def test_a_document_that_becomes_an_authorisation_is_found_no_more(tree, read):
    file = read("padres de la menor")
    note = note_with(file)
    image = ImageFactory(authorisation_document=file)
    assert follow_privacy(AT) == 1
    assert found("padres de la menor") == []
    image.delete()
    assert follow_privacy(AT) == 1
    assert found("padres de la menor") == [note.pk]
    assert follow_privacy(AT) == 0


def test_a_document_inside_a_private_collection_is_found_no_more(tree, read):
    closed = Collection.get_first_root_node().add_child(name="Reservado")
    inside = closed.add_child(name="Dentro")
    other = note_with(read("crianza de alpacas"))
    note_with(read("crianza de alpacas", collection=inside))
    assert len(found("crianza de alpacas")) == 2
    CollectionViewRestriction.objects.create(collection=closed, restriction_type="login")
    follow_privacy(AT)
    assert found("crianza de alpacas") == [other.pk]


def test_following_privacy_takes_the_same_queries_however_many_documents(tree, django_assert_num_queries):
    files = [document(name=f"{number}.mp4") for number in range(20)]
    DocumentText.objects.filter(document__in=files).update(state=TextState.READ, text="hola")
    with django_assert_num_queries(5):  # two of them, the transaction's
        follow_privacy(AT)


def test_editors_find_a_document_by_what_it_says_and_see_that_it_is_searched(tree, read):
    file, image = read("crianza de alpacas", title="Ordenanza"), document(name="plano.mp4", title="Video")
    assert list(InstitutionDocument.objects.search("alpaca")) == [file]
    desk = sign_in(Role.HEAD)
    assert "Se busca en todo su texto" in desk.get(f"/admin/documents/edit/{file.pk}/").content.decode()
    DocumentText.objects.filter(document=image).delete()
    assert "En espera" in desk.get(f"/admin/documents/edit/{image.pk}/").content.decode()


def test_the_minutes_job_has_what_was_missed_read_and_asks_for_nothing_twice(tree, django_capture_on_commit_callbacks):
    note = note_with(document(content=pdf("crianza de alpacas")))
    DocumentText.objects.all().delete()
    with django_capture_on_commit_callbacks(execute=True):
        assert read_missed(AT) == 1
        assert read_missed(AT + timedelta(minutes=59)) == 0
        assert read_missed(AT + timedelta(hours=1)) == 1
    assert found("crianza de alpacas") == [note.pk]
    assert read_missed(AT + DAY) == 0


def test_the_command_reads_what_was_not_read_and_all_again_if_told(tree, capsys):
    note = note_with(document(content=pdf("crianza de alpacas")))
    DocumentText.objects.all().delete()
    call_command("read_documents")
    assert found("crianza de alpacas") == [note.pk]
    call_command("read_documents")
    assert "Listo: 0 documentos" in capsys.readouterr().out
    call_command("read_documents", "--again")
    assert "Listo: 1 documentos" in capsys.readouterr().out
    assert found("crianza de alpacas") == [note.pk]


def test_a_document_deleted_or_replaced_before_it_is_read_is_no_error(tree):
    file = document(content=pdf("crianza de alpacas"))
    before = InstitutionDocument.objects.get(pk=file.pk)
    file.file = ContentFile(pdf("siembra de quinua"), name="otra.pdf")
    file.save()
    read_text(document=before, at=AT)
    assert DocumentText.objects.get(document=file).state == TextState.WAITING
    key = file.pk
    file.delete()
    read_soon.call(key)
    read_text(document=before, at=AT)
    assert not DocumentText.objects.exists()


def test_reading_a_document_does_not_make_it_public_nor_keeps_it_from_being_deleted(tree, client, read):
    file = read("crianza de alpacas")
    assert client.get(file.url).status_code == 404
    assert list(rows_holding(file)) == []
