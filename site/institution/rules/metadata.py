"""Pictures without what a camera wrote beside them: where, when, with what and by whom they were taken.

Nothing is decoded: whole segments are left out, so the picture stays bit for bit as it was. Kept are what a reader
needs to show it right: the colour profile and, in a JPEG, which side is up.
Sources: ITU-T T.81 (JPEG), CIPA DC-008 (Exif), W3C PNG 3, RFC 9649 (WebP), CompuServe GIF89a.
"""

import re
import struct
from collections.abc import Iterator
from io import BytesIO

from PIL import Image

JPEG, PNG, WEBP, GIF = b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"WEBP", (b"GIF87a", b"GIF89a")
JPEG_KEPT = frozenset({0xE0, 0xEE})  # JFIF, and Adobe's colour transform
JPEG_TOLD = frozenset({*range(0xE0, 0xF0), 0xFE})  # every application segment and comment
ICC_PROFILE = b"ICC_PROFILE\0"
NEXT_MARKER = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")
PNG_KEPT = frozenset(
    {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"cICP", b"bKGD",
     b"pHYs", b"acTL", b"fcTL", b"fdAT"}
)  # fmt: skip
WEBP_DROPPED = frozenset({b"EXIF", b"XMP "})
WEBP_FLAGS = 0x0C  # that there is Exif, that there is XMP
GIF_ANIMATION = (b"NETSCAPE2.0", b"ANIMEXTS1.0")
GIF_COMMENT, GIF_APPLICATION = 0xFE, 0xFF
ORIENTATION = 0x0112


class UnknownFormat(ValueError):
    """The bytes are of no format that can be cleaned without decoding, or are cut short."""


def without_metadata(content: bytes) -> bytes:
    """The same JPEG, PNG, WebP or GIF without its metadata. Raises UnknownFormat for any other."""
    try:
        return b"".join(_parts(content))
    except (struct.error, IndexError, AttributeError, OSError, SyntaxError, ValueError) as error:
        raise UnknownFormat from error


def _parts(content: bytes) -> Iterator[bytes]:
    if content.startswith(JPEG):
        return _jpeg(content)
    if content.startswith(PNG):
        return _png(content)
    if content.startswith(b"RIFF") and content[8:12] == WEBP:
        return _webp(content)
    if content.startswith(GIF):
        return _gif(content)
    raise UnknownFormat


def _jpeg(content: bytes) -> Iterator[bytes]:
    """Segment by segment up to the end of the image; what hangs after it (a preview, a film) is left out."""
    yield content[:2] + _upright(content)
    at = 2
    while content[at + 1] != 0xD9:
        marker = content[at + 1]
        (size,) = struct.unpack_from(">H", content, at + 2)
        segment, at = content[at : at + 2 + size], at + 2 + size
        if marker == 0xDA:  # a scan: its coded data lasts until a marker that is neither padding nor a restart
            end = NEXT_MARKER.search(content, at).start()  # type: ignore[union-attr]
            segment, at = segment + content[at:end], end
        if marker not in JPEG_TOLD or marker in JPEG_KEPT or segment[4:16] == ICC_PROFILE:
            yield segment
    yield content[at : at + 2]


def _upright(content: bytes) -> bytes:
    """A segment that says only how the camera was held; nothing when it was held straight."""
    with Image.open(BytesIO(content)) as picture:
        side = picture.getexif().get(ORIENTATION, 1)
    if side not in range(2, 9):
        return b""
    exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x01" + struct.pack(">HHIHHI", ORIENTATION, 3, 1, side, 0, 0)
    return b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif


def _png(content: bytes) -> Iterator[bytes]:
    yield PNG
    at = len(PNG)
    while at < len(content):
        size, kind = struct.unpack_from(">I4s", content, at)
        chunk, at = content[at : at + 12 + size], at + 12 + size
        if kind in PNG_KEPT:
            yield chunk
        if kind == b"IEND":
            return


def _webp(content: bytes) -> Iterator[bytes]:
    chunks = b"".join(_webp_chunks(content))
    yield b"RIFF" + struct.pack("<I", len(chunks) + 4) + WEBP + chunks


def _webp_chunks(content: bytes) -> Iterator[bytes]:
    (whole,) = struct.unpack_from("<I", content, 4)
    at, end = 12, min(len(content), whole + 8)
    while at < end:
        kind, size = struct.unpack_from("<4sI", content, at)
        chunk, at = content[at : at + 8 + size + size % 2], at + 8 + size + size % 2
        if kind == b"VP8X":
            chunk = chunk[:8] + bytes([chunk[8] & ~WEBP_FLAGS]) + chunk[9:]
        if kind not in WEBP_DROPPED:
            yield chunk


def _gif(content: bytes) -> Iterator[bytes]:
    at = 13 + _gif_palette(content[10])
    yield content[:at]
    while content[at] != 0x3B:
        end = _gif_block_end(content, at)
        if content[at] != 0x21 or _gif_extension_kept(content, at):
            yield content[at:end]
        at = end
    yield content[at : at + 1]


def _gif_palette(flags: int) -> int:
    """The bytes of the palette that the flags announce."""
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _gif_block_end(content: bytes, at: int) -> int:
    """Where the picture or extension that starts at `at` ends: after its last, empty piece."""
    if content[at] == 0x2C:
        at += 11 + _gif_palette(content[at + 9])
    elif content[at] == 0x21:
        at += 2
    else:
        raise UnknownFormat
    while content[at]:
        at += 1 + content[at]
    return at + 1


def _gif_extension_kept(content: bytes, at: int) -> bool:
    kind = content[at + 1]
    return kind != GIF_COMMENT and (kind != GIF_APPLICATION or content[at + 3 : at + 14] in GIF_ANIMATION)
