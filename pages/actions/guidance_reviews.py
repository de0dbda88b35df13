"""Having guidance reviewed on the day that it says."""

from pages.models import GuidancePage, Review


def keep_review(*, page: GuidancePage) -> None:
    """Put the page's dates in the register of reviews, unless it was reviewed there since."""
    known = Review.objects.filter(page=page.pk).first()
    if known and known.reviewed_on and page.reviewed_on and known.reviewed_on > page.reviewed_on:
        return
    dates = {"reviewed_on": page.reviewed_on, "review_on": page.review_on, "unit": page.unit}
    Review.objects.update_or_create(page_id=page.pk, defaults=dates)
