"""States and kinds of public works (*obras públicas*)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class WorkStage(models.TextChoices):
    """Where a work stands, in the order of its life."""

    FORMULATION = "formulation", _("En formulación")
    APPROVED = "approved", _("Expediente aprobado")
    TENDER = "tender", _("En convocatoria")
    EXECUTION = "execution", _("En ejecución")
    PARALYSED = "paralysed", _("Paralizada")
    CONCLUDED = "concluded", _("Concluida")
    RECEIVED = "received", _("Recibida")
    SETTLED = "settled", _("Liquidada")


class WorkModality(models.TextChoices):
    """Who executes the work."""

    DIRECT = "direct", _("Administración directa")
    CONTRACT = "contract", _("Contrata")
    AGREEMENT = "agreement", _("Convenio")
    NUCLEUS = "nucleus", _("Núcleo ejecutor")


class ParalysisCause(models.TextChoices):
    """Why a work stands still."""

    FUNDS = "funds", _("Falta de recursos")
    BREACH = "breach", _("Incumplimiento del contrato")
    DISPUTE = "dispute", _("Controversia o arbitraje")
    DESIGN = "design", _("Deficiencias del expediente técnico")
    LAND = "land", _("Disponibilidad del terreno")
    WEATHER = "weather", _("Lluvias, heladas u otro evento natural")
    CONFLICT = "conflict", _("Conflicto social")
    OTHER = "other", _("Otra causa")


class PhotoMoment(models.TextChoices):
    """When in the work's life a picture was taken."""

    BEFORE = "before", _("Antes")
    DURING = "during", _("Durante")
    AFTER = "after", _("Después")


class WorkReportState(models.TextChoices):
    """What became of a problem that a citizen reported."""

    RECEIVED = "received", _("Recibido")
    ATTENDED = "attended", _("Atendido")
    DISMISSED = "dismissed", _("Descartado")


class WorkImportState(models.TextChoices):
    """Where an import of works stands: read and shown, being brought in, brought in, or left."""

    READ = "read", _("Por decidir")
    RUNNING = "running", _("Importando")
    DONE = "done", _("Importada")
    LEFT = "left", _("Descartada")


class WorkRowVerdict(models.TextChoices):
    """What a row of an import would do."""

    NEW = "new", _("Nueva")
    CHANGED = "changed", _("Cambia")
    SAME = "same", _("Sin cambios")
    WRONG = "wrong", _("Con error")
