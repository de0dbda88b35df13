"""What is done every minute by the worker. Rooms add their jobs when they open; each is safe to run twice at once."""

import logging
import threading
from collections.abc import Callable
from datetime import datetime

from django.db import close_old_connections
from django.utils import timezone

logger = logging.getLogger(__name__)
EVERY_SECONDS = 60
JOBS: list[Callable[[datetime], object]] = []


def every_minute(job: Callable[[datetime], object]) -> Callable[[datetime], object]:
    """Have the worker call `job(at)` every minute; calling this twice for the same job adds it once."""
    if job not in JOBS:
        JOBS.append(job)
    return job


def run_jobs(at: datetime) -> None:
    """Run every job; one that fails is logged and doesn't keep the others from running."""
    for job in JOBS:
        try:
            job(at)
        except Exception:
            logger.exception("The recurring job %s failed", getattr(job, "__name__", job))
    close_old_connections()


def keep_running(stop: threading.Event) -> None:
    """Run the jobs now and every minute until `stop` is set."""
    while not stop.is_set():
        run_jobs(timezone.now())
        stop.wait(EVERY_SECONDS)
