"""Whatever is asked of a list of the API, it asks the database as much for a hundred elements as for one."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from headless.limits import LEASES
from headless.models import WrittenItem
from headless.resources import Resource, offered
from pages.api.watching import MODELS
from tests.factories.copies import copy_all
from tests.factories.full_portal import full_portal
from tests.factories.tokens import reading_with

MOST = 100
LIMITS = (1, 20, MOST)
FEW = (1, 5)
SIZES = ("1080x1350", "1200x630")
# What no element can tell together with the rest: what waits for its embargo isn't public, a post of Facebook has no
# title, and one that is approved neither waits, nor went out, nor failed.
UNTOLD = {"embargo_until", "title", "scheduled_for", "posted_at", "posted_url", "failure", "occasion_on"}

Asked = dict[str, Any]


class Answers:
    """A resource asked by whoever may read it, each time as if nobody had asked in this minute."""

    def __init__(self, client: Client, resource: Resource):
        self.client, self.resource = client, resource
        self.headers = reading_with(resource.scope)[1] if resource.scope else {}

    def read(self, asked: Asked) -> list[Asked]:
        LEASES.clear()
        answer = self.client.get(f"/api/v1/{self.resource.name}", asked, headers=self.headers)
        assert answer.status_code == 200, answer.content
        return json.loads(answer.content)["items"]

    def cost(self, asked: Asked) -> int:
        """Queries of an answer that must be full; counted without writing down what each said, which takes longer."""
        queries: list[str] = []

        def count(execute, sql, *given):
            queries.append(sql)
            return execute(sql, *given)

        with connection.execute_wrapper(count):
            self.told = self.read(asked)
        assert len(self.told) == asked["limit"], self.resource.name
        return len(queries)

    @property
    def untold(self) -> set[str]:
        """The fields that no element of the last answer had anything to say in."""
        empty = (None, "", [])
        return {name for name in self.told[0] if all(each[name] in empty for each in self.told)}

    def costs(self, asked: Asked) -> tuple[int, int]:
        """Queries when every element has to be written, and when all were already.

        SQLite takes some two hundred texts a statement: more, gathered round a hundred elements, would be kept in two.
        """
        WrittenItem.objects.all().delete()
        written = self.cost(asked)
        return written, self.cost(asked) if self.resource.lasting else written


def everything(resource: Resource) -> Asked:
    """Every field, every link whole, sizes of every picture, and how many there are."""
    understood = {each.name for each in resource.list_parameters}
    asked: Asked = {"fields": "*", "total": "1"}
    if "expand" in understood:
        asked["expand"] = ",".join(resource.expansions)
    if "renditions" in understood:
        asked["renditions"] = ",".join(SIZES)
    return asked


def questions(resources: list[Resource]) -> Iterator[tuple[Resource, Asked, tuple[int, ...]]]:
    """What each is asked, and for how many elements. One function writes all bodies, and their form only changes what
    it does: for a hundred elements, the other forms are asked of one resource.
    """
    proven = set()
    for resource in resources:
        kinds = [{"type": name} for name in MODELS] if resource.name == "search" else [{}]
        yield from ((resource, everything(resource) | kind, LIMITS) for kind in kinds)
        if resource.body:
            others = [form for form in resource.body.forms if form != resource.body.default]
            limits = FEW if resource.body.write in proven else LIMITS
            yield from ((resource, {"fields": "*", "body": form}, limits) for form in others)
            proven.add(resource.body.write)


@pytest.fixture
def crowded(db) -> None:
    """A portal with more than a hundred elements of each resource."""
    full_portal()
    copy_all(MOST - 1)


def test_every_list_costs_the_same_queries_for_a_hundred_elements_told_in_full_as_for_one(client, crowded):
    growing, untold = {}, {}
    for resource, asked, limits in questions(offered()):
        answers = Answers(client, resource)
        answers.read(asked | {"limit": 1})  # what lasts as long as the process
        costs = [answers.costs(asked | {"limit": limit}) for limit in limits]
        if len(set(costs)) > 1:
            growing[resource.name, *asked.values()] = costs
        if silent := answers.untold - UNTOLD:
            untold[resource.name] = silent
    assert (growing, untold) == ({}, {})
    assert_a_query_more_for_each_type(client)


def assert_a_query_more_for_each_type(client: Client) -> None:
    """A search that finds all types at once asks each of their tables once, however many it finds."""
    (search,) = (each for each in offered() if each.name == "search")
    answers = Answers(client, search)
    one_type = answers.costs({"fields": "*", "type": "news", "limit": MOST})
    few, many = (answers.costs({"fields": "*", "limit": limit}) for limit in (20, MOST))
    assert few == many == (one_type[0] + len(MODELS) - 1, one_type[1])
