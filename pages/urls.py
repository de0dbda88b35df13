"""Addresses of the portal that are not pages of the tree."""

from django.urls import path
from wagtail.contrib.sitemaps.views import sitemap

from pages.feeds import alerts as alert_feeds
from pages.feeds.events import EventFeed, agenda_ics, event_ics
from pages.feeds.materials import MaterialFeed
from pages.feeds.news import NewsAtomFeed, NewsFeed, NewsJsonFeed
from pages.feeds.search import SearchFeed
from pages.sitemaps import PublicSitemap
from pages.views import (
    guidance,
    machines,
    materials,
    notes,
    registrations,
    social_cards,
    theme,
    unit_review,
    work_reports,
    works,
)
from pages.views.search import search

urlpatterns = [
    path("buscar/", search, name="search"),
    path("buscar/rss/", SearchFeed(), name="search_rss"),
    path("tema.css", theme.stylesheet, name="theme_css"),
    path("feeds/noticias.rss", NewsFeed(), name="news_rss"),
    path("feeds/noticias.atom", NewsAtomFeed(), name="news_atom"),
    path("feeds/noticias.json", NewsJsonFeed(), name="news_json_feed"),
    path("feeds/materiales.rss", MaterialFeed(), name="materials_rss"),
    path("feeds/eventos.ics", agenda_ics, name="agenda_ics"),
    path("feeds/eventos.rss", EventFeed(), name="events_rss"),
    path("eventos/<slug:slug>/evento.ics", event_ics, name="event_ics"),
    path("eventos/<slug:slug>/inscripcion/", registrations.register, name="register"),
    path("eventos/<slug:slug>/inscripcion/reenviar/", registrations.confirm_again, name="confirm_again"),
    path("inscripciones/<str:token>/", registrations.cancel, name="cancel_registration"),
    path("feeds/alertas.rss", alert_feeds.AlertFeed(), name="alerts_rss"),
    path("feeds/alertas.json", alert_feeds.cap, name="alerts_cap"),
    path("sitemap.xml", sitemap, {"sitemaps": {"pages": PublicSitemap}}, name="sitemap"),
    path("robots.txt", machines.robots, name="robots"),
    path("healthz", machines.healthz, name="healthz"),
    path("readyz", machines.readyz, name="readyz"),
    path("noticias/<slug:slug>/nota.pdf", notes.pdf, name="note_pdf"),
    path("noticias/<slug:slug>/nota.txt", notes.text, name="note_text"),
    path("noticias/<slug:slug>/fotos.zip", notes.photos, name="note_photos"),
    path("materiales/<slug:slug>/boletin.pdf", materials.bulletin, name="bulletin_pdf"),
    path("materiales/<slug:slug>/descargar/<int:pk>/", materials.download, name="material_download"),
    path("obras/mapa.json", works.map_points, name="works_map"),
    path("obras/<slug:slug>/reportar/", work_reports.report, name="report_work"),
    path("orientacion/<slug:slug>/opinion/", guidance.opinion, name="guidance_opinion"),
    path("tarjetas/<str:token>.jpg", social_cards.card, name="social_card"),
    path("vista-previa/<str:token>/", notes.preview, name="preview_link"),
    path("revision/<str:token>/", unit_review.review, name="unit_review"),
    path("revision/<str:token>/pieza/<int:product>/", unit_review.piece, name="unit_review_piece"),
    path("revision/<str:token>/archivo/<int:file>/", unit_review.file, name="unit_review_file"),
]
