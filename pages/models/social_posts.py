"""The posts of a kit, one a network."""

from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Min, Q
from django.utils.translation import gettext_lazy as _

from institution.enums import SocialNetwork
from pages.enums.social import CardKind, PostState
from pages.models.social_cards import SocialCard
from pages.models.social_kits import SocialKit
from pages.rules.social.counting import utf16_units
from pages.rules.social.limits import LIMITS
from pages.rules.social.links import campaign_link
from pages.rules.social.proposals import composed
from pages.rules.social.states import EDITABLE


class SocialPostQuerySet(models.QuerySet["SocialPost"]):
    def of_public_kits(self, *, at: datetime) -> "SocialPostQuerySet":
        """Those that were approved, of what anybody may see at `at`."""
        return self.exclude(state=PostState.DRAFT).filter(kit__in=SocialKit.objects.public(at=at))

    def due(self, *, at: datetime) -> "SocialPostQuerySet":
        """What a tool may post at `at`: approved, and scheduled for then or before, if at all."""
        return self.filter(Q(state=PostState.APPROVED) | Q(state=PostState.SCHEDULED, scheduled_for__lte=at))

    def next_due(self, *, at: datetime) -> datetime | None:
        """The first instant after `at` for which something is scheduled."""
        to_come = self.filter(state=PostState.SCHEDULED, scheduled_for__gt=at)
        return to_come.aggregate(first=Min("scheduled_for"))["first"]


class SocialPost(models.Model):
    """What a kit says on one network (*publicación*). Its words may change until it is posted."""

    kit = models.ForeignKey(SocialKit, verbose_name=_("kit"), on_delete=models.CASCADE, related_name="posts")
    network = models.CharField(_("red"), max_length=12, choices=SocialNetwork)
    state = models.CharField(
        _("estado"), max_length=10, choices=PostState, default=PostState.DRAFT, db_index=True, editable=False
    )
    title = models.CharField(_("título del video"), max_length=300, blank=True)
    text = models.TextField(_("texto"), blank=True)
    hashtags = models.CharField(_("etiquetas"), max_length=1_000, blank=True)
    card = models.CharField(_("imagen"), max_length=6, choices=CardKind, default=CardKind.TITLE)
    written = models.BooleanField(_("escrita por una persona"), default=False, editable=False)
    changed_at = models.DateTimeField(_("cambiada"), editable=False)
    approved_at = models.DateTimeField(_("aprobada"), null=True, editable=False)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("aprobada por"),
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    scheduled_for = models.DateTimeField(_("programada para"), null=True, db_index=True, editable=False)
    posted_at = models.DateTimeField(_("publicada el"), null=True, editable=False)
    url = models.URLField(_("dirección en la red"), max_length=500, blank=True, editable=False)
    failure = models.CharField(_("por qué falló"), max_length=500, blank=True, editable=False)
    diffusion = models.OneToOneField(
        "pages.DiffusionEntry",
        verbose_name=_("registro de difusión"),
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="social_post",
    )

    objects = SocialPostQuerySet.as_manager()

    class Meta:
        verbose_name = _("publicación en redes")
        verbose_name_plural = _("publicaciones en redes")
        ordering = ["kit", "pk"]
        default_permissions: tuple[str, ...] = ()
        constraints = [
            models.UniqueConstraint(fields=["kit", "network"], name="pages_post_once_a_network"),
            models.CheckConstraint(condition=Q(network__in=SocialNetwork.values), name="pages_post_network_known"),
            models.CheckConstraint(condition=Q(state__in=PostState.values), name="pages_post_state_known"),
            models.CheckConstraint(condition=Q(card__in=CardKind.values), name="pages_post_card_known"),
            models.CheckConstraint(
                condition=Q(state=PostState.DRAFT) | Q(approved_at__isnull=False), name="pages_post_goes_out_approved"
            ),
            models.CheckConstraint(
                condition=~Q(state=PostState.SCHEDULED) | Q(scheduled_for__isnull=False),
                name="pages_post_scheduled_for_when",
            ),
            models.CheckConstraint(
                condition=Q(scheduled_for__isnull=True) | ~Q(state__in=(PostState.DRAFT, PostState.APPROVED)),
                name="pages_post_draft_without_schedule",
            ),
            models.CheckConstraint(
                condition=Q(state=PostState.POSTED, posted_at__isnull=False)
                | (~Q(state=PostState.POSTED) & Q(posted_at__isnull=True, url="")),
                name="pages_post_posted_when",
            ),
            models.CheckConstraint(
                condition=(Q(state=PostState.FAILED) & ~Q(failure="")) | (~Q(state=PostState.FAILED) & Q(failure="")),
                name="pages_post_failed_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_network_display()} · {self.kit}"

    @property
    def link(self) -> str:
        """The link that it carries, which tells from which network a visit came."""
        return campaign_link(self.kit.address, network=self.network, campaign=self.kit.campaign)

    @property
    def tags(self) -> list[str]:
        return self.hashtags.split()

    @property
    def composed(self) -> str:
        """The whole text, ready to be posted."""
        return composed(self.text, self.tags, self.link, SocialNetwork(self.network))

    @property
    def length(self) -> int:
        """How long the whole text is, as its network counts."""
        return LIMITS[SocialNetwork(self.network)].measure(self.composed)

    @property
    def title_length(self) -> int:
        return utf16_units(self.title)

    @property
    def most(self) -> int:
        """How long the whole text may be."""
        return LIMITS[SocialNetwork(self.network)].most(with_picture=self.card != CardKind.NONE)

    @property
    def editable(self) -> bool:
        """Whether its words may still change."""
        return self.state in EDITABLE

    def cards_among(self, cards: Iterable[SocialCard]) -> list[SocialCard]:
        """Those of the kit's cards that it carries, its network's best first.

        The title's stands in where the kind that was chosen has nothing to show.
        """
        if self.card == CardKind.NONE:
            return []
        known = {(card.kind, card.shape): card for card in cards}
        shapes = LIMITS[SocialNetwork(self.network)].shapes
        found = (known.get((self.card, shape)) or known.get((CardKind.TITLE, shape)) for shape in shapes)
        return [card for card in found if card]

    def due(self, *, at: datetime) -> bool:
        """Whether a tool may post it at `at`."""
        waits = self.state == PostState.SCHEDULED and self.scheduled_for and self.scheduled_for > at
        return self.state in (PostState.APPROVED, PostState.SCHEDULED) and not waits
