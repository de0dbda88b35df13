"""The materials as integrators read them, and what their downloads tell the office."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from institution.enums import Role
from pages.actions.downloads import count_download
from pages.enums.materials import MaterialKind
from pages.models import BulletinNote, DownloadCount, MaterialCredit, MaterialPage, PdfReading
from tests.factories.institution import ImageFactory
from tests.factories.pages import published_note, published_piece, topic
from tests.headless.contract import as_published
from tests.pages.desk import sign_in
from tests.pages.materials.browser import BROWSER
from tests.queries import queries_of

API = "/api/v1/materials"


def test_a_material_tells_its_files_its_cover_and_its_words(tree, client):
    page = published_piece(
        MaterialPage, slug="spot", kind=MaterialKind.AUDIO_SPOT, transcript='<p>Cuide <b class="x">el agua</b>.</p>'
    )
    page.credits.add(MaterialCredit(role="Locución", name="Locutora de ejemplo"))
    page.cover = ImageFactory(description="Portada de «Spot»")
    page.save()
    file = page.presentations.get().document
    PdfReading.objects.create(document=file, of_file=file.file.name, state="read", pages=4, read_at=timezone.now())
    told = as_published(client.get(f"{API}/spot"))
    assert (told["kind"], told["transcript"]) == ("audio_spot", "<p>Cuide <b>el agua</b>.</p>")
    assert told["cover"]["alt"] == "Portada de «Spot»"
    assert told["credits"] == [{"role": "Locución", "name": "Locutora de ejemplo"}]
    (presentation,) = told["presentations"]
    assert (presentation["pages"], presentation["content_type"]) == (4, "application/pdf")
    assert client.get(presentation["url"].removeprefix("http://testserver"), headers=BROWSER).status_code == 302
    (listed,) = as_published(client.get(API))["items"]
    assert listed["presentations"] == told["presentations"]


def test_the_list_is_filtered_by_kind_and_an_unknown_one_is_refused(tree, client):
    published_piece(MaterialPage, slug="memoria", kind=MaterialKind.REPORT)
    published_piece(MaterialPage, slug="boletin")
    assert [each["slug"] for each in as_published(client.get(API, {"kind": "report"}))["items"]] == ["memoria"]
    assert client.get(API, {"kind": "reporte"}).status_code == 400


def test_a_bulletin_names_only_the_notes_that_anybody_may_read(tree, client):
    page = published_piece(MaterialPage, slug="boletin")
    hidden = published_note(embargo_until=timezone.now() + timedelta(hours=1))
    page.bulletin_notes.set([BulletinNote(note=published_note(title="Visible")), BulletinNote(note=hidden)])
    page.save()
    told = as_published(client.get(f"{API}/boletin"))
    assert [each["title"] for each in told["notes"]] == ["Visible"]
    assert told["bulletin_pdf"].endswith("/materiales/boletin/boletin.pdf")


def test_an_embargoed_material_is_in_no_answer(tree, client):
    published_piece(MaterialPage, slug="secreto", embargo_until=timezone.now() + timedelta(hours=1))
    assert as_published(client.get(API))["items"] == []
    assert client.get(f"{API}/secreto").status_code == 404
    assert "secreto" not in client.get("/feeds/materiales.rss").content.decode()


def test_queries_of_the_api_do_not_grow(tree, client):
    counts = []
    for size in (3, 12):
        for _number in range(MaterialPage.objects.count(), size):
            page = published_piece(MaterialPage, cover=ImageFactory())
            page.topics.set([topic("Salud")])
            page.save()
        counts.append(queries_of(client, API))
    assert counts[0] == counts[1]


def test_the_home_page_offers_the_newest_materials(tree, client):
    assert "Materiales para descargar" not in client.get("/").content.decode()
    published_piece(MaterialPage, title="Afiche del agua")
    html = client.get("/").content.decode()
    assert "Materiales para descargar" in html
    assert "Afiche del agua" in html


def test_downloads_are_reported_by_month_and_exported(tree):
    page = published_piece(MaterialPage, title="=Memoria")
    for day, times in ((date(2026, 10, 1), 2), (date(2026, 10, 31), 3), (date(2026, 11, 2), 1)):
        DownloadCount.objects.create(material=page, presentation_key=1, label="PDF", day=day, times=times)
    DownloadCount.objects.create(material=page, presentation_key=2, label="Otro", day=date(2026, 10, 5), times=4)
    assert [row["total"] for row in DownloadCount.objects.by_month()] == [1, 9]
    writer = sign_in(Role.WRITING)
    html = writer.get("/admin/materiales/descargas/").content.decode()
    assert "octubre de 2026" in html.lower()
    only = writer.get("/admin/materiales/descargas/", {"day_from": "2026-11-01"}).content.decode()
    assert "octubre de 2026" not in only.lower()
    sheet = b"".join(writer.get("/admin/materiales/descargas/", {"export": "csv"}).streaming_content).decode()
    assert "'=Memoria,Boletín," in sheet
    assert writer.get("/admin/materiales/descargas/", {"export": "xlsx"}).status_code == 200


def test_the_report_is_for_those_who_work_with_pages(tree):
    assert sign_in(Role.UNIT).get("/admin/materiales/descargas/").status_code == 302


@pytest.mark.parametrize("query", ["day_from=ayer", "day_to=%00", "p=-1", "p=9999999999999999999", "ordering=x"])
def test_nothing_in_its_address_breaks_the_report(tree, query):
    assert sign_in(Role.HEAD).get(f"/admin/materiales/descargas/?{query}").status_code in {200, 404}


def test_two_first_downloads_of_a_day_make_one_row(tree):
    page = published_piece(MaterialPage)
    for _time in range(2):
        count_download(material=page, key=1, label="PDF", at=timezone.now())
    assert DownloadCount.objects.get().times == 2
