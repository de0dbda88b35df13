"""A material is read with its files, and its list is filtered, and neither asks more for more of them."""

from datetime import UTC, datetime

from wagtail.models import Page

from pages.enums.materials import MaterialKind
from pages.models import MaterialIndexPage, MaterialPage, Presentation
from tests.factories.institution import DistrictFactory, ImageFactory
from tests.factories.materials import document
from tests.factories.pages import published_piece, topic
from tests.queries import queries_of


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
