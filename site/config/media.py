"""Pictures as files. Documents never pass here: they are served by the view that asks who may see them."""

from django.conf import settings
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.cache import cache_control
from django.views.static import serve

ONE_YEAR = 31_536_000
BACKEND = "wagtailadmin.access_admin"


@cache_control(public=True, max_age=ONE_YEAR, immutable=True)
def picture(request: HttpRequest, path: str) -> HttpResponseBase:
    """A cut of a picture by its unguessable name; it never changes under the same one. 404 for anything else."""
    return serve(request, f"imagenes/{path}", document_root=settings.MEDIA_ROOT)


@cache_control(private=True, no_store=True)
def original(request: HttpRequest, path: str) -> HttpResponseBase:
    """A picture as it was uploaded, which may tell where it was taken: only for who works here, 404 for the rest."""
    if not request.user.has_perm(BACKEND):
        raise Http404
    return serve(request, f"originales/{path}", document_root=settings.MEDIA_ROOT)
