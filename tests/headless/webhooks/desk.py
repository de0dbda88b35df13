"""The desk of the webhooks: what is typed to create one, and the words that a screen says."""

import re

from django.test import Client
from django.urls import reverse


def filled(**fields) -> dict:
    given = {"description": "Aplicación de Radio", "address": "https://receptor.example.pe/avisos"}
    return given | {"owner_email": "radio@example.test", "events": ["created", "deleted"], "types": ["news"]} | fields


def add(client: Client, **fields):
    return client.post(reverse("webhooks:add"), filled(**fields))


def words(answer) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", answer.content.decode()))
