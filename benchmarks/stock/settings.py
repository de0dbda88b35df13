"""The test settings, with Wagtail's API v2 and without a limit to how often anybody asks."""

from config.settings.test import *  # noqa: F403 - settings are inherited so
from config.settings.test import INSTALLED_APPS

INSTALLED_APPS = [*INSTALLED_APPS, "wagtail.api.v2", "rest_framework"]
ROOT_URLCONF = "benchmarks.stock.urls"
