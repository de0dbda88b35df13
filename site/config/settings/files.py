"""Where files are kept, which of them have an address, and how much a form may bring."""

from importlib.util import find_spec
from pathlib import Path

from config.settings.machine import SITE_DIR, VAR_DIR

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
# Of django-leaflet only its static files are used: as an application it would ask for GDAL.
LEAFLET = Path(find_spec("leaflet").submodule_search_locations[0])
STATICFILES_DIRS = [SITE_DIR / "static", LEAFLET / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR_DIR / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
    # What goes attached to the mail in the queue: no address serves it.
    "mail": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": VAR_DIR / "mail-files"}},
    # What citizens send with their reports: only the register shows it.
    "reports": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": VAR_DIR / "report-photos"},
    },
    # The cards of social kits: served by the view that asks whether what they show is public.
    "cards": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": VAR_DIR / "social-cards"},
    },
    # Photos that were sent together and wait for the worker: nothing serves them.
    "uploads": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": VAR_DIR / "uploads"}},
}
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
