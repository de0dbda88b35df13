from django.utils.translation import gettext_lazy as _

from pages.models.piece_index import PieceIndexPage


class NewsIndexPage(PieceIndexPage):
    """The list of notes at `/noticias/`."""

    subpage_types = ["pages.NewsPage"]
    template = "pages/news_index.html"

    class Meta:
        verbose_name = _("listado de noticias")
        verbose_name_plural = _("listados de noticias")
