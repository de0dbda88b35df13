from datetime import datetime, timedelta
from functools import reduce
from operator import or_

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from wagtail.models import CollectionViewRestriction

from institution.models import InstitutionDocument
from search.enums import TextState

WAITED_ENOUGH = timedelta(hours=1)


class DocumentTextQuerySet(models.QuerySet):
    def anybodys(self) -> "DocumentTextQuerySet":
        """Those of documents that anybody may read where a public page shows them.

        Not what authorises a picture (it holds the data of parents and minors, Ley 29733), nor what is in a private
        collection or inside one.
        """
        restrictions = CollectionViewRestriction.objects.values_list("collection__path", flat=True)
        private = [Q(document__collection__path__startswith=path) for path in restrictions]
        open_ones = self.filter(document__authorised_images=None)
        return open_ones.exclude(reduce(or_, private)) if private else open_ones


class DocumentText(models.Model):
    """The text inside a document, by which it and the pages that show it are found.

    `of_file` is the name of the file that was read, which no other file ever has: another means reading again.
    """

    document = models.OneToOneField(
        "institution.InstitutionDocument", on_delete=models.CASCADE, related_name="text_reading"
    )
    of_file = models.CharField(max_length=255)
    state = models.CharField(_("texto"), max_length=10, choices=TextState, default=TextState.WAITING, db_index=True)
    text = models.TextField(blank=True)
    counted = models.BooleanField(default=True, help_text="Whether pages that show the document are found by it.")
    since = models.DateTimeField(help_text="When it came to this state.")

    # A document must not look used, and so public, because we read it.
    wagtail_reference_index_ignore = True
    objects = DocumentTextQuerySet.as_manager()

    class Meta:
        verbose_name = _("texto de un documento")
        verbose_name_plural = _("textos de documentos")
        constraints = [
            models.CheckConstraint(condition=Q(state__in=TextState.values), name="search_text_state_known"),
            models.CheckConstraint(
                condition=Q(state__in=[TextState.READ, TextState.PARTIAL]) ^ Q(text=""),
                name="search_text_where_it_was_read",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document}: {self.get_state_display()}"


def unread_documents(*, at: datetime) -> models.QuerySet[InstitutionDocument]:
    """Documents whose file nobody read, nor is about to: it is another now, or has waited for too long at `at`."""
    lost = Q(text_reading__state=TextState.WAITING, text_reading__since__lte=at - WAITED_ENOUGH)
    other = ~Q(text_reading__of_file=F("file"))
    return InstitutionDocument.objects.filter(Q(text_reading=None) | other | lost).order_by("pk")
