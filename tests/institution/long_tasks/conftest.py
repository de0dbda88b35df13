"""A worker that does what is started at once."""

from datetime import UTC, datetime

import pytest

import tests.institution.long_tasks.kinds  # noqa: F401 - the kinds that the tests start
from institution.long_tasks import start
from institution.models import LongTask, User

NOON = datetime(2026, 11, 24, 17, tzinfo=UTC)


@pytest.fixture
def done(django_capture_on_commit_callbacks):
    """Starts a task of a kind and lets the worker do it."""

    def do(kind: str, *, by: User | None = None, **arguments) -> LongTask:
        with django_capture_on_commit_callbacks(execute=True):
            task = start(kind=f"prueba-{kind}", title="Prueba", by=by, arguments=arguments, at=NOON)
        return LongTask.objects.get(pk=task.pk)

    return do
