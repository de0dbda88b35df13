"""A resource served as a list and one by one."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import Path
from pydantic import create_model

from headless.api import READ, ContentApi, question_of, written
from headless.freshness import cache_control
from headless.listing import list_rows
from headless.lookup import find
from headless.openapi import detail_operation, list_operation
from headless.questions import Question
from headless.resources import Resource
from headless.schemas import Answer


def add_resource(api: ContentApi, resource: Resource) -> None:
    """Serve a resource as a list and one by one."""
    _add_list(api, resource)
    _add_detail(api, resource)


def _add_list(api: ContentApi, resource: Resource) -> None:
    name = resource.name.title().replace("-", "")
    page = create_model(f"{name}List", __base__=Answer, items=(list[resource.item], ...), next=(str | None, ...))

    def read_list(request: HttpRequest) -> HttpResponse:
        question = question_of(request, resource.list_parameters)
        rows, after = list_rows(resource, question)
        items = [resource.write_item(row, question) for row in rows]
        return written(page.model_construct(items=items, next=after), Cache_Control=_freshness(resource, question))

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


def _add_detail(api: ContentApi, resource: Resource) -> None:
    identifier = Path(..., description=_("El «id» o el «slug»."))

    def read_detail(request: HttpRequest, key: str = identifier) -> HttpResponse:
        question = question_of(request, resource.detail_parameters)
        row = find(resource.for_detail(resource.rows(question)), resource.keys, key)
        return written(resource.write_detail(row, question), Cache_Control=_freshness(resource, question))

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


def _freshness(resource: Resource, question: Question) -> str:
    return cache_control(at=question.at, next_change=resource.next_change(question.at))
