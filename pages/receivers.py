"""What pages do when something happens elsewhere."""

from functools import partial

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import ReferenceIndex
from wagtail.signals import page_published, page_unpublished

from institution.actions.numbers import void_number


def connect() -> None:
    """Listen; called once when the room opens."""
    from institution.models import InstitutionImage
    from pages.models import EventPage, GuidancePage, MaterialPage, NewsPage, PhotoSet, SocialCard, WorkReport
    from pages.models.piece import piece_models

    ReferenceIndex.register_model(PhotoSet)  # what is in a set is in use, whichever process makes the set
    for model in piece_models():
        page_published.connect(cut_pictures, sender=model, dispatch_uid=f"pages.cut_pictures.{model.__name__}")
        page_published.connect(conclude_requests, sender=model, dispatch_uid=f"pages.requests.{model.__name__}")
        page_published.connect(propose_posts, sender=model, dispatch_uid=f"pages.social.{model.__name__}")
    page_published.connect(know_references, dispatch_uid="pages.know_references")
    page_unpublished.connect(keep_why_withdrawn, dispatch_uid="pages.keep_why_withdrawn")
    page_published.connect(close_withdrawal, dispatch_uid="pages.close_withdrawal")
    page_published.connect(ready_material, sender=MaterialPage, dispatch_uid="pages.ready_material")
    page_published.connect(write_dates, sender=EventPage, dispatch_uid="pages.write_dates")
    page_published.connect(schedule_review, sender=GuidancePage, dispatch_uid="pages.schedule_review")
    post_save.connect(follow_saved_picture, sender=InstitutionImage, dispatch_uid="pages.follow_picture")
    post_delete.connect(erase_card, sender=SocialCard, dispatch_uid="pages.social.card")
    post_delete.connect(keep_number_as_void, sender=NewsPage, dispatch_uid="pages.keep_number_as_void")
    post_delete.connect(erase_report_photo, sender=WorkReport, dispatch_uid="pages.erase_report_photo")


def know_references(sender, instance, **kwargs) -> None:
    """What a published page uses is known at once, not when the worker comes to it, so that nobody deletes it."""
    ReferenceIndex.create_or_update_for_object(instance)


def schedule_review(sender, instance, **kwargs) -> None:
    """Guidance is in the register of reviews from the day on which it is first published."""
    from pages.actions.first_review import plan_first_review

    plan_first_review(page=instance, at=timezone.now())


def follow_saved_picture(sender, instance, created, raw, **kwargs) -> None:
    """Whoever says it, and wherever, a picture stops being seen as soon as its people don't agree."""
    from pages.actions.hide_pictures import follow_picture

    if not created and not raw:
        follow_picture(image=instance, at=timezone.now())


def cut_pictures(sender, instance, **kwargs) -> None:
    """A published piece's pictures are cut by the worker, so that its first reader doesn't wait for them."""
    from pages.actions.prepare_pictures import prepare_soon

    prepare_soon(instance)


def conclude_requests(sender, instance, **kwargs) -> None:
    """When the last piece of an approved request goes live, so is the request: nobody has to remember it."""
    from pages.actions.unit_requests.moves import conclude_requests_of

    conclude_requests_of(page=instance, at=timezone.now())


def propose_posts(sender, instance, **kwargs) -> None:
    """A published piece has what to say of it on each network, proposed from what it says now."""
    from pages.actions.social_kits import prepare_if_fresh

    prepare_if_fresh(piece=sender.objects.get(pk=instance.pk), at=timezone.now())


def erase_card(sender, instance, **kwargs) -> None:
    """The file of a card goes with it."""
    from pages.actions.social_cards import erase_file

    erase_file(instance)


def ready_material(sender, instance, revision, **kwargs) -> None:
    """A published material keeps the addresses of its files, and the worker makes its cover."""
    from pages.actions.covers import cover_soon
    from pages.actions.presentation_keys import keep_presentation_keys

    keep_presentation_keys(material=instance, revision=revision)
    cover_soon(instance)


def write_dates(sender, instance, **kwargs) -> None:
    """A published event's dates are written out; who registered follows theirs, and new places are filled."""
    from pages.actions.followed_dates import publish_dates

    publish_dates(event=sender.objects.get(pk=instance.pk), at=timezone.now())


def keep_number_as_void(sender, instance, **kwargs) -> None:
    """A deleted note's number is never given again: it stays, marked as void."""
    if instance.number and not instance.number.voided_at:
        void_number(number=instance.number, reason=_("La nota fue eliminada."), by=None, at=timezone.now())


def erase_report_photo(sender, instance, **kwargs) -> None:
    """A citizen's photo goes with its report, whatever deletes it: its end, or that of its work."""
    if instance.photo:
        transaction.on_commit(partial(instance.photo.storage.delete, instance.photo.name), robust=True)


def keep_why_withdrawn(sender, instance, **kwargs) -> None:
    """A page never leaves the public in silence, whoever took it away."""
    from pages.actions.withdrawals import note_unpublished

    note_unpublished(page=instance, at=timezone.now())


def close_withdrawal(sender, instance, **kwargs) -> None:
    """A page that is published again is no longer withdrawn."""
    from pages.actions.withdrawals import note_restored

    note_restored(page=instance, at=timezone.now())
