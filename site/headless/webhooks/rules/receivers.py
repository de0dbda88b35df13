"""Which addresses may receive."""

from collections.abc import Collection
from urllib.parse import urlsplit

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from institution.outside import PORTS as USUAL
from institution.rules.addresses import is_disguised, is_public

PORTS = frozenset({443, 8443})


def fault_of(address: str, *, allowed: Collection[str]) -> Promise | None:
    """What is wrong with a receiver's address, for people; None when it may be tried.

    `allowed` are hosts, each `name:port`, that may be inside our network and without HTTPS. What a name resolves to is
    looked at when something is sent.
    """
    if not address.isascii() or not address.isprintable() or " " in address:
        return _(
            "Lleva espacios, tildes u otros caracteres que una dirección no admite: cópiela tal como se la dieron."
        )
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port or USUAL.get(parts.scheme)
    except ValueError:
        return _("No es una dirección que se pueda leer. Escríbala como https://ejemplo.pe/avisos.")
    if parts.scheme not in USUAL or not host:
        return _("Debe empezar con https:// y llevar el nombre de un servidor, como https://ejemplo.pe/avisos.")
    if "@" in parts.netloc:
        return _("No puede llevar usuario ni contraseña: cada envío va firmado con el secreto.")
    if parts.fragment:
        return _("Quite lo que va desde «#»: esa parte no llega al servidor.")
    return None if f"{host}:{port}" in allowed else _fault_of_place(parts.scheme, host, port)


def _fault_of_place(scheme: str, host: str, port: int | None) -> Promise | None:
    if scheme != "https":
        return _("Debe ser https://: por http:// cualquiera en el camino leería lo enviado.")
    if port not in PORTS:
        return _("El puerto debe ser 443 (el de siempre) o 8443.")
    if not _may_be_outside(host):
        return _("No es la dirección de un servidor de internet. Las de la red interna no se admiten.")
    return None


def _may_be_outside(host: str) -> bool:
    if ":" in host or host.replace(".", "").isdecimal():
        return is_public(host)
    return "." in host.strip(".") and not is_disguised(host)
