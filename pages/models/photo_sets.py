from django.conf import settings
from django.db import models
from django.db.models import Prefetch
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable, Page

from institution.models import InstitutionImage

MOST_PHOTOS = 60


class PhotoSetQuerySet(models.QuerySet):
    def for_page(self, page: Page) -> "PhotoSetQuerySet":
        """The sets of an event or any other page, ready to be shown, in three queries."""
        return self.filter(page_id=page.pk).with_photos()

    def with_photos(self) -> "PhotoSetQuerySet":
        """With the photos in their order, and their cuts."""
        placed = SetPhoto.objects.select_related("image").prefetch_related("image__renditions")
        return self.prefetch_related(Prefetch("photos", queryset=placed))


class PhotoSet(ClusterableModel):
    """The photos of one occasion, brought in together and captioned in a grid."""

    name = models.CharField(_("nombre"), max_length=150)
    page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("evento o página"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="photo_sets",
        help_text=_("Si la elige, la serie aparece al pie de esa página."),
    )
    collection = models.ForeignKey(
        "wagtailcore.Collection",
        verbose_name=_("colección"),
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    taken_on = models.DateField(_("fecha"), null=True, blank=True)
    place = models.CharField(_("lugar"), max_length=120, blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("creada por"),
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    created_at = models.DateTimeField(_("creada"), editable=False)

    objects = PhotoSetQuerySet.as_manager()

    class Meta:
        verbose_name = _("serie de fotos")
        verbose_name_plural = _("series de fotos")
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return self.name

    def images(self) -> list[InstitutionImage]:
        """Every photo of the set in its order."""
        return [placed.image for placed in self.photos.all()]

    def shown(self) -> list[InstitutionImage]:
        """Those that the public may see: told in words, credited, and with the consent of who is in them."""
        return [image for image in self.images() if image.ready]


class SetPhoto(Orderable):
    """A photo's place in a set."""

    photo_set = ParentalKey(PhotoSet, on_delete=models.CASCADE, related_name="photos")
    image = models.ForeignKey(
        "institution.InstitutionImage", verbose_name=_("foto"), on_delete=models.CASCADE, related_name="in_sets"
    )

    class Meta(Orderable.Meta):
        verbose_name = _("foto de la serie")
        verbose_name_plural = _("fotos de la serie")
        constraints = [models.UniqueConstraint(fields=["photo_set", "image"], name="pages_photo_once_in_a_set")]
