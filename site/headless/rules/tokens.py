"""How a key of the API is written: a prefix that secret scanners know, 256 random bits, and a checksum."""

import re
import secrets
import zlib

PREFIX = "aija_"
RANDOM_BYTES = 32
SECRET = re.compile(rf"{PREFIX}[0-9a-f]{{{RANDOM_BYTES * 2 + 8}}}")
SHOWN = 8


def new_secret() -> str:
    """A key that nobody has, such as `aija_` and 72 hexadecimal digits; the last eight are a CRC-32 of the others."""
    return secret_of(secrets.token_hex(RANDOM_BYTES))


def secret_of(random: str) -> str:
    """The key of those hexadecimal digits, with its checksum."""
    return f"{PREFIX}{random}{zlib.crc32(random.encode()):08x}"


def well_formed(secret: str) -> bool:
    """Whether the text can be a key: one with a letter wrong is told from a good one without asking the database."""
    return bool(SECRET.fullmatch(secret)) and secret == secret_of(secret.removeprefix(PREFIX)[:-8])


def beginning_of(secret: str) -> str:
    """What may be shown of a key afterwards, enough to tell one from another: `aija_1a2b3c4d`."""
    return secret[: len(PREFIX) + SHOWN]
