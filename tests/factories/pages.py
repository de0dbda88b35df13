"""The portal's tree and its pieces, published through the real actions."""

from dataclasses import dataclass
from itertools import count

from wagtail.models import Page, Site

from pages.demo.portal import INDEXES
from pages.models import HomePage, MaterialPage, NewsIndexPage, NewsPage, Piece, Topic
from tests.factories.institution import DocumentSeriesFactory
from tests.factories.materials import ready_to_publish

_serial = count(1)


@dataclass(frozen=True)
class Tree:
    home: HomePage
    index: NewsIndexPage


def site_tree() -> Tree:
    """Home and news index at the site's root, made once a database; with the notes' series."""
    DocumentSeriesFactory()
    if not HomePage.objects.exists():
        plant_site()
    Site.clear_site_root_paths_cache()
    return Tree(HomePage.objects.get(), NewsIndexPage.objects.get())


def plant_site() -> None:
    """Make the home and the index of each type in an empty database."""
    Page.objects.get(depth=1).get_children().delete()
    home = Page.objects.get(depth=1).add_child(instance=HomePage(title="Portada", slug="portada"))
    Site.objects.update_or_create(
        is_default_site=True, defaults={"hostname": "testserver", "port": 80, "root_page": home}
    )
    home.add_child(instance=NewsIndexPage(title="Noticias", slug="noticias"))
    for model, title, slug, _intro in INDEXES:
        home.add_child(instance=model(title=title, slug=slug))


def draft_note(*, topics=(), tags=(), **fields) -> NewsPage:
    """A note that nobody has published."""
    number = next(_serial)
    values = {"title": f"Nota {number}", "slug": f"nota-{number}", "summary": f"Bajada de la nota {number}"}
    note = site_tree().index.add_child(instance=NewsPage(**values | fields, live=False))
    if topics or tags:
        note.topics.set(topics)
        note.tags.add(*tags)
        note.save()
    return note


def published_note(**fields) -> NewsPage:
    """A note published through the real action, so that it has its number and its date."""
    note = draft_note(**fields)
    note.save_revision().publish()
    return NewsPage.objects.get(pk=note.pk)


def draft_piece(model: type[Piece], **fields) -> Piece:
    """A piece of any type that nobody has published, under the index of its type."""
    site_tree()
    number, kind = next(_serial), model.__name__.lower()
    values = {"title": f"Pieza {number}", "slug": f"{kind}-{number}", "summary": f"Bajada de la pieza {number}"}
    parent = model.allowed_parent_page_models()[0].objects.get()
    return parent.add_child(instance=model(**values | fields, live=False))


def published_piece(model: type[Piece], **fields) -> Piece:
    """A piece of any type, published through the real action."""
    piece = draft_piece(model, **fields)
    if isinstance(piece, MaterialPage):
        ready_to_publish(piece)
    piece.save_revision().publish()
    return model.objects.get(pk=piece.pk)


def topic(name: str = "Obras") -> Topic:
    """A topic of the vocabulary, by name."""
    return Topic.objects.get_or_create(name=name, defaults={"slug": name.lower().replace(" ", "-")})[0]
