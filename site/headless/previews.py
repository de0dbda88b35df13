"""Drafts shown on a site elsewhere: an editor takes it a token, and with it the site reads that draft for an hour.

The token is signed and names the draft and the editor; nothing is stored. Who may no longer edit it opens it no more.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Union

from django.core.signing import BadSignature, TimestampSigner
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import Path

from headless.api import JSON, READ, ContentApi, question_of
from headless.edition import edition_at
from headless.elements import tell_whole
from headless.lookup import not_there
from headless.openapi import preview_operation
from headless.openapi_examples import element_of
from headless.problem_types import NOT_FOUND
from headless.problems import Problem
from headless.questions import Question
from headless.resources import Fetch, Resource, offered_as
from headless.shaping import body_parameter
from institution.models import User

LASTS = timedelta(hours=1)
_signer = TimestampSigner(salt="headless.previews", sep=".")


def preview_token(*, resource: Resource, key: int, by: User) -> str:
    """What opens the draft of an element for an hour, while that person may edit it."""
    return _signer.sign_object([resource.name, key, by.pk])


def add_preview(api: ContentApi, resources: Sequence[Resource]) -> None:
    """Serve the previews of the resources that have drafts."""
    parameters = [body_parameter(body) for body in {each.body for each in resources if each.body}]
    opens = Path(..., description=_("Lo que la administración entregó al abrir la vista previa; vale una hora."))

    def read_preview(request: HttpRequest, token: str = opens) -> HttpResponse:
        question = question_of(request, parameters)
        resource, key = _opened_by(token, question.at)
        told = HttpResponse(_draft(resource, key, question), content_type=JSON)
        told["Cache-Control"] = "no-store"
        return told

    details: Any = Union[tuple(each.detail for each in resources)]  # noqa: UP007 - made of a list
    api.examples["read_preview"] = element_of(resources[0])
    api.api_operation(
        READ,
        "/preview/{token}",
        response=details,
        operation_id="read_preview",
        url_name="read_preview",
        summary=_("Vista previa de un borrador"),
        description=_("Un borrador como será publicado, para la página que lo muestra a quien lo escribe."),
        tags=[_("Vista previa")],
        openapi_extra=preview_operation(parameters),
    )(read_preview)


def _opened_by(token: str, at: datetime) -> tuple[Resource, int]:
    """The resource and the key of the draft that a token opens. Raises Problem."""
    try:
        name, key, user = _signer.unsign_object(token, max_age=LASTS)
        resource = offered_as(name)
    except (BadSignature, ValueError, TypeError, LookupError) as error:
        detail = _("La vista previa venció o su dirección está incompleta: ábrala otra vez desde la administración.")
        raise Problem(NOT_FOUND, detail) from error
    row = resource.drafts and resource.drafts.rows(at).filter(pk=key).first()
    editor = User.objects.filter(pk=user, is_active=True).first()
    if not row or not editor or not resource.drafts.may_edit(editor, row):
        not_there()
    return resource, key


def _draft(resource: Resource, key: int, question: Question) -> str:
    """The draft as its detail will be once it is published."""
    asked = replace(question, values=resource.unasked | question.values)
    return tell_whole(_of_drafts(resource), key, asked, edition_at(question.at)) or not_there()


def _of_drafts(resource: Resource) -> Resource:
    """The same resource over its drafts, never kept."""
    drafts = resource.drafts

    def latest(fetch: Fetch) -> Any:
        return lambda rows, at: [drafts.latest(row) for row in fetch(rows, at)]

    return replace(
        resource,
        public=drafts.rows,
        embargoed=None,
        scope=None,
        lasting=False,
        for_list=latest(resource.for_list),
        for_detail=latest(resource.for_detail),
    )
