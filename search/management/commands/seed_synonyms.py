from django.core.management.base import BaseCommand

from search.actions.synonyms import load_synonyms


class Command(BaseCommand):
    help = "Trae los sinónimos con que parte la búsqueda (no cambia ni repone los que alguien editó o eliminó)."

    def handle(self, *args, **options) -> None:
        self.stdout.write(f"Listo: {load_synonyms()} grupos de sinónimos nuevos.")
