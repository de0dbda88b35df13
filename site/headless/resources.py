"""What the API offers: each room declares its resources here, and the frame serves them all alike."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any

from django.db.models import Model, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from pydantic import BaseModel

from headless.kinds import OneOf, Whole, Words
from headless.ordering import Ordering
from headless.parameters import Filter, Parameter
from headless.questions import Question
from headless.readers import Reader
from headless.scopes import READ_EMBARGOED
from headless.shaping import shaping_parameters
from institution.models import User

Writer = Callable[[Any, Question], BaseModel]
Fetch = Callable[[QuerySet, datetime], QuerySet]
Rows = Sequence[Any]
OVERVIEW = "overview"


def never(at: datetime) -> datetime | None:
    """What is public doesn't change by the clock alone."""
    return None


def alone(rows: Rows, question: Question) -> None:
    """The rows need nothing more than what was fetched with them."""


@dataclass(frozen=True, kw_only=True)
class Body:
    """The long text of the items, told apart from them: in which forms, and how those of several rows are written.

    `write(rows, question, form)` answers by primary key, in a number of queries that doesn't grow with the rows.
    """

    forms: Sequence[str]
    default: str
    write: Callable[[Rows, Question, str], dict[int, Any]]


@dataclass(frozen=True, kw_only=True)
class Expansion:
    """Links of an item that `expand` turns into whole elements of another resource, found by the link's `by`."""

    to: str
    by: str = "id"
    column: str = "pk"


@dataclass(frozen=True, kw_only=True)
class Overview:
    """What is told of a whole list beside its elements, when `overview=1` asks for it; None where there is nothing."""

    answer: type[BaseModel]
    doc: str | Promise
    write: Callable[[Question], BaseModel | None]

    @property
    def parameter(self) -> Parameter:
        return Parameter(name=OVERVIEW, kind=OneOf(["1"]), doc=self.doc)


@dataclass(frozen=True, kw_only=True)
class Drafts:
    """What is being written, for its preview: the rows of a `model` in any state, the latest version of one of them,
    and whether somebody may still edit it. Nothing else of the API shows them.
    """

    model: type[Model]
    rows: Callable[[datetime], QuerySet]
    latest: Callable[[Any], Any]
    may_edit: Callable[[User, Any], bool]


@dataclass(frozen=True, kw_only=True)
class Resource:
    """A kind of thing that integrators read, as a list and one by one.

    `public(at)` are the rows that anybody may see at an instant: nothing else is ever answered, counted or hinted at.
    `for_list` and `for_detail` fetch what the writers need in a constant number of queries, and `prepare` what no
    queryset can fetch, for all the rows at once. `keys` are the unique columns, in order of preference, by which one
    row is asked for. `next_change(at)` is the first instant after `at` when something changes by the clock alone,
    beside what the feed of changes follows; no cache may keep an answer past it.

    `scope` is what a reader's key needs to read it at all; without one, anybody reads it. `embargoed(at)` are the
    rows, public ones among them, for a key with `read:embargoed`; each says until when it waits. `drafts` lets a page
    elsewhere preview what is being written. `overview` is what lists may tell of all they have. `example` gives one
    element as its detail is answered, for the document.

    `lasting`: an answer depends on nothing but the rows, what surrounds them and the day, so that it may be written
    once for each edition. What depends on the very instant, or on how it was asked, is written each time. With
    `lists_last` false only its elements are lasting: which of them a list has may change without an edition.
    """

    name: str
    title: str | Promise
    description: str | Promise
    item: type[BaseModel]
    detail: type[BaseModel]
    public: Callable[[datetime], QuerySet]
    for_list: Fetch
    for_detail: Fetch
    write_item: Writer
    write_detail: Writer
    orderings: dict[str, Ordering]
    default_order: str
    example: Callable[[], dict[str, Any]]
    prepare: Callable[[Rows, Question], None] = alone
    body: Body | None = None
    expansions: dict[str, Expansion] = field(default_factory=dict)
    keys: Sequence[str] = ("pk",)
    filters: Sequence[Filter] = ()
    own_parameters: Sequence[Parameter] = ()
    next_change: Callable[[datetime], datetime | None] = never
    lasting: bool = True
    lists_last: bool = True
    scope: str | None = None
    embargoed: Callable[[datetime], QuerySet] | None = None
    drafts: Drafts | None = None
    overview: Overview | None = None

    def lasts_for(self, reader: Reader) -> bool:
        """Whether what the reader is answered lasts an edition. What waits for its embargo changes without one."""
        return self.lasting and not reader.may(READ_EMBARGOED)

    def rows(self, question: Question) -> QuerySet:
        """The rows that who asks may see at that instant. Raises Problem when they may not read it at all."""
        question.reader.must(self.scope)
        if self.embargoed and question.reader.may(READ_EMBARGOED):
            return self.embargoed(question.at)
        return self.public(question.at)

    @property
    def shaping(self) -> list[Parameter]:
        """What says how much of each element is told, and in what form: the same alone and in a list."""
        return shaping_parameters(self)

    @property
    def list_parameters(self) -> list[Parameter]:
        """The filters, and what every list understands."""
        overview = [self.overview.parameter] if self.overview else []
        return [*self.filters, *overview, *self.shaping, *paging_parameters(self.orderings, self.default_order)]

    @property
    def detail_parameters(self) -> list[Parameter]:
        """What one element understands."""
        return [*self.own_parameters, *self.shaping]

    @cached_property
    def unasked(self) -> dict[str, Any]:
        """The value of every parameter of one element when a request says nothing of it."""
        return {each.name: each.default for each in self.detail_parameters}


def paging_parameters(orderings: dict[str, Ordering], default: str) -> list[Parameter]:
    """How many, in what order, and from where."""
    order = _("Orden. Con «-» delante, de mayor a menor; lo que no tiene el dato va al final.")
    limit = _("Cuántos elementos como máximo.")
    cursor = _("El valor de «next» de la respuesta anterior, con los mismos filtros y orden.")
    total = _("Con «1», la respuesta trae en «total» cuántos hay en toda la lista.")
    return [
        Parameter(name="order", kind=OneOf(list(orderings)), doc=order, default=default),
        Parameter(name="limit", kind=Whole(1, 100), doc=limit, default=20),
        Parameter(name="cursor", kind=Words(longest=1_000), doc=cursor),
        Parameter(name="total", kind=OneOf(["1"]), doc=total),
    ]


_offered: dict[str, Resource] = {}


def offer(resource: Resource) -> None:
    """Add a resource to the API; called once when a room opens. Raises ValueError when its name is taken."""
    if resource.name in _offered:
        raise ValueError(f"The API already offers {resource.name!r}")
    _offered[resource.name] = resource


def offered_as(name: str) -> Resource:
    """The resource offered by that name. Raises LookupError."""
    return _offered[name]


def offered() -> list[Resource]:
    """Every resource, in the order of the rooms."""
    return list(_offered.values())
