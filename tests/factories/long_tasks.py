"""Long tasks."""

from datetime import datetime

from institution.enums import LongTaskState
from institution.models import LongTask


def failed_task(*, at: datetime, **fields) -> LongTask:
    """A task that failed at the instant."""
    told = {"kind": "prueba", "title": "Prueba", "state": LongTaskState.FAILED, "message": "No se pudo."} | fields
    return LongTask.objects.create(created_at=at, started_at=at, seen_at=at, finished_at=at, **told)


def running_task(*, since: datetime, seen_at: datetime, **fields) -> LongTask:
    """A task that a worker took at an instant and last told of at another."""
    told = {"kind": "prueba-contar", "title": "Prueba", "state": LongTaskState.RUNNING} | fields
    return LongTask.objects.create(created_at=since, started_at=since, seen_at=seen_at, **told)
