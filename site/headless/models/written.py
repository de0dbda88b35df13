from collections.abc import Mapping, Sequence

from django.db import connection, models
from django.utils.translation import gettext_lazy as _

ONE = (
    'SELECT "key", "text" FROM "headless_writtenitem" '
    'WHERE "type" = %s AND "form" = %s AND "edition" = %s AND "key" = %s'
)


class WrittenItemQuerySet(models.QuerySet["WrittenItem"]):
    def texts(self, *, type: str, form: str, edition: str, keys: Sequence[int]) -> dict[int, str]:
        """What was written of those items in that form under that edition, by key; what wasn't is missing.

        One alone is asked for in SQL: the ORM would spend more in saying it than the rest of its answer costs.
        """
        if len(keys) == 1:
            with connection.cursor() as cursor:
                cursor.execute(ONE, [type, form, edition, keys[0]])
                return dict(cursor.fetchall())
        found = self.filter(type=type, form=form, edition=edition, key__in=keys)
        return dict(found.values_list("key", "text"))

    def keep(self, *, type: str, form: str, edition: str, texts: Mapping[int, str]) -> None:
        """Keep what was written, in place of what other editions told."""
        rows = [WrittenItem(type=type, key=key, form=form, edition=edition, text=text) for key, text in texts.items()]
        self.bulk_create(
            rows,
            update_conflicts=True,
            unique_fields=["type", "key", "form"],
            update_fields=["edition", "text"],
        )


class WrittenItem(models.Model):
    """An item as the API tells it, written once for each edition of what is public.

    It saves work and decides nothing: which items are told is always asked of their own tables. `form` is one of the
    shapes of an item: brief, whole, or whole with its body as HTML, blocks or text. Losing every row loses nothing.
    """

    type = models.CharField(_("tipo"), max_length=40)
    key = models.BigIntegerField(_("id"))
    form = models.CharField(_("forma"), max_length=20)
    edition = models.CharField(_("edición"), max_length=120)
    text = models.TextField(_("texto"))

    objects = WrittenItemQuerySet.as_manager()

    class Meta:
        verbose_name = _("elemento escrito")
        verbose_name_plural = _("elementos escritos")
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["type", "key", "form"], name="headless_written_once")]

    def __str__(self) -> str:
        return f"{self.type} {self.key} {self.form}"
