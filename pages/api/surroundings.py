"""What the answers show that is neither a piece nor an alert; when any of it changes, so may they."""

from collections.abc import Iterator

from django.apps import apps
from django.db.models import Model
from modelcluster.fields import ParentalKey
from taggit.models import Tag
from wagtail.models import Page, Site

from headless.surroundings import show
from institution.models import (
    District,
    InstitutionDocument,
    InstitutionImage,
    InstitutionRendition,
    InstitutionSettings,
    IssuedNumber,
    OrganicUnit,
)
from pages import models


def show_surroundings() -> None:
    """Have every change of these move what is told."""
    show(District, InstitutionDocument, InstitutionImage, InstitutionRendition, InstitutionSettings)
    show(IssuedNumber, OrganicUnit, Site, Tag)
    show(models.Topic, models.PhotoSet, models.SetPhoto, models.NewsTag, models.DiffusionEntry, models.Review)
    show(models.WorkAdvance, models.AdvancePhoto, models.WorkMove, models.PdfReading, *_parts_of_pages())


def _parts_of_pages() -> Iterator[type[Model]]:
    """What hangs from a page: its attachments, the steps of guidance, the pieces of a campaign."""
    for model in apps.get_models():
        if any(
            isinstance(field, ParentalKey) and issubclass(field.related_model, Page) for field in model._meta.fields
        ):
            yield model
