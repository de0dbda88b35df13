"""The files of a request, for whoever may see it."""

from django.http import FileResponse, HttpRequest
from django.shortcuts import get_object_or_404

from pages.admin.unit_requests.access import seen
from pages.unit_requests import file_response


def download(request: HttpRequest, pk: int, file_pk: int) -> FileResponse:
    """One file, always as a download."""
    return file_response(get_object_or_404(seen(request, pk).files, pk=file_pk))
