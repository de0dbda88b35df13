"""What a production machine must never start with."""

from django.core.exceptions import ImproperlyConfigured

MIN_SECRET_LENGTH = 50
MIN_DISTINCT_CHARACTERS = 10
KNOWN_SECRETS = ("django-insecure", "only-for-the-test-suite", "changeme")


def unsafe_settings(*, secret_key: str, debug: bool, allowed_hosts: list[str]) -> list[str]:
    """The sentences that say which settings are unsafe and what to do; empty when all is well."""
    problems = []
    if _weak(secret_key):
        problems.append(
            "SECRET_KEY falta o es débil: use al menos 50 caracteres al azar "
            "(python -c 'import secrets; print(secrets.token_urlsafe(50))')."
        )
    if debug:
        problems.append("DEBUG está encendido: muestra datos internos a cualquiera; quite DEBUG del entorno.")
    if not allowed_hosts or "*" in allowed_hosts:
        problems.append("ALLOWED_HOSTS está vacío o admite todo: escriba los nombres del portal, separados por comas.")
    return problems


def refuse_unsafe(*, secret_key: str, debug: bool, allowed_hosts: list[str]) -> None:
    """Raise ImproperlyConfigured naming every unsafe setting."""
    if problems := unsafe_settings(secret_key=secret_key, debug=debug, allowed_hosts=allowed_hosts):
        raise ImproperlyConfigured("No se inicia en producción:\n- " + "\n- ".join(problems))


def _weak(secret: str) -> bool:
    return (
        len(secret) < MIN_SECRET_LENGTH
        or len(set(secret)) < MIN_DISTINCT_CHARACTERS
        or any(known in secret for known in KNOWN_SECRETS)
    )
