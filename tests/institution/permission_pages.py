"""How each verb of a page type is tried: through the view that a person would use."""

from django.apps import apps
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from institution.models import District, User
from pages.models import HomePage, Piece, PublicWorkPage
from tests.factories import campaigns, guidance
from tests.factories.events import with_a_date
from tests.factories.materials import ready_to_publish
from tests.factories.pages import Tree
from tests.institution.permission_house import Act, gone_after, opens

SINGLE = (
    "pages.HomePage",
    "pages.NewsIndexPage",
    "pages.CampaignIndexPage",
    "pages.PublicWorkIndexPage",
    "pages.EventIndexPage",
    "pages.MaterialIndexPage",
    "pages.GuidanceIndexPage",
)


# What these types ask for before they are published.
READY = {
    "pages.MaterialPage": ready_to_publish,
    "pages.EventPage": with_a_date,
    "pages.CampaignPage": campaigns.complete,
    "pages.GuidancePage": guidance.complete,
}


def page_of(label: str, tree: Tree, owner: User | None) -> Page:
    """A draft of the type where it may stand; those of which there is only one are taken as they are."""
    model = apps.get_model(label)
    if label in SINGLE:
        model.objects.update(owner=owner, live=False)
        return model.objects.get()
    parent = parent_of(model, tree)
    fields = {"summary": "Bajada"} if issubclass(model, Piece) else {}
    if model is PublicWorkPage:
        fields |= {"cui": "9999999", "modality": "direct", "district": District.objects.first()}
    page = model(title="Prueba", slug=f"prueba-{model.__name__.lower()}", owner=owner, live=False, **fields)
    page = Page.objects.get(pk=parent.pk).specific.add_child(instance=page)
    return READY[label](page) if label in READY else page


def parent_of(model: type[Page], tree: Tree) -> Page:
    """Where a page of the type stands: a piece under its index, the home page under the root, the rest under home."""
    if model is HomePage:
        return tree.home.get_parent()
    return model.allowed_parent_page_models()[0].objects.get() if issubclass(model, Piece) else tree.home


def page_acts(label: str, tree: Tree) -> dict[str, Act]:
    """The verbs of a page type."""

    def add(client: Client, user: User) -> bool:
        if label == "pages.ContactPage":
            page_of(label, tree, None)
        app, model = label.lower().split(".")
        parent = parent_of(apps.get_model(label), tree)
        return opens(client, "wagtailadmin_pages:add", app, model, parent.pk)

    def publish(client: Client, user: User) -> bool:
        page = page_of(label, tree, user)
        client.post(reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"]) + f"?id={page.pk}")
        return type(page).objects.get(pk=page.pk).live

    def withdraw(client: Client, user: User) -> bool:
        page = page_of(label, tree, None)
        page.save_revision().publish()
        client.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]), {"reason": "mistake"})
        return not type(page).objects.get(pk=page.pk).live

    def discard(client: Client, user: User) -> bool:
        page = page_of(label, tree, user)
        return gone_after(client, page, "wagtailadmin_pages:delete", page.pk)

    def delete(client: Client, user: User) -> bool:
        page = page_of(label, tree, None)
        page.save_revision().publish()
        return gone_after(client, page, "wagtailadmin_pages:delete", page.pk)

    return {
        "add": add,
        "edit own": lambda client, user: opens(client, "wagtailadmin_pages:edit", page_of(label, tree, user).pk),
        "edit other": lambda client, user: opens(client, "wagtailadmin_pages:edit", page_of(label, tree, None).pk),
        "publish": publish,
        "withdraw": withdraw,
        "discard": discard,
        "delete": delete,
    }
