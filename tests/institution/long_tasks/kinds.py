"""Kinds of work that exist to be tried: one that counts, one that refuses, one that breaks, one that gives back."""

from institution.long_tasks import Progress, TaskFailed, long_task
from institution.models import LongTask


@long_task("prueba-contar")
def count_to(task: LongTask, progress: Progress) -> dict:
    """Tell each step, and note what everybody could see of it meanwhile."""
    seen = []
    for n in range(1, task.arguments["to"] + 1):
        progress(n, task.arguments["to"])
        seen.append(LongTask.objects.values_list("state", "done", "total").get(pk=task.pk))
    return {"summary": "Se contó todo.", "rows": [{"Paso": n, "Visto": str(each)} for n, each in enumerate(seen)]}


@long_task("prueba-negarse")
def refuse(task: LongTask, progress: Progress) -> dict:
    raise TaskFailed("El archivo está vacío. Elija otro.")


@long_task("prueba-romperse")
def break_down(task: LongTask, progress: Progress) -> dict:
    progress(3, 9)
    raise ZeroDivisionError("secreto")


@long_task("prueba-devolver")
def give_back(task: LongTask, progress: Progress) -> dict:
    return task.arguments if task.arguments else {"summary": object()}
