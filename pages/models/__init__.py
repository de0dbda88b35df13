"""What is published, one file for each aggregate."""

from pages.models.authorities import AuthoritiesPage, Authority
from pages.models.contact import ContactMessage, ContactPage
from pages.models.home import HomePage
from pages.models.imports import ImportRow, ImportRun
from pages.models.menus import FooterMenuEntry, MainMenuEntry, PortalMenus
from pages.models.news import Attachment, NewsPage, NewsTag, RelatedNote
from pages.models.news_index import NewsIndexPage
from pages.models.organisation import OrganisationPage
from pages.models.preview_links import PreviewLink, PreviewOpening
from pages.models.standard import StandardPage
from pages.models.topics import Topic

__all__ = [
    "Attachment",
    "AuthoritiesPage",
    "Authority",
    "ContactMessage",
    "ContactPage",
    "FooterMenuEntry",
    "HomePage",
    "ImportRow",
    "ImportRun",
    "MainMenuEntry",
    "NewsIndexPage",
    "NewsPage",
    "NewsTag",
    "OrganisationPage",
    "PortalMenus",
    "PreviewLink",
    "PreviewOpening",
    "RelatedNote",
    "StandardPage",
    "Topic",
]
