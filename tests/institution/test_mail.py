"""Mail: queued once for each key, delivered after the commit, tried again, erased in time."""

import re
import shutil
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from post_office.models import STATUS, Attachment, Email

from institution.actions.mail import erase_old_mail, message_id, send_once
from institution.actions.mail_delivery import deliver_due
from institution.actions.seed_roles import seed_roles
from institution.enums import MailState, Role
from institution.models import OutgoingMail
from tests.factories.mail import queued_mail
from tests.factories.people import user_with
from tests.servers import ROOT, environment, free_port

NOON = datetime(2026, 11, 24, 17, tzinfo=UTC)
TRIES = 17  # the first and POST_OFFICE's MAX_RETRIES
pytestmark = pytest.mark.django_db


@pytest.fixture
def unreachable(settings) -> None:
    """A mail server that nobody answers for."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", free_port()


def given_up(**fields) -> OutgoingMail:
    """A message whose every try failed; needs `unreachable`."""
    mail = queued_mail(at=NOON, **fields)
    for n in range(TRIES):
        deliver_due(NOON + n * timedelta(minutes=15))
    return OutgoingMail.objects.get(pk=mail.pk)


def test_a_message_leaves_once_what_it_tells_of_is_kept(mailoutbox, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        mail = queued_mail(at=NOON, reply_to="oficina@example.test", attachments={"carta.txt": "Señora:".encode()})
        assert mailoutbox == []
    (sent,) = mailoutbox
    assert (sent.to, sent.cc, sent.bcc) == (["vecina@example.test"], [], [])
    assert sent.extra_headers == {"Reply-To": "oficina@example.test", "Message-ID": message_id(mail.key)}
    assert sent.attachments[0][:2] == ("carta.txt", "Señora:")
    assert OutgoingMail.objects.get().state == MailState.SENT


def test_a_second_message_with_the_same_key_is_never_queued(mailoutbox):
    assert send_once(key="k", to="a@example.test", subject="Uno", body="", at=NOON)
    assert not send_once(key="k", to="b@example.test", subject="Dos", body="", at=NOON)
    assert (deliver_due(NOON), deliver_due(NOON + timedelta(days=1))) == (1, 0)
    assert [sent.subject for sent in mailoutbox] == ["Uno"]


def test_what_is_rolled_back_is_not_sent_and_its_key_is_free_again(mailoutbox):
    with transaction.atomic():
        queued_mail(at=NOON, key="k")
        transaction.set_rollback(True)
    assert (deliver_due(NOON), Email.objects.count()) == (0, 0)
    assert queued_mail(at=NOON, key="k").state == MailState.QUEUED


@pytest.mark.parametrize("written", ["{{ settings.SECRET_KEY }}", "{% now 'Y' %}", "{% nada", "<b>100 %</b>"])
def test_what_people_write_is_sent_as_written_and_never_run(mailoutbox, written):
    queued_mail(at=NOON, subject=written, body=written)
    deliver_due(NOON)
    assert (mailoutbox[0].subject, mailoutbox[0].body) == (written, written)


def test_a_subject_of_two_lines_adds_no_header(mailoutbox):
    queued_mail(at=NOON, subject="Hola\r\nBcc: otra@example.test")
    deliver_due(NOON)
    assert "\nBcc" not in mailoutbox[0].message().as_string()


@pytest.mark.parametrize(
    "wrong", [{"to": ""}, {"to": "nadie"}, {"to": "a@b.test, c@d.test"}, {"reply_to": "a@b.test\nBcc: c@d.test"}]
)
def test_what_is_no_address_is_refused_and_nothing_is_queued(wrong):
    with pytest.raises(ValidationError):
        queued_mail(at=NOON, **wrong)
    assert not OutgoingMail.objects.exists()


def test_the_database_refuses_a_message_without_a_key_and_two_with_the_same():
    for key in ("", "k"):
        with pytest.raises(IntegrityError), transaction.atomic():
            OutgoingMail.objects.bulk_create([OutgoingMail(key=key, created_at=NOON) for _ in range(2)])


def test_what_fails_is_tried_again_later_and_given_up_at_last(unreachable, settings, mailoutbox):
    queued_mail(at=NOON)
    assert deliver_due(NOON) == 0
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert deliver_due(NOON + timedelta(minutes=14)) == 0
    assert deliver_due(NOON + timedelta(minutes=15)) == 1
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    mail = given_up()
    assert (mail.state, mail.email.logs.count()) == (MailState.FAILED, TRIES)
    assert mail.last_failure.startswith("ConnectionRefusedError")


def test_one_that_fails_does_not_keep_the_next_from_leaving(mailoutbox):
    broken = queued_mail(at=NOON)
    Email.objects.filter(pk=broken.email_id).update(subject="dos\nlíneas")
    queued_mail(at=NOON)
    assert deliver_due(NOON) == 1


def test_what_a_dead_worker_left_midway_is_delivered_ten_minutes_later(mailoutbox):
    assert queued_mail(at=NOON).take(at=NOON)
    assert deliver_due(NOON + timedelta(minutes=9)) == 0
    assert deliver_due(NOON + timedelta(minutes=10)) == 1


def test_a_message_is_taken_by_one_process_only():
    mail = queued_mail(at=NOON)
    assert [mail.take(at=NOON), mail.take(at=NOON)] == [True, False]


def test_the_same_key_has_the_same_message_id_and_another_key_another():
    assert message_id("k") == message_id("k") != message_id("l")
    assert re.fullmatch(r"<[0-9a-f]{32}@example\.test>", message_id("k"))


def test_the_text_and_the_files_are_erased_after_thirty_days_and_the_key_still_holds():
    queued_mail(at=NOON, key="k", attachments={"carta.txt": b"Hola"})
    waiting = queued_mail(at=NOON)
    Email.objects.filter(pk=waiting.email_id).update(scheduled_time=NOON + timedelta(days=90))
    deliver_due(NOON)
    path = Path(Attachment.objects.get().file.path)
    assert erase_old_mail(NOON + timedelta(days=30)) == 0
    assert path.exists()
    assert erase_old_mail(NOON + timedelta(days=30, seconds=1)) == 1
    assert not path.exists()
    assert list(Email.objects.all()) == [waiting.email]
    assert not send_once(key="k", to="a@example.test", subject="Otra vez", body="", at=NOON)


def test_what_was_given_up_is_erased_too(unreachable):
    given_up()
    assert erase_old_mail(NOON + timedelta(days=31)) == 1


# Several processes at once


def queue_and_deliver_in_parallel(url: str, folder: Path) -> list[str]:
    """The Message-ID of all that four processes delivered."""
    values = {"DATABASE_URL": url, "VAR_DIR": str(folder), "DJANGO_SETTINGS_MODULE": "config.settings.dev"}
    command = [sys.executable, str(ROOT / "tests/institution/send_mail.py"), "12"]
    running = [subprocess.Popen(command, cwd=ROOT, env=environment(**values)) for _ in range(4)]
    assert [process.wait(timeout=120) for process in running] == [0] * 4
    files = (path.read_text(encoding="utf-8") for path in (folder / "mail").iterdir())
    return re.findall(r"^Message-ID: (\S+)", "".join(files), re.MULTILINE)


@pytest.mark.xdist_group("processes")
def test_processes_that_queue_and_deliver_the_same_at_once_send_it_once_on_sqlite(migrated_sqlite, tmp_path):
    database = shutil.copy(migrated_sqlite, tmp_path / "db.sqlite3")
    sent = queue_and_deliver_in_parallel(f"sqlite:///{database}", tmp_path)
    assert sorted(sent) == sorted(message_id(f"aviso-{n}") for n in range(12))


@pytest.mark.xdist_group("postgresql")
def test_processes_that_queue_and_deliver_the_same_at_once_send_it_once_on_postgresql(fresh_postgresql, tmp_path):
    sent = queue_and_deliver_in_parallel(fresh_postgresql(), tmp_path)
    assert sorted(sent) == sorted(message_id(f"aviso-{n}") for n in range(12))


# The register


@pytest.fixture
def head() -> Client:
    seed_roles()
    client = Client()
    client.force_login(user_with(Role.HEAD))
    return client


def test_a_failed_message_is_sent_again_from_the_register(
    head, unreachable, settings, mailoutbox, django_capture_on_commit_callbacks
):
    mail = given_up(body="https://portal.example.test/enlace-secreto/")
    screen = head.get(reverse("correos:inspect", args=[mail.pk])).content.decode()
    assert "ConnectionRefusedError" in screen
    assert "enlace-secreto" not in screen
    assert reverse("correos:retry", args=[mail.pk]) in screen
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    with django_capture_on_commit_callbacks(execute=True):
        head.post(reverse("correos:retry", args=[mail.pk]))
    assert len(mailoutbox) == 1
    assert OutgoingMail.objects.get().state == MailState.SENT


def test_a_message_that_left_is_not_sent_again_however_often_it_is_asked(head, mailoutbox):
    mail = queued_mail(at=NOON)
    deliver_due(NOON)
    told = head.post(reverse("correos:retry", args=[mail.pk]), follow=True).content.decode()
    assert "no se envió de nuevo" in told
    assert deliver_due(timezone.now()) == 0
    assert (
        reverse("correos:retry", args=[mail.pk])
        not in head.get(reverse("correos:inspect", args=[mail.pk])).content.decode()
    )


def test_the_register_tells_each_state_with_its_word_and_is_filtered_by_it(head):
    for n, status in enumerate((STATUS.queued, STATUS.requeued, STATUS.sent, STATUS.failed)):
        mail = queued_mail(at=NOON, subject=f"Asunto {n}")
        Email.objects.filter(pk=mail.email_id).update(status=status)
    for state, found in {"queued": "01", "sent": "2", "failed": "3"}.items():
        listing = head.get(reverse("correos:index_results"), {"state": state}).content.decode()
        assert re.findall(r"Asunto (\d)", re.sub(r"<[^>]*>", "", listing)) == sorted(found, reverse=True)
        assert f">{MailState(state).label}</span>" in listing


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_register_is_exported_and_an_erased_message_is_left_out(head, kind):
    erased = queued_mail(at=NOON)
    Email.objects.all().delete()
    queued_mail(at=NOON)
    assert erased.key not in head.get(reverse("correos:index")).content.decode()
    body = b"".join(head.get(reverse("correos:index"), {"export": kind}).streaming_content)
    assert body
    if kind == "csv":
        assert len(body.splitlines()) == 2
