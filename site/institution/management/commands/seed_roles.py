from django.core.management.base import BaseCommand

from institution.actions.seed_roles import seed_roles


class Command(BaseCommand):
    help = "Deja los roles, sus permisos y el flujo de aprobación como los declara el programa (puede repetirse)."

    def handle(self, *args, **options) -> None:
        seed_roles()
        self.stdout.write("Listo: roles, permisos y flujo de aprobación.")
