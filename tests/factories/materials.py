"""Materials, and the files that they are made of."""

from django.core.files.base import ContentFile

from institution.models import InstitutionDocument
from pages.enums.materials import Production
from pages.models import MaterialPage, Presentation
from tests.factories.institution import DocumentFactory


def document(*, name: str = "afiche.pdf", content: bytes = b"%PDF-1.4 documento", **fields) -> InstitutionDocument:
    """A file of the library."""
    return DocumentFactory(file=ContentFile(content, name=name), **fields)


def ready_to_publish(material: MaterialPage) -> MaterialPage:
    """The draft with what its type asks for, besides what its kind does: approved, with a file."""
    material.production = Production.APPROVED
    if not material.presentations.exists():
        material.presentations.add(Presentation(label="A3 para imprimir", document=document()))
    material.save()
    return material
