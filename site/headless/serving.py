"""A resource served as a list and one by one."""

from collections.abc import Callable
from functools import partial

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja import Path
from pydantic import Field, create_model

from headless.api import JSON, READ, ContentApi, question_of
from headless.conditional import client_has, dated, tag_of_content, tag_of_edition, unchanged
from headless.edition import Edition, edition_at
from headless.elements import tell_brief, tell_whole
from headless.freshness import cache_control
from headless.listing import slice_of
from headless.lookup import find_key, not_there
from headless.openapi import detail_operation, list_operation
from headless.openapi_examples import element_of, list_of
from headless.openapi_shapes import list_name
from headless.questions import Question
from headless.readers import ANYBODY, Reader
from headless.resources import OVERVIEW, Resource
from headless.schemas import Answer
from headless.texts import compact

Write = Callable[[Question, Edition], str]
View = Callable[..., HttpResponse]


def add_resource(api: ContentApi, resource: Resource) -> dict[str, View]:
    """Serve a resource as a list and one by one; the views by the names of their addresses.

    They read and answer by themselves: called without Ninja, which documents them, they do the same for less.
    """
    return {f"{resource.name}_list": _add_list(api, resource), f"{resource.name}_detail": _add_detail(api, resource)}


def _add_list(api: ContentApi, resource: Resource) -> View:
    items, following = (list[resource.item], ...), (str | None, ...)
    total = (int, Field(None, description=_("Cuántos hay en toda la lista; solo si se pide con «total=1».")))
    more = {OVERVIEW: (told.answer, Field(None, description=str(told.doc)))} if (told := resource.overview) else {}
    page = create_model(list_name(resource), __base__=Answer, items=items, next=following, total=total, **more)
    parameters = resource.list_parameters

    def read_list(request: HttpRequest) -> HttpResponse:
        write = partial(_list, resource)
        return _answer(request, resource, parameters, write, lasts=resource.lists_last)

    api.examples[f"list_{resource.name}"] = list_of(resource)
    api.api_operation(
        READ,
        f"/{resource.name}",
        response=page,
        operation_id=f"list_{resource.name}",
        url_name=f"{resource.name}_list",
        summary=str(resource.title),
        description=str(resource.description),
        tags=[str(resource.title)],
        openapi_extra=list_operation(resource),
    )(read_list)
    return read_list


def _add_detail(api: ContentApi, resource: Resource) -> View:
    identifier = Path(..., description=_("El «id» o el «slug»."))
    parameters = resource.detail_parameters

    def read_detail(request: HttpRequest, key: str = identifier) -> HttpResponse:
        return _answer(request, resource, parameters, lambda *asked: _element(resource, key, *asked))

    api.examples[f"read_{resource.name}"] = element_of(resource)
    api.api_operation(
        READ,
        f"/{resource.name}/{{key}}",
        response=resource.detail,
        operation_id=f"read_{resource.name}",
        url_name=f"{resource.name}_detail",
        summary=f"{resource.title}: {_('un elemento')}",
        tags=[str(resource.title)],
        openapi_extra=detail_operation(resource),
    )(read_detail)
    return read_detail


def _answer(
    request: HttpRequest, resource: Resource, parameters: list, write: Write, *, lasts: bool = True
) -> HttpResponse:
    """What is asked, or that it didn't change since the client asked; its cache may keep it until something is due.

    An answer that lasts an edition is known not to have changed before any of it is read.
    """
    reader: Reader = getattr(request, "reader", ANYBODY)
    reader.must(resource.scope)
    at = timezone.now()
    edition, lasts = edition_at(at), lasts and resource.lasts_for(reader)
    tag = tag_of_edition(request, edition, reader.scopes) if lasts else ""
    if lasts and client_has(request, tag):
        response = unchanged()
    else:
        content = write(question_of(request, parameters, at=at), edition).encode()
        tag = tag or tag_of_content(content)
        response = unchanged() if client_has(request, tag) else HttpResponse(content, content_type=JSON)
    due = min(filter(None, (edition.next_due, resource.next_change(at))), default=None)
    response["Cache-Control"] = cache_control(at=at, next_change=due)
    return dated(response, tag, edition if lasts else None)


def _list(resource: Resource, question: Question, edition: Edition) -> str:
    found = slice_of(resource, question)
    items = ",".join(tell_brief(resource, found.keys, question, edition))
    total = "" if found.total is None else f',"total":{found.total}'
    return f'{{"items":[{items}],"next":{compact(found.next)}{total}{_overview(resource, question)}}}'


def _overview(resource: Resource, question: Question) -> str:
    asked = resource.overview and question.values[OVERVIEW]
    told = resource.overview.write(question) if resource.overview and asked else None
    return f',"{OVERVIEW}":{told.model_dump_json()}' if told else ""


def _element(resource: Resource, key: str, question: Question, edition: Edition) -> str:
    found = find_key(resource.rows(question), resource.keys, key)
    return tell_whole(resource, found, question, edition) or not_there()
