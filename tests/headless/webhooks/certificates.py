"""Certificates as receivers show them, made on the spot: good ones, and each that must not be believed."""

import ssl
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import trustme
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

NAME = "receptor.example.test"


def _of_another_name(trusted: trustme.CA) -> ssl.SSLContext:
    return showing(trusted.issue_cert("otro.example.test"))


def _expired(trusted: trustme.CA) -> ssl.SSLContext:
    yesterday = datetime.now(UTC) - timedelta(days=1)
    return showing(trusted.issue_cert(NAME, not_before=yesterday - timedelta(days=30), not_after=yesterday))


def _of_unknown_authority(trusted: trustme.CA) -> ssl.SSLContext:
    return showing(trustme.CA().issue_cert(NAME))


def _self_signed(trusted: trustme.CA) -> ssl.SSLContext:
    key, name = ec.generate_private_key(ec.SECP256R1()), x509.Name([])
    named = x509.SubjectAlternativeName([x509.DNSName(NAME)])
    begins = datetime.now(UTC) - timedelta(days=1)
    unsigned = x509.CertificateBuilder().issuer_name(name).subject_name(name).public_key(key.public_key())
    unsigned = unsigned.not_valid_before(begins).not_valid_after(begins + timedelta(days=30))
    unsigned = unsigned.serial_number(x509.random_serial_number()).add_extension(named, critical=True)
    certificate = unsigned.sign(key, SHA256()).public_bytes(Encoding.PEM)
    secret = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    with trustme.Blob(secret + certificate).tempfile() as path:
        context.load_cert_chain(path)
    return context


# Each by what people are told of it.
NOT_BELIEVED: dict[str, Callable[[trustme.CA], ssl.SSLContext]] = {
    f"es de otro nombre, no de «{NAME}»": _of_another_name,
    "ya venció": _expired,
    "firmó su propio certificado": _self_signed,
    "No conocemos a la entidad que firmó": _of_unknown_authority,
}


def showing(certificate: trustme.LeafCert) -> ssl.SSLContext:
    """How a server speaks TLS that shows the certificate."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(context)
    return context
