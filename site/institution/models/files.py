"""How uploaded files are named."""

import secrets
from pathlib import PurePosixPath

from anyascii import anyascii
from django.utils.text import slugify

STEM_LENGTH = 40  # with its folder and its token the whole fits the column of 100


def unguessable_name(folder: str, filename: str) -> str:
    """`folder/token/readable-stem.ext`: 128 random bits, so that an embargoed file's address can't be guessed."""
    path = PurePosixPath(filename.replace("\\", "/"))
    stem = slugify(anyascii(path.stem))[:STEM_LENGTH] or "archivo"
    extension = slugify(anyascii(path.suffix.lstrip(".")))[:10]
    return f"{folder}/{secrets.token_hex(16)}/{stem}{'.' if extension else ''}{extension}"
