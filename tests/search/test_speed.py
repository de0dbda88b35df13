"""A short form of `benchmarks/search.py`: what the portal's search takes against a bare query, in the same run."""

from benchmarks.searched.questions import STEEPEST
from benchmarks.searched.speed import Figures, measured, steepness
from search.judging.engines import ENGINES

# At 3,000 documents what doesn't depend on them (understanding, ordering the best) weighs most: the limit of the
# benchmark is at 30,000; this one only keeps a slip from passing unseen.
FAR_TOO_SLOW = 45


def over(count: int) -> Figures:
    with ENGINES["sqlite"]() as finder:
        return measured(finder, count, bare=True, kinds=["common"])


def test_a_search_grows_no_faster_than_its_matches_and_stays_near_a_bare_query(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        few, many = over(300), over(3_000)
    assert steepness(few, many) <= STEEPEST
    assert many.times_bare <= FAR_TOO_SLOW
