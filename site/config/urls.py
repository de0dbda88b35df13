"""Every address of the platform. Those of the portal, the feeds and the API are part of its contract."""

from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls
from wagtail.documents.views.serve import serve as document

from config.media import original, picture
from config.partial_content import in_parts

urlpatterns = [
    path("admin/", include(wagtailadmin_urls)),
    path("documentos/<int:document_id>/<str:document_filename>", in_parts(document), name="document"),
    path("documentos/", include(wagtaildocs_urls)),
    path("media/imagenes/<path:path>", picture, name="picture"),
    path("media/originales/<path:path>", original, name="original"),
    path("api/v1/", include("headless.urls")),
    path("", include("pages.urls")),
    path("", include(wagtail_urls)),
]

handler400 = "pages.views.errors.bad_request"
handler403 = "pages.views.errors.forbidden"
handler404 = "pages.views.errors.not_found"
handler500 = "pages.views.errors.server_error"
