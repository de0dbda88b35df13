from django.db import models, transaction
from django.db.models import Q
from django.http import Http404, HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from taggit.models import TaggedItemBase
from wagtail.fields import StreamField
from wagtail.models import Orderable, PageManager
from wagtail.search import index

from pages.blocks import BodyBlock
from pages.enums import PublicityGround, PublicityMedium
from pages.forms.news import NewsPageForm
from pages.models.embargo import EmbargoedPage, EmbargoQuerySet
from pages.panels import news_edit_handler
from pages.rules.publication import PublicityMark

SCHEDULED = "wagtail.publish.scheduled"


class NewsQuerySet(EmbargoQuerySet):
    def newest_first(self) -> "NewsQuerySet":
        return self.order_by("-published_at", "-pk")

    def for_cards(self) -> "NewsQuerySet":
        """With all that a card shows, in a constant number of queries."""
        return self.select_related("lead_photo", "district", "unit").prefetch_related(
            "topics", "lead_photo__renditions"
        )


class NewsTag(TaggedItemBase):
    """A free tag on a note."""

    content_object = ParentalKey("pages.NewsPage", on_delete=models.CASCADE, related_name="tagged_items")


class NewsPage(EmbargoedPage):
    """A press note (*nota de prensa*), from the editor's draft to the citizen's phone."""

    kicker = models.CharField(_("volanta"), max_length=120, blank=True)
    summary = models.TextField(_("bajada"), max_length=400, help_text=_("En una o dos frases, lo que importa."))
    number = models.OneToOneField(
        "institution.IssuedNumber",
        verbose_name=_("número"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="note",
    )
    published_at = models.DateTimeField(
        _("fecha de publicación"),
        null=True,
        blank=True,
        db_index=True,
        help_text=_("Déjela vacía: se anota sola al publicar. Cámbiela solo en notas antiguas."),
    )
    unit = models.ForeignKey(
        "institution.OrganicUnit",
        verbose_name=_("unidad que informa"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="news",
    )
    district = models.ForeignKey(
        "institution.District",
        verbose_name=_("distrito"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="news",
    )
    locality = models.CharField(_("localidad o lugar"), max_length=120, blank=True)
    event_date = models.DateField(_("fecha del hecho"), null=True, blank=True, db_index=True)
    author_credit = models.CharField(_("firma"), max_length=120, blank=True)
    lead_photo = models.ForeignKey(
        "institution.InstitutionImage",
        verbose_name=_("foto principal"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="lead_of",
    )
    lead_photo_alt = models.CharField(
        _("texto alternativo"), max_length=250, blank=True, help_text=_("Qué se ve, para quien no puede verla.")
    )
    lead_photo_caption = models.CharField(_("leyenda"), max_length=300, blank=True)
    lead_photo_credit = models.CharField(_("crédito"), max_length=150, blank=True)
    body = StreamField(BodyBlock(), verbose_name=_("cuerpo"), blank=True)
    topics = ParentalManyToManyField("pages.Topic", verbose_name=_("temas"), blank=True, related_name="news")
    tags = ClusterTaggableManager(through=NewsTag, verbose_name=_("etiquetas"), blank=True)
    press_contact = models.CharField(
        _("contacto de prensa"), max_length=250, blank=True, help_text=_("Vacío: el de la institución.")
    )
    is_publicity = models.BooleanField(_("es publicidad estatal"), default=False)
    publicity_ground = models.CharField(_("causal"), max_length=16, choices=PublicityGround, blank=True)
    publicity_medium = models.CharField(_("medio"), max_length=10, choices=PublicityMedium, blank=True)
    publicity_authorisation = models.CharField(_("autorización del jurado"), max_length=120, blank=True)
    publicity_report_due_on = models.DateField(_("reportar al jurado hasta"), null=True, blank=True)
    publicity_shows_official = models.BooleanField(_("nombra o muestra a una autoridad"), default=False)

    objects = PageManager.from_queryset(NewsQuerySet)()
    base_form_class = NewsPageForm
    edit_handler = news_edit_handler()
    parent_page_types = ["pages.NewsIndexPage"]
    subpage_types: list[str] = []
    exclude_fields_in_copy = ["number", "published_at", "embargo_until"]
    template = "pages/news.html"

    search_fields = [
        *EmbargoedPage.search_fields,
        index.SearchField("kicker"),
        index.SearchField("summary", boost=2),
        index.SearchField("body"),
        index.SearchField("locality"),
        index.FilterField("embargo_until"),
        index.FilterField("published_at"),
    ]

    class Meta:
        verbose_name = _("nota de prensa")
        verbose_name_plural = _("notas de prensa")
        indexes = [models.Index(fields=["-published_at", "-page_ptr"], name="pages_news_newest")]
        constraints = [
            models.CheckConstraint(
                condition=Q(publicity_ground="") | Q(publicity_ground__in=PublicityGround.values),
                name="pages_news_ground_known",
            ),
            models.CheckConstraint(
                condition=Q(publicity_medium="") | Q(publicity_medium__in=PublicityMedium.values),
                name="pages_news_medium_known",
            ),
        ]

    def serve(self, request: HttpRequest, *args, **kwargs):
        if not self.shown(at=timezone.now()):
            raise Http404
        return super().serve(request, *args, **kwargs)

    def get_context(self, request, *args, **kwargs):
        from pages.reading import reading_context

        return super().get_context(request, *args, **kwargs) | reading_context(self, request, at=timezone.now())

    def get_sitemap_urls(self, request=None):
        return [] if self.embargoed(at=timezone.now()) else super().get_sitemap_urls(request)

    @property
    def publicity_mark(self) -> PublicityMark:
        return PublicityMark(
            is_publicity=self.is_publicity,
            ground=self.publicity_ground,
            medium=self.publicity_medium,
            authorisation=self.publicity_authorisation,
            report_due_on=self.publicity_report_due_on,
            shows_official=self.publicity_shows_official,
        )

    def with_content_json(self, content):
        """A draft made before the note was numbered must not take its number or its date away."""
        page = super().with_content_json(content)
        page.number_id = self.number_id
        page.published_at = page.published_at or self.published_at
        return page

    def publish(self, revision, user=None, changed=True, log_action=True, previous_revision=None, **kwargs):
        """Publish, numbering the note the first time. Raises PublicationRefused when the law stands in the way.

        A scheduled note that is refused when its time comes stays as it was, out of schedule, and its history says why.
        """
        from pages.actions.publication import PublicationRefused, drop_schedule, prepare_publication

        try:
            with transaction.atomic():
                prepare_publication(page=self, revision=revision, by=user, at=timezone.now())
                super().publish(revision, user, changed, log_action, previous_revision, **kwargs)
        except PublicationRefused as refusal:
            if log_action != SCHEDULED:
                raise
            drop_schedule(page=self, revision=revision, refusal=refusal)


class Attachment(Orderable):
    """A document offered at the foot of a note."""

    page = ParentalKey(NewsPage, on_delete=models.CASCADE, related_name="attachments")
    document = models.ForeignKey(
        "institution.InstitutionDocument", verbose_name=_("documento"), on_delete=models.PROTECT, related_name="+"
    )
    title = models.CharField(_("título"), max_length=150, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("adjunto")
        verbose_name_plural = _("adjuntos")

    def __str__(self) -> str:
        return self.title or self.document.title


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
