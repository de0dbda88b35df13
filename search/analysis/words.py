"""Words that the chain treats apart: those that say nothing, those that only ask, those that are never cut."""

from pathlib import Path

DATA = Path(__file__).resolve().parent / "data"


def _listed(name: str) -> frozenset[str]:
    """The words of a data file, folded there; a line may have many and a comment after `#`."""
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines for word in line.partition("#")[0].split())


# Articles, prepositions, pronouns, auxiliaries: they are left out unless there is nothing else.
STOP = _listed("stop.txt")
# What a person says to ask («quiero», «necesito», «sacar»): it counts little beside what is asked for.
ASKING = _listed("asking.txt")
# Names of places and acronyms: matched as they are.
PROTECTED = _listed("protected.txt")
# Nouns that another with the same root and another last vowel must not be taken for.
DECIDED_BY_ENDING = _listed("ending.txt")
# Words whose last s is no plural.
SINGULAR_IN_S = _listed("singular.txt")
