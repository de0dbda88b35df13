"""Pictures as files. Documents never pass here: they are served by the view that asks who may see them."""

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.cache import cache_control
from django.views.static import serve

ONE_YEAR = 31_536_000


@cache_control(public=True, max_age=ONE_YEAR, immutable=True)
def picture(request: HttpRequest, path: str) -> HttpResponseBase:
    """A picture by its unguessable name; it never changes under the same one. 404 for anything else."""
    return serve(request, path, document_root=settings.MEDIA_ROOT)
