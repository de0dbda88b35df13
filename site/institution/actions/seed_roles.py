"""Groups, their permissions and the approval workflow, exactly as the rooms declared them."""

from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Q
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from institution.actions.seed_workflow import seed_workflow
from institution.enums import Role
from institution.permissions import GRANTS, Grants


@transaction.atomic
def seed_roles() -> None:
    """Give each role exactly what is declared: what is missing is added, what is no longer declared is taken away."""
    for role in Role:
        group, _made = Group.objects.select_for_update().get_or_create(name=role.value)
        _seed_group(group, GRANTS[role])
    seed_workflow()


def _seed_group(group: Group, grants: Grants) -> None:
    group.permissions.set(_permissions(grants.permissions))
    _seed_pages(group, grants.page_rights)
    _seed_files(group, grants.file_rights)


def _permissions(names: set[str]) -> list[Permission]:
    """The rows of `app.codename` names. Raises LookupError for one that no model declares."""
    wanted = Q(pk__in=[])
    for name in names:
        app, codename = name.split(".")
        wanted |= Q(content_type__app_label=app, codename=codename)
    found = list(Permission.objects.filter(wanted).select_related("content_type"))
    missing = names - {f"{each.content_type.app_label}.{each.codename}" for each in found}
    if missing:
        raise LookupError(f"no such permissions: {sorted(missing)}")
    return found


def _seed_pages(group: Group, rights: set[str]) -> None:
    root = Page.objects.get(depth=1)
    permissions = _on(Page, [f"{right}_page" for right in rights])
    held = GroupPagePermission.objects.filter(group=group)
    held.exclude(page=root, permission__in=permissions).delete()
    for permission in permissions:
        GroupPagePermission.objects.get_or_create(group=group, page=root, permission=permission)


def _seed_files(group: Group, rights: set[str]) -> None:
    root = Collection.objects.get(depth=1)
    images = _on(Image, [f"{right}_image" for right in rights])
    documents = _on(Document, [f"{right}_document" for right in rights])
    held = GroupCollectionPermission.objects.filter(group=group)
    held.exclude(collection=root, permission__in=[*images, *documents]).delete()
    for permission in (*images, *documents):
        GroupCollectionPermission.objects.get_or_create(group=group, collection=root, permission=permission)


def _on(model: type, codenames: list[str]) -> list[Permission]:
    content_type = ContentType.objects.get_for_model(model)
    return list(Permission.objects.filter(content_type=content_type, codename__in=codenames))
