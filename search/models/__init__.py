"""What can be found, what editors keep so that people find, and what is remembered of what they looked for."""

from search.models.attached import DocumentText, DocumentTextQuerySet, unread_documents
from search.models.best_bets import BestBet, BestBetQuerySet
from search.models.cluster import ClusterChange, ClusterIndex
from search.models.index import COLUMNS, IndexedDocument, IndexedWord
from search.models.rebuild import AnalysedWith, Rebuild
from search.models.synonyms import ShippedGroup, SynonymGroup
from search.models.use import SearchUse, SearchUseQuerySet

__all__ = [
    "COLUMNS",
    "AnalysedWith",
    "BestBet",
    "BestBetQuerySet",
    "ClusterChange",
    "ClusterIndex",
    "DocumentText",
    "DocumentTextQuerySet",
    "IndexedDocument",
    "IndexedWord",
    "Rebuild",
    "SearchUse",
    "SearchUseQuerySet",
    "ShippedGroup",
    "SynonymGroup",
    "unread_documents",
]
