from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from institution.alphabet import Alphabetical


class TopicManager(models.Manager["Topic"]):
    def get_queryset(self) -> models.QuerySet["Topic"]:
        """From A to Z; the model's own ordering only knows columns."""
        return super().get_queryset().order_by(Alphabetical("name"))


class Topic(index.Indexed, models.Model):
    """A subject of the controlled vocabulary; citizens filter by it and integrators ask for it."""

    name = models.CharField(_("nombre"), max_length=60, unique=True)
    slug = models.SlugField(_("nombre en la dirección"), max_length=60, unique=True)
    description = models.CharField(_("qué abarca"), max_length=200, blank=True)

    objects = TopicManager()

    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta:
        verbose_name = _("tema")
        verbose_name_plural = _("temas")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
