"""What a file really is, told by its first bytes and not by its name."""

import filetype
from django.utils.translation import gettext as _

PICTURE_TYPES = frozenset({"jpg", "png", "webp", "heic", "gif"})
HEAD_BYTES = 8_192

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED_STREAM = "EncryptedPackage".encode("utf-16-le")


def true_type(head: bytes) -> str:
    """The usual extension of what these bytes begin ("jpg", "pdf"), or "" when unknown."""
    kind = filetype.guess(head[:HEAD_BYTES])
    return kind.extension if kind else ""


def describe_stranger(data: bytes) -> str:
    """Why a file called .docx is not one, in Spanish, with what to do."""
    if data.startswith(OLE) and _LOCKED_STREAM in data:
        return _("El documento está protegido con contraseña. Guárdelo sin contraseña e impórtelo.")
    if data.startswith(OLE):
        return _("Es un documento de Word antiguo (.doc) con otro nombre. Ábralo en Word y guárdelo como .docx.")
    kind = true_type(data)
    if kind:
        return _(
            "El archivo es en realidad de tipo .%(kind)s: alguien le cambió el nombre. Busque el documento de Word."
        ) % {"kind": kind}
    return _("El archivo no es un documento de Word o está dañado. Pida una copia a quien lo redactó.")
