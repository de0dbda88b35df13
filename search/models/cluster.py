"""What is known here of a cluster's indexes, and what each has yet to be told."""

from django.db import models
from django.db.models import Q

from search.enums import IndexState


class ClusterIndex(models.Model):
    """An index of the cluster that follows the documents here: the one that serves, or one that will take its place."""

    name = models.CharField(max_length=100, unique=True)
    state = models.CharField(max_length=10, choices=IndexState.choices, default=IndexState.FILLING)
    filled_through = models.BigIntegerField(
        default=0, help_text="The last document copied, in the order of their rows."
    )
    begun_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["state"], name="search_one_index_a_state"),
            models.CheckConstraint(condition=Q(state__in=IndexState.values), name="search_index_state"),
        ]

    def __str__(self) -> str:
        return self.name


class ClusterChange(models.Model):
    """A document that changed and that an index wasn't told of yet; the database writes it by itself, with triggers.

    The number of the row tells the cluster which of two tellings is the later.
    """

    index = models.ForeignKey(ClusterIndex, on_delete=models.CASCADE, related_name="changes")
    document = models.BigIntegerField(help_text="The row of an IndexedDocument, which may be gone.")

    def __str__(self) -> str:
        return f"{self.index_id}: {self.document}"
