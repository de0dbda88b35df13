"""Links that tell where a visit came from."""

from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

MEDIUM = "social"


def campaign_link(address: str, *, network: str, campaign: str) -> str:
    """The address with `utm_source`, `utm_medium` and `utm_campaign`; those it had give way. Blank of a blank one."""
    if not address:
        return ""
    parts = urlsplit(address)
    told = {"utm_source": network, "utm_medium": MEDIUM, "utm_campaign": campaign}
    query = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if pair[0] not in told]
    return urlunsplit(parts._replace(query=urlencode([*query, *told.items()])))
