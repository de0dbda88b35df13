"""Captions of a video, in the form that browsers read (WebVTT).

Source: W3C WebVTT; SubRip (.srt) is its older cousin, with commas in the times and no heading.
"""

import re

from django.utils.translation import gettext as _

LONGEST_BYTES = 1_000_000
TIME = r"(?:(\d{1,3}):)?([0-5]\d):([0-5]\d)[.,](\d{3})"
TIMES = re.compile(rf"^\s*{TIME}\s+-->\s+{TIME}(?:\s+\S.*)?\s*$")
SEPARATOR = "-->"
MARKUP = re.compile(r"<[^>]*>|\{\\[^}]*\}")


class UnreadableCaptions(ValueError):
    """The captions can't be read; the message says in Spanish where and what to do."""


def as_webvtt(content: bytes) -> str:
    """The captions as WebVTT, whether they came so or as SubRip. Raises UnreadableCaptions."""
    if len(content) > LONGEST_BYTES:
        raise UnreadableCaptions(_("Los subtítulos pesan más de 1 MB: revise que el archivo sea el correcto."))
    lines = _text(content).splitlines()
    cues = _checked(lines)
    if not cues:
        raise UnreadableCaptions(
            _("El archivo no tiene subtítulos: cada uno lleva sus tiempos, como «00:00:01.000 --> 00:00:04.000».")
        )
    if lines and lines[0].startswith("WEBVTT"):
        return "\n".join(lines) + "\n"
    return "WEBVTT\n\n" + "\n".join(_webvtt_line(line) for line in lines) + "\n"


def spoken_words(webvtt: str) -> str:
    """What the captions say, without times or markup, a line for each one."""
    paragraphs = re.split(r"\n\s*\n", webvtt)
    return "\n".join(words for words in map(_words, paragraphs) if words)


def _text(content: bytes) -> str:
    """The text, in UTF-8 or in the older encoding of many subtitle programs."""
    if b"\0" in content:
        raise UnreadableCaptions(_("El archivo no es de texto: guárdelo como .vtt o .srt."))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _checked(lines: list[str]) -> int:
    """How many captions there are. Raises UnreadableCaptions at the first whose times make no sense."""
    timed = [(number, line) for number, line in enumerate(lines, 1) if SEPARATOR in line]
    for number, line in timed:
        found = TIMES.match(line)
        if found is None or _seconds(found.groups()[:4]) >= _seconds(found.groups()[4:]):
            raise UnreadableCaptions(
                _("Revise la línea %(number)d, «%(line)s»: debe decir cuándo empieza y cuándo termina el subtítulo, "
                  "como «00:00:01.000 --> 00:00:04.000».") % {"number": number, "line": line.strip()[:60]}
            )  # fmt: skip
    return len(timed)


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, thousandths = (int(part or 0) for part in parts)
    return hours * 3_600 + minutes * 60 + seconds + thousandths / 1_000


def _webvtt_line(line: str) -> str:
    return line.replace(",", ".") if SEPARATOR in line else line


def _words(paragraph: str) -> str:
    lines = paragraph.splitlines()
    timed = next((n for n, line in enumerate(lines) if SEPARATOR in line), None)
    said = lines[timed + 1 :] if timed is not None else []
    return " ".join(MARKUP.sub("", line).strip() for line in said)
