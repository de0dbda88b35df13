"""Pieces made of words: prose, quotes, call-outs."""

from django.core.validators import MaxLengthValidator
from django.utils.deconstruct import deconstructible
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.rich_text import RichText, RichTextMaxLengthValidator

from pages.enums import CalloutKind

PROSE_LIMIT = 60_000
MARKUP_LIMIT = 150_000
TOO_MUCH = _("El texto es demasiado largo: divídalo en dos.")
PROSE_FEATURES = ["h2", "h3", "h4", "bold", "italic", "ol", "ul", "hr", "link", "document-link"]
SHORT_FEATURES = ["bold", "italic", "ol", "ul", "link", "document-link"]


@deconstructible
class MaxMarkupLength(MaxLengthValidator):
    """Refuses rich text whose markup is endless though a reader would see few characters."""

    def clean(self, value: RichText | str) -> int:
        return len(value.source if isinstance(value, RichText) else value)


def prose(*, label=None, features=None, limit: int = PROSE_LIMIT, required: bool = True) -> blocks.RichTextBlock:
    """A rich text block that says how long it may be, in characters that a reader sees."""
    return blocks.RichTextBlock(
        label=label,
        features=features or PROSE_FEATURES,
        required=required,
        validators=[
            RichTextMaxLengthValidator(limit),
            MaxMarkupLength(MARKUP_LIMIT, TOO_MUCH),
        ],
    )


class QuoteBlock(blocks.StructBlock):
    """Words that somebody said, with who and in what position."""

    text = blocks.TextBlock(label=_("Cita"), max_length=1_500)
    speaker = blocks.CharBlock(label=_("Quién lo dijo"), max_length=150)
    position = blocks.CharBlock(label=_("Cargo"), max_length=150, required=False)

    class Meta:
        icon = "openquote"
        label = _("Cita")
        template = "pages/blocks/quote.html"


class CalloutBlock(blocks.StructBlock):
    """A notice set apart from the text."""

    kind = blocks.ChoiceBlock(choices=CalloutKind.choices, default=CalloutKind.INFO, label=_("Clase"))
    title = blocks.CharBlock(label=_("Título"), max_length=150, required=False)
    text = prose(label=_("Texto"), features=SHORT_FEATURES, limit=3_000)

    class Meta:
        icon = "warning"
        label = _("Recuadro")
        template = "pages/blocks/callout.html"
