from datetime import UTC, datetime

from django.db import connection, models
from django.db.models import F, Q
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

ERA_LETTERS = 12
ONLY = 1
WITH_DUE = (
    "SELECT last, forgotten, surroundings, era, moved_at, (SELECT MIN(due_at) FROM headless_publicitem) "
    "FROM headless_feedclock WHERE id = 1"
)


def new_era() -> str:
    """A word that no other life of the feed had."""
    return get_random_string(ERA_LETTERS)


class FeedClockQuerySet(models.QuerySet["FeedClock"]):
    def hold(self) -> "FeedClock":
        """The clock, held by the caller's transaction until it ends.

        Who appends holds it before looking at what is public: so changes are numbered in the order of the commits,
        and a reader that saw a number has seen all the smaller ones. On SQLite the single writer does the same.
        """
        return self.select_for_update().get_or_create(pk=ONLY)[0]

    def read(self) -> "FeedClock":
        """The clock as it stands, without waiting for anybody."""
        return self.filter(pk=ONLY).first() or self.get_or_create(pk=ONLY)[0]

    def read_with_due(self) -> "FeedClock":
        """The clock as it stands, with the instant `next_due` when something next changes by time alone; one query.

        Written in SQL: it is asked before every answer of the API, and the ORM spends more in saying it than any
        database in answering.
        """
        with connection.cursor() as cursor:
            cursor.execute(WITH_DUE)
            row = cursor.fetchone()
        if row is None:
            self.read()
            return self.read_with_due()
        last, forgotten, surroundings, era, moved_at, due = row
        numbers = {"last": last, "forgotten": forgotten, "surroundings": surroundings}
        clock = FeedClock(pk=ONLY, era=era, moved_at=_instant(moved_at), **numbers)
        clock.next_due = _instant(due)
        return clock

    def surroundings_moved(self, at: datetime) -> None:
        """Note that something which the items show, and is none of them, changed: a picture's credit, a unit's name."""
        if not self.filter(pk=ONLY).update(surroundings=F("surroundings") + 1, moved_at=at):
            self.get_or_create(pk=ONLY, defaults={"surroundings": 1, "moved_at": at})


def _instant(value: datetime | str | None) -> datetime | None:
    """An instant as the database gives it: SQLite as a text or without its zone, always in UTC."""
    moment = datetime.fromisoformat(value) if isinstance(value, str) else value
    return moment.replace(tzinfo=UTC) if moment and moment.tzinfo is None else moment


class FeedClock(models.Model):
    """The feed's only clock: the number of the last change, which is also the version of all that is public.

    `surroundings` counts what changed in what the items show without being items. `moved_at` is when either number
    last moved. `forgotten` is the last number that is no longer kept. `era` changes when the feed starts anew, as
    after a backup was restored: a place noted in another era is of no use.
    """

    last = models.BigIntegerField(_("último cambio"), default=0)
    forgotten = models.BigIntegerField(_("último cambio olvidado"), default=0)
    surroundings = models.BigIntegerField(_("cambios de lo que rodea"), default=0)
    moved_at = models.DateTimeField(_("último movimiento"), null=True, blank=True)
    era = models.CharField(_("época"), max_length=ERA_LETTERS, default=new_era)
    compared_at = models.DateTimeField(_("comparado con lo público"), null=True, blank=True)

    next_due: datetime | None = None

    objects = FeedClockQuerySet.as_manager()

    class Meta:
        verbose_name = _("reloj de los cambios")
        verbose_name_plural = _("reloj de los cambios")
        default_permissions = ()
        constraints = [
            models.CheckConstraint(condition=Q(pk=ONLY), name="headless_one_clock"),
            models.CheckConstraint(
                condition=Q(forgotten__gte=0) & Q(forgotten__lte=F("last")), name="headless_clock_forgets_the_past"
            ),
        ]

    def __str__(self) -> str:
        return str(self.last)
