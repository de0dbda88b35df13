"""How Wagtail edits, shows and keeps what is published."""

from config.settings.language import TIME_ZONE
from config.settings.machine import PUBLIC_URL

WAGTAIL_SITE_NAME = "Municipalidad Provincial de Aija"
WAGTAILADMIN_BASE_URL = PUBLIC_URL
WAGTAIL_ALLOW_UNICODE_SLUGS = False
# How the date pickers write what they were given: as people here do.
WAGTAIL_DATE_FORMAT = "%d/%m/%Y"
WAGTAIL_DATETIME_FORMAT = "%d/%m/%Y %H:%M"
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_I18N_ENABLED = False
WAGTAIL_WORKFLOW_ENABLED = True
WAGTAIL_USER_TIME_ZONES = [TIME_ZONE]
WAGTAILADMIN_USER_LOGIN_FORM = "institution.sign_in.SignInForm"
WAGTAILADMIN_PERMITTED_LANGUAGES = [("es", "Español")]
WAGTAILADMIN_RICH_TEXT_EDITORS = {
    "default": {
        "WIDGET": "pages.widgets.ForgivingRichTextArea",
        "OPTIONS": {
            "features": ["h2", "h3", "h4", "bold", "italic", "ol", "ul", "hr", "link", "document-link", "blockquote"],
        },
    }
}
WAGTAILEMBEDS_FINDERS: list[dict] = []
WAGTAILIMAGES_IMAGE_MODEL = "institution.InstitutionImage"
WAGTAILIMAGES_IMAGE_FORM_BASE = "institution.forms.ImageForm"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "heic", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 80_000_000
WAGTAILDOCS_DOCUMENT_MODEL = "institution.InstitutionDocument"
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "institution.forms.DocumentForm"
WAGTAILDOCS_EXTENSIONS = [
    "csv", "docx", "m4a", "mp3", "mp4", "odp", "ods", "odt", "ogg", "pdf", "pptx", "srt", "txt", "vtt", "wav", "webm",
    "xlsx", "zip",
]  # fmt: skip
WAGTAILDOCS_MAX_UPLOAD_SIZE = 200 * 1024 * 1024  # a video; the form holds other documents to 50 MB
WAGTAILDOCS_INLINE_CONTENT_TYPES = [
    "application/pdf", "audio/mpeg", "audio/ogg", "audio/mp4", "audio/x-wav", "video/mp4", "video/webm", "text/vtt",
]  # fmt: skip
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "search.engines.database"}}
TAGGIT_CASE_INSENSITIVE = True
TAGGIT_STRIP_UNICODE_WHEN_SLUGIFYING = True
