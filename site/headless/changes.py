"""The feed of changes: what happened to what the API offers, in order, each thing once."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django.core.signing import BadSignature, Signer
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from headless.actions.changes import append_due
from headless.api import READ, ContentApi, question_of, written
from headless.enums import ChangeKind
from headless.kinds import OneOf, Whole, Words
from headless.models import Change, FeedClock
from headless.openapi import changes_operation
from headless.openapi_examples import answering, in_portal
from headless.parameters import Parameter
from headless.problem_types import CURSOR_EXPIRED, INVALID_CURSOR
from headless.problems import Problem
from headless.questions import Question
from headless.schemas import ChangeAnswer, ChangeList
from institution.rules.lima import LIMA

LATEST = "latest"
PLACE = "WyJFOURWZkR1ck1EaDkiLDEwMF0.VrbwkypAf5zC4-juuP5F7BBSlPA3zEW5wW0t54ZQ03U"  # of the example
_signer = Signer(salt="headless.changes", sep=".")


def change_parameters(types: Sequence[str]) -> list[Parameter]:
    """From where, of what and how many."""
    since = gettext_lazy(
        "El «next» de la respuesta anterior, o «latest» para empezar desde ahora. Sin él, desde lo más antiguo que se "
        "guarda."
    )
    only = gettext_lazy("Solo los cambios de un recurso, por su nombre.")
    limit = gettext_lazy("Cuántos cambios como máximo.")
    return [
        Parameter(name="since", kind=Words(longest=200), doc=since, example=LATEST),
        Parameter(name="type", kind=OneOf(types), doc=only),
        Parameter(name="limit", kind=Whole(1, 1_000), doc=limit, default=100),
    ]


def add_changes(api: ContentApi, types: Sequence[str]) -> None:
    """Serve the feed of those types of items."""
    parameters, summary = change_parameters(types), _("Lo que cambió")

    def list_changes(request: HttpRequest) -> HttpResponse:
        return written(read_changes(question_of(request, parameters)), Cache_Control="no-store")

    api.examples["list_changes"] = lambda: answering(_shown())
    api.api_operation(
        READ,
        "/changes",
        response=ChangeList,
        operation_id="list_changes",
        url_name="list_changes",
        summary=summary,
        description=_(
            "Lo publicado, actualizado, movido, retirado o eliminado, en orden y una sola vez. Guarde «next» y "
            "vuelva a preguntar con él en «since»."
        ),
        tags=[summary],
        openapi_extra=changes_operation(parameters),
    )(list_changes)


def read_changes(question: Question) -> ChangeList:
    """What was told after the place that is asked for. Raises Problem.

    The clock is read before the changes, so that `next` never passes what this answer could not see yet.
    """
    append_due(question.at)
    clock, asked = FeedClock.objects.read(), question.values
    found = Change.objects.between(_place(asked["since"], clock), clock.last)
    if asked["type"]:
        found = found.filter(type=asked["type"])
    changes = list(found[: asked["limit"] + 1])
    more = len(changes) > asked["limit"]
    changes = changes[: asked["limit"]]
    after = changes[-1].sequence if more else clock.last
    return ChangeList(items=[_answer(each, question) for each in changes], next=_cursor(after, clock), more=more)


def _cursor(sequence: int, clock: FeedClock) -> str:
    return _signer.sign_object([clock.era, sequence])


def _place(since: str | None, clock: FeedClock) -> int:
    """The number after which to read."""
    if since is None:
        return clock.forgotten
    if since == LATEST:
        return clock.last
    era, sequence = _unsigned(since)
    if era != clock.era or not clock.forgotten <= sequence <= clock.last:
        detail = _(
            "Desde ese cursor ya no se guardan todos los cambios. Pida «since=latest» y guarde su «next»; lea completa "
            "la lista de cada recurso, reemplace con ella lo que tenía, y siga desde ese «next»."
        )
        raise Problem(CURSOR_EXPIRED, detail, parameter="since", allowed=[LATEST])
    return sequence


def _unsigned(since: str) -> tuple[str, int]:
    try:
        era, sequence = _signer.unsign_object(since)
    except (BadSignature, ValueError, TypeError) as error:
        detail = _("«since» no es un cursor de esta lista: use el «next» de una respuesta, o «latest».")
        raise Problem(INVALID_CURSOR, detail, parameter="since", allowed=[LATEST]) from error
    return era, sequence


def _answer(change: Change, question: Question) -> ChangeAnswer:
    facts: dict[str, Any] = {"type": change.type, "id": change.key, "change": change.kind, "version": change.version}
    url = question.absolute(change.address) if change.address else None
    return ChangeAnswer(**facts, slug=change.slug or None, at=change.at.astimezone(LIMA), url=url)


def _shown() -> ChangeList:
    """An answer for the document: a piece was published, and another withdrawn."""
    at, slug = datetime(2026, 11, 20, 10, 30, tzinfo=LIMA), "canal-de-riego-entra-en-su-ultimo-tramo"
    created: dict[str, Any] = {"id": 49, "slug": slug, "change": ChangeKind.CREATED, "version": 1, "at": at}
    gone: dict[str, Any] = {"id": 32, "slug": "feria-de-la-papa", "change": ChangeKind.UNPUBLISHED, "version": 3}
    items = [
        ChangeAnswer(type="news", **created, url=in_portal(f"/noticias/{slug}/")),
        ChangeAnswer(type="news", **gone, at=at + timedelta(hours=5), url=None),
    ]
    return ChangeList(items=items, next=PLACE, more=False)
