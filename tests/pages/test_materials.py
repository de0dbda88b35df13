"""A material: what it needs to be published, how it is produced, read and downloaded."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from institution.enums import Role
from institution.models import User
from pages.actions.production import MoveRefused, move_production
from pages.actions.publication import PublicationRefused, publication_obstacles
from pages.enums.materials import MaterialKind, Production
from pages.models import DownloadCount, MaterialIndexPage, MaterialPage, Presentation
from pages.rules.downloads import counts_as_download
from pages.rules.production import MOVES, asks_for_head, moves_from
from tests.factories.institution import DistrictFactory, ImageFactory
from tests.factories.materials import document, ready_to_publish
from tests.factories.pages import draft_piece, published_piece, topic
from tests.headless.contract import as_published
from tests.pages.desk import owned, send, sign_in, told

AT = datetime(2026, 11, 24, 3, 30, tzinfo=UTC)  # still the 23rd in Lima
BROWSER = {"user-agent": "Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Chrome/120 Mobile Safari/537.36"}


def material(**fields) -> MaterialPage:
    return draft_piece(MaterialPage, **fields)


def missing(page: MaterialPage) -> set[str]:
    return set(publication_obstacles(page, at=timezone.now()))


# What it needs to be published


def test_a_material_asks_for_a_file_and_for_its_production_to_be_approved(tree):
    page = material()
    assert missing(page) == {"production", "presentations"}
    assert missing(ready_to_publish(page)) == set()


@pytest.mark.parametrize("kind", [MaterialKind.AUDIO_SPOT, MaterialKind.VIDEO])
def test_sound_asks_for_a_transcript_and_video_for_one_or_for_what_it_shows(tree, kind):
    page = ready_to_publish(material(kind=kind))
    assert missing(page) == {"transcript"}
    page.text_alternative = "<p>Una banda toca sin palabras.</p>"
    assert missing(page) == ({"transcript"} if kind == MaterialKind.AUDIO_SPOT else set())
    page.transcript = "<p>(Una banda toca.)</p>"
    assert missing(page) == set()


CAPTIONS = b"WEBVTT\n\n00:00.000 --> 00:02.000\nCierre el ca\xc3\xb1o\n"


@pytest.mark.parametrize(
    ("name", "content", "enough"),
    [
        ("s.vtt", CAPTIONS, True),
        ("s.vtt", b"WEBVTT\n\nHola", False),
        ("s.vtt", b"\0", False),
        ("s.pdf", CAPTIONS, False),
    ],
)
def test_a_video_is_published_only_with_captions_that_can_be_read_and_plays_with_them(
    tree, client, name, content, enough
):
    page = ready_to_publish(material(kind=MaterialKind.VIDEO, transcript="<p>Cierre el caño.</p>"))
    video = document(name="spot.webm", content=b"video")
    page.presentations.set([Presentation(label="Para redes", document=video)])
    assert missing(page) == {"presentations"}
    video.captions = document(name=name, content=content)
    video.save()
    assert (missing(page) == set()) is enough
    if enough:
        page.save_revision().publish()
        page = MaterialPage.objects.get(pk=page.pk)
        assert f'<track kind="captions" src="{video.captions.url}"' in client.get(page.url).content.decode()
        told = as_published(client.get(f"/api/v1/materials/{page.slug}"))["presentations"][0]
        assert told["captions"].endswith(video.captions.url)
        assert client.get(video.captions.url).status_code == 200


@pytest.mark.parametrize("kind", [MaterialKind.POSTER, MaterialKind.INFOGRAPHIC, MaterialKind.FLYER])
def test_what_is_read_with_the_eyes_asks_for_its_description(tree, kind):
    page = ready_to_publish(material(kind=kind))
    assert missing(page) == {"text_alternative"}


def test_a_sound_among_the_files_of_a_report_asks_for_its_transcript_too(tree):
    page = ready_to_publish(material(kind=MaterialKind.REPORT))
    page.presentations.add(Presentation(label="Leída", document=document(name="memoria.mp3")))
    assert missing(page) == {"transcript"}


def test_an_image_among_the_files_asks_for_its_alternative_text_unless_the_image_has_one(tree):
    page = ready_to_publish(material())
    page.presentations.add(Presentation(label="WhatsApp", image=ImageFactory()))
    assert missing(page) == {"presentations_alt"}
    page.presentations.set([Presentation(label="WhatsApp", image=ImageFactory(description="Un afiche azul"))])
    assert missing(page) == set()


def test_a_number_is_of_one_material_in_its_series(tree):
    published_piece(MaterialPage, series="Boletín", edition_number=7)
    second = ready_to_publish(material(series="Boletín", edition_number=8))
    second.edition_number = 7
    assert missing(second) == {"edition_number"}
    with pytest.raises(IntegrityError), transaction.atomic():
        MaterialPage.objects.filter(pk=second.pk).update(edition_number=7)


def test_a_presentation_is_a_file_or_a_picture_never_both_nor_none(tree):
    page = material()
    for wrong in ({}, {"document": document(), "image": ImageFactory()}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Presentation.objects.create(page=page, label="Mal", **wrong)


# Production


def test_every_step_of_the_production_is_written_and_the_rest_refused(tree):
    page, person = material(), User.objects.create(username="diseño")
    move_production(material=page, to=Production.DESIGN, by=person, at=AT, note="Va a diseño")
    with pytest.raises(MoveRefused, match="no se pasa"):
        move_production(material=page, to=Production.PRINTED, by=person, at=AT)
    move_production(material=page, to=Production.APPROVED, by=person, at=AT)
    with pytest.raises(MoveRefused, match="tiraje"):
        move_production(material=page, to=Production.PRINTED, by=person, at=AT)
    move_production(
        material=page, to=Production.PRINTED, by=person, at=AT, print_run=500, printed_on=date(2026, 11, 20)
    )
    kept = MaterialPage.objects.get(pk=page.pk)
    assert (kept.production, kept.print_run) == (Production.PRINTED, 500)
    assert [str(move) for move in kept.moves.all()] == [
        "Aprobado → Impreso", "En diseño → Aprobado", "Manuscrito → En diseño",
    ]  # fmt: skip


def test_a_printed_material_always_says_how_many_and_when(tree):
    with pytest.raises(IntegrityError), transaction.atomic():
        MaterialPage.objects.filter(pk=material().pk).update(production=Production.PRINTED)


def test_two_who_move_at_once_do_not_both_succeed(tree):
    page = material()
    other = MaterialPage.objects.get(pk=page.pk)
    move_production(material=page, to=Production.DESIGN, by=None, at=AT)
    with pytest.raises(MoveRefused, match="acaba de moverlo"):
        move_production(material=other, to=Production.DESIGN, by=None, at=AT)


def test_from_the_approval_on_only_who_may_publish_decides():
    for state, targets in MOVES.items():
        assert moves_from(state, as_head=True) == list(targets)
        assert not any(asks_for_head(state, to) for to in moves_from(state, as_head=False))
    assert moves_from(Production.DESIGN, as_head=False) == [Production.MANUSCRIPT]


def test_publishing_an_approved_material_ends_its_production_and_a_later_draft_does_not_undo_it(tree):
    page = published_piece(MaterialPage)
    assert page.production == Production.PUBLISHED
    assert page.moves.count() == 1
    old = page.latest_revision
    old.content["production"] = Production.MANUSCRIPT
    old.save()
    page.get_latest_revision().publish()
    assert MaterialPage.objects.get(pk=page.pk).production == Production.PUBLISHED
    assert page.moves.count() == 1


def test_a_material_that_nobody_approved_is_not_published(tree):
    page = material()
    page.presentations.add(Presentation(label="PDF", document=document()))
    page.save()
    with pytest.raises(PublicationRefused):
        page.save_revision().publish()
    assert not MaterialPage.objects.get(pk=page.pk).live


def test_the_writer_designs_and_the_head_approves_in_the_backend(tree):
    writer, head = sign_in(Role.WRITING), sign_in(Role.HEAD)
    page = owned(writer, material())
    address = reverse("move_material", args=[page.pk])
    assert writer.post(address, {"to": "design", "note": "Lista"}).status_code == 302
    assert writer.post(address, {"to": "approved"}).status_code == 200
    assert MaterialPage.objects.get(pk=page.pk).production == Production.DESIGN
    assert head.post(address, {"to": "approved"}).status_code == 302
    asked = head.post(address, {"to": "printed", "note": "Salió de la imprenta"})
    assert "Salió de la imprenta" in asked.content.decode()
    assert "Anote el tiraje" in asked.content.decode()
    facts = {"to": "printed", "print_run": "300", "printed_on": "2026-11-20"}
    assert head.post(address, facts).status_code == 302
    form = head.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert "Aprobado → Impreso" in form
    assert "Producción" in form


def test_the_form_asks_for_what_is_missing_where_it_is_typed_and_loses_nothing(tree):
    head = sign_in(Role.HEAD)
    page = ready_to_publish(material(kind=MaterialKind.AUDIO_SPOT))
    answer = send(head, page, "action-publish", summary="Lo que escribí")
    assert answer.status_code == 200
    assert "Escriba la transcripción" in answer.content.decode()
    assert "Lo que escribí" in answer.content.decode()


def test_the_form_looks_at_the_files_that_are_being_typed(tree):
    head = sign_in(Role.HEAD)
    page = material(production=Production.APPROVED)
    file = document()
    row = {"label": "A3", "document": str(file.pk), "image": "", "alt": "", "purpose": "print", "language": "es"}
    rows = {f"presentations-0-{name}": value for name, value in row.items()}
    rows |= {"presentations-TOTAL_FORMS": "1", "presentations-0-ORDER": "1", "presentations-0-id": ""}
    answer = send(head, page, "action-publish", **rows)
    assert answer.status_code == 302, told(answer)
    assert MaterialPage.objects.get(pk=page.pk).live


def test_a_printed_material_cannot_lose_its_print_run_in_the_form(tree):
    head = sign_in(Role.HEAD)
    page = ready_to_publish(material())
    move_production(material=page, to=Production.PRINTED, by=None, at=AT, print_run=5, printed_on=date(2026, 1, 2))
    answer = send(head, page, print_run="")
    assert answer.status_code == 200
    assert "figura como impreso" in answer.content.decode()


# Reading and downloading


def test_the_page_shows_each_file_with_what_it_is_for_and_its_words(tree, client):
    page = published_piece(MaterialPage, kind=MaterialKind.AUDIO_SPOT, slug="spot", transcript="<p>Cuide el agua.</p>")
    page.presentations.add(Presentation(label="Audio MP3", document=document(name="spot.mp3"), language="qu"))
    page.save_revision().publish()
    html = client.get("/materiales/spot/").content.decode()
    assert "Cuide el agua." in html
    assert "<audio controls" in html
    assert "Audio MP3" in html
    assert "en quechua" in html
    row = Presentation.objects.get(label="Audio MP3")
    assert f'href="/materiales/spot/descargar/{row.pk}/"' in html


def test_the_list_filters_by_kind_topic_district_and_year(tree, client):
    published_piece(MaterialPage, title="Uno", kind=MaterialKind.REPORT, district=DistrictFactory(slug="aija"))
    two = published_piece(MaterialPage, title="Dos", published_at=datetime(2024, 5, 1, tzinfo=UTC))
    two.topics.set([topic("Salud")])
    two.save()
    index = MaterialIndexPage.objects.get()

    def found(**query) -> list[str]:
        return sorted(page.title for page in client.get(index.url, query).context["listing"].page)

    assert found(tipo="report") == ["Uno"]
    assert found(distrito="aija") == ["Uno"]
    assert found(anio="2024") == ["Dos"]
    assert found(tema="salud") == ["Dos"]
    assert found(tipo="nada", anio="x") == ["Dos", "Uno"]


def test_a_download_is_counted_by_day_in_lima_without_a_trace_of_who(tree, client):
    page = published_piece(MaterialPage, slug="afiche")
    row = page.presentations.get()
    for _time in range(3):
        answer = client.get(row.download_path(), headers=BROWSER)
        assert (answer.status_code, answer.url) == (302, row.document.url)
        assert not answer.cookies
    assert client.head(row.download_path(), headers=BROWSER).status_code == 302
    client.get(row.download_path(), headers={"user-agent": "Googlebot/2.1"})
    count = DownloadCount.objects.get()
    assert (count.times, count.day, count.label) == (3, timezone.localdate(), "A3 para imprimir")
    assert client.post(row.download_path()).status_code == 405


@pytest.mark.parametrize(
    ("agent", "counted"),
    [
        (BROWSER["user-agent"], True), ("", False), ("  ", False), ("curl/8.0", False), ("WhatsApp/2.23", False),
        ("Mozilla/5.0 (compatible; bingbot/2.0)", False), ("python-requests/2.31", False),
        ("Mozilla/5.0 (X11) Gecko/20100101 Firefox/128.0", True),
    ],
)  # fmt: skip
def test_only_a_persons_press_counts(agent, counted):
    assert counts_as_download(method="GET", user_agent=agent, purpose="") is counted
    assert not counts_as_download(method="GET", user_agent=agent, purpose="prefetch;prerender")
    assert not counts_as_download(method="HEAD", user_agent=agent, purpose="")


def test_nothing_of_an_embargoed_material_can_be_taken(tree, client):
    page = published_piece(MaterialPage, embargo_until=timezone.now() + timedelta(hours=1))
    row = page.presentations.get()
    assert client.get(row.download_path(), headers=BROWSER).status_code == 404
    assert client.get(row.document.url).status_code == 404
    assert not DownloadCount.objects.exists()


@pytest.mark.parametrize("key", ["0", "999999", "9" * 30, "x", "-1"])
def test_an_unknown_file_is_not_found(tree, client, key):
    published_piece(MaterialPage, slug="afiche")
    assert client.get(f"/materiales/afiche/descargar/{key}/", headers=BROWSER).status_code == 404
    assert client.get("/materiales/otro/descargar/1/", headers=BROWSER).status_code == 404


def test_a_files_address_survives_the_publications_that_follow(tree):
    page = published_piece(MaterialPage)
    draft = page.get_latest_revision_as_object()
    draft.presentations.add(Presentation(label="Nueva", document=document(), sort_order=9))
    draft.save_revision().publish()
    first = list(Presentation.objects.values_list("pk", "label"))
    Page.objects.get(pk=page.pk).specific.get_latest_revision_as_object().save_revision().publish()
    assert list(Presentation.objects.values_list("pk", "label")) == first
    assert len(first) == 2


ADDRESSES = ["/materiales/", "/materiales/?tipo=report", "/materiales/pieza-0/", "/feeds/materiales.rss", "/"]


def test_queries_do_not_grow_with_the_materials(tree, client):
    counts = []
    for size in (4, 30):
        for number in range(MaterialPage.objects.count(), size):
            page = published_piece(MaterialPage, slug=f"pieza-{number}", kind=MaterialKind.REPORT, series="Serie")
            page.topics.set([topic("Salud")])
            page.save()
        MaterialPage.objects.update(cover=ImageFactory())
        counts.append({address: queries_of(client, address) for address in ADDRESSES})
    assert counts[0] == counts[1]


def queries_of(client, address: str) -> int:
    assert client.get(address).status_code == 200
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    return len(queries)
