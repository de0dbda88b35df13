"""The pieces of a body as integrators read them; `type` tells one from another."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from headless.schemas import Answer, PictureSize
from institution.enums import Licence


class PictureAnswer(Answer):
    """A picture; its own address and sides are those of its large size."""

    about: ClassVar[str] = "Una imagen: «url», «width» y «height» son los de su tamaño «large»."
    id: int = Field(description="El mismo en «/images».")
    url: str
    width: int
    height: int
    alt: str = Field(description="Texto alternativo; vacío si la imagen es decorativa.")
    caption: str | None
    credit: str | None
    licence: str = Field(description="En qué condiciones puede usarse.", examples=Licence.values)
    dominant_colour: str | None = Field(description="Para el sitio que ocupa mientras carga.", examples=["#5a7d4e"])
    renditions: dict[str, PictureSize] = Field(
        description="Tamaños: small, card, large y share, y los que pida «renditions»."
    )


class FileAnswer(Answer):
    """A file to download."""

    about: ClassVar[str] = "Un archivo para descargar."
    id: int = Field(description="El mismo en «/documents».")
    title: str
    url: str
    content_type: str = Field(examples=["application/pdf"])
    size: int | None = Field(description="En bytes, si se conoce.")


class TextBlock(Answer):
    type: Literal["text"]
    html: str


class QuoteBlock(Answer):
    type: Literal["quote"]
    text: str
    speaker: str
    position: str | None


class ImageBlock(Answer):
    type: Literal["image"]
    picture: PictureAnswer


class GalleryBlock(Answer):
    type: Literal["gallery"]
    title: str | None
    pictures: list[PictureAnswer]


class VideoBlock(Answer):
    type: Literal["video"]
    title: str
    url: str
    poster: PictureAnswer | None


class VideoFileBlock(Answer):
    about: ClassVar[str] = "Un video propio: el archivo, sus subtítulos en WebVTT y su descripción."
    type: Literal["video_file"]
    title: str
    file: FileAnswer
    captions: FileAnswer | None
    description: str | None
    poster: PictureAnswer | None


class AudioBlock(Answer):
    type: Literal["audio"]
    file: FileAnswer
    transcript: str = Field(description="Lo que se dice, en HTML.")


class DocumentBlock(Answer):
    type: Literal["document"]
    file: FileAnswer


class TableColumn(Answer):
    type: Literal["text", "number"]
    heading: str


class TableBlock(Answer):
    type: Literal["table"]
    caption: str
    columns: list[TableColumn]
    rows: list[list[str]]


class CalloutBlock(Answer):
    type: Literal["callout"]
    kind: Literal["info", "warning", "success"]
    title: str | None
    html: str


class FigureItem(Answer):
    value: str = Field(examples=["1,250"])
    label: str = Field(examples=["familias atendidas"])


class FiguresBlock(Answer):
    type: Literal["figures"]
    title: str | None
    items: list[FigureItem]


Block = Annotated[
    TextBlock | QuoteBlock | ImageBlock | GalleryBlock | VideoBlock | VideoFileBlock | AudioBlock | DocumentBlock
    | TableBlock | CalloutBlock | FiguresBlock,
    Field(discriminator="type"),
]  # fmt: skip
