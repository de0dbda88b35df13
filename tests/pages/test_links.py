"""Links that lead nowhere: found, dated, forgotten when mended; nobody is led inside the office's own network."""

import threading
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from django.urls import reverse

from institution.enums import LongTaskState, Role
from institution.models import LongTask, User
from pages.actions import check_links
from pages.actions.check_links import check_weekly, start_check
from pages.enums import LinkFault
from pages.models import BrokenLink, NewsPage, OutsideLink
from pages.probing import probe
from tests.factories.institution import DocumentFactory
from tests.factories.pages import draft_note, published_note
from tests.pages.desk import sign_in


class Site(BaseHTTPRequestHandler):
    """A site of the test's own: what each path answers."""

    def do_HEAD(self):
        status = {"/ok": 200, "/sin-head": 405, "/se-fue": 410, "/cae": 503, "/cerrada": 403}.get(self.path, 404)
        if self.path in ("/lleva", "/adentro", "/vueltas"):
            there = {"/lleva": "/ok", "/adentro": "http://127.0.0.2:1/", "/vueltas": "/vueltas"}[self.path]
            self.send_response(302)
            self.send_header("Location", there)
        else:
            self.send_response(status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def do_GET(self):
        self.send_response(200 if self.path == "/sin-head" else 403)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_args):
        """Say nothing."""


@pytest.fixture(scope="module")
def local():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def site(local, settings) -> str:
    """The site's address, which the checker is allowed to ask."""
    settings.LINK_CHECK_ALLOWED = [local]
    return f"http://{local}"


def linked(*addresses: str) -> NewsPage:
    links = "".join(f'<p><a href="{address}">enlace</a></p>' for address in addresses)
    return published_note(body=[{"type": "text", "value": links}])


def run(callbacks) -> LongTask:
    """Check as the worker does."""
    with callbacks(execute=True):
        task = start_check(by=None, at=published_note().published_at)
    task.refresh_from_db()
    assert task.state == LongTaskState.DONE, task.message
    return task


@pytest.mark.parametrize(
    ("path", "fault"),
    [("/ok", None), ("/sin-head", None), ("/lleva", None), ("/cerrada", None), ("/nada", LinkFault.NOT_FOUND),
     ("/se-fue", LinkFault.NOT_FOUND), ("/cae", LinkFault.SERVER), ("/vueltas", LinkFault.SERVER),
     ("/adentro", LinkFault.FORBIDDEN)],
)  # fmt: skip
def test_what_a_site_answers_says_whether_the_link_is_broken(site, path, fault):
    assert probe(site + path) == fault


@pytest.mark.parametrize(
    "address",
    ["http://127.0.0.1/", "http://localhost:8000/", "http://[::1]/", "http://10.0.0.1/", "http://192.168.1.1/admin",
     "http://169.254.169.254/latest/", "http://0.0.0.0/", "http://2130706433/", "ftp://127.0.0.1/", "http:///x",
     "http://user:clave@127.0.0.1/", "file:///etc/passwd", "http://[::ffff:127.0.0.1]/"],
)  # fmt: skip
def test_nothing_inside_the_network_is_ever_asked(address):
    assert probe(address) == LinkFault.FORBIDDEN


@pytest.mark.parametrize("address", ["http://[", "http://127.0.0.1:99999/", "http://\x00/", "http://a..b/"])
def test_an_address_that_cannot_be_read_is_told_as_such(address):
    assert probe(address) in (LinkFault.UNREACHABLE, LinkFault.FORBIDDEN)


def test_broken_links_outside_are_found_dated_and_forgotten_when_mended(tree, site, django_capture_on_commit_callbacks):
    note = linked(f"{site}/ok", f"{site}/nada")
    task = run(django_capture_on_commit_callbacks)
    broken = BrokenLink.objects.get()
    assert (broken.page_id, broken.target, broken.fault) == (note.pk, f"{site}/nada", LinkFault.NOT_FOUND)
    assert "1 enlaces rotos" in task.result["summary"]
    run(django_capture_on_commit_callbacks)
    again = BrokenLink.objects.get()
    assert again.since == broken.since < again.checked_at
    note.body = []
    note.save_revision().publish()
    run(django_capture_on_commit_callbacks)
    assert not BrokenLink.objects.exists()


