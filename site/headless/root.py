"""The API's front door: where everything is, and what its errors mean."""

from collections.abc import Callable, Iterable, Sequence

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import Path

from headless.api import READ, TITLE, VERSION, ContentApi, address_of, question_of, written
from headless.openapi import plain_operation
from headless.openapi_examples import answering, in_portal
from headless.problem_types import NOT_FOUND, PROBLEM_TYPES, UNKNOWN_PARAMETER, ProblemType
from headless.problems import Problem
from headless.resources import Resource
from headless.schemas import ProblemMeaning, ProblemMeanings, ResourceLink, Root
from institution.models import InstitutionSettings

Absolute = Callable[[str], str]
INSTITUTION = "Municipalidad Provincial de Aija"  # of the example


def add_root(api: ContentApi, resources: Sequence[Resource]) -> None:
    """Serve the root and the meaning of problems."""
    tags = [_("Inicio")]

    def read_root(request: HttpRequest) -> HttpResponse:
        absolute = question_of(request, []).absolute
        return written(_root(resources, absolute, InstitutionSettings.load(request_or_site=request).name))

    def list_problems(request: HttpRequest) -> HttpResponse:
        question_of(request, [])
        return written(_meanings(PROBLEM_TYPES.values()))

    problem_slug = Path(..., description=_("Última parte del «type» de un error."))

    def read_problem(request: HttpRequest, slug: str = problem_slug) -> HttpResponse:
        question_of(request, [])
        if slug not in PROBLEM_TYPES:
            raise Problem(NOT_FOUND, _("No damos ningún error con ese nombre."), allowed=list(PROBLEM_TYPES))
        return written(_meaning(PROBLEM_TYPES[slug]))

    api.examples |= {
        "read_root": lambda: answering(_root(resources[:2], in_portal, INSTITUTION)),
        "list_problems": lambda: answering(_meanings([UNKNOWN_PARAMETER, NOT_FOUND])),
        "read_problem": lambda: answering(_meaning(NOT_FOUND)),
    }
    for path, schema, view, summary, problems in (
        ("/", Root, read_root, _("Qué ofrece la API"), ("400",)),
        ("/problems", ProblemMeanings, list_problems, _("Los errores que puede dar"), ("400",)),
        ("/problems/{slug}", ProblemMeaning, read_problem, _("Qué significa un error"), ("400", "404")),
    ):
        api.api_operation(
            READ, path, response=schema, operation_id=view.__name__, url_name=view.__name__, summary=summary,
            tags=tags, openapi_extra=plain_operation(summary, *problems),
        )(view)  # fmt: skip


def _root(resources: Sequence[Resource], absolute: Absolute, institution: str) -> Root:
    return Root(
        title=str(TITLE),
        version=VERSION,
        institution=institution,
        resources=[_link(each, absolute) for each in resources],
        changes=absolute(address_of("list_changes")),
        documentation=absolute(address_of("openapi-view")),
        openapi=absolute(address_of("openapi-json")),
        problems=absolute(address_of("list_problems")),
    )


def _link(resource: Resource, absolute: Absolute) -> ResourceLink:
    return ResourceLink(
        name=resource.name,
        title=str(resource.title),
        description=str(resource.description),
        url=absolute(address_of(f"{resource.name}_list")),
    )


def _meanings(kinds: Iterable[ProblemType]) -> ProblemMeanings:
    return ProblemMeanings(items=[_meaning(each) for each in kinds])


def _meaning(kind: ProblemType) -> ProblemMeaning:
    return ProblemMeaning(type=kind.address, title=str(kind.title), status=int(kind.status), meaning=str(kind.meaning))
