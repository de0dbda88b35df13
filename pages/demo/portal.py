"""The demonstration portal: its tree of pages, its menus, and who the municipality is."""

import tomllib
from datetime import datetime
from pathlib import Path
from typing import Any

from wagtail.models import Page, Site

from institution.enums import PhoneKind
from institution.models import InstitutionSettings, OrganicUnit, Phone, TermOfGovernment
from institution.rules.lima import LIMA
from pages.demo.files import coat_image
from pages.models import (
    AuthoritiesPage,
    Authority,
    CampaignIndexPage,
    ContactPage,
    EventIndexPage,
    FooterMenuEntry,
    GuidanceIndexPage,
    HomePage,
    MainMenuEntry,
    MaterialIndexPage,
    NewsIndexPage,
    OrganisationPage,
    PortalMenus,
    PublicWorkIndexPage,
    Review,
    StandardPage,
    Topic,
)
from pages.rules.months import months_later

DATA = Path(__file__).parent / "portal.toml"
MAIN_MENU = {
    "noticias": "Noticias",
    "obras": "Obras",
    "eventos": "Agenda",
    "municipalidad": "Municipalidad",
    "orientacion": "Servicios y orientación",
}
INDEXES = (
    (CampaignIndexPage, "Campañas", "campanas", "Lo que conviene saber y hacer, y hasta cuándo."),
    (PublicWorkIndexPage, "Obras públicas", "obras", "Qué se construye, con cuánto dinero y cuánto ha avanzado."),
    (EventIndexPage, "Agenda de eventos", "eventos", "Ferias, talleres, audiencias y fiestas de la provincia."),
    (MaterialIndexPage, "Materiales", "materiales", "Boletines, afiches, audios y videos para leer y compartir."),
    (GuidanceIndexPage, "Servicios y orientación", "orientacion", "Sus trámites y servicios, paso a paso."),
)
FOOTER = ("privacidad", "accesibilidad", "autoridades", "organigrama")


def load_portal(*, hostname: str, port: int, at: datetime) -> tuple[HomePage, NewsIndexPage]:
    """Make the standing pages, the menus and the institution's identity; home and news index."""
    data = tomllib.loads(DATA.read_text(encoding="utf-8"))
    for topic in data["topics"]:
        Topic.objects.get_or_create(slug=topic["slug"], defaults=topic)
    home = _home(hostname, port)
    index = _publish(home, NewsIndexPage(title="Noticias", slug="noticias", intro="Lo que hace su municipalidad."))
    for model, title, slug, intro in INDEXES:
        _publish(home, model(title=title, slug=slug, intro=intro))
    _standing_pages(home, data, at)
    _menus(home)
    _identity(at)
    return home, index


def compose_home(home: HomePage, *, lead: Page | None) -> None:
    """Put the lead note and the sections on the home page."""
    data = tomllib.loads(DATA.read_text(encoding="utf-8"))
    pages = dict(Page.objects.descendant_of(home).values_list("slug", "pk"))
    links = [{"title": link["title"], "text": link["text"], "page": pages[link["page"]]} for link in data["links"]]
    obras = Topic.objects.get(slug="obras")
    home.lead = lead
    home.sections = [
        {"type": "news", "value": {"title": "Últimas noticias", "topic": None, "count": 4}},
        {"type": "links", "value": {"title": "Accesos rápidos", "links": links}},
        {"type": "news", "value": {"title": "Obras", "topic": obras.pk, "count": 4}},
    ]
    home.save_revision().publish()


def _home(hostname: str, port: int) -> HomePage:
    root = Page.objects.get(depth=1)
    for page in root.get_children():
        page.delete()
    home = _publish(Page.objects.get(depth=1), HomePage(title="Portada", slug="portada"))
    Site.objects.update_or_create(
        is_default_site=True, defaults={"hostname": hostname, "port": port, "root_page": home, "site_name": "Portal"}
    )
    return home


def _publish(parent: Page, page: Any) -> Any:
    page.live = False
    parent.add_child(instance=page)
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def _standing_pages(home: HomePage, data: dict[str, Any], at: datetime) -> None:
    made: dict[str, Page] = {}
    for row in data["pages"]:
        body = [{"type": "text", "value": row["text"].strip()}]
        page = StandardPage(title=row["title"], slug=row["slug"], intro=row["intro"], body=body)
        made[row["slug"]] = _publish(Page.objects.get(pk=made[row["parent"]].pk) if "parent" in row else home, page)
    today = at.astimezone(LIMA).date()
    for page in made.values():
        Review.objects.create(page=page, reviewed_on=today, review_on=months_later(today, 12))
    municipality = made["municipalidad"]
    _authorities(municipality, data["authorities"])
    _publish(municipality, OrganisationPage(title="Organigrama", slug="organigrama", intro="Cómo se organiza."))
    _publish(home, ContactPage(title="Contacto", slug="contacto", intro="Escríbanos o visítenos."))


def _authorities(parent: Page, rows: list[dict[str, str]]) -> None:
    page = AuthoritiesPage(
        title="Autoridades",
        slug="autoridades",
        intro="Concejo municipal y gerencia.",
        term=TermOfGovernment.objects.filter(name="Gestión 2023–2026").first(),
    )
    units = {unit.code: unit for unit in OrganicUnit.objects.all()}
    page.authorities.set(
        [
            Authority(name=row["name"], position=row["position"], unit=units[row["unit"]], sort_order=order)
            for order, row in enumerate(rows)
        ]
    )
    _publish(parent, page)


def _menus(home: HomePage) -> None:
    pages = {page.slug: page for page in Page.objects.descendant_of(home)}
    menus = PortalMenus.load()
    menus.main_entries.set(
        [
            MainMenuEntry(title=title, page=pages[slug], sort_order=n)
            for n, (slug, title) in enumerate(MAIN_MENU.items())
        ]
    )
    menus.footer_entries.set(
        [FooterMenuEntry(title=pages[slug].title, page=pages[slug], sort_order=n) for n, slug in enumerate(FOOTER)]
    )
    menus.save()


def _identity(at: datetime) -> None:
    institution = InstitutionSettings.load()
    institution.coat_of_arms = institution.coat_of_arms or coat_image()
    institution.address = "Plaza de Armas s/n, Aija, Áncash"
    institution.opening_hours = "Lunes a viernes, de 8:00 a 13:00 y de 14:00 a 17:00"
    institution.email = "imagen@example.test"
    institution.press_contact = "Oficina de Imagen Institucional, imagen@example.test"
    institution.transparency_url = "https://www.transparencia.gob.pe/"
    institution.show_demo_notice = True
    institution.phones.set([Phone(kind=PhoneKind.SWITCHBOARD, number="000 000000", sort_order=0)])
    institution.demo_loaded_at = at
    institution.save()
