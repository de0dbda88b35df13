from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from taggit.models import TaggedItemBase
from wagtail.models import Orderable
from wagtail.search import index

from pages.models.gathered import Gathered
from pages.models.piece import Piece
from pages.panels.pieces import news_edit_handler


class NewsTag(TaggedItemBase):
    """A free tag on a note."""

    content_object = ParentalKey("pages.NewsPage", on_delete=models.CASCADE, related_name="tagged_items")


class NewsPage(Gathered, Piece):
    """A press note (*nota de prensa*), from the editor's draft to the citizen's phone."""

    kicker = models.CharField(_("volanta"), max_length=120, blank=True)
    number = models.OneToOneField(
        "institution.IssuedNumber",
        verbose_name=_("número"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="note",
    )
    event_date = models.DateField(_("fecha del hecho"), null=True, blank=True, db_index=True)
    author_credit = models.CharField(_("firma"), max_length=120, blank=True)
    tags = ClusterTaggableManager(through=NewsTag, verbose_name=_("etiquetas"), blank=True)
    press_contact = models.CharField(
        _("contacto de prensa"), max_length=250, blank=True, help_text=_("Vacío: el de la institución.")
    )

    edit_handler = news_edit_handler()
    parent_page_types = ["pages.NewsIndexPage"]
    exclude_fields_in_copy = [*Piece.exclude_fields_in_copy, "number"]
    template = "pages/news.html"

    search_fields = [*Piece.search_fields, index.SearchField("kicker", column="headings")]

    class Meta(Piece.Meta):
        verbose_name = _("nota de prensa")
        verbose_name_plural = _("notas de prensa")

    def search_tags(self) -> list[str]:
        """Its number and its free tags too."""
        numbered = [self.number.text] if self.number else []
        return [*super().search_tags(), *numbered, *(tag.name for tag in self.tags.all())]

    def get_context(self, request, *args, **kwargs):
        from pages.reading.notes import reading_context

        return super().get_context(request, *args, **kwargs) | reading_context(self, request, at=timezone.now())

    def issue(self, draft, *, by, at):
        from pages.actions.number_notes import number_note

        return {"number_id": number_note(self, subject=draft.title, by=by, at=at).pk}

    def with_content_json(self, content):
        """A draft made before the note was numbered must not take its number away."""
        page = super().with_content_json(content)
        page.number_id = self.number_id
        return page


class RelatedNote(Orderable):
    """Another note that the editor relates to this one."""

    page = ParentalKey(NewsPage, on_delete=models.CASCADE, related_name="related_notes")
    note = models.ForeignKey(NewsPage, verbose_name=_("nota"), on_delete=models.CASCADE, related_name="+")

    class Meta(Orderable.Meta):
        verbose_name = _("nota relacionada")
        verbose_name_plural = _("notas relacionadas")
        constraints = [
            models.UniqueConstraint(fields=["page", "note"], name="pages_related_once"),
            models.CheckConstraint(condition=~Q(page=models.F("note")), name="pages_not_related_to_itself"),
        ]
