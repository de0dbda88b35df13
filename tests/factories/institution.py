"""The institution's rows."""

import io

import factory
from django.core.files.base import ContentFile
from factory.django import DjangoModelFactory
from PIL import Image as Picture

from institution.enums import OrganLevel
from institution.models import (
    District,
    DocumentSeries,
    InstitutionDocument,
    InstitutionImage,
    OrganicUnit,
    RestrictionPeriod,
)


def picture_bytes(*, size=(64, 48), colour="#336699", kind="PNG") -> bytes:
    """A real picture's bytes."""
    out = io.BytesIO()
    Picture.new("RGB", size, colour).save(out, kind)
    return out.getvalue()


LOCATION = {1: "S", 2: (9.0, 46.0, 48.5), 3: "W", 4: (77.0, 36.0, 38.2)}
CAMERA = "Cámara de ejemplo"


def located_picture(kind="JPEG", *, size=(96, 64), orientation=1) -> bytes:
    """A picture that says, as a phone's does, where, with what and when it was taken, in Exif, XMP and a comment."""
    exif = Picture.Exif()
    exif[0x010F], exif[0x0112], exif[0x0132] = CAMERA, orientation, "2026:11:24 10:00:00"
    exif.get_ifd(0x8825).update(LOCATION)
    xmp = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><exif:GPSLatitude>9,46.8S</exif:GPSLatitude></x:xmpmeta>'
    options = {"comment": b"Tomada en casa"} if kind == "JPEG" else {}
    out = io.BytesIO()
    picture = Picture.effect_noise(size, 60).convert("RGB")
    picture.save(out, kind, exif=exif.tobytes(), xmp=xmp, **options)
    return out.getvalue()


class OrganicUnitFactory(DjangoModelFactory):
    class Meta:
        model = OrganicUnit
        django_get_or_create = ("code",)

    code = factory.Sequence(lambda n: f"U{n}")
    name = factory.LazyAttribute(lambda unit: f"Unidad {unit.code}")
    level = OrganLevel.LINE


class DocumentSeriesFactory(DjangoModelFactory):
    class Meta:
        model = DocumentSeries
        django_get_or_create = ("code",)

    code = "nota-prensa"
    name = factory.LazyAttribute(lambda series: f"Serie {series.code}")
    unit = factory.SubFactory(OrganicUnitFactory, code="OII", name="Oficina de Imagen Institucional")


class DistrictFactory(DjangoModelFactory):
    class Meta:
        model = District
        django_get_or_create = ("ubigeo",)

    ubigeo = factory.Sequence(lambda n: f"{20201 + n:06d}")
    reniec_code = factory.LazyAttribute(lambda district: district.ubigeo)
    name = factory.LazyAttribute(lambda district: f"Distrito {district.ubigeo}")
    slug = factory.LazyAttribute(lambda district: f"distrito-{district.ubigeo}")
    latitude = "-9.78028"
    longitude = "-77.61056"


class ImageFactory(DjangoModelFactory):
    class Meta:
        model = InstitutionImage

    title = factory.Sequence(lambda n: f"Imagen {n}")
    file = factory.LazyFunction(lambda: ContentFile(picture_bytes(), name="foto.png"))


class DocumentFactory(DjangoModelFactory):
    class Meta:
        model = InstitutionDocument

    title = factory.Sequence(lambda n: f"Documento {n}")
    file = factory.LazyFunction(lambda: ContentFile(b"%PDF-1.4 documento", name="documento.pdf"))


class RestrictionPeriodFactory(DjangoModelFactory):
    class Meta:
        model = RestrictionPeriod

    name = "Elecciones de ejemplo"
    starts_on = factory.Faker("date_object")
    legal_source = "Norma de ejemplo"
