"""An API of the tests' own, with one operation on the units: what the frame does with any write."""

from datetime import datetime
from enum import StrEnum

from django.urls import include, path
from pydantic import AwareDatetime, Field

from headless.api import ContentApi
from headless.bodies import Body
from headless.door import WRITE_METHODS, at_the_door
from headless.ordering import Ordering, both_ways
from headless.problem_types import CONFLICT
from headless.problems import Problem
from headless.questions import Question
from headless.resources import Resource
from headless.schemas import Answer
from headless.writing import Operation, add_operation
from institution.models import OrganicUnit

SCOPE = "write:test"


class Mood(StrEnum):
    CALM = "calm"
    BUSY = "busy"


class Task(Body):
    text: str = Field(min_length=1, max_length=40)
    mood: Mood = Mood.CALM
    since: AwareDatetime | None = None
    times: list[int] = Field(default=[], max_length=3)


class Unit(Answer):
    id: int
    functions: str


def write_unit(unit: OrganicUnit, question: Question) -> Unit:
    return Unit(id=unit.pk, functions=unit.functions)


def give_task(unit: OrganicUnit, task: Task, question: Question) -> Unit:
    """Add the task to the unit's functions, so that doing it twice is seen."""
    unit.functions += f"{task.text};"
    unit.save()
    if task.mood == Mood.BUSY:
        raise Problem(CONFLICT, "La unidad está ocupada.")
    return write_unit(unit, question)


def active(at: datetime):
    return OrganicUnit.objects.filter(active=True)


UNITS = Resource(
    name="units",
    title="Unidades",
    description="Unidades",
    item=Unit,
    detail=Unit,
    public=active,
    for_list=lambda units, at: units,
    for_detail=lambda units, at: units,
    write_item=write_unit,
    write_detail=write_unit,
    orderings=both_ways(Ordering("name", "name")),
    default_order="name",
    example=lambda: {"id": 1, "functions": "Encargada;"},
    keys=("pk", "code"),
)
TASKS = Operation(
    resource="units",
    path="tasks",
    scope=SCOPE,
    title="Encargar una tarea",
    description="La agrega a sus funciones.",
    body=Task,
    answer=Unit,
    run=give_task,
    example=lambda: {"body": {"text": "Encargada"}, "answer": {"id": 1, "functions": "Encargada;"}},
)

api = ContentApi(title="Prueba", urls_namespace="writes")
add_operation(api, UNITS, TASKS)
served, application, _namespace = api.urls
for pattern in served:
    pattern.callback = at_the_door(pattern.callback, WRITE_METHODS)
urlpatterns = [path("api/v1/", include((served, application), namespace="writes"))]
