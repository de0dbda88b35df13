"""Run in a process of its own: opens a PDF, counts its pages, draws the first, and says in JSON what came of it.

    python pdf_reader.py FILE.pdf PICTURE.jpg

It may use a gigabyte and ten seconds of processor; it imports nothing of the platform.
"""

import json
import resource
import sys

MEMORY, PROCESSOR_SECONDS = 1024**3, 10
LONGEST_SIDE = 1800
JPEG_QUALITY = 88


def main(source: str, picture: str) -> dict:
    """What came of it; the picture is written only if the document could be read."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (PROCESSOR_SECONDS, PROCESSOR_SECONDS))
    import pypdfium2 as pdfium

    try:
        document = pdfium.PdfDocument(source)
        page = document[0]
        scale = LONGEST_SIDE / max(page.get_size())
        page.render(scale=scale).to_pil().convert("RGB").save(picture, "JPEG", quality=JPEG_QUALITY, optimize=True)
        return {"state": "read", "pages": len(document)}
    except pdfium.PdfiumError as error:
        locked = getattr(error, "err_code", None) == pdfium.raw.FPDF_ERR_PASSWORD
        return {"state": "encrypted" if locked else "broken"}
    except MemoryError:
        return {"state": "too_heavy"}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(*sys.argv[1:3])))
