"""Which requests for a file are somebody's download."""

import re

ROBOTS = re.compile(
    r"bot\b|bot/|crawl|spider|slurp|preview|facebookexternalhit|whatsapp/|telegram|monitor|uptime|"
    r"curl/|wget/|python-|httpx|java/|go-http|headless|lighthouse",
    re.IGNORECASE,
)


def counts_as_download(*, method: str, user_agent: str, purpose: str) -> bool:
    """Whether to count a request: a GET of a browser in which somebody pressed, not of a robot nor of a prefetch.

    `purpose` is what the browser says in `Sec-Purpose`. Who says nothing of itself is taken for a robot.
    """
    if method != "GET" or "prefetch" in purpose.lower():
        return False
    return bool(user_agent.strip()) and not ROBOTS.search(user_agent)
