from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from institution.models import User
from pages.actions.import_notes import import_folder
from pages.importing.sources import UnusableFolder
from pages.models import ImportRun, NewsIndexPage


class Command(BaseCommand):
    help = "Trae notas (.docx, .md, .txt) con sus fotos desde una carpeta, como borradores que esperan aprobación."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path, metavar="CARPETA")
        parser.add_argument("--user", default="", help="Usuario a cuyo nombre entran (por defecto, «redaccion»).")

    def handle(self, *args, folder: Path, user: str, **options) -> None:
        try:
            run = import_folder(folder, by=_person(user), at=timezone.now())
        except UnusableFolder as error:
            raise CommandError(error.message) from error
        except NewsIndexPage.DoesNotExist as error:
            raise CommandError("El portal aún no tiene listado de noticias: cree uno bajo la portada.") from error
        self._report(run)

    def _report(self, run: ImportRun) -> None:
        for row in run.rows.all():
            detail = f" — {' '.join(row.message.split())}" if row.message else ""
            self.stdout.write(f"{row.get_verdict_display():16} {row.path}{detail}")
        counts = ", ".join(f"{label}: {count}" for label, count in run.counts().items())
        self.stdout.write(f"Total: {counts or 'la carpeta no tiene notas'}.")


def _person(username: str) -> User | None:
    person = User.objects.filter(username=username or "redaccion").first()
    if username and person is None:
        raise CommandError(f"No existe el usuario «{username}».")
    return person
