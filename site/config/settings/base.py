"""What holds everywhere, by subject. Values that change from one machine to another come from the environment."""

from datetime import timedelta

from config.settings.database import database_from
from config.settings.defences import *
from config.settings.files import *
from config.settings.language import *
from config.settings.machine import *
from config.settings.search import cluster_from, engine_from
from config.settings.wagtail import *

DEBUG = False
ALLOWED_HOSTS: list[str] = []

ROOMS = ["institution", "headless", "search", "pages", "protocol", "directory", "planning"]

INSTALLED_APPS = [
    *ROOMS,
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.sitemaps",
    "wagtail.contrib.table_block",
    "wagtail.contrib.typed_table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "search.index.app.SearchedAtOnce",
    "wagtail.admin",
    "wagtail",
    "wagtail_modeladmin",
    "modelcluster",
    "taggit",
    "django_filters",
    "ninja",
    "axes",
    "csp",
    "django_tasks",
    "django_tasks_db",
    "post_office",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "config.middleware.CompressedWords",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "config.middleware.BackendContentPolicy",
    "config.middleware.WithoutNul",
    "config.middleware.UnreadableKeys",
    "pages.alert_freshness.AlertFreshness",
    "pages.middleware.WithdrawnPages",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "axes.middleware.AxesMiddleware",
    "pages.middleware.RefusedPublications",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [SITE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
                "pages.context.portal",
            ],
        },
    },
]

DATABASES = {"default": database_from(env, VAR_DIR)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": VAR_DIR / "cache",
    }
}

# Mail
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = VAR_DIR / "mail"
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="imagen@example.test")
EMAIL_TIMEOUT = 20  # seconds that each answer of the mail server is waited for
POST_OFFICE = {"FILE_STORAGE": "mail", "MAX_RETRIES": 16, "RETRY_INTERVAL": timedelta(minutes=15)}

# Hosts, as `name:port`, that the link checker may ask although they are not of the public internet
LINK_CHECK_ALLOWED: list[str] = []
# The same of receivers of webhooks, which may then do without HTTPS: an intranet's, or one of the tests
WEBHOOK_ALLOWED: list[str] = env.list("WEBHOOK_ALLOWED", default=[])

SEARCH_ENGINE = engine_from(env)
SEARCH_CLUSTER = cluster_from(env)

# Background work: one worker takes tasks from the database
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# The content API: how many requests each address may make in a minute without a key; 0 counts none
API_REQUESTS_PER_MINUTE = env.int("API_REQUESTS_PER_MINUTE", default=600)
# The pages that may read the API from a browser, as `https://example.org`; by default, all
API_ORIGINS = env.list("API_ORIGINS", default=["*"])
# Where an editor previews a draft on a site elsewhere, as `https://example.org/preview?token={token}`; empty, nowhere
HEADLESS_PREVIEW_URL = env.str("HEADLESS_PREVIEW_URL", default="")
# How many proxies of ours stand before the application, each adding to X-Forwarded-For whom it saw
TRUSTED_PROXIES = env.int("TRUSTED_PROXIES", default=1 if env.bool("BEHIND_PROXY", default=False) else 0)

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    # Post Office would otherwise install a handler of its own that tells of every message.
    # The clients of a cluster would tell each attempt that fails, with its trace; we tell what came of it.
    "loggers": {
        "post_office": {"handlers": ["console"], "level": "WARNING", "propagate": False},
        "opensearch": {"level": "ERROR"},
        "elastic_transport": {"level": "ERROR"},
        "urllib3.connectionpool": {"level": "ERROR"},
    },
}
