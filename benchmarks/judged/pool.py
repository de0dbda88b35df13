"""Pools three rankers over the judged collection, and tells how well each of them answers.

python -m benchmarks.judged.pool benchmarks/judged/tuning.jsonl             the pool of each query, with its grades
python -m benchmarks.judged.pool benchmarks/judged/tuning.jsonl --figures   nDCG@10, reciprocal rank and recall@10
python -m benchmarks.judged.pool var/variations.jsonl --figures             those of the miswritten
"""

import argparse
from collections import defaultdict
from pathlib import Path

from benchmarks.judged.rankers import RANKERS, Ranker
from benchmarks.judged.variations import lines, rows
from search.rules.metrics import mean, ndcg, recall, reciprocal_rank

DEPTH = 15


def print_pool(queries: list[dict], documents: list[dict], rankers: dict[str, Ranker]) -> None:
    titles = {found["id"]: f"{found['date']} {found['title']}" for found in documents}
    for query in queries:
        found = [key for rank in rankers.values() for key in rank(query["query"])[:DEPTH]]
        print(f"\n{query['id']} {query['kind']}: {query['query']}")
        for key in dict.fromkeys(found + list(query["relevant"])):
            print(f"  {query['relevant'].get(key, 0)} {key} {titles[key]}")


def print_figures(queries: list[dict], rankers: dict[str, Ranker]) -> None:
    for name, rank in rankers.items():
        by_kind = defaultdict(list)
        for query in queries:
            ranked, good = rank(query["query"]), query["relevant"]
            figures = ndcg(ranked, good), reciprocal_rank(ranked, good), recall(ranked, good)
            for kind in (query["kind"], "all"):
                by_kind[kind].append(figures)
        for kind, told in sorted(by_kind.items()):
            averages = "  ".join(f"{mean(column):.3f}" for column in zip(*told, strict=True))
            print(f"{name:10} {kind:10} {len(told):3}  {averages}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("queries", type=Path)
    parser.add_argument("--figures", action="store_true")
    options = parser.parse_args()
    documents, queries = lines("documents"), rows(options.queries)
    rankers = {name: build(documents) for name, build in RANKERS.items()}
    print_figures(queries, rankers) if options.figures else print_pool(queries, documents, rankers)


if __name__ == "__main__":
    main()
