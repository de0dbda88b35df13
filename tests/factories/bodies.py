"""Bodies, as they are stored."""

from tests.factories.institution import DocumentFactory, ImageFactory


def picture(image, **words) -> dict:
    """A picture of the body, with those words."""
    return {
        "image": {"image": image.pk, "alt_text": "Un cerro", "decorative": False},
        "caption": "",
        "credit": "",
    } | words


def every_block() -> list[dict]:
    """A body with each kind of block, as it is stored."""
    image, document = ImageFactory(credit="Foto: ejemplo"), DocumentFactory(title="Acta")
    table = {
        "columns": [{"type": "text", "heading": "Distrito"}, {"type": "number", "heading": "Familias"}],
        "rows": [{"values": ["Aija", "1,250"]}, {"values": ["Coris", "<3"]}],
        "caption": "",
    }
    return [
        {
            "type": "text",
            "value": f'<h2>Lo hecho</h2><p>Lea <a linktype="document" id="{document.pk}">el acta</a>.</p>',
        },
        {
            "type": "quote",
            "value": {"text": "Avanzamos & cumplimos", "speaker": "Alcaldesa de ejemplo", "position": ""},
        },
        {"type": "image", "value": picture(image, caption="El cerro", credit="Archivo")},
        {"type": "gallery", "value": {"title": "Vistas", "pictures": [picture(image), picture(image)]}},
        {
            "type": "video",
            "value": {"title": "Así fue", "url": "https://youtu.be/abcdefghijk", "poster": image.pk},
        },
        {"type": "audio", "value": {"title": "Cuña", "file": document.pk, "transcript": "<p>Se dice esto.</p>"}},
        {"type": "document", "value": {"title": "", "file": document.pk}},
        {"type": "table", "value": {"caption": "Familias", "table": table}},
        {"type": "callout", "value": {"kind": "warning", "title": "Ojo", "text": "<p>Lleve DNI.</p>"}},
        {"type": "figures", "value": {"title": "", "items": [{"value": "1,250", "label": "familias"}]}},
    ]
