"""What a body may hold, and what a home page may hold."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from pages.blocks.data import DataTableBlock, FiguresBlock
from pages.blocks.media import AudioBlock, DocumentBlock, GalleryBlock, PictureBlock, VideoBlock, VideoFileBlock
from pages.blocks.photo_sets import PhotoSetBlock
from pages.blocks.sections import LatestNewsSection, LinksSection, NoticeSection
from pages.blocks.words import CalloutBlock, QuoteBlock, prose


class BodyBlock(blocks.StreamBlock):
    """The body of a note or a page, in the order of reading."""

    text = prose(label=_("Texto"))
    quote = QuoteBlock()
    image = PictureBlock()
    gallery = GalleryBlock()
    photo_set = PhotoSetBlock()
    video = VideoBlock()
    video_file = VideoFileBlock()
    audio = AudioBlock()
    document = DocumentBlock()
    table = DataTableBlock()
    callout = CalloutBlock()
    figures = FiguresBlock()

    class Meta:
        max_num = 100
        block_counts = {"photo_set": {"max_num": 4}}


class SectionsBlock(blocks.StreamBlock):
    """The home page, section by section."""

    news = LatestNewsSection()
    links = LinksSection()
    notice = NoticeSection()

    class Meta:
        max_num = 12
