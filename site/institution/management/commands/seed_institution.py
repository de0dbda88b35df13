from django.core.management.base import BaseCommand

from institution.actions.seed_institution import seed_institution


class Command(BaseCommand):
    help = (
        "Crea los distritos, unidades, series, años y períodos con que parte una instalación (no cambia lo que existe)."
    )

    def handle(self, *args, **options) -> None:
        seed_institution()
        self.stdout.write("Listo: datos iniciales de la institución.")
