"""The library's report: what nothing uses, what lacks words or consent; deleted at once by who may."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from institution.enums import Consent, PeopleShown, Role
from institution.models import InstitutionDocument, InstitutionImage
from pages.models import Attachment
from tests.factories.institution import DocumentFactory
from tests.factories.pages import draft_note, published_note
from tests.factories.photo_sets import photo_set, told_image
from tests.pages.desk import sign_in, told

PICTURES, DOCUMENTS = "/admin/biblioteca/fotos/", "/admin/biblioteca/documentos/"
NOON = datetime(2026, 11, 24, 17, tzinfo=UTC)


def listed(client, address: str, **filters) -> set[str]:
    answer = client.get(address, filters)
    assert answer.status_code == 200
    return {row.title for row in answer.context["object_list"]}


def picture(image) -> dict:
    words = {"image": image.pk, "alt_text": "Foto", "decorative": False}
    return {"type": "image", "value": {"image": words, "caption": "", "credit": ""}}


def test_a_photo_is_unused_when_nothing_saved_refers_to_it(tree):
    loose, lead, shown, gathered = (told_image(title=name) for name in ("suelta", "principal", "en el texto", "serie"))
    published_note(lead_photo=lead, lead_photo_alt="Foto", body=[picture(shown)])
    photo_set(gathered)
    head = sign_in(Role.HEAD)
    assert listed(head, PICTURES, problem="unused") == {loose.title}
    assert len(listed(head, PICTURES)) == 4


def test_a_document_is_unused_likewise(tree):
    used, captions, loose = (DocumentFactory(title=name) for name in ("adjunto", "subtítulos", "suelto"))
    DocumentFactory(title="video", captions=captions)
    note = draft_note()
    note.attachments.add(Attachment(document=used))
    note.save()
    assert listed(sign_in(Role.HEAD), DOCUMENTS, problem="unused") == {loose.title, "video"}


@pytest.mark.parametrize(
    ("problem", "found"),
    [("without_text", {"sin texto", "sin crédito"}), ("consent", {"menores", "retirado"}), ("people", {"sin decir"})],
)
def test_photos_are_found_by_what_they_lack(tree, problem, found):
    told_image(title="completa")
    told_image(title="sin texto", description="")
    told_image(title="sin crédito", credit="")
    told_image(title="menores", people_shown=PeopleShown.MINORS, consent=Consent.PENDING)
    told_image(title="retirado", people_shown=PeopleShown.ADULTS, consent=Consent.WITHDRAWN)
    told_image(title="sin decir", people_shown="")
    assert listed(sign_in(Role.HEAD), PICTURES, problem=problem) == found


@pytest.mark.parametrize("address", [PICTURES, DOCUMENTS])
@pytest.mark.parametrize("query", ['q="', "q=%00", "problem=x", "created_at_from=ayer", "ordering=-file_size", "p=99"])
def test_the_report_takes_any_address(tree, address, query):
    assert sign_in(Role.HEAD).get(f"{address}?{query}").status_code in (200, 404)


def test_who_writes_sees_their_own_files_and_deletes_none_of_others(tree):
    writer = sign_in(Role.WRITING)
    told_image(title="mía", uploaded_by_user_id=writer.session["_auth_user_id"])
    other = told_image(title="ajena")
    assert listed(writer, PICTURES) == {"mía"}
    delete(writer, "wagtailimages", other)
    assert InstitutionImage.objects.filter(pk=other.pk).exists()


def delete(client, app: str, *files):
    """What the report's own button does to the ticked rows."""
    label, model = files[0]._meta.app_label, files[0]._meta.model_name
    asked = "&".join(f"id={each.pk}" for each in files)
    return client.post(reverse("wagtail_bulk_action", args=[label, model, "delete"]) + f"?{asked}")


def test_the_head_deletes_many_at_once(tree):
    head = sign_in(Role.HEAD)
    delete(head, "wagtailimages", *[told_image() for _ in range(3)])
    delete(head, "wagtaildocs", *[DocumentFactory() for _ in range(3)])
    assert not InstitutionImage.objects.exists()
    assert not InstitutionDocument.objects.exists()


def test_what_only_a_draft_uses_is_kept_and_it_is_told_which(tree):
    head, image = sign_in(Role.HEAD), told_image(title="Solo en borrador")
    note = published_note(title="Nota con cambios")
    note.body = [picture(image)]
    note.save_revision()
    assert listed(head, PICTURES, problem="unused") == {image.title}
    answer = delete(head, "wagtailimages", image, told_image())
    assert "está en el borrador «Nota con cambios»" in told(answer)
    assert InstitutionImage.objects.count() == 2


def test_what_a_public_page_uses_is_kept_and_it_is_told_which(tree):
    head, image, note = sign_in(Role.HEAD), told_image(title="En el cuerpo"), draft_note(title="Nota con foto")
    note.body = [picture(image)]
    note.save_revision().publish()
    assert "«En el cuerpo» está en «Nota con foto»" in told(delete(head, "wagtailimages", told_image(), image))
    assert InstitutionImage.objects.count() == 2


def test_ticking_everything_never_means_more_than_what_is_seen(tree):
    head = sign_in(Role.HEAD)
    InstitutionImage.objects.bulk_create(told_image_row(n) for n in range(60))
    assert "data-bulk-action-num-objects-in-listing" not in head.get(PICTURES).content.decode()


def told_image_row(number: int) -> InstitutionImage:
    row = InstitutionImage(title=f"Foto {number}", file="originales/x/x.png", width=1, height=1, file_size=1)
    row.created_at = NOON
    return row


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_it_is_exported_without_formulas(tree, kind):
    told_image(title='=HYPERLINK("x")')
    head = sign_in(Role.HEAD)
    content = head.get(PICTURES, {"export": kind}).getvalue()
    if kind == "csv":
        assert "'=HYPERLINK" in content.decode()
        assert "Consentimiento" in content.decode()
    assert head.get(DOCUMENTS, {"export": kind, "problem": "unused"}).status_code == 200


@pytest.mark.parametrize("address", [PICTURES, DOCUMENTS])
def test_five_hundred_files_cost_the_same_queries_as_two(tree, address):
    head = sign_in(Role.HEAD)

    def cost() -> int:
        head.get(address, {"problem": "unused"})
        with CaptureQueriesContext(connection) as queries:
            assert head.get(address, {"problem": "unused"}).status_code == 200
            assert head.get(address, {"q": "foto"}).status_code == 200
        return len(queries)

    def make(count: int) -> None:
        if address == PICTURES:
            InstitutionImage.objects.bulk_create(told_image_row(n) for n in range(count))
        else:
            rows = [InstitutionDocument(title=f"Foto {n}", file="documentos/x.pdf", file_size=1) for n in range(count)]
            InstitutionDocument.objects.bulk_create(rows)

    make(2)
    few = cost()
    make(500)
    assert cost() == few
