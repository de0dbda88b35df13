import hashlib
from pathlib import PurePosixPath

from django.core.files.base import ContentFile, File
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, Filter, Image, ImageQuerySet

from institution.enums import Consent, Licence, PeopleShown
from institution.models.files import unguessable_name
from institution.rules.consent import BLOCKING, publication_fault
from institution.rules.metadata import UnknownFormat, without_metadata

BLANK_TEXT = Q(description="") | Q(credit="")
UNBACKED = Q(authorisation_reference="", authorisation_document__isnull=True)


class InstitutionImageQuerySet(ImageQuerySet):
    def publishable(self) -> "InstitutionImageQuerySet":
        """Those whose people agreed, or need not agree, to be published."""
        return self.exclude(consent__in=BLOCKING)

    def without_text(self) -> "InstitutionImageQuerySet":
        """Those that lack their alternative text or their credit."""
        return self.filter(BLANK_TEXT)

    def awaiting_consent(self) -> "InstitutionImageQuerySet":
        """Those whose people have not agreed yet, or no longer do."""
        return self.filter(consent__in=BLOCKING)

    def without_people_told(self) -> "InstitutionImageQuerySet":
        """Those of which nobody has said whom they show."""
        return self.filter(people_shown="")


class InstitutionImage(AbstractImage):
    """A picture with who made it, on what terms, whom it shows; its file has a name that can't be guessed."""

    # What a picture cites as its authorisation, or a video as its captions, isn't public for that alone.
    keeps_files_private = True

    credit = models.CharField(
        _("crédito"), max_length=150, blank=True, help_text=_("Quién hizo la foto, como debe publicarse.")
    )
    caption = models.CharField(_("leyenda sugerida"), max_length=300, blank=True)
    licence = models.CharField(
        _("licencia"),
        max_length=16,
        choices=Licence,
        default=Licence.MUNICIPALITY,
        help_text=_("En qué condiciones pueden usarla otras personas."),
    )
    people_shown = models.CharField(
        _("a quién muestra"),
        max_length=8,
        choices=PeopleShown,
        blank=True,
        help_text=_("Si hay un solo menor reconocible, elija menores de edad."),
    )
    consent = models.CharField(
        _("consentimiento"),
        max_length=10,
        choices=Consent,
        default=Consent.NOT_NEEDED,
        help_text=_("En un acto público no hace falta el de personas adultas; el de menores, siempre."),
    )
    authorisation_reference = models.CharField(
        _("autorización"),
        max_length=200,
        blank=True,
        help_text=_("Dónde consta: número, fecha y quién firma. No escriba aquí nombres de menores."),
    )
    authorisation_document = models.ForeignKey(
        "institution.InstitutionDocument",
        verbose_name=_("documento de autorización"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="authorised_images",
        help_text=_("El público nunca puede descargarlo."),
    )
    taken_on = models.DateField(_("fecha de la toma"), null=True, blank=True)
    place = models.CharField(_("lugar"), max_length=120, blank=True)
    dominant_colour = models.CharField(_("color dominante"), max_length=7, blank=True, editable=False)
    coloured_file = models.CharField(_("archivo cuyo color se midió"), max_length=255, blank=True, editable=False)

    objects = InstitutionImageQuerySet.as_manager()

    admin_form_fields = (
        *Image.admin_form_fields[:2],
        "description",
        "credit",
        "caption",
        "licence",
        "people_shown",
        "consent",
        "authorisation_reference",
        "authorisation_document",
        "taken_on",
        "place",
        *[name for name in Image.admin_form_fields[2:] if name != "description"],
    )

    class Meta(AbstractImage.Meta):
        verbose_name = _("imagen")
        verbose_name_plural = _("imágenes")
        constraints = [
            models.CheckConstraint(condition=Q(licence__in=Licence.values), name="institution_image_licence_known"),
            models.CheckConstraint(
                condition=Q(people_shown="") | Q(people_shown__in=PeopleShown.values),
                name="institution_image_people_known",
            ),
            models.CheckConstraint(condition=Q(consent__in=Consent.values), name="institution_image_consent_known"),
            models.CheckConstraint(
                condition=~Q(people_shown=PeopleShown.MINORS, consent=Consent.NOT_NEEDED),
                name="institution_image_minors_need_consent",
                violation_error_message=_("Con menores de edad siempre hace falta consentimiento."),
            ),
            models.CheckConstraint(
                condition=~(Q(people_shown=PeopleShown.MINORS, consent=Consent.GIVEN) & UNBACKED),
                name="institution_image_minors_authorised",
                violation_error_message=_("Con menores de edad, anote la autorización o elija su documento."),
            ),
        ]

    def get_upload_to(self, filename: str) -> str:
        return unguessable_name("originales", filename)

    @property
    def publication_fault(self) -> str:
        """Why it may not be published, in a sentence; blank when it may."""
        return publication_fault(people=self.people_shown, consent=self.consent)

    @property
    def may_be_seen(self) -> bool:
        """Whether the public may see it now, whatever was allowed when it was published."""
        return not self.publication_fault

    @property
    def ready(self) -> bool:
        """Whether it may be shown as it is: told in words, credited, and with the consent of who is in it."""
        return bool(self.description and self.credit) and self.may_be_seen

    def generate_rendition_file(self, filter: Filter, *, source: File | None = None) -> File:
        """Wagtail's cut, without the metadata that it copies from the original: above all, where it was taken."""
        cut = super().generate_rendition_file(filter, source=source)
        cut.file.seek(0)
        try:
            return ContentFile(without_metadata(cut.file.read()), name=cut.name)
        except UnknownFormat:  # AVIF, into which nothing is copied
            cut.file.seek(0)
            return cut


class InstitutionRendition(AbstractRendition):
    """A picture cut to one size, kept beside the token of its original."""

    image = models.ForeignKey(InstitutionImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=("image", "filter_spec", "focal_point_key"), name="institution_rendition_unique"
            )
        ]

    def get_upload_to(self, filename: str) -> str:
        """Beside its siblings under the original's token; the cut is told by a digest, since its name may be long."""
        original, cut = PurePosixPath(self.image.file.name), PurePosixPath(filename)
        digest = hashlib.sha256(cut.name.encode()).hexdigest()[:10]
        return f"imagenes/{original.parent.name}/{original.stem[:24]}-{digest}{cut.suffix}"
