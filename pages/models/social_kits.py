"""What is told on social networks: a kit of a published piece, or one of its own such as a greeting."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from institution.public_address import public_address
from pages.enums.social import KitKind
from pages.models.embargo import visible_pages

OF_A_PAGE = Q(kind=KitKind.PIECE, page__isnull=False, title="")
OF_ITS_OWN = ~Q(kind=KitKind.PIECE) & Q(page__isnull=True) & ~Q(title="")


class SocialKitQuerySet(models.QuerySet["SocialKit"]):
    def public(self, *, at: datetime) -> "SocialKitQuerySet":
        """Those of what anybody may see at `at`, and those without a page."""
        return self.filter(Q(page__isnull=True) | Q(page__in=visible_pages(at=at)))


class SocialKit(models.Model):
    """A kit (*kit de difusión*): a post for each network, with its cards.

    Of a piece it tells what the piece says; without a page it has a title, a text and a photo of its own.
    """

    kind = models.CharField(_("clase"), max_length=10, choices=KitKind, default=KitKind.GREETING)
    page = models.OneToOneField(
        "wagtailcore.Page",
        verbose_name=_("pieza"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.CASCADE,
        related_name="social_kit",
    )
    title = models.CharField(_("título"), max_length=160, blank=True)
    text = models.TextField(_("texto"), max_length=1_500, blank=True)
    occasion_on = models.DateField(_("fecha"), null=True, blank=True, help_text=_("El día que se conmemora o informa."))
    link = models.URLField(_("enlace"), max_length=500, blank=True, help_text=_("Si hay dónde leer más."))
    photo = models.ForeignKey(
        "institution.InstitutionImage",
        verbose_name=_("foto"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="social_kits",
    )
    photo_alt = models.CharField(_("texto alternativo de la foto"), max_length=250, blank=True)
    quote = models.CharField(
        _("cita"),
        max_length=400,
        blank=True,
        help_text=_("Para la tarjeta con la cita. Vacía: la primera de la pieza."),
    )
    quote_by = models.CharField(_("quién lo dijo"), max_length=150, blank=True)
    created_at = models.DateTimeField(_("creado"), editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("creado por"),
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    objects = SocialKitQuerySet.as_manager()

    class Meta:
        verbose_name = _("kit de redes sociales")
        verbose_name_plural = _("kits de redes sociales")
        ordering = ["-created_at", "-pk"]
        permissions = [("approve_socialkit", _("Puede aprobar y programar publicaciones en redes sociales"))]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=KitKind.values), name="pages_kit_kind_known"),
            models.CheckConstraint(condition=OF_A_PAGE | OF_ITS_OWN, name="pages_kit_of_a_page_or_its_own"),
            models.CheckConstraint(condition=Q(quote_by="") | ~Q(quote=""), name="pages_kit_quote_before_its_author"),
        ]

    def __str__(self) -> str:
        return self.page.title if self.page else self.title

    @property
    def campaign(self) -> str:
        """What its links carry as `utm_campaign`."""
        return self.page.slug if self.page else (slugify(self.title)[:80] or f"kit-{self.pk}")

    @property
    def address(self) -> str:
        """Where more can be read; blank when nowhere."""
        return public_address(self.page.get_url() or "") if self.page else self.link
