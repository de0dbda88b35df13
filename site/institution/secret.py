"""A secret that is made once and kept in a file that only its owner reads."""

import os
import secrets
from pathlib import Path


def kept_secret(path: Path, *, length: int = 50) -> str:
    """The secret kept at `path`; drawn at random the first time, safe when two processes start together."""
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text().strip()
    secret = secrets.token_urlsafe(length)
    with os.fdopen(descriptor, "w") as file:
        file.write(secret)
    return secret
