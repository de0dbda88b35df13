"""What search does when something happens elsewhere."""

from django.db.models.signals import post_save
from django.utils import timezone


def connect() -> None:
    """Listen; called once when the room opens."""
    from institution.models import InstitutionDocument

    post_save.connect(read_saved_document, sender=InstitutionDocument, dispatch_uid="search.read_document")


def read_saved_document(sender, instance, raw, **kwargs) -> None:
    """A document with another file is read by the worker; what a fixture brings in, when the minute's job sees it."""
    from search.actions.attached import ask_for_text

    if not raw:
        ask_for_text(document=instance, at=timezone.now())
