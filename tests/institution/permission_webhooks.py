"""What is done with webhooks by each role, through the views that a person would use."""

from django.db.models import Model
from django.test import Client
from django.urls import reverse

from headless.models import WebhookDelivery, WebhookSubscription
from institution.models import User
from tests.institution.permission_house import Act


def webhook_acts(row: Model | None) -> dict[str, Act]:
    """The verbs over a webhook, or over one of its deliveries."""

    def post(name: str, client: Client):
        return client.post(reverse(name, args=[row.pk]))

    def send_trial(client: Client, user: User) -> bool:
        post("webhooks:trial", client)
        return row.deliveries.filter(event="webhook.test").exists()

    def suspend(client: Client, user: User) -> bool:
        post("webhooks:off", client)
        return not WebhookSubscription.objects.get(pk=row.pk).enabled

    def change_secret(client: Client, user: User) -> bool:
        post("webhooks:rotate", client)
        return WebhookSubscription.objects.get(pk=row.pk).seed != row.seed

    def send_the_dead(client: Client, user: User) -> bool:
        post("webhooks:redeliver", client)
        return row.deliveries.waiting().exists()

    def send_again(client: Client, user: User) -> bool:
        post("entregas:again", client)
        return WebhookDelivery.objects.waiting().filter(pk=row.pk).exists()

    return {
        "send trial": send_trial,
        "suspend": suspend,
        "show secret": lambda client, user: post("webhooks:secret", client).status_code == 200,
        "change secret": change_secret,
        "send the dead": send_the_dead,
        "send again": send_again,
    }
