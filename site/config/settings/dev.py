"""A person's own machine: what `make serve` runs. `DEBUG=1` shows Django's technical error pages."""

from config.settings.base import *  # noqa: F403
from config.settings.base import VAR_DIR, env
from institution.secret import kept_secret

DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = kept_secret(VAR_DIR / "secret-key")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]"])
if DEBUG:
    STORAGES["staticfiles"] = {  # noqa: F405
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
    }
