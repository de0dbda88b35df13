"""The demonstration's files, all made by the program: pictures, small PDFs, a tone as a recording, a short video."""

import io
import json
import math
import struct
import wave
import zlib
from pathlib import Path

import typst
from django.core.files.base import ContentFile
from django.utils.text import slugify

from institution.enums import Licence, PeopleShown
from institution.models import InstitutionDocument, InstitutionImage
from pages.demo.pictures import coat_of_arms, draw

JPEG_QUALITY = 86
CREDIT = "Dibujo de demostración"
FILM = Path(__file__).parent / "media"
SIZE = (1280, 854)
RATE = 8_000
SHEET = """
#let data = json(bytes(sys.inputs.data))
#set page(paper: "a4", margin: 2.5cm)
#set text(font: "Libertinus Serif", size: 11pt, lang: "es")
#text(size: 16pt, weight: "bold", data.title)
#v(6pt)
#for line in data.text.split("\\n") { par(line) }
#v(1fr)
#text(size: 8pt, fill: luma(100))[Documento de demostración]
"""


def seed_of(text: str) -> int:
    """A number that is always the same for the same words."""
    return zlib.crc32(text.encode())


def drawn_image(*, name: str, scene: str, title: str, alt: str, credit: str) -> InstitutionImage:
    """A picture of the scene, varied by its name, kept in the library; nobody real is in it."""
    out = io.BytesIO()
    draw(scene, seed=seed_of(name), size=SIZE, title=title).save(out, "JPEG", quality=JPEG_QUALITY)
    return _kept_image(out, f"{slugify(name)}.jpg", title=title[:255], description=alt[:255], credit=credit or CREDIT)


def coat_image() -> InstitutionImage:
    """The demonstration's coat of arms."""
    out = io.BytesIO()
    coat_of_arms().save(out, "PNG")
    title = "Escudo de demostración"
    return _kept_image(out, "escudo-de-demostracion.png", title=title, description=title, credit=CREDIT)


def _kept_image(out: io.BytesIO, filename: str, **words: str) -> InstitutionImage:
    image = InstitutionImage(**words, licence=Licence.CC_BY, people_shown=PeopleShown.NOBODY)
    image.file = ContentFile(out.getvalue(), name=filename)
    image._set_image_file_metadata()
    image.save()
    return image


def text_document(*, title: str, text: str) -> InstitutionDocument:
    """A one-page PDF with the text."""
    inputs = {"data": json.dumps({"title": title, "text": text})}
    content = typst.compile(SHEET.encode(), sys_inputs=inputs)
    return _kept_document(title, content, f"{slugify(title)[:60]}.pdf")


def film_document(*, title: str) -> InstitutionDocument:
    """The demonstration video with its captions; see `media/README.md`."""
    captions = _kept_document(f"Subtítulos de «{title}»", (FILM / "cierre-el-cano.vtt").read_bytes(), "subtitulos.vtt")
    video = _kept_document(title, (FILM / "cierre-el-cano.webm").read_bytes(), f"{slugify(title)[:60]}.webm")
    video.captions = captions
    video.save(update_fields=["captions"])
    return video


def tone_document(*, title: str) -> InstitutionDocument:
    """Three seconds of a soft chord, where a real office would put a recording."""
    out = io.BytesIO()
    with wave.open(out, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(RATE)
        sound.writeframes(b"".join(struct.pack("<h", _sample(n / RATE)) for n in range(3 * RATE)))
    return _kept_document(title, out.getvalue(), f"{slugify(title)[:60]}.wav")


def _sample(second: float) -> int:
    chord = sum(math.sin(2 * math.pi * pitch * second) for pitch in (261.6, 329.6, 392.0))
    return int(5_000 * chord * math.exp(-second))


def _kept_document(title: str, content: bytes, filename: str) -> InstitutionDocument:
    document = InstitutionDocument(title=title[:255], file=ContentFile(content, name=filename))
    document._set_document_file_metadata()
    document.save()
    return document
