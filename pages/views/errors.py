"""What a visitor sees when something can't be shown: what happened, what it means, what to do next."""

import logging

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader
from django.utils.translation import gettext as _

logger = logging.getLogger(__name__)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: the browser sent something that can't be read."""
    return _told(request, 400, _("No pudimos leer lo que envió"), _(
        "El envío es demasiado grande o llegó incompleto. Vuelva atrás: lo que escribió sigue allí. "
        "Redúzcalo e inténtelo otra vez."
    ))  # fmt: skip


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: the visitor may not see it."""
    return _told(request, 403, _("No tiene permiso para ver esto"), _(
        "Si trabaja en la municipalidad, inicie sesión con su usuario; si cree que es un error, escríbanos."
    ))  # fmt: skip


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: suggests a search made of the words in the address."""
    words = " ".join(part for part in request.path.replace("-", " ").split("/") if part)[:80]
    return render(request, "errors/404.html", {"suggested_query": words.replace("\0", "")}, status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: a static page that says whom to call; it asks nothing of the database."""
    return HttpResponse(loader.get_template("errors/500.html").render(), status=500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 of a form whose token is missing or old."""
    return _told(request, 403, _("El formulario caducó"), _(
        "Pasó mucho tiempo desde que lo abrió. Vuelva atrás, recargue la página y envíelo otra vez."
    ))  # fmt: skip


def _told(request: HttpRequest, status: int, title: str, explanation: str) -> HttpResponse:
    return render(request, "errors/told.html", {"title": title, "explanation": explanation}, status=status)
