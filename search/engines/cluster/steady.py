"""A search that is answered whether the cluster is there or not."""

import logging
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from django.db.models.expressions import RawSQL

from search.engines.matches import Ask, Engine, Match, Unavailable

logger = logging.getLogger(__name__)
Answer = TypeVar("Answer")


class SteadyEngine:
    """Asks the first engine and, from the moment that it doesn't answer, the second for the rest of the search.

    `reduced` says that it was so, for people to be told.
    """

    def __init__(self, first: Engine, second: Engine) -> None:
        self.asked = first
        self.second = second
        self.reduced = False

    def best(self, ask: Ask, *, start: int, stop: int, by_date: bool = False) -> list[Match]:
        return self._answered(lambda engine: engine.best(ask, start=start, stop=stop, by_date=by_date))

    def counted(self, ask: Ask) -> Mapping[str, int]:
        return self._answered(lambda engine: engine.counted(ask))

    def keys(self, ask: Ask) -> Iterable[int] | RawSQL:
        return self._answered(lambda engine: engine.keys(ask))

    def _answered(self, question: Callable[[Engine], Answer]) -> Answer:
        if not self.reduced:
            try:
                return question(self.asked)
            except Unavailable as unavailable:
                logger.warning("The database answers a search, as the cluster doesn't: %s", unavailable)
                self.asked, self.reduced = self.second, True
        return question(self.asked)
