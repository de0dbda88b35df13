"""How each verb of the matrix is tried: through the view that a person would use."""

from collections.abc import Callable

from django.apps import apps
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from post_office.models import STATUS, Email
from wagtail.models import Page

from headless.models import AccessToken
from institution.models import District, LongTask, OutgoingMail, User
from pages.enums.materials import Production
from pages.models import Alert, HomePage, MaterialPage, Piece, PublicWorkPage
from tests.factories import campaigns, guidance
from tests.factories.events import with_a_date
from tests.factories.institution import DocumentFactory, ImageFactory
from tests.factories.materials import ready_to_publish
from tests.factories.pages import Tree
from tests.institution.event_acts import event_acts
from tests.institution.permission_house import Act, House, gone_after, opens
from tests.institution.permission_requests import request_acts
from tests.institution.permission_social import social_acts
from tests.institution.permission_webhooks import webhook_acts
from tests.institution.permission_works import work_acts

SINGLE = (
    "pages.HomePage",
    "pages.NewsIndexPage",
    "pages.CampaignIndexPage",
    "pages.PublicWorkIndexPage",
    "pages.EventIndexPage",
    "pages.MaterialIndexPage",
    "pages.GuidanceIndexPage",
)
SETTINGS = ("institution.InstitutionSettings", "pages.PortalMenus")
REGISTER_ADDRESSES = {
    "institution.User": "wagtailusers_users:{}",
    "auth.Group": "wagtailusers_groups:{}",
    "wagtailcore.Site": "wagtailsites:{}",
    "institution.IssuedNumber": "numeros_modeladmin_{}",
    "institution.LongTask": "tareas:{}",
    "institution.OutgoingMail": "correos:{}",
    "headless.AccessToken": "claves:{}",
    "headless.WebhookSubscription": "webhooks:{}",
    "headless.WebhookDelivery": "entregas:{}",
    "pages.NewsPage": "noticias:{}",
    "pages.CampaignPage": "campanas:{}",
    "pages.PublicWorkPage": "obras:{}",
    "pages.WorkAdvance": "avances:{}",
    "pages.WorkImport": "obras_importadas:{}",
    "pages.WorkReport": "reportes_obras:{}",
    "pages.EventPage": "eventos:{}",
    "pages.EventRegistration": "inscripciones:{}",
    "pages.MaterialPage": "materiales:{}",
    "pages.GuidancePage": "orientacion:{}",
    "pages.GuidanceOpinion": "opiniones:{}",
    "pages.DiffusionEntry": "difusion:{}",
    "pages.SocialKit": "redes:{}",
    "pages.ContactMessage": "mensajes:{}",
    "pages.ImportRun": "importaciones:{}",
    "pages.PreviewLink": "enlaces:{}",
    "pages.UnitRequest": "solicitudes:{}",
    "pages.Withdrawal": "retiros:{}",
    "pages.Review": "revisiones:{}",
    "pages.BrokenLink": "enlaces_rotos:{}",
    "pages.OutsideLink": "enlaces_externos:{}",
    "pages.PhotoSet": "fotos:{}",
    "pages.PublicityDecision": "publicidad:{}",
}
# What these types ask for before they are published.
READY = {
    "pages.MaterialPage": ready_to_publish,
    "pages.EventPage": with_a_date,
    "pages.CampaignPage": campaigns.complete,
    "pages.GuidancePage": guidance.complete,
}
SCREEN_ADDRESSES: dict[str, list[list[str]]] = {
    "redirect": [["wagtailredirects:index"], ["wagtailredirects:add"]],
    "workflow": [["wagtailadmin_workflows:index"], ["wagtailadmin_workflows:add"]],
    "task": [
        ["wagtailadmin_workflows:task_index"],
        ["wagtailadmin_workflows:add_task", "wagtailcore", "groupapprovaltask"],
    ],
    "collection": [["wagtailadmin_collections:index"], ["wagtailadmin_collections:add"]],
    "home": [["wagtailadmin_home"]],
    "explorer": [["wagtailadmin_explore_root"]],
    "report: downloads": [["download_report"]],
    "compose bulletin": [["compose_bulletin"]],
    "report: locked pages": [["wagtailadmin_reports:locked_pages"]],
    "report: workflows": [["wagtailadmin_reports:workflow"]],
    "report: workflow tasks": [["wagtailadmin_reports:workflow_tasks"]],
    "report: site history": [["wagtailadmin_reports:site_history"]],
    "report: aging pages": [["wagtailadmin_reports:aging_pages"]],
    "report: page types": [["wagtailadmin_reports:page_types_usage"]],
}
FILES = {"image": (ImageFactory, "wagtailimages"), "document": (DocumentFactory, "wagtaildocs")}


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


def address_of(label: str, action: str) -> str:
    """The name of a register's address for an action."""
    if label in REGISTER_ADDRESSES:
        return REGISTER_ADDRESSES[label].format(action)
    app, model = label.lower().split(".")
    return f"wagtailsnippets_{app}_{model}:{'list' if action == 'index' else action}"


