import argparse
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from search.actions.quality import LIST, measure, read_expectations, record, recorded
from search.rules.quality import Quality, dropped

NAMES = {"ndcg": "nDCG@10", "reciprocal_rank": "Rango recíproco", "zero_rate": "Sin resultado"}


class Command(BaseCommand):
    help = "Mide cómo responde el portal las búsquedas de una lista, y falla si responde peor que lo anotado."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--list", type=Path, default=LIST, help="CSV con query, page (ruta) y position (1 a 10).")
        parser.add_argument("--threshold", type=float, help="El nDCG que debe alcanzar, en vez de lo anotado.")
        parser.add_argument("--record", action="store_true", help="Anota las cifras de hoy como las que valen.")

    def handle(self, *args: Any, threshold: float | None, **options: Any) -> None:
        quality = self._measured(options["list"])
        self._tell(quality)
        if options["record"]:
            return record(quality.figures)
        before = recorded() if threshold is None else {"ndcg": threshold}
        if worse := dropped(quality.figures, before):
            told = ", ".join(f"{NAMES[name]} {quality.figures[name]} (antes {before[name]})" for name in worse)
            raise CommandError(f"La búsqueda responde peor que lo anotado: {told}.")
        return None

    def _measured(self, path: Path) -> Quality:
        try:
            return measure(read_expectations(path), at=timezone.now())
        except (OSError, ValueError) as problem:
            raise CommandError(f"No se pudo leer la lista: {problem}") from problem

    def _tell(self, quality: Quality) -> None:
        for name, value in quality.figures.items():
            self.stdout.write(f"{NAMES[name]:<18}{value:>8.4f}")
        for expected, place in quality.missed:
            where = f"puesto {place}" if place else "no está"
            self.stdout.write(f"  «{expected.query}» → {expected.page}: {where} (se espera {expected.position})")
