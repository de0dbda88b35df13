"""Sections that editors compose the home page with."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from pages.blocks.words import SHORT_FEATURES, prose


class LatestNewsSection(blocks.StructBlock):
    """The latest notes, all or of one topic."""

    title = blocks.CharBlock(label=_("Título"), max_length=80, default="Últimas noticias")
    topic = SnippetChooserBlock("pages.Topic", label=_("Solo del tema"), required=False)
    count = blocks.IntegerBlock(label=_("Cuántas"), min_value=1, max_value=8, default=4)

    class Meta:
        icon = "list-ul"
        label = _("Noticias")
        template = "pages/sections/news.html"

    def get_context(self, value, parent_context=None):
        from pages.models import NewsPage

        notes = NewsPage.objects.visible(at=timezone.now()).for_cards().newest_first()
        if value["topic"]:
            notes = notes.filter(topics=value["topic"])
        if lead := (parent_context or {}).get("lead"):
            notes = notes.exclude(pk=lead.pk)
        return super().get_context(value, parent_context) | {"notes": notes[: value["count"]]}


class LinkBlock(blocks.StructBlock):
    """A way to something that people look for."""

    title = blocks.CharBlock(label=_("Título"), max_length=60)
    text = blocks.CharBlock(label=_("Qué encontrará"), max_length=140, required=False)
    page = blocks.PageChooserBlock(label=_("Página"), required=False)
    url = blocks.URLBlock(label=_("o dirección"), required=False)


class LinksSection(blocks.StructBlock):
    """Ways to what people look for most."""

    title = blocks.CharBlock(label=_("Título"), max_length=80, default="Accesos rápidos")
    links = blocks.ListBlock(LinkBlock(), label=_("Accesos"), min_num=1, max_num=8)

    class Meta:
        icon = "link"
        label = _("Accesos rápidos")
        template = "pages/sections/links.html"


class NoticeSection(blocks.StructBlock):
    """A few words to everybody."""

    title = blocks.CharBlock(label=_("Título"), max_length=80)
    text = prose(label=_("Texto"), features=SHORT_FEATURES, limit=2_000)

    class Meta:
        icon = "info-circle"
        label = _("Aviso")
        template = "pages/sections/notice.html"
