"""Documents to be found, written as the portal writes them."""

from search.engines.matches import Ask, Engine, Match
from search.engines.tree import Tree
from search.index.entries import Entry
from search.index.keeping import keep
from search.models import IndexedDocument

NOTE = "pages.newspage"
WORK = "pages.publicworkpage"


def kept(number: int, title: str, *, kind: str = NOTE, facets: list | None = None, **texts: str) -> IndexedDocument:
    """A document in the database's index, with its title and the texts of other columns."""
    said = {column: [text] for column, text in {"title": title, **texts}.items()}
    keep([Entry(kind, number, said, completed_by=[title], facets=facets or [], open=True)])
    return IndexedDocument.objects.get(kind=kind, object_id=number)


def found(engine: Engine, tree: Tree, *kinds: str, **narrowed) -> list[Match]:
    """What an engine finds among the kinds (notes, if none is named), the best first."""
    return engine.best(Ask(tree, kinds=kinds or [NOTE], **narrowed), start=0, stop=100)
