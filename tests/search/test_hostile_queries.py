"""Nothing that is typed breaks a search or makes it slow."""

import statistics
import time

import pytest
from wagtail.images import get_image_model
from wagtail.models import Page

from tests.factories.pages import published_note

HOSTILE = [
    '"', '""', "'", '"""a', "AND", "OR", "NOT", "NEAR", "NEAR(a b, 2)", "a AND", "OR b", "NOT", "a NEAR/2 b",
    "title:agua", "{title} : agua", "agua*", "*", "^agua", "agua^2", "(", ")", "((agua", "agua))", "-", "--", "- -",
    "-agua", "+agua", "agua -", "\\", "\\'", "agua\\", "%", "_", "a%b", "agua:*", "agua & luz", "agua | luz", "!agua",
    "<->", "agua <-> luz", ":A", "agua:A", "\0", "agua\0luz",
    "😀", "👨‍👩‍👧‍👦 agua", "مياه الشرب", "עברית", "‮auga", "中文",
    "Ꙉ", "ı̇", "ß", "ﬃ", "agua" * 2500, "a " * 5000, "á" * 10_000, '"' * 10_000, "-" * 10_000, "ñ" * 10_000,
    "9" * 10_000, "1,000," * 2000, "a-1-" * 2500, "\ud800", "\udcff agua", "\x7f", "\u200b", "\ufeffagua", "#", "//",
    "<script>alert(1)</script>", "'; DROP TABLE portal_search_fts; --", "1 OR 1=1", "${7*7}", "{{7*7}}", "%s", "%(a)s",
]  # fmt: skip

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("typed", HOSTILE, ids=range(len(HOSTILE)))
def test_whatever_is_typed_is_answered_by_every_kind_of_search(typed):
    for operator in ("and", "or"):
        list(Page.objects.live().search(typed, operator=operator)[:5])
    Page.objects.search(typed).count()
    list(Page.objects.search(typed, order_by_relevance=False)[:5])
    list(Page.objects.autocomplete(typed)[:5])
    list(get_image_model().objects.all().search(typed)[:5])


def test_no_query_takes_three_times_the_usual():
    for number in range(3):
        published_note(title=f"Agua potable en el sector {number}")

    def seconds(typed: str) -> float:
        started = time.perf_counter()
        list(Page.objects.live().search(typed)[:5])
        return time.perf_counter() - started

    usual = statistics.median(seconds("agua potable sector") for _ in range(20))
    slowest = max(min(seconds(typed) for _ in range(5)) for typed in HOSTILE)
    assert slowest < 3 * usual
