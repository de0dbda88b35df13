"""How many requests a minute leaves, and how they are dealt out to the processes that serve them."""

from dataclasses import dataclass
from datetime import datetime
from ipaddress import IPv6Address, ip_address

WINDOW = 60  # seconds
SHARE = 50
IPV6_NETWORK = 64  # bits: what a provider gives to one customer


@dataclass(frozen=True, kw_only=True)
class Allowance:
    """How somebody stands: a limit of requests each minute, how many are left of it, and the seconds until it is new.

    `policy` is the name of the limit. `left` may be less than what truly is left: other processes hold some.
    """

    policy: str
    limit: int
    left: int
    resets_in: int
    passes: bool

    @property
    def headers(self) -> dict[str, str]:
        """As draft-ietf-httpapi-ratelimit-headers-10 has it; 429 also says when to come back (RFC 9110)."""
        told = {
            "RateLimit-Policy": f'"{self.policy}";q={self.limit};w={WINDOW}',
            "RateLimit": f'"{self.policy}";r={self.left};t={self.resets_in}',
        }
        return told if self.passes else told | {"Retry-After": str(self.resets_in)}


def minute_of(at: datetime) -> tuple[int, int]:
    """The minute that an instant is in, by its number, and the seconds until it ends, at least one."""
    seconds = int(at.timestamp())
    return seconds // WINDOW, WINDOW - seconds % WINDOW


def lease_size(limit: int) -> int:
    """How many requests a process asks for at a time: a fiftieth of the limit, at least one."""
    return max(1, limit // SHARE)


def granted(*, taken: int, asked: int, limit: int) -> int:
    """How many of the `asked` are within the limit, when with them `taken` were asked for in all."""
    return min(asked, max(0, limit - (taken - asked)))


def network_of(address: str) -> str:
    """Whom an address stands for: itself, or in IPv6 its network, since one customer has 2^64 of them."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return address
    if not isinstance(parsed, IPv6Address):
        return str(parsed)
    if parsed.ipv4_mapped:
        return str(parsed.ipv4_mapped)
    return f"{IPv6Address(int(parsed) >> IPV6_NETWORK << IPV6_NETWORK)}/{IPV6_NETWORK}"
