from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document

from institution.models.files import unguessable_name


def document_upload_to(instance: "InstitutionDocument", filename: str) -> str:
    """Where a document's file is kept; kept as a function because migrations name it."""
    return unguessable_name("documentos", filename)


class InstitutionDocument(AbstractDocument):
    """A file to download. It is only ever served by the view that asks who may see it."""

    file = models.FileField(upload_to=document_upload_to, verbose_name=_("archivo"))
    language = models.CharField(
        _("idioma"), max_length=10, default="es", choices=[("es", _("Español")), ("qu", _("Quechua"))]
    )

    admin_form_fields = (*Document.admin_form_fields, "language")

    class Meta(AbstractDocument.Meta):
        verbose_name = _("documento")
        verbose_name_plural = _("documentos")
