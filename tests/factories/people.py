"""People who sign in."""

from django.contrib.auth.models import Group

from institution.enums import Role
from institution.models import User

PASSWORD = "una-clave-de-prueba"


def user_with(role: Role | None, *, username: str | None = None) -> User:
    """A person in the role's group (made if absent); Administración is a superuser only if seeded so."""
    user = User.objects.create_user(username or f"persona-{User.objects.count()}", password=PASSWORD)
    if role:
        user.groups.add(Group.objects.get_or_create(name=role.value)[0])
    return user
