from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from institution.models import InstitutionDocument
from search.actions.attached import read_text
from search.enums import TextState
from search.models import unread_documents


class Command(BaseCommand):
    help = "Lee el texto de los PDF y Word que aún no se leyeron; con --again, el de todos otra vez."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--again", action="store_true", help="También los que ya se leyeron.")

    def handle(self, *args, again: bool, **options) -> None:
        chosen = InstitutionDocument.objects.order_by("pk") if again else unread_documents(at=timezone.now())
        counts: dict[TextState, int] = {}
        for document in chosen.iterator(chunk_size=100):
            state = read_text(document=document, at=timezone.now())
            counts[state] = counts.get(state, 0) + 1
        for state, count in counts.items():
            self.stdout.write(f"{count:6} · {state.label}")
        self.stdout.write(f"Listo: {sum(counts.values())} documentos.")
