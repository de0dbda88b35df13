"""Making the index of searches anew, while the one that there is goes on answering."""

from argparse import ArgumentParser
from collections.abc import Callable
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from search.engines.cluster.chosen import alias, servers
from search.engines.cluster.filling import refill
from search.engines.matches import Unavailable
from search.index.rebuilding import analyse_all

TOLD_EACH = 5  # per cent
FAILED = (
    "El clúster no respondió: {0}. Lo que había sigue atendiendo las búsquedas y no se perdió nada de lo avanzado: "
    "cuando el clúster responda, ejecute otra vez rebuild_search y seguirá desde donde quedó."
)


class Command(BaseCommand):
    help = (
        "Rehace el índice de la búsqueda y, si hay un clúster, lo copia a un índice nuevo que reemplaza al anterior "
        "solo cuando está completo. Mientras tanto se busca como siempre. Si se corta, ejecútelo otra vez y seguirá."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--restart", action="store_true", help="Empieza de cero en vez de seguir lo que se cortó.")
        parser.add_argument("--only-cluster", action="store_true", help="Solo copia al clúster lo ya analizado.")

    def handle(self, *args: Any, restart: bool, only_cluster: bool, **options: Any) -> None:
        at, cluster = timezone.now(), servers(patient=True)
        if not only_cluster:
            analyse_all(at=at, progress=self._progress("Analizados"), restart=restart)
        if cluster:
            try:
                refill(cluster, alias(), at=at, progress=self._progress("Copiados al clúster"), restart=restart)
            except Unavailable as unavailable:
                raise CommandError(FAILED.format(unavailable)) from unavailable
        self.stdout.write("Listo: el índice está completo.")

    def _progress(self, what: str) -> Callable[[int, int], None]:
        """Writes a line each five per cent."""
        told = -TOLD_EACH

        def tell(done: int, total: int) -> None:
            nonlocal told
            share = 100 * done // total if total else 100
            if share >= told + TOLD_EACH or done == total:
                told = share
                self.stdout.write(f"{what}: {done} de {total} ({share} %)")
                self.stdout.flush()

        return tell
