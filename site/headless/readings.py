"""Operations that only read and are no resource, such as proposing words: each room declares its own here."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise
from pydantic import BaseModel

from headless.api import READ, ContentApi, question_of, written
from headless.openapi import reading_operation
from headless.openapi_examples import answering
from headless.parameters import Parameter
from headless.questions import Question


@dataclass(frozen=True, kw_only=True)
class Reading:
    """An address that answers `answer`, as `write(question)` says. Caches may keep it for `seconds`."""

    name: str
    title: str | Promise
    description: str | Promise
    tag: str | Promise
    parameters: Sequence[Parameter]
    answer: type[BaseModel]
    write: Callable[[Question], BaseModel]
    example: Callable[[], BaseModel]
    seconds: int = 0


_offered: dict[str, Reading] = {}


def offer_reading(reading: Reading) -> None:
    """Add an operation to the API; called once when a room opens. Raises ValueError when its name is taken."""
    if reading.name in _offered:
        raise ValueError(f"The API already offers {reading.name!r}")
    _offered[reading.name] = reading


def offered_readings() -> list[Reading]:
    """Every reading, in the order of the rooms."""
    return list(_offered.values())


def add_reading(api: ContentApi, reading: Reading) -> None:
    """Serve one."""
    kept = f"public, max-age={reading.seconds}" if reading.seconds else "no-store"

    def read(request: HttpRequest) -> HttpResponse:
        return written(reading.write(question_of(request, reading.parameters)), Cache_Control=kept)

    api.examples[f"read_{reading.name}"] = lambda: answering(reading.example())
    api.api_operation(
        READ,
        f"/{reading.name}",
        response=reading.answer,
        operation_id=f"read_{reading.name}",
        url_name=reading.name,
        summary=str(reading.title),
        description=str(reading.description),
        tags=[str(reading.tag)],
        openapi_extra=reading_operation(reading.parameters, str(reading.title)),
    )(read)
