"""The demonstration alerts: one that holds and one that ended."""

from datetime import datetime, timedelta

from institution.models import District, User
from pages.models import Alert


def load_alerts(*, by: User, at: datetime) -> None:
    """Publish both through the real action."""
    roads = _publish(
        by,
        severity="warning",
        title="Paso restringido en la vía Aija–Succha por lluvias",
        text="Viaje solo de día, no cruce quebradas crecidas y lleve abrigo. Aviso de demostración.",
        source="Gestión del Riesgo de Desastres (ejemplo)",
        starts_at=at - timedelta(hours=3),
        ends_at=at + timedelta(days=10),
    )
    roads.districts.set(District.objects.filter(ubigeo__in=["020201", "020205"]))
    roads.save()
    roads.save_revision(user=by).publish(user=by, skip_permission_checks=True)
    _publish(
        by,
        severity="info",
        title="Corte de agua en el centro de Aija",
        text="Se limpiaba el reservorio. Aviso de demostración.",
        source="Área Técnica Municipal (ejemplo)",
        starts_at=at - timedelta(days=6),
        ends_at=at - timedelta(days=5),
    )


def _publish(by: User, **fields) -> Alert:
    alert = Alert.objects.create(**fields, live=False)
    alert.save_revision(user=by).publish(user=by, skip_permission_checks=True)
    return Alert.objects.get(pk=alert.pk)
