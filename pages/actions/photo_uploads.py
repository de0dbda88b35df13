"""The photos of an occasion brought in by the worker: they are kept as they came, and read, cut and told there."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from django.core.files.storage import storages
from django.core.files.uploadedfile import UploadedFile
from django.urls import reverse
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from institution.long_tasks import Progress, Result, TaskFailed, long_task, start
from institution.models import InstitutionImage, LongTask, User
from pages.actions.photo_sets import Outcome, add_photos, files_of
from pages.actions.prepare_pictures import cut_for_gallery
from pages.models.photo_sets import PhotoSet
from pages.photo_archives import photos_held

KIND = "photos"
KEPT_AT_MOST = timedelta(days=2)
GONE = _("La serie ya no existe, o los archivos se borraron: suba las fotos de nuevo.")


def bring_in_soon(
    *, photo_set: PhotoSet, files: Iterable[UploadedFile], words: dict[str, Any], by: User, at: datetime
) -> LongTask:
    """Keep the files and have the worker put them in the set, with the words that all of them share."""
    kept = [{"name": upload.name, "kept": _keep(upload)} for upload in files]
    told = words | {name: value.isoformat() for name, value in words.items() if isinstance(value, date)}
    title = _("Fotos de «%(name)s»") % {"name": photo_set.name}
    return start(kind=KIND, title=title, by=by, at=at, arguments={"set": photo_set.pk, "files": kept, "words": told})


@long_task(KIND)
def bring_in(task: LongTask, progress: Progress) -> Result:
    """Put every photo in the set and cut it; what can't be read is named and the rest stays. Safe to repeat."""
    photo_set = PhotoSet.objects.filter(pk=task.arguments["set"]).first()
    kept = task.arguments["files"]
    if photo_set is None or not all(_storage().exists(each["kept"]) for each in kept):
        raise TaskFailed(GONE)
    outcome, words = Outcome(), _words(task.arguments["words"])
    total = sum(photos_held(_opened(each)) for each in kept)
    for done, photo in enumerate(files_of(map(_opened, kept), outcome)):
        progress(done, 2 * total)
        add_photos(photo_set=photo_set, files=[photo], words=words, by=task.started_by, outcome=outcome)
    _cut(photo_set, total, progress)
    for each in kept:
        _storage().delete(each["kept"])
    return _told(photo_set, outcome)


def _cut(photo_set: PhotoSet, done: int, progress: Progress) -> None:
    """Cut the photos before a page shows them; `done` are the steps that were taken before."""
    images = list(InstitutionImage.objects.filter(in_sets__photo_set=photo_set))
    for step, image in enumerate(images, done):
        progress(step, done + len(images))
        cut_for_gallery([image])
    progress(done + len(images), done + len(images))


def erase_stale_uploads(at: datetime) -> int:
    """Erase the files that no task took in two days; how many."""
    files = _storage().listdir("")[1] if _storage().exists("") else []
    stale = [name for name in files if _storage().get_modified_time(name) < at - KEPT_AT_MOST]
    for name in stale:
        _storage().delete(name)
    return len(stale)


def _storage() -> Any:
    return storages["uploads"]


def _keep(upload: UploadedFile) -> str:
    name: str = _storage().save(get_random_string(40), upload)
    return name


def _opened(kept: dict[str, str]) -> UploadedFile:
    file = _storage().open(kept["kept"])
    return UploadedFile(file, kept["name"], size=file.size)


def _words(told: dict[str, Any]) -> dict[str, Any]:
    taken_on = told.get("taken_on")
    return told | {"taken_on": date.fromisoformat(taken_on) if taken_on else None}


def _told(photo_set: PhotoSet, outcome: Outcome) -> Result:
    told = ngettext("Entró una foto.", "Entraron %(count)d fotos.", outcome.added) % {"count": outcome.added}
    if not outcome.added and not outcome.refused:
        told = _("Esas fotos ya estaban en la serie.")
    return {
        "summary": told,
        "rows": [{_("Lo que no entró"): refusal} for refusal in outcome.refused],
        "url": reverse("fotos:edit", args=[photo_set.pk]),
        "url_label": _("Contar qué se ve en cada foto"),
    }
