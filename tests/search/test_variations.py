"""The two thousand ways in which the judged queries are miswritten."""

from benchmarks.judged import variations as miswritten


def test_there_are_two_thousand_variations_and_the_same_each_time():
    told = list(miswritten.variations())

    assert len(told) == 2000
    assert len({found["id"] for found in told}) == 2000
    assert told == list(miswritten.variations())


def test_no_variation_is_its_query_nor_another_variation_of_it():
    written = [(found["of"], found["query"]) for found in miswritten.variations()]
    originals = {(query["id"], query["query"]) for half in miswritten.HALVES for query in miswritten.lines(half)}

    assert len(set(written)) == len(written)
    assert not originals & set(written)


def test_a_half_has_a_thousand_that_are_the_same_alone_as_together():
    alone = list(miswritten.variations(("untouched",)))

    assert len(alone) == 1000
    assert alone == list(miswritten.variations())[1000:]
