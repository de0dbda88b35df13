"""The alerts as a resource of the API."""

from datetime import date, datetime
from typing import Any, ClassVar, Literal

from django.db.models import DateTimeField, F, Q, QuerySet, Value
from django.utils.translation import gettext_lazy as _
from pydantic import Field

from headless.kinds import OneOf, Vocabulary
from headless.moments import Instant
from headless.ordering import Ordering, both_ways
from headless.parameters import Filter, by
from headless.questions import Question
from headless.resources import Resource
from headless.schemas import Answer
from institution.models import District
from pages.api.examples import example
from pages.api.pieces import in_lima
from pages.api.schemas import DistrictAnswer
from pages.enums.alerts import AlertSeverity
from pages.models import Alert

NOW = "now"


class AlertAnswer(Answer):
    """An alert."""

    about: ClassVar[str] = "Un aviso o alerta."
    id: int
    type: Literal["alert"]
    severity: Literal["info", "warning", "danger"]
    title: str
    text: str = Field(description="Qué pasa y qué hacer.")
    whole_province: bool = Field(description="Si vale en toda la provincia.")
    districts: list[DistrictAnswer] = Field(description="Dónde vale; vacía si es toda la provincia.")
    starts_at: datetime = Field(examples=["2026-11-24T08:00:00-05:00"])
    ends_at: datetime = Field(description="Desde este momento ya no vale.")
    source: str = Field(description="Quién lo informa.")
    url: str | None = Field(description="Dónde hay más información.")


class MomentOrNow(Instant):
    """An instant, or the word that stands for that of the question."""

    def read(self, text: str, *, at: datetime) -> Any:
        return NOW if text == NOW else super().read(text, at=at)

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "anyOf": [{"const": NOW}, *super().schema()["anyOf"]]}


def alerts() -> Resource:
    """What the frame needs to know to serve the alerts."""
    return Resource(
        name="alerts",
        title=_("Avisos"),
        description=_("Avisos y alertas; los que valen ahora si no se pide otro momento con «at»."),
        item=AlertAnswer,
        detail=AlertAnswer,
        public=told,
        for_list=lambda rows, at: _with_relations(rows),
        for_detail=lambda rows, at: _with_relations(rows),
        write_item=write,
        write_detail=write,
        filters=[_moment(), _severity(), _district()],
        orderings=both_ways(Ordering("starts_at", "starts_at"), Ordering("ends_at", "ends_at")),
        default_order="-starts_at",
        example=example("alerts"),
        next_change=lambda at: Alert.objects.next_change(at=at),
        lasting=False,
    )


def told(at: datetime) -> QuerySet:
    """What anybody may know of at `at`, each row with that instant beside it."""
    return Alert.objects.told(at=at).annotate(asked_at=Value(at, output_field=DateTimeField()))


def write(alert: Alert, question: Question) -> AlertAnswer:
    """An alert as integrators read it."""
    districts = [DistrictAnswer(ubigeo=each.ubigeo, name=each.name) for each in alert.districts.all()]
    return AlertAnswer(
        id=alert.pk,
        type="alert",
        severity=alert.severity,
        title=alert.title,
        text=alert.text,
        whole_province=not districts,
        districts=districts,
        starts_at=in_lima(alert.starts_at),
        ends_at=in_lima(alert.ends_at),
        source=alert.source,
        url=question.absolute(alert.link) if alert.link else None,
    )


def _with_relations(rows: QuerySet) -> QuerySet:
    return rows.select_related("link_page").prefetch_related("districts")


def _moment() -> Filter:
    doc = _("Los que valen en este momento. «now», si no se indica, es ahora; ninguno por venir se anticipa.")
    return Filter(name="at", kind=MomentOrNow(), narrow=_holding, doc=doc, default=NOW, example="2026-11-24")


def _holding(rows: QuerySet, moment: date | str) -> QuerySet:
    if moment == NOW:
        return rows.filter(ends_at__gt=F("asked_at"))
    return rows.filter(starts_at__lte=moment, ends_at__gt=moment)


def _severity() -> Filter:
    doc = _("Gravedad: información, aviso o peligro.")
    return Filter(name="severity", kind=OneOf(AlertSeverity.values), narrow=by("severity"), doc=doc, example="danger")


def _district() -> Filter:
    kind = Vocabulary(lambda at: District.objects.all(), ["ubigeo", "slug"])
    doc = _("Los que valen en un distrito, por su ubigeo o su «slug», incluidos los de toda la provincia.")
    return Filter(name="district", kind=kind, narrow=_in_district, doc=doc, example="020201")


def _in_district(rows: QuerySet, districts: list[int]) -> QuerySet:
    return rows.filter(Q(districts__in=districts) | Q(districts__isnull=True)).distinct()
