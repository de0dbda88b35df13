"""Errors as RFC 9457 problem details: what happened, what it means, what to do next."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, JsonResponse
from django.utils.functional import Promise

from headless.problem_types import INSUFFICIENT_SCOPE, METHOD_NOT_ALLOWED, UNAUTHENTICATED, ProblemType

CONTENT_TYPE = "application/problem+json"
LONGEST_INSTANCE = 2_000
CHALLENGE = 'Bearer realm="api"'  # RFC 6750, section 3


class Problem(Exception):
    """Something that the answer must say instead of what was asked for.

    `allowed` lists in words or values what would have been right; `nearest` is the closest of them to what came.
    `scope` is the one that the reader's key lacks; `errors`, what is wrong with each field of what was sent.
    """

    def __init__(
        self,
        kind: ProblemType,
        detail: str | Promise,
        *,
        parameter: str | None = None,
        allowed: Sequence[str] = (),
        nearest: str | None = None,
        scope: str | None = None,
        errors: Sequence[dict[str, str]] = (),
    ):
        super().__init__(kind.slug)
        self.kind, self.detail = kind, detail
        self.parameter, self.allowed, self.nearest = parameter, list(allowed), nearest
        self.scope, self.errors = scope, list(errors)

    def members(self, instance: str) -> dict[str, Any]:
        """The members of the problem document; those that don't apply are left out."""
        extra = {"parameter": self.parameter, "allowed": self.allowed, "nearest": self.nearest}
        extra |= {"scope": self.scope, "errors": self.errors}
        return {
            "type": self.kind.address,
            "title": str(self.kind.title),
            "status": int(self.kind.status),
            "detail": str(self.detail),
            "instance": instance,
        } | {name: value for name, value in extra.items() if value}


def problem_response(problem: Problem, request: HttpRequest) -> JsonResponse:
    """The problem as an answer that no cache keeps."""
    instance = request.get_full_path()[:LONGEST_INSTANCE]
    response = JsonResponse(
        problem.members(instance),
        status=problem.kind.status,
        content_type=CONTENT_TYPE,
        json_dumps_params={"ensure_ascii": False},
    )
    response["Cache-Control"] = "no-store"
    for name, value in _headers(problem).items():
        response[name] = value
    return response


def _headers(problem: Problem) -> dict[str, str]:
    if problem.kind is METHOD_NOT_ALLOWED:
        return {"Allow": ", ".join(problem.allowed)}
    if problem.kind is UNAUTHENTICATED:
        return {"WWW-Authenticate": CHALLENGE}
    if problem.kind is INSUFFICIENT_SCOPE:
        return {"WWW-Authenticate": f'{CHALLENGE}, error="insufficient_scope", scope="{problem.scope}"'}
    return {}
