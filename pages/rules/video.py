"""What video an address points to."""

import re
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

YOUTUBE_HOSTS = {"youtube.com", "www.youtube.com", "m.youtube.com", "www.youtube-nocookie.com"}
YOUTUBE_ID = re.compile(r"[A-Za-z0-9_-]{11}")
VIMEO_ID = re.compile(r"\d{6,12}")


@dataclass(frozen=True)
class VideoReference:
    """A video at a provider: where people watch it and where a frame loads it without tracking."""

    provider: str
    identifier: str

    @property
    def page_url(self) -> str:
        if self.provider == "youtube":
            return f"https://www.youtube.com/watch?v={self.identifier}"
        return f"https://vimeo.com/{self.identifier}"

    @property
    def frame_url(self) -> str:
        if self.provider == "youtube":
            return f"https://www.youtube-nocookie.com/embed/{self.identifier}?autoplay=1&rel=0"
        return f"https://player.vimeo.com/video/{self.identifier}?autoplay=1&dnt=1"


def video_reference(url: str) -> VideoReference | None:
    """The video that an address of YouTube or Vimeo points to; None for any other address."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").lower()
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"}:
        return None
    if host in YOUTUBE_HOSTS or host == "youtu.be":
        return _reference("youtube", _youtube_identifier(host, parts.path, parts.query), YOUTUBE_ID)
    if host in {"vimeo.com", "www.vimeo.com", "player.vimeo.com"}:
        return _reference("vimeo", parts.path.rstrip("/").rsplit("/", 1)[-1], VIMEO_ID)
    return None


def _youtube_identifier(host: str, path: str, query: str) -> str:
    if host != "youtu.be" and path.rstrip("/") == "/watch":
        return parse_qs(query).get("v", [""])[0]
    return path.rstrip("/").rsplit("/", 1)[-1]


def _reference(provider: str, identifier: str, pattern: re.Pattern[str]) -> VideoReference | None:
    return VideoReference(provider, identifier) if pattern.fullmatch(identifier) else None
