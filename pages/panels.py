"""The note's form in tabs, as an editor thinks: what it says, what it shows, how it spreads, who it is for."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    CommentPanel,
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    PublishingPanel,
    TabbedInterface,
    TitleFieldPanel,
)


def news_edit_handler() -> TabbedInterface:
    """Contenido · Multimedia · Difusión · Promoción · Ajustes."""
    return TabbedInterface(
        [
            ObjectList(_content(), heading=_("Contenido")),
            ObjectList(_media(), heading=_("Multimedia")),
            ObjectList(_diffusion(), heading=_("Difusión")),
            ObjectList(_promotion(), heading=_("Promoción")),
            ObjectList(_settings(), heading=_("Ajustes")),
        ]
    )


def _content() -> list:
    return [
        FieldPanel("kicker"),
        TitleFieldPanel("title", placeholder=_("Titular")),
        FieldPanel("summary"),
        MultiFieldPanel(
            [
                FieldPanel("unit"),
                FieldRowPanel([FieldPanel("district"), FieldPanel("locality")]),
                FieldRowPanel([FieldPanel("event_date"), FieldPanel("author_credit")]),
            ],
            heading=_("Quién, dónde y cuándo"),
        ),
        FieldPanel("body"),
    ]


def _media() -> list:
    return [
        MultiFieldPanel(
            [
                FieldPanel("lead_photo"),
                FieldPanel("lead_photo_alt"),
                FieldPanel("lead_photo_caption"),
                FieldPanel("lead_photo_credit"),
            ],
            heading=_("Foto principal"),
        ),
        InlinePanel("attachments", label=_("Adjunto"), max_num=20),
    ]


def _diffusion() -> list:
    return [
        FieldPanel("embargo_until"),
        FieldPanel("press_contact"),
        MultiFieldPanel(
            [
                FieldPanel("is_publicity"),
                FieldPanel("publicity_ground"),
                FieldPanel("publicity_medium"),
                FieldPanel("publicity_authorisation"),
                FieldPanel("publicity_report_due_on"),
                FieldPanel("publicity_shows_official"),
            ],
            heading=_("Publicidad estatal"),
            help_text=_("Solo se exige durante un período de restricción electoral."),
        ),
    ]


def _promotion() -> list:
    return [
        FieldPanel("topics"),
        FieldPanel("tags"),
        InlinePanel("related_notes", label=_("Nota relacionada"), max_num=6),
        MultiFieldPanel(
            [FieldPanel("slug"), FieldPanel("seo_title"), FieldPanel("search_description")],
            heading=_("En buscadores y redes"),
        ),
    ]


def _settings() -> list:
    return [PublishingPanel(), FieldPanel("published_at"), CommentPanel()]
