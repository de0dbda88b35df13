"""Who may change a set of photos: who keeps sets and, once the public sees it, who may publish where it is seen."""

from wagtail.models import Page, PageQuerySet, ReferenceIndex

from institution.models import User
from pages.models import PhotoSet

CHANGE = "pages.change_photoset"


def may_change(user: User, photo_set: PhotoSet) -> bool:
    """Whether the person may add photos to the set and tell them: what is public changes by who may publish it."""
    return user.has_perm(CHANGE) and all(may_show_on(user, page) for page in public_places(photo_set))


def may_show_on(user: User, page: Page) -> bool:
    """Whether the person may put a set on the page: on a draft who keeps sets, on a live one who publishes it."""
    return not page.live or page.permissions_for_user(user).can_publish()


def public_places(photo_set: PhotoSet) -> PageQuerySet:
    """The live pages that show the set, as their own or in their body."""
    references = ReferenceIndex.get_references_to(photo_set).filter(base_content_type__model="page")
    keys = {photo_set.page_id, *map(int, references.values_list("object_id", flat=True))} - {None}
    return Page.objects.live().filter(pk__in=keys)
