"""Which internet addresses belong to everybody, so that nobody is led inside our own network.

Source: the special-purpose registries of IANA (RFC 6890), as Python's `ipaddress` holds them, and what they leave out.
"""

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

SHARED = IPv4Network("100.64.0.0/10")  # behind a provider's own NAT, RFC 6598
RELAYS = IPv4Network("192.88.99.0/24")  # RFC 7526
GLOBAL_UNICAST = IPv6Network("2000::/3")
# Addresses that carry an IPv4 inside: Teredo (RFC 4380) and 6to4 (RFC 3056). NAT64's is outside of global unicast.
TUNNELS = (IPv6Network("2001::/32"), IPv6Network("2002::/16"))


def is_public(text: str) -> bool:
    """Whether an address is one machine of the public internet. False too for what is no address."""
    try:
        address = ip_address(text)
    except ValueError:
        return False
    if isinstance(address, IPv6Address) and address.ipv4_mapped:
        address = address.ipv4_mapped
    if address.is_multicast or address.is_private or address.is_reserved:
        return False
    return _public_4(address) if isinstance(address, IPv4Address) else _public_6(address)


def _public_4(address: IPv4Address) -> bool:
    return address not in SHARED and address not in RELAYS


def _public_6(address: IPv6Address) -> bool:
    return address in GLOBAL_UNICAST and not any(address in tunnel for tunnel in TUNNELS)


def is_disguised(host: str) -> bool:
    """Whether a host is an IPv4 address in disguise: decimal, octal, hexadecimal or short (`2130706433`, `0x7f.1`).

    Resolvers take for a number whatever ends in one (WHATWG URL, «ends in a number»); only four plain decimals, or an
    IPv6 address, are taken for what they seem.
    """
    last = host.rstrip(".").rpartition(".")[2].lower()
    if not last.isdecimal() and not last.startswith("0x"):
        return False
    try:
        return str(IPv4Address(host)) != host
    except ValueError:
        return True
