"""Analysing everything anew by itself when the chain changed: terms cut in another way would not be found."""

from datetime import datetime
from functools import cache
from hashlib import sha256
from pathlib import Path

from search import analysis
from search.index.rebuilding import analyse_all
from search.models.rebuild import AnalysedWith

CHAIN = Path(analysis.__file__).parent


@cache
def chain_version() -> str:
    """What tells one chain from another: a digest of its files, words and rules."""
    digest = sha256()
    for path in sorted(CHAIN.rglob("*")):
        if path.suffix in (".py", ".txt"):
            digest.update(path.relative_to(CHAIN).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()


def follow_chain(at: datetime) -> None:
    """Analyse everything with the chain of now, unless it was already; one query when it was."""
    if not AnalysedWith.objects.filter(chain=chain_version()).exists():
        analyse_all(at=at, progress=lambda done, total: None, restart=True)
        AnalysedWith.objects.update_or_create(pk=1, defaults={"chain": chain_version()})
