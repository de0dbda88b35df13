"""How far a rebuild of the index is, for the next one to go on if it doesn't end."""

from django.db import models


class Rebuild(models.Model):
    """A rebuild that hasn't ended: everything before the object `through` of `kind` was analysed anew."""

    begun_at = models.DateTimeField()
    kind = models.CharField(max_length=100, blank=True, help_text="Label of the model, in their order.")
    through = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.kind} {self.through}"


class AnalysedWith(models.Model):
    """The one row that says with which chain everything in the index was last analysed."""

    chain = models.CharField(max_length=64)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="search_analysed_with_one")]

    def __str__(self) -> str:
        return self.chain
