"""Why a message could not be handed over, in words for people."""

import socket
import ssl

from django.utils.translation import gettext as _

# OpenSSL, `x509_vfy.h`: what was found wrong with a certificate.
NOT_YET, EXPIRED, SELF_SIGNED, SELF_SIGNED_CHAIN = 9, 10, 18, 19
UNKNOWN_ISSUER, UNKNOWN_FIRST, OTHER_NAME, OTHER_ADDRESS = 20, 21, 62, 64


def failure_in_words(failure: Exception, *, host: str) -> str:
    """What went wrong and who may mend it, and below it what the program said, for whoever mends it."""
    return f"{_sentence(failure, host)}\n\n{type(failure).__name__}: {failure}"


def _sentence(failure: Exception, host: str) -> str:
    if isinstance(failure, ssl.SSLCertVerificationError):
        return _fault_of_certificate(failure.verify_code, host)
    if isinstance(failure, ssl.SSLError):
        return _("El servidor no estableció una conexión segura (HTTPS).")
    if isinstance(failure, socket.gaierror):
        return _("No se encontró ningún servidor llamado «%(host)s».") % {"host": host}
    if isinstance(failure, TimeoutError):
        return _("El servidor no respondió a tiempo.")
    if isinstance(failure, ConnectionRefusedError):
        return _("El servidor no aceptó la conexión: en esa dirección y puerto nadie atiende.")
    return _("La conexión se cortó, o lo que llegó no era una respuesta HTTP.")


def _fault_of_certificate(code: int, host: str) -> str:
    if code in (OTHER_NAME, OTHER_ADDRESS):
        return _("El certificado del servidor es de otro nombre, no de «%(host)s».") % {"host": host}
    if code == EXPIRED:
        return _("El certificado del servidor ya venció: quien lo administra debe renovarlo.")
    if code == NOT_YET:
        return _("El certificado del servidor todavía no vale: revise la fecha de ambos servidores.")
    if code in (SELF_SIGNED, SELF_SIGNED_CHAIN):
        return _("El servidor firmó su propio certificado: necesita uno de una entidad reconocida.")
    if code in (UNKNOWN_ISSUER, UNKNOWN_FIRST):
        return _("No conocemos a la entidad que firmó el certificado, o el servidor no envía los intermedios.")
    return _("El certificado del servidor no se pudo comprobar.")
