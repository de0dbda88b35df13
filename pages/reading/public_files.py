"""The pictures and the documents that anybody may see, because something public shows them."""

from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.db.models import BigIntegerField, CharField, Model, Q, QuerySet
from django.db.models.functions import Cast
from wagtail.models import Page, ReferenceIndex

from institution.models import InstitutionDocument, InstitutionImage
from pages.models.embargo import visible_pages
from pages.models.photo_sets import PhotoSet
from pages.serving import PAGE, private_types


def public_images(at: datetime) -> QuerySet:
    """The pictures that a page which anybody may see shows, itself or in a set of photos, with consent."""
    pages = visible_pages(at=at)
    sets = PhotoSet.objects.filter(Q(page__in=pages) | Q(pk__in=_shown_by(pages, PhotoSet)))
    shown = Q(pk__in=_shown_by(pages, InstitutionImage)) | Q(in_sets__photo_set__in=sets)
    return InstitutionImage.objects.publishable().filter(pk__in=InstitutionImage.objects.filter(shown).values("pk"))


def public_documents(at: datetime) -> QuerySet:
    """The documents that anybody may download: those of what is public, but for what authorises a picture."""
    told = _references(InstitutionDocument).exclude(PAGE).exclude(base_content_type__in=private_types())
    shown = Q(pk__in=_shown_by(visible_pages(at=at), InstitutionDocument)) | Q(pk__in=_targets(told))
    return InstitutionDocument.objects.filter(shown, authorised_images__isnull=True)


def _references(model: type[Model]) -> QuerySet:
    return ReferenceIndex.objects.filter(to_content_type=ContentType.objects.get_for_model(model))


def _shown_by(pages: QuerySet, model: type[Model]) -> QuerySet:
    keys = pages.order_by().annotate(written=Cast("pk", CharField())).values("written")
    base = ContentType.objects.get_for_model(Page)
    return _targets(_references(model).filter(base_content_type=base, object_id__in=keys))


def _targets(references: QuerySet) -> QuerySet:
    return references.annotate(key=Cast("to_object_id", BigIntegerField())).values("key")
