"""What every address of the API has in common: methods, errors as problems, headers for caches and browsers."""

import logging
from collections.abc import Callable, Sequence
from functools import wraps
from urllib.parse import quote

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import resolve
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from headless.admission import admit, tell_allowance
from headless.freshness import cache_control
from headless.origins import open_to_origins, told_methods
from headless.problem_types import METHOD_NOT_ALLOWED, NOT_FOUND, SERVER_ERROR
from headless.problems import Problem, problem_response

logger = logging.getLogger(__name__)

View = Callable[..., HttpResponse]
METHODS = ("GET", "HEAD", "OPTIONS")
WRITE_METHODS = ("POST", "OPTIONS")
UNKNOWN_ADDRESS = "api_unknown"


def at_the_door(view: View, methods: Sequence[str] = METHODS) -> View:
    """The view, for those methods alone, open to the origins that may read it; its every failure is a problem document.

    A browser's session counts for nothing here, so a form of another site can do nothing in its user's name.
    """

    @csrf_exempt
    @wraps(view)
    def answer(request: HttpRequest, **path) -> HttpResponse:
        try:
            response = told_methods(methods) if request.method == "OPTIONS" else _asked(view, request, path, methods)
        except Problem as problem:
            response = problem_response(problem, request)
        except Http404:
            response = problem_response(Problem(NOT_FOUND, NOT_FOUND.meaning), request)
        except Exception:
            logger.exception("The API failed at %s", request.path)
            response = problem_response(Problem(SERVER_ERROR, SERVER_ERROR.meaning), request)
        response = tell_allowance(request, open_to_origins(request, _kept_private(response, request)))
        return _without_body(response) if request.method == "HEAD" else response

    return answer


def without_slash(request: HttpRequest, address: str) -> HttpResponse:
    """A known address that came with slashes at its end, sent to where it is."""
    known = request.path.rstrip("/")
    if resolve(known).url_name == UNKNOWN_ADDRESS:
        return unknown_address(request)
    query = request.META.get("QUERY_STRING", "")
    return HttpResponsePermanentRedirect(quote(known) + (f"?{query}" if query else ""))


def unknown_address(request: HttpRequest) -> HttpResponse:
    """Nothing is there. Raises Problem."""
    raise Problem(NOT_FOUND, _("La API no tiene esa dirección; en /api/v1/ están las que tiene."))


def _asked(view: View, request: HttpRequest, path: dict, methods: Sequence[str]) -> HttpResponse:
    admit(request, at=timezone.now())
    if request.method not in methods:
        detail = _("Esta dirección admite %(methods)s.") % {"methods": ", ".join(methods)}
        raise Problem(METHOD_NOT_ALLOWED, detail, allowed=methods)
    return view(request, **path)


def _kept_private(response: HttpResponse, request: HttpRequest) -> HttpResponse:
    """What was answered to a key is its holder's alone; whoever keeps an answer must tell keys apart."""
    response.setdefault("Cache-Control", cache_control())
    patch_vary_headers(response, ["Accept-Encoding", "Authorization"])
    if "Authorization" in request.headers:
        response["Cache-Control"] = response["Cache-Control"].replace("public", "private")
    return response


def _without_body(response: HttpResponse) -> HttpResponse:
    response["Content-Length"] = str(len(response.content))
    response.content = b""
    return response
