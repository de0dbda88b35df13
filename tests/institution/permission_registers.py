"""How each verb of a register is tried: through the view that a person would use."""

from django.test import Client
from django.urls import reverse
from django.utils import timezone
from post_office.models import STATUS, Email

from headless.models import AccessToken
from institution.models import LongTask, OutgoingMail, User
from pages.enums.materials import Production
from pages.models import Alert, MaterialPage
from tests.institution.event_acts import event_acts
from tests.institution.permission_house import Act, House, gone_after, opens
from tests.institution.permission_requests import request_acts
from tests.institution.permission_social import social_acts
from tests.institution.permission_webhooks import webhook_acts
from tests.institution.permission_works import work_acts

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
