"""Who may sign in, and what browsers are told to refuse."""

from config.settings import content_policy
from config.settings.machine import env

# Signing in
AUTH_USER_MODEL = "institution.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "wagtailadmin_login"
AXES_FAILURE_LIMIT = 6
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_TEMPLATE = "institution/locked_out.html"
AXES_RESET_ON_SUCCESS = True
AXES_VERBOSE = False

# Maps: without an address of tiles no map asks anything of anybody
MAP_TILES_URL = env.str("MAP_TILES_URL", default="")
MAP_TILES_CREDIT = env.str("MAP_TILES_CREDIT", default="")

# Browsers
CONTENT_SECURITY_POLICY = content_policy.with_tiles(content_policy.CONTENT_SECURITY_POLICY, MAP_TILES_URL)
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"
SESSION_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "pages.views.errors.csrf_failure"
