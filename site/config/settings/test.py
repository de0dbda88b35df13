"""The test suite: quick password hashing, tasks run at once, files in a folder of their own."""

import os
from pathlib import Path

from config.settings.base import *
from config.settings.base import STORAGES, VAR_DIR, env

SECRET_KEY = "only-for-the-test-suite"
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
MEDIA_ROOT = Path(os.environ.get("MEDIA_DIR", VAR_DIR / f"test-media-{os.getpid()}"))
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
STORAGES["mail"]["OPTIONS"]["location"] = MEDIA_ROOT / "mail-files"
STORAGES["uploads"]["OPTIONS"]["location"] = MEDIA_ROOT / "uploads"
STORAGES["reports"]["OPTIONS"]["location"] = MEDIA_ROOT / "report-photos"
STORAGES["cards"]["OPTIONS"]["location"] = MEDIA_ROOT / "social-cards"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
if not os.environ.get("MAIL_TO_FILES"):  # as the suite's real servers do, whose mail is read from outside
    EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
API_REQUESTS_PER_MINUTE = env.int("API_REQUESTS_PER_MINUTE", default=0)  # the tests ask more than anybody may
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