def test_links_inside_to_what_nobody_can_reach_are_found(tree, django_capture_on_commit_callbacks):
    hidden, shown, document = draft_note(), published_note(), DocumentFactory()
    links = (f'<p><a linktype="page" id="{hidden.pk}">a</a> <a linktype="page" id="{shown.pk}">b</a> '
             f'<a linktype="document" id="{document.pk}">c</a></p>')  # fmt: skip
    published_note(body=[{"type": "text", "value": links}])
    draft_note(body=[{"type": "text", "value": links}])
    document.delete()
    run(django_capture_on_commit_callbacks)
    assert set(BrokenLink.objects.values_list("fault", flat=True)) == {"hidden_page", "missing_file"}
    assert BrokenLink.objects.count() == 2


def test_at_most_so_many_addresses_are_asked_and_the_rest_is_said(
    tree, site, monkeypatch, django_capture_on_commit_callbacks
):
    monkeypatch.setattr(check_links, "MOST_OUTSIDE", 2)
    linked(*(f"{site}/nada-{n}" for n in range(5)))
    task = run(django_capture_on_commit_callbacks)
    assert BrokenLink.objects.count() == 2
    assert "quedaron 3" in task.result["summary"]


def test_over_several_runs_every_address_is_asked_for_the_longest_ago_first(
    tree, site, monkeypatch, django_capture_on_commit_callbacks
):
    monkeypatch.setattr(check_links, "MOST_OUTSIDE", 2)
    note = linked(*(f"{site}/nada-{n}" for n in range(5)))
    seen = []
    for _run in range(3):
        run(django_capture_on_commit_callbacks)
        seen.append(OutsideLink.objects.exclude(checked_at=None).count())
    assert (seen, BrokenLink.objects.count()) == ([2, 4, 5], 5)
    oldest = OutsideLink.objects.first()
    run(django_capture_on_commit_callbacks)
    assert OutsideLink.objects.get(pk=oldest.pk).checked_at > oldest.checked_at
    note.body = []
    note.save_revision().publish()
    run(django_capture_on_commit_callbacks)
    assert not OutsideLink.objects.exists()


def test_the_worker_checks_them_once_a_week_by_itself_and_not_before_the_first_one(db):
    now = datetime(2026, 11, 24, 8, tzinfo=UTC)
    assert check_weekly(at=now) is None
    User.objects.create(username="primera", date_joined=now - timedelta(days=6))
    assert check_weekly(at=now) is None
    first, minute = now + timedelta(days=1), timedelta(minutes=1)
    assert [bool(check_weekly(at=first + wait)) for wait in (0 * minute, minute, timedelta(days=7) - minute)] == [
        True, False, False,
    ]  # fmt: skip
    assert check_weekly(at=first + timedelta(days=7))


def test_anybody_who_reads_the_report_sees_when_each_address_was_last_asked_for(tree):
    OutsideLink.objects.create(address="https://uno.test/", checked_at=datetime(2026, 11, 20, 15, tzinfo=UTC))
    OutsideLink.objects.create(address="https://dos.test/")
    index = reverse("enlaces_externos:index")
    writer = sign_in(Role.WRITING)
    page = writer.get(index).content.decode()
    assert "20/11/2026" in page
    assert page.index("dos.test") < page.index("uno.test")
    assert "Todavía no se revisa" in page
    assert index in writer.get(reverse("enlaces_rotos:index")).content.decode()
    for query in ({"q": '"'}, {"fault": "x"}, {"export": "csv"}):
        assert writer.get(index, query).status_code == 200


def test_the_head_starts_the_check_and_an_editor_only_reads_it(tree, site):
    head, writer = sign_in(Role.HEAD), sign_in(Role.WRITING)
    check, index = reverse("enlaces_rotos:check"), reverse("enlaces_rotos:index")
    writer.post(check)
    assert not LongTask.objects.exists()
    assert check in head.get(index).content.decode()
    assert head.post(check)["Location"] == reverse("tareas:inspect", args=[LongTask.objects.get().pk])
    for query in ({"q": '"'}, {"fault": "x"}, {"export": "csv"}):
        assert writer.get(index, query).status_code == 200
