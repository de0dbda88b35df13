"""What the answers show that is neither a piece nor an alert; when any of it changes, so may they."""

from taggit.models import Tag
from wagtail.models import Site

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
    """Have every change of these move what is told.

    What hangs from a page (its attachments, the steps of guidance) is not among them: it is written and erased with
    its page, which the feed hears in that transaction. Heard by themselves, they would hold the clock before the page's
    row, the other way round from who publishes, and PostgreSQL would end one of the two.
    """
    show(District, InstitutionDocument, InstitutionImage, InstitutionRendition, InstitutionSettings)
    show(IssuedNumber, OrganicUnit, Site, Tag)
    show(models.Topic, models.PhotoSet, models.SetPhoto, models.DiffusionEntry, models.Review)
    show(models.WorkAdvance, models.AdvancePhoto, models.WorkMove, models.PdfReading)
