"""Real PDF and Word files, sound and otherwise."""

import zlib
from io import BytesIO

import typst
from docx import Document


def pdf(*paragraphs: str, pages: int = 1) -> bytes:
    """A PDF that says the paragraphs on each of its pages."""
    text = "\n\n".join(paragraphs)
    return typst.compile(f"#for page in range({pages}) [{text} #pagebreak(weak: true)]".encode())


def scanned() -> bytes:
    """A PDF that is only a picture."""
    return typst.compile(b"#rect(width: 100%, height: 100%, fill: gray)")


def locked(content: bytes) -> bytes:
    """The PDF as one under a password that nobody has."""
    secret = b"<< /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O (%s) /U (%s) >>" % (b"x" * 32, b"y" * 32)
    before, mark, trailer = content.rpartition(b"trailer")
    return before + mark + trailer.replace(b"<<", secret, 1)


def swollen(times: int) -> bytes:
    """A small PDF whose only page, unpacked, says `hola` so many times."""
    drawn = zlib.compress(b"BT /F1 12 Tf (hola) Tj ET " * times)
    font = b"<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources %b >>" % font,
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n%b\nendstream" % (len(drawn), drawn),
    ]
    body = b"".join(b"%d 0 obj\n%b\nendobj\n" % (number, each) for number, each in enumerate(objects, start=1))
    return b"%PDF-1.4\n" + body + b"trailer << /Size 5 /Root 1 0 R >>\n%%EOF"


def word(*paragraphs: str) -> bytes:
    """A Word document with the paragraphs, the last one in a table."""
    document, kept = Document(), BytesIO()
    for paragraph in paragraphs[:-1]:
        document.add_paragraph(paragraph)
    document.add_table(rows=1, cols=1).cell(0, 0).text = paragraphs[-1]
    document.save(kept)
    return kept.getvalue()
