"""What editors promise first in the demonstration, and what its people looked for; all invented."""

import tomllib
from datetime import datetime, timedelta
from pathlib import Path

from django.utils.timezone import localdate
from wagtail.models import Page

from search.models import BestBet, SearchUse

FILE = Path(__file__).with_suffix(".toml")


def load_finding(*, at: datetime) -> None:
    """Keep the best bets, and a month of searches that ends yesterday."""
    data = tomllib.loads(FILE.read_text(encoding="utf-8"))
    for row in data["bets"]:
        page = Page.objects.get(slug=row.pop("slug")) if "slug" in row else None
        BestBet.objects.create(page=page, **row | {"queries": "\n".join(row["queries"])})
    yesterday = localdate(at) - timedelta(days=1)
    for row in data["searches"]:
        for ago, times in enumerate(row["times"]):
            figures = {name: min(row.get(name, 0), times) for name in ("empty", "corrected", "clicks")}
            SearchUse.objects.create(
                day=yesterday - timedelta(days=3 * ago), words=row["words"], times=times, **figures
            )
