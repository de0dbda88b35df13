from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from headless.actions.sync_changes import start_anew, sync_changes


class Command(BaseCommand):
    help = (
        "Pone la lista de cambios de la API al día con lo que es público (puede repetirse). "
        "Úselo con --restart después de restaurar un respaldo."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--restart",
            action="store_true",
            help="Invalida los cursores entregados: quien los tenga volverá a empezar.",
        )

    def handle(self, *args, restart: bool, **options) -> None:
        if restart:
            start_anew()
        appended = sync_changes(at=timezone.now())
        self.stdout.write(f"Listo: {appended} cambios agregados.")
