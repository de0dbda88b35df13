"""A piece's form in tabs, as an editor thinks: what it says, what it shows, how it spreads, who it is for."""

from collections.abc import Sequence
from typing import Any

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

from pages.admin.diffusion_panel import DiffusionPanel
from pages.admin.social_kits.panel import SocialKitPanel


def piece_edit_handler(
    *,
    head: Sequence[Any] = (),
    content: Sequence[Any] = (),
    media: Sequence[Any] = (),
    diffusion: Sequence[Any] = (),
    promotion: Sequence[Any] = (),
    tabs: Sequence[ObjectList] = (),
) -> TabbedInterface:
    """Contenido · a type's own tabs · Multimedia · Difusión · Promoción · Ajustes.

    What is given goes into the tab of its name, after what every piece has; in *Contenido*, `head` opens it and
    `content` stands before the body.
    """
    return TabbedInterface(
        [
            ObjectList([*head, *_head(), *content, FieldPanel("body"), corrections_panel()], heading=_("Contenido")),
            *tabs,
            ObjectList([*_media(), *media], heading=_("Multimedia")),
            ObjectList([*diffusion, *_diffusion()], heading=_("Difusión")),
            ObjectList([*_subjects(), *promotion, _search_engines()], heading=_("Promoción")),
            ObjectList(_settings(), heading=_("Ajustes")),
        ]
    )


def news_edit_handler() -> TabbedInterface:
    """The tabs of a press note."""
    return piece_edit_handler(
        head=[FieldPanel("kicker")],
        content=[FieldRowPanel([FieldPanel("event_date"), FieldPanel("author_credit")])],
        diffusion=[FieldPanel("press_contact")],
        promotion=[
            FieldPanel("tags"),
            gathered_panel(),
            InlinePanel("related_notes", heading=_("Notas relacionadas"), label=_("Nota relacionada"), max_num=6),
        ],
    )


def _head() -> list:
    """Title, summary, who informs and where."""
    return [
        TitleFieldPanel("title", placeholder=_("Titular")),
        FieldPanel("summary"),
        MultiFieldPanel(
            [FieldPanel("unit"), FieldRowPanel([FieldPanel("district"), FieldPanel("locality")])],
            heading=_("Quién y dónde"),
        ),
    ]


def corrections_panel() -> InlinePanel:
    """What was wrong and was set right after it was published."""
    return InlinePanel("corrections", heading=_("Fe de erratas"), label=_("Corrección"), max_num=20)


def gathered_panel() -> MultiFieldPanel:
    """The campaign and the work that gather the piece."""
    return MultiFieldPanel([FieldPanel("campaign"), FieldPanel("work")], heading=_("Forma parte de"))


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
        InlinePanel("attachments", heading=_("Adjuntos"), label=_("Adjunto"), max_num=20),
    ]


def _diffusion() -> list:
    return [
        FieldPanel("embargo_until"),
        MultiFieldPanel(
            [
                FieldPanel("is_publicity"),
                FieldPanel("publicity_ground"),
                FieldPanel("publicity_justification"),
                FieldPanel("publicity_medium"),
                FieldPanel("publicity_authorisation"),
                FieldPanel("publicity_report_due_on"),
                FieldPanel("publicity_shows_official"),
            ],
            heading=_("Publicidad estatal"),
            help_text=_("Solo se exige durante un período de restricción electoral."),
        ),
        SocialKitPanel(heading=_("Redes sociales")),
        DiffusionPanel(heading=_("Registro de difusión")),
    ]


def _subjects() -> list:
    return [FieldPanel("topics")]


def _search_engines() -> MultiFieldPanel:
    return MultiFieldPanel(
        [FieldPanel("slug"), FieldPanel("seo_title"), FieldPanel("search_description")],
        heading=_("En buscadores y redes"),
    )


def _settings() -> list:
    return [PublishingPanel(), FieldPanel("published_at"), CommentPanel()]
