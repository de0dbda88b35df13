"""The backend's Spanish: our catalogues keep what Wagtail fills in, are compiled, and reach the screens."""

import gettext
import re
from ast import literal_eval
from datetime import date
from itertools import zip_longest
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils.formats import date_format

from institution.enums import Role
from tests.factories.pages import draft_note
from tests.pages.desk import send, sign_in

CATALOGUES = Path(settings.LOCALE_PATHS[0]) / "es" / "LC_MESSAGES"
DOMAINS = ["django", "djangojs"]
FIELD = re.compile(r'^(msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?) ((?:".*"\n?)+)', re.MULTILINE)
FILLED_IN = re.compile(r"%\(\w+\)[a-z]|\{\w*\}|</?[a-z][^>]*>")
FAMILIAR = re.compile(r"\b(tú|tu|tus|ti|te|contigo|tienes|puedes|quieres|debes|estás|has|eres)\b", re.IGNORECASE)

Words = dict[str, str]


def text_of(quoted: str) -> str:
    """The text that a .po writes in one or more quoted lines."""
    return "".join(literal_eval(line) for line in quoted.split("\n") if line)


def entries(domain: str) -> list[Words]:
    """The entries of a written catalogue, header aside: for each, its fields by name."""
    blocks = (CATALOGUES / f"{domain}.po").read_text(encoding="utf-8").split("\n\n")
    read = [{name: text_of(quoted) for name, quoted in FIELD.findall(block + "\n")} for block in blocks]
    return [entry for entry in read if entry.get("msgid")]


def pairs(entry: Words) -> list[tuple[str, str]]:
    """What Wagtail says and what we say, once for the singular and once for the plural."""
    originals = [text for name, text in entry.items() if name.startswith("msgid")]
    return list(zip_longest(originals, translations(entry), fillvalue=""))


def translations(entry: Words) -> list[str]:
    return [text for name, text in entry.items() if name.startswith("msgstr")]


def compiled(domain: str) -> gettext.GNUTranslations:
    with (CATALOGUES / f"{domain}.mo").open("rb") as file:
        return gettext.GNUTranslations(file)


def key(entry: Words) -> str:
    """How a compiled catalogue keeps the entry: its words, after their context where they have one."""
    return "\x04".join(entry[name] for name in ("msgctxt", "msgid") if name in entry)


def said(catalogue: gettext.GNUTranslations, entry: Words) -> list[str]:
    """What the compiled catalogue answers for an entry, for one and for two when it counts."""
    if "msgid_plural" not in entry:
        return [catalogue.gettext(key(entry))]
    return [catalogue.ngettext(entry["msgid"], entry["msgid_plural"], number) for number in (1, 2)]


@pytest.mark.parametrize("domain", DOMAINS)
def test_every_translation_keeps_the_placeholders_and_the_tags(domain):
    asked = [pair for entry in entries(domain) for pair in pairs(entry)]
    assert asked
    assert [p for p in asked if sorted(FILLED_IN.findall(p[0])) != sorted(FILLED_IN.findall(p[1]))] == []


@pytest.mark.parametrize("domain", DOMAINS)
def test_every_entry_is_translated_and_treats_the_reader_as_usted(domain):
    words = [text for entry in entries(domain) for text in translations(entry)]
    assert all(words)
    assert [text for text in words if FAMILIAR.search(text)] == []


@pytest.mark.parametrize("domain", DOMAINS)
def test_the_compiled_catalogue_says_what_the_written_one_says(domain):
    written, catalogue = entries(domain), compiled(domain)
    assert [e["msgid"] for e in written if said(catalogue, e) != translations(e)] == []


@pytest.mark.parametrize("domain", DOMAINS)
def test_the_compiled_catalogue_has_nothing_that_the_written_one_lacks(domain):
    kept = {each[0] if isinstance(each, tuple) else each for each in compiled(domain)._catalog}
    assert kept - {""} == {key(entry) for entry in entries(domain)}


def test_months_are_named_as_official_documents_of_peru_name_them():
    assert date_format(date(2026, 9, 5), r"j \d\e F \d\e Y") == "5 de setiembre de 2026"
    assert date_format(date(2026, 9, 5), "j M") == "5 Set"


@pytest.mark.django_db
def test_the_sign_in_screen_is_in_spanish():
    screen = Client().get(reverse("wagtailadmin_login")).content.decode()
    assert re.findall(r'<label class="w-field__label"[^>]*>\s*([^<]+)<', screen) == ["Nombre de usuario", "Contraseña"]
    assert "¿Olvidó su contraseña?" in screen
    assert "Escriba su contraseña" in screen


def test_an_address_already_taken_is_told_in_spanish(tree):
    client = sign_in(Role.ADMINISTRATION)
    draft_note(slug="feria")
    response = send(client, draft_note(), slug="feria")
    assert "El slug «feria» ya está en uso dentro de la página superior" in response.content.decode()


def test_the_editors_scripts_speak_spanish(tree):
    script = sign_in(Role.ADMINISTRATION).get(reverse("wagtailadmin_javascript_catalog")).content.decode()
    assert '"Search options\\u2026": "Opciones de b\\u00fasqueda\\u2026"' in script
