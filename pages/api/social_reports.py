"""What a tool may tell of the posts: that they went out or failed, and how they are received."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from headless.problem_types import INVALID_BODY
from headless.problems import Problem
from headless.questions import Question
from headless.scopes import offer_scope
from headless.writing import Operation
from pages.actions.social_reports import Figures, Told, report_metrics, report_status
from pages.api.examples import example
from pages.api.social_kits import NAME, READ, WRITE
from pages.api.social_schemas import MetricsAnswer, MetricsReport, StatusAnswer, StatusReport
from pages.enums.social import ReportOutcome
from pages.models import SocialPost

CLOCKS_DIFFER, OLDEST = timedelta(minutes=10), timedelta(days=366)


def offer_scopes() -> None:
    """Offer what keys may be given to work with kits."""
    offer_scope(
        name=READ,
        title=gettext_lazy("Leer los kits de redes sociales"),
        doc=gettext_lazy("Lo aprobado y lo programado para publicar en redes, con sus imágenes."),
    )
    offer_scope(
        name=WRITE,
        title=gettext_lazy("Informar qué pasó en las redes"),
        doc=gettext_lazy("Que una publicación salió o falló, y cómo se recibe."),
    )


def operations() -> list[Operation]:
    """The two reports."""
    return [
        Operation(
            resource=NAME,
            path="status",
            scope=WRITE,
            title=gettext_lazy("Informar que se publicó o falló"),
            description=gettext_lazy(
                "Informar dos veces lo mismo no cambia nada; lo anterior a lo que ya se sabe se guarda, sin efecto. "
                "También vale si mientras tanto la pieza se retiró o el texto volvió a borrador."
            ),
            body=StatusReport,
            answer=StatusAnswer,
            run=_status,
            example=example(f"{NAME}_status"),
            items=ever_approved,
        ),
        Operation(
            resource=NAME,
            path="metrics",
            scope=WRITE,
            title=gettext_lazy("Informar cómo se recibe"),
            description=gettext_lazy("Lo contado hasta el fin de un día, en lugar de lo que se informó de ese día."),
            body=MetricsReport,
            answer=MetricsAnswer,
            run=_figures,
            example=example(f"{NAME}_metrics"),
            items=ever_approved,
        ),
    ]


def ever_approved(at: datetime) -> QuerySet:
    """What may have been posted: a report isn't lost because the words changed or the piece was withdrawn meanwhile."""
    return SocialPost.objects.filter(approved_at__isnull=False)


def _status(post: Any, sent: StatusReport, question: Question) -> StatusAnswer:
    if not question.at - OLDEST < sent.at < question.at + CLOCKS_DIFFER:
        raise _wrong("at", _("debe ser un momento de los últimos doce meses, no por venir"))
    told = Told(ReportOutcome(sent.status), sent.at, str(sent.url or ""), sent.reason or "")
    report = report_status(post=post, told=told, by=_tool(question), at=question.at)
    post.refresh_from_db()
    return StatusAnswer(id=post.pk, status=post.state, applied=report.applied)


def _figures(post: Any, sent: MetricsReport, question: Question) -> MetricsAnswer:
    today = localdate(question.at)
    if not today - OLDEST < sent.date <= today:
        raise _wrong("date", _("debe ser un día de los últimos doce meses, no por venir"))
    figures = Figures(sent.reach, sent.likes, sent.comments, sent.shares)
    report_metrics(post=post, day=sent.date, figures=figures, at=question.at)
    return MetricsAnswer(**sent.model_dump())


def _wrong(field: str, detail: str) -> Problem:
    return Problem(INVALID_BODY, f"«{field}» {detail}.", errors=[{"field": field, "detail": detail}])


def _tool(question: Question) -> str:
    return question.reader.token.name if question.reader.token else ""
