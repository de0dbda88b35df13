"""A person's own machine: what `make serve` runs. `DEBUG=1` shows Django's technical error pages."""

from config.settings.base import *
from config.settings.base import VAR_DIR, env
from institution.secret import kept_secret

DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = kept_secret(VAR_DIR / "secret-key")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]"])
# Compressing every file takes a minute that a person trying the platform shouldn't wait for.
STORAGES["staticfiles"] = {
    "BACKEND": f"django.contrib.staticfiles.storage.{'StaticFilesStorage' if DEBUG else 'ManifestStaticFilesStorage'}"
}
