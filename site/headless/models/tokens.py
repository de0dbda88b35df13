from datetime import datetime, timedelta
from typing import Self

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from headless.enums import TokenState

LEAST_RATE, MOST_RATE, USUAL_RATE = 1, 10_000, 600
USE_NOTED_EVERY = timedelta(minutes=5)


class AccessTokenQuerySet(models.QuerySet["AccessToken"]):
    def in_state(self, state: TokenState, *, at: datetime) -> Self:
        """The keys in a state at `at`."""
        revoked, expired = Q(revoked_at__isnull=False), Q(expires_at__lte=at)
        chosen = {TokenState.REVOKED: revoked, TokenState.EXPIRED: ~revoked & expired}
        return self.filter(chosen.get(state, ~revoked & ~expired))

    def opened_by(self, digest: str, *, at: datetime) -> Self:
        """The key that a secret's digest opens at `at`: its present secret, or the one before while it is tolerated.

        A key stops with its owner's account.
        """
        secret = Q(digest=digest) | Q(previous_digest=digest, previous_until__gt=at)
        return self.in_state(TokenState.IN_FORCE, at=at).filter(secret, owner__is_active=True)


class AccessToken(models.Model):
    """A key with which a program shows who it is to the API, and what it was allowed (its scopes).

    Only digests of its secrets are kept: who reads the database can't use it. `beginning` tells one from another.
    """

    name = models.CharField(_("nombre"), max_length=120, help_text=_("Qué programa la usará, y de quién es."))
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("responsable"),
        on_delete=models.CASCADE,
        related_name="access_tokens",
        help_text=_("Quien responde por su uso. Si su cuenta se desactiva, la clave deja de servir."),
    )
    scopes = models.JSONField(_("permisos"), default=list, blank=True)
    requests_per_minute = models.PositiveIntegerField(
        _("consultas por minuto"),
        default=USUAL_RATE,
        validators=[MinValueValidator(LEAST_RATE), MaxValueValidator(MOST_RATE)],
    )
    digest = models.CharField(max_length=64, unique=True, editable=False)
    beginning = models.CharField(_("empieza con"), max_length=20, editable=False)
    previous_digest = models.CharField(max_length=64, null=True, unique=True, editable=False)
    previous_until = models.DateTimeField(_("la anterior sirve hasta"), null=True, blank=True, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("creada por"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(_("creada"))
    expires_at = models.DateTimeField(_("vence"))
    last_used_at = models.DateTimeField(_("último uso"), null=True, blank=True, editable=False)
    revoked_at = models.DateTimeField(_("revocada"), null=True, blank=True, editable=False)

    objects = AccessTokenQuerySet.as_manager()

    class Meta:
        verbose_name = _("clave de la API")
        verbose_name_plural = _("claves de la API")
        ordering = ["-created_at"]
        default_permissions = ("add", "change", "view")
        constraints = [
            models.CheckConstraint(condition=Q(expires_at__gt=F("created_at")), name="headless_token_expires_later"),
            models.CheckConstraint(
                condition=Q(requests_per_minute__gte=LEAST_RATE, requests_per_minute__lte=MOST_RATE),
                name="headless_token_rate",
            ),
            models.CheckConstraint(
                condition=Q(previous_digest__isnull=True, previous_until__isnull=True)
                | Q(previous_digest__isnull=False, previous_until__isnull=False),
                name="headless_token_previous_ends",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def state(self, *, at: datetime) -> TokenState:
        """How the key stands at `at`."""
        if self.revoked_at:
            return TokenState.REVOKED
        return TokenState.IN_FORCE if self.expires_at > at else TokenState.EXPIRED

    def use_is_worth_noting(self, *, at: datetime) -> bool:
        """Whether the last use that is noted is old enough to be noted anew: a write for each request would be many."""
        return self.last_used_at is None or at - self.last_used_at >= USE_NOTED_EVERY
