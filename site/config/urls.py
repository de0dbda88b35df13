"""Every address of the platform. Those of the portal, the feeds and the API are part of its contract."""

from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from config.media import picture

urlpatterns = [
    path("admin/", include(wagtailadmin_urls)),
    path("documentos/", include(wagtaildocs_urls)),
    re_path(r"^media/(?P<path>(?:imagenes|originales)/.+)$", picture, name="picture"),
    path("api/v1/", include("headless.urls")),
    path("", include("pages.urls")),
    path("", include(wagtail_urls)),
]

handler400 = "pages.views.errors.bad_request"
handler403 = "pages.views.errors.forbidden"
handler404 = "pages.views.errors.not_found"
handler500 = "pages.views.errors.server_error"