def register_acts(label: str, house: House) -> dict[str, Act]:
    """The verbs of a register."""
    row = house.rows.get(label)
    at = [row.pk] if row else []

    def notes(field_name: str, name: str, **data) -> Act:
        def act(client: Client, user: User) -> bool:
            client.post(reverse(name, args=at), data)
            return getattr(type(row).objects.get(pk=row.pk), field_name) is not None

        return act

    def edit_setting(client: Client, user: User) -> bool:
        address = reverse("wagtailsettings:edit", args=label.lower().split("."))
        return client.get(address, follow=True).redirect_chain[-1][0] != reverse("wagtailadmin_home")

    def lend(client: Client, user: User) -> bool:
        lent = row.page.preview_links.count()
        client.post(reverse("lend_note", args=[row.page_id]), {"recipient": "Diario de ejemplo", "hours": 2})
        return row.page.preview_links.count() > lent

    def retry(client: Client, user: User) -> bool:
        Email.objects.filter(pk=row.email_id).update(status=STATUS.failed)
        client.post(reverse("correos:retry", args=at))
        return OutgoingMail.objects.due(timezone.now()).filter(pk=row.pk).exists()

    def start_again(client: Client, user: User) -> bool:
        client.post(reverse("tareas:again", args=at))
        return LongTask.objects.get(pk=row.pk).attempt > row.attempt

    def edit_row(client: Client, user: User) -> bool:
        return opens(client, address_of(label, "edit"), *at)

    return {
        "list": lambda client, user: opens(client, address_of(label, "index")),
        "add": lambda client, user: opens(client, address_of(label, "add")),
        "edit": edit_setting if label in SETTINGS else edit_row,
        "read": lambda client, user: opens(client, address_of(label, "inspect"), *at),
        "delete": lambda client, user: gone_after(client, row, address_of(label, "delete"), *at),
        "reorder": lambda client, user: client.post(reverse(address_of(label, "reorder"), args=at)).status_code == 200,
        "void": notes("voided_at", "numeros_modeladmin_void", reason="Prueba"),
        "answer": notes("answered_at", "mensajes:answered"),
        "report": notes("reported_on", "publicidad:report", reported_on="2026-11-24", document="Oficio 1"),
        "revoke": notes("revoked_at", "enlaces:revoke"),
        "renew": lambda client, user: _renews(client, row),
        "revoke key": notes("revoked_at", "claves:revoke"),
        "lend": lend,
        **(request_acts(row) if label == "pages.UnitRequest" else {}),
        **(social_acts(row) if label == "pages.SocialKit" else {}),
        **(event_acts(row) if label.startswith("pages.Event") else {}),
        "retry": retry,
        "publish": lambda client, user: published_alert(client, row),
        "approve": lambda client, user: _approves(client, row),
        "start again": start_again,
        "settle": notes("settled_at", "reportes_obras:settle", state="attended", outcome="Prueba"),
        "see photo": lambda client, user: opens(client, "reportes_obras:photo", *at),
        **work_acts(row),
        **webhook_acts(row),
    }


def _approves(client: Client, material: MaterialPage) -> bool:
    client.post(reverse("move_material", args=[material.pk]), {"to": Production.APPROVED})
    return MaterialPage.objects.get(pk=material.pk).production == Production.APPROVED


def _renews(client: Client, token: AccessToken) -> bool:
    client.post(reverse("claves:rotate", args=[token.pk]), {"days": 7})
    return AccessToken.objects.get(pk=token.pk).digest != token.digest


def published_alert(client: Client, alert: Alert) -> bool:
    """Whether pressing «Publicar» in the alert's form makes it live."""
    filled = {"severity": "info", "title": "T", "text": "T", "source": "S", "link_page": "", "link_url": ""}
    hours = {"starts_at": "2026-11-24 10:00", "ends_at": "2026-11-25 10:00"}
    address = reverse(address_of("pages.Alert", "edit"), args=[alert.pk])
    client.post(address, filled | hours | {"action-publish": "1"})
    return Alert.objects.get(pk=alert.pk).live


def screen_acts(screen: str) -> dict[str, Act]:
    """The verbs of one of Wagtail's own screens."""
    if screen in FILES:
        return _file_acts(*FILES[screen])
    listing, *adding = SCREEN_ADDRESSES[screen]
    return {"list": lambda client, user: opens(client, *listing), "add": lambda client, user: opens(client, *adding[0])}


def _file_acts(factory: Callable, app: str) -> dict[str, Act]:
    def choose(client: Client, user: User) -> bool:
        factory(title="Elegible")
        answer = client.get(reverse(f"{app}_chooser:choose"), headers={"x-requested-with": "XMLHttpRequest"})
        return b"Elegible" in answer.content

    def delete(client: Client, user: User) -> bool:
        row = factory()
        return gone_after(client, row, f"{app}:delete", row.pk)

    return {
        "list": lambda client, user: opens(client, f"{app}:index"),
        "add": lambda client, user: opens(client, f"{app}:add_multiple"),
        "choose": choose,
        "edit own": lambda client, user: opens(client, f"{app}:edit", factory(uploaded_by_user=user).pk),
        "edit other": lambda client, user: opens(client, f"{app}:edit", factory().pk),
        "delete": delete,
    }
