"""The demonstration users, one for each role."""

from django.contrib.auth.models import Group

from institution.enums import Role
from institution.models import OrganicUnit, User

USERS = {
    "redaccion": (Role.WRITING, "Redactora", "OII"),
    "jefatura": (Role.HEAD, "Jefa de Imagen", "OII"),
    "protocolo": (Role.PROTOCOL, "Responsable de Protocolo", "OII"),
    "prensa": (Role.PRESS, "Responsable de Prensa", "OII"),
    "planificacion": (Role.PLANNING, "Planificador", "OGPP"),
    "unidad": (Role.UNIT, "Enlace de Infraestructura", "GIDT"),
    "admin": (Role.ADMINISTRATION, "Administrador", "OGA"),
}


def load_people(*, password: str) -> None:
    """Make the users that are absent; an existing one keeps everything but a password that no longer opens."""
    for username, (role, position, unit) in USERS.items():
        user, made = User.objects.get_or_create(
            username=username,
            defaults={
                "first_name": position,
                "last_name": "de ejemplo",
                "email": f"{username}@example.test",
                "position": position,
                "unit": OrganicUnit.objects.get(code=unit),
            },
        )
        if made:
            user.groups.add(Group.objects.get(name=role.value))
        if not user.check_password(password):
            user.set_password(password)
            user.save(update_fields=["password"])
