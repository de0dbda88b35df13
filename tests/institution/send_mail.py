"""A process that queues the same messages as its siblings and delivers what it can, as fast as it can."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "site"), str(ROOT)]

import django  # noqa: E402

django.setup()

from django.utils import timezone  # noqa: E402

from institution.actions.mail import send_once  # noqa: E402
from institution.actions.mail_delivery import deliver_due  # noqa: E402

for n in range(int(sys.argv[1])):
    send_once(key=f"aviso-{n}", to="vecina@example.test", subject=f"Aviso {n}", body="Texto", at=timezone.now())
    deliver_due(timezone.now())
