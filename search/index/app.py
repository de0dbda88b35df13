"""Wagtail's search with what is saved being found at once, instead of when the worker comes to it."""

from typing import Any

from django.apps import apps
from django.db.models.signals import post_delete, post_save
from wagtail.search.apps import WagtailSearchAppConfig


class SearchedAtOnce(WagtailSearchAppConfig):
    """In INSTALLED_APPS instead of `wagtail.search`: the index changes in the transaction of whoever saves."""

    default = False

    def ready(self) -> None:
        from wagtail.search.index import get_indexed_models

        for model in get_indexed_models():
            post_save.connect(found_as_saved, sender=model, dispatch_uid=f"search.saved.{model._meta.label}")
            post_delete.connect(found_no_more, sender=model, dispatch_uid=f"search.deleted.{model._meta.label}")


def found_as_saved(sender: Any, instance: Any, raw: bool, update_fields: Any = None, **kwargs: Any) -> None:
    """What was saved is found as it is now; what a fixture brings in waits for a rebuild."""
    from wagtail.search.index import insert_or_update_object

    if not raw and apps.ready:
        # Of what saves only some columns, the rest may be a draft that nobody is to find, as when a revision is kept.
        insert_or_update_object(instance if update_fields is None else sender._base_manager.get(pk=instance.pk))


def found_no_more(sender: Any, instance: Any, **kwargs: Any) -> None:
    """What was deleted is found no more."""
    from wagtail.search.index import remove_object

    remove_object(instance)
