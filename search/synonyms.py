"""The synonyms in use, as editors keep them."""

from search.models import SynonymGroup
from search.rules.wordings import lines_of


def groups() -> list[list[str]]:
    """The groups of equivalent words and phrases, in one query: what an editor saves holds from the next search on."""
    return [lines_of(terms) for terms in SynonymGroup.objects.filter(active=True).values_list("terms", flat=True)]
