"""What every published piece has, whatever its type: its words, who informs, where, its photo, how it goes public."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.db import models
from django.http import Http404, HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.fields import StreamField
from wagtail.models import Page, PageManager, get_page_models
from wagtail.search import index

from pages.blocks import BodyBlock
from pages.forms.piece import PieceForm
from pages.models.corrections import Corrected
from pages.models.embargo import EmbargoedPage, EmbargoQuerySet
from pages.models.guarded import Guarded
from pages.models.publicity import PublicityMarked
from pages.panels.pieces import piece_edit_handler
from pages.searched import attached_texts, facets_of, headings_of, topics_of


class PieceQuerySet(EmbargoQuerySet):
    def newest_first(self) -> "PieceQuerySet":
        return self.order_by("-published_at", "-pk")

    def for_cards(self) -> "PieceQuerySet":
        """With all that a card shows, in a constant number of queries."""
        return self.select_related("lead_photo", "district", "unit").prefetch_related(
            "topics", "lead_photo__renditions"
        )


class Piece(Guarded, Corrected, PublicityMarked, EmbargoedPage):
    """A page type of what the office publishes. Types say their own obstacles and what they are issued with."""

    summary = models.TextField(_("bajada"), max_length=400, help_text=_("En una o dos frases, lo que importa."))
    published_at = models.DateTimeField(
        _("fecha de publicación"),
        null=True,
        blank=True,
        db_index=True,
        help_text=_("Déjela vacía: se anota sola al publicar. Cámbiela solo en piezas antiguas."),
    )
    unit = models.ForeignKey(
        "institution.OrganicUnit",
        verbose_name=_("unidad que informa"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="%(class)ss",
    )
    district = models.ForeignKey(
        "institution.District",
        verbose_name=_("distrito"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="%(class)ss",
    )
    locality = models.CharField(_("localidad o lugar"), max_length=120, blank=True)
    lead_photo = models.ForeignKey(
        "institution.InstitutionImage",
        verbose_name=_("foto principal"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="lead_of_%(class)ss",
    )
    lead_photo_alt = models.CharField(
        _("texto alternativo"), max_length=250, blank=True, help_text=_("Qué se ve, para quien no puede verla.")
    )
    lead_photo_caption = models.CharField(_("leyenda"), max_length=300, blank=True)
    lead_photo_credit = models.CharField(_("crédito"), max_length=150, blank=True)
    body = StreamField(BodyBlock(), verbose_name=_("cuerpo"), blank=True)
    topics = ParentalManyToManyField("pages.Topic", verbose_name=_("temas"), blank=True, related_name="%(class)ss")

    objects = PageManager.from_queryset(PieceQuerySet)()
    base_form_class = PieceForm
    edit_handler = piece_edit_handler()
    subpage_types: list[str] = []
    exclude_fields_in_copy = ["published_at", "embargo_until"]

    search_fields = [
        *EmbargoedPage.search_fields,
        index.SearchField("summary", column="summary"),
        index.SearchField("body_headings", column="headings"),
        index.SearchField("body"),
        index.SearchField("search_tags", column="tags"),
        index.SearchField("attached_text", column="attachments"),
        index.FilterField("embargo_until"),
        index.FilterField("published_at"),
    ]

    class Meta(PublicityMarked.Meta):
        abstract = True
        indexes = [models.Index(fields=["-published_at", "-page_ptr"], name="%(app_label)s_%(class)s_newest")]

    @classmethod
    def get_indexed_objects(cls) -> models.QuerySet:
        return super().get_indexed_objects().select_related("district", "unit")

    def body_headings(self) -> list[str]:
        """The headings of its body."""
        return headings_of(self.body)

    def search_tags(self) -> list[str]:
        """The names that it is filed under: its topics, its place, who informs, what it is."""
        filed = [*topics_of(self), self.district, self.locality, self.unit, self._meta.verbose_name]
        return [str(name) for name in filed if name]

    def attached_text(self) -> list[str]:
        """What is written inside the documents that it shows and anybody may read."""
        return attached_texts(self)

    def search_facets(self) -> list[tuple[str, Any]]:
        """What a search may be narrowed by."""
        return facets_of(self)

    @property
    def search_moment(self) -> datetime | None:
        """The instant by which a search orders it."""
        return self.published_at

    @property
    def card_photo(self) -> Any:
        """The picture that represents it in a list; None where there is none."""
        return self.lead_photo

    def own_obstacles(self, *, at: datetime) -> dict[str, str]:
        """What this type asks before it is published at `at`, by field name, in Spanish; nothing by default."""
        return {}

    def issue(self, draft: "Piece", *, by: Any, at: datetime) -> dict[str, Any]:
        """What is given the first time that the piece goes live, such as a number: values of this page's fields.

        `draft` is the version that is being published. Runs inside the publishing transaction.
        """
        return {}

    @property
    def kept_up_to_date(self) -> bool:
        """Whether whoever governs goes on keeping it true, instead of keeping it as the archive of a term."""
        return False

    @property
    def belongs_at(self) -> datetime | None:
        """The instant that says to which term of government what it tells belongs."""
        return self.last_published_at if self.kept_up_to_date else self.published_at

    def serve(self, request: HttpRequest, *args, **kwargs):
        if not self.shown(at=timezone.now()):
            raise Http404
        return super().serve(request, *args, **kwargs)

    def get_sitemap_urls(self, request=None):
        return [] if self.embargoed(at=timezone.now()) else super().get_sitemap_urls(request)

    def with_content_json(self, content):
        """A draft made before the piece was published must not take its date away."""
        page = super().with_content_json(content)
        page.published_at = page.published_at or self.published_at
        return page

    def prepare_to_publish(self, revision, *, by: Any, at: datetime) -> None:
        from pages.actions.publication import prepare_publication

        prepare_publication(page=self, revision=revision, by=by, at=at)


def piece_models() -> Iterator[type[Piece]]:
    """Every type of piece there is."""
    return (model for model in get_page_models() if issubclass(model, Piece))


def pieces_among(keys: list[int]) -> list[Piece]:
    """The pieces with those keys, each of its own type; other pages are left out."""
    found = Page.objects.filter(pk__in=keys).specific()
    return [page for page in found if isinstance(page, Piece)]
