"""How well the portal's search answers a collection of judged questions."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from search.judging.collections import Unreadable, documents, questions
from search.judging.engines import ENGINES, NotHere
from search.judging.runs import index, run, worth_by_kind


class Command(BaseCommand):
    help = "Indexa documentos ajenos en un índice pasajero, hace las consultas juzgadas y dice qué tan bien responde."
    requires_system_checks: list[str] = []
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--docs", type=Path, required=True, help="Un documento JSON por línea: id, title, body…")
        parser.add_argument(
            "--queries", type=Path, required=True, help="Una consulta JSON por línea: id, query, relevant."
        )
        parser.add_argument("--engine", choices=sorted(ENGINES), default="sqlite")
        parser.add_argument("--out", type=Path, help="Dónde escribir {id, ranked} de cada consulta.")

    def handle(self, *args: Any, docs: Path, queries: Path, engine: str, out: Path | None, **options: Any) -> None:
        try:
            collection, judged = documents(docs), questions(queries)
            with ENGINES[engine]() as finder:
                index(collection, using=finder.using)
                ranked = run(finder, collection, judged, at=timezone.now())
        except (Unreadable, NotHere, OSError) as problem:
            raise CommandError(str(problem)) from problem
        if out:
            lines = (json.dumps({"id": key, "ranked": found}, ensure_ascii=False) for key, found in ranked.items())
            out.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        self.stdout.write(f"{'clase':<14}{'consultas':>10}{'nDCG@10':>10}{'RR':>8}{'recall@10':>11}{'sin nada':>10}")
        for kind, worth in worth_by_kind(judged, ranked).items():
            figures = f"{worth.ndcg:>10.3f}{worth.reciprocal_rank:>8.3f}{worth.recall:>11.3f}{worth.zero:>10.3f}"
            self.stdout.write(f"{kind or 'todas':<14}{worth.questions:>10}{figures}")
