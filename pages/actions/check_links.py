"""Checking every link of what is published, as a task with its progress."""

from collections import defaultdict
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.db import transaction
from django.db.models import Max, Min
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from institution.long_tasks import Progress, Result, long_task, start
from institution.models import LongTask, User
from pages.enums import LinkFault
from pages.links import broken_inside, published_links
from pages.models import BrokenLink, OutsideLink
from pages.probing import probe

KIND = "links"
MOST_OUTSIDE = 300
EVERY = timedelta(days=7)
AT_ONCE = 4


def start_check(*, by: User | None, at: datetime) -> LongTask:
    """Have the worker check the links."""
    return start(kind=KIND, title=_("Revisión de enlaces"), by=by, arguments={}, at=at)


@transaction.atomic
def check_weekly(*, at: datetime) -> LongTask | None:
    """Have the worker check the links if a week went by since it last did, or since the platform began."""
    began = User.objects.aggregate(first=Min("date_joined"))["first"]
    last = LongTask.objects.filter(kind=KIND).aggregate(last=Max("created_at"))["last"] or began
    return start_check(by=None, at=at) if last and last <= at - EVERY else None


@long_task(KIND)
def check_links(task: LongTask, progress: Progress) -> Result:
    """Check all links inside, and the `MOST_OUTSIDE` addresses of other sites that were asked for longest ago.

    So each is reached in as many runs as there are times that many.
    """
    at = timezone.now()
    links = list(published_links(at=at))
    outside: dict[str, list[int]] = defaultdict(list)
    for each in links:
        for address in each.outside:
            outside[address].append(each.page)
    asked = _next(outside)
    faults = _probe_all(asked, progress)
    broken = {(page, target): fault for page, target, fault in broken_inside(links, at=at)}
    broken |= {(page, address): fault for address, fault in faults.items() for page in outside[address]}
    _keep(broken, left_out=set(outside) - set(asked), at=at)
    _note(asked, faults, at=at)
    told = _("%(broken)s enlaces rotos; se preguntó por %(asked)s direcciones de otros sitios y quedaron %(left)s.")
    summary = told % {"broken": len(broken), "asked": len(asked), "left": len(outside) - len(asked)}
    return {"summary": summary, "url": reverse("enlaces_rotos:index"), "url_label": _("Ver los enlaces rotos")}


@transaction.atomic
def _next(addresses: Iterable[str]) -> list[str]:
    """Those to ask for in this run: what was never asked for first. What nothing leads to any more is forgotten."""
    known = dict(OutsideLink.objects.values_list("address", "pk"))
    OutsideLink.objects.filter(pk__in=[pk for address, pk in known.items() if address not in addresses]).delete()
    OutsideLink.objects.bulk_create(
        [OutsideLink(address=each) for each in addresses if each not in known], ignore_conflicts=True
    )
    return list(OutsideLink.objects.values_list("address", flat=True)[:MOST_OUTSIDE])


def _note(asked: list[str], faults: dict[str, LinkFault], *, at: datetime) -> None:
    """Write when each was asked for and what came of it."""
    links = list(OutsideLink.objects.filter(address__in=asked))
    for each in links:
        each.fault, each.checked_at = faults.get(each.address, ""), at
    OutsideLink.objects.bulk_update(links, ["fault", "checked_at"], batch_size=100)


def _probe_all(addresses: list[str], progress: Progress) -> dict[str, LinkFault]:
    """The fault of each address that has one; a site is never asked twice at once."""
    hosts: dict[str, list[str]] = defaultdict(list)
    for address in addresses:
        hosts[_host(address)].append(address)
    faults: dict[str, LinkFault] = {}
    done = 0
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for found, group in zip(pool.map(_probe_host, hosts.values()), hosts.values(), strict=True):
            faults |= found
            done += len(group)
            progress(done, len(addresses))
    return faults


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or address
    except ValueError:
        return address


def _probe_host(addresses: list[str]) -> dict[str, LinkFault]:
    found = {address: probe(address) for address in addresses}
    return {address: fault for address, fault in found.items() if fault}


@transaction.atomic
def _keep(broken: dict[tuple[int, str], LinkFault], *, left_out: set[str], at: datetime) -> None:
    """Write what is broken, since when, and forget what works again; what nobody asked about stays as it was."""
    known = {(row.page_id, row.target): row for row in BrokenLink.objects.select_for_update()}
    mended = [row.pk for key, row in known.items() if key not in broken and row.target not in left_out]
    BrokenLink.objects.filter(pk__in=mended).delete()
    for (page, target), fault in broken.items():
        since = known[page, target].since if (page, target) in known else at
        told = {"fault": fault, "since": since, "checked_at": at}
        BrokenLink.objects.update_or_create(page_id=page, target=target, defaults=told)
