"""The desk of the sets of photos: bringing photos in, and the grid where they are told."""

from django.test import TestCase
from django.urls import reverse

from institution.enums import LongTaskState
from institution.models import LongTask
from pages.models import PhotoSet

SHARED = {"name": "Feria del queso", "credit": "OII", "licence": "cc-by-4.0", "people_shown": "crowd",
          "consent": "not_needed", "place": "Plaza de Armas", "taken_on": "2026-11-20"}  # fmt: skip
ADD = "/admin/fotos/new/"


def bring_in(client, *files, to: str = ADD, **changes):
    """The answer to an upload, once the worker has done its task."""
    with TestCase.captureOnCommitCallbacks(execute=True):
        return client.post(to, SHARED | {"photos": list(files)} | changes)


def ended(answer) -> dict:
    """What the task's screen tells of an upload."""
    task = LongTask.objects.latest("pk")
    assert answer.url == reverse("tareas:inspect", args=[task.pk])
    assert task.state == LongTaskState.DONE, task.message
    return task.result


def grid(found: PhotoSet) -> str:
    return reverse("fotos:edit", args=[found.pk])
