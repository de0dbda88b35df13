"""The roles: exactly what is declared, however often it is seeded, and the menu that each one sees."""

import json
import shutil
import subprocess
import sys

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import RequestFactory
from django.urls import reverse
from wagtail.admin.menu import SubmenuMenuItem, admin_menu
from wagtail.models import (
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Workflow,
    WorkflowPage,
)

from institution.actions.seed_roles import seed_roles
from institution.enums import Role
from institution.permissions import GRANTS, Grants, grant
from tests.factories.people import user_with
from tests.servers import ROOT, environment, manage

HEAD = Role.HEAD.value


def everything() -> list:
    """All that seeding touches, comparable."""
    return [
        sorted(Group.objects.values_list("name", "permissions__codename").distinct()),
        sorted(GroupPagePermission.objects.values_list("pk", "group__name", "page", "permission__codename")),
        sorted(GroupCollectionPermission.objects.values_list("pk", "group__name", "permission__codename")),
        sorted(Workflow.objects.values_list("pk", "name", "active", "workflow_tasks__task__name")),
        sorted(GroupApprovalTask.objects.values_list("pk", "name", "active", "groups__name")),
        sorted(WorkflowPage.objects.values_list("page", "workflow")),
    ]


@pytest.fixture
def seeded(db) -> None:
    seed_roles()


def test_the_seven_roles_exist_and_nothing_of_what_wagtail_brought(seeded):
    assert set(Group.objects.values_list("name", flat=True)) == set(Role.values)
    assert list(Workflow.objects.values_list("name", "active")) == [("Revisión de Jefatura", True)]
    task = GroupApprovalTask.objects.get()
    assert set(task.groups.values_list("name", flat=True)) == {HEAD, Role.ADMINISTRATION.value}
    assert WorkflowPage.objects.get().page == Page.objects.get(depth=1)


def test_what_wagtail_brought_stays_while_somebody_uses_it(db):
    user_with(None).groups.add(Group.objects.get(name="Editors"))
    seed_roles()
    assert Group.objects.filter(name="Editors").exists()
    assert not Group.objects.filter(name="Moderators").exists()


def test_seeding_twice_changes_nothing(seeded):
    before = everything()
    seed_roles()
    assert everything() == before


def test_what_is_not_declared_is_taken_away_and_what_is_missing_comes_back(seeded):
    before = everything()
    group = Group.objects.get(name=HEAD)
    group.permissions.set([Permission.objects.get(codename="delete_organicunit")])
    publish = Permission.objects.get(codename="publish_page")
    GroupPagePermission.objects.create(
        group=Group.objects.get(name="Redacción"), page=Page.objects.get(depth=2), permission=publish
    )
    Workflow.objects.update(active=False)
    seed_roles()
    after = everything()
    assert [rows for rows in after if rows not in before] == []


def test_the_groups_that_people_made_are_left_alone(seeded):
    own = Group.objects.create(name="Practicantes")
    own.permissions.add(Permission.objects.get(codename="add_topic"))
    seed_roles()
    assert own.permissions.count() == 1


def test_a_grant_of_a_permission_that_does_not_exist_stops_the_seeding(db, monkeypatch):
    monkeypatch.setitem(GRANTS, Role.UNIT, Grants())
    grant(Role.UNIT, "pages.fly_newspage")
    with pytest.raises(LookupError, match="fly_newspage"):
        seed_roles()


@pytest.mark.xdist_group("processes")
def test_seeding_from_two_processes_at_once_leaves_one_of_each(migrated_sqlite, tmp_path):
    database = shutil.copy(migrated_sqlite, tmp_path / "db.sqlite3")
    values = {"DATABASE_URL": f"sqlite:///{database}", "VAR_DIR": str(tmp_path)}
    command = [sys.executable, "manage.py", "seed_roles"]
    running = [subprocess.Popen(command, cwd=ROOT, env=environment(**values)) for _ in range(2)]
    assert [process.wait(timeout=240) for process in running] == [0, 0]
    count = (
        "import json; from django.contrib.auth.models import Group; from wagtail.models import *;"
        "print(json.dumps([Group.objects.count(), Workflow.objects.count(), Task.objects.count()]))"
    )
    assert json.loads(manage("shell", "-v0", "-c", count, **values).strip().splitlines()[-1]) == [7, 1, 1]


# Menus

PIECES = [
    "Inicio",
    "Noticias",
    {"Agenda y protocolo": ["Eventos"]},
    {"Obras y campañas": ["Obras", "Avances de obras", "Campañas", "Registro de difusión"]},
    {"Materiales": ["Materiales", "Componer boletín", "Descargas", "Solicitudes", "Redes sociales"]},
]
HEADS_WORKS = [
    "Obras",
    "Avances de obras",
    "Reportes de obras",
    "Importaciones de obras",
    "Campañas",
    "Registro de difusión",
]
HEADS_PIECES = [
    "Inicio",
    "Noticias",
    {"Agenda y protocolo": ["Eventos", "Inscripciones"]},
    {"Obras y campañas": HEADS_WORKS},
    {"Materiales": ["Materiales", "Componer boletín", "Descargas", "Solicitudes", "Redes sociales"]},
]
WAGTAILS_REPORTS = [
    "Revisiones",
    "Pasos de revisión",
    "Páginas sin actualizar",
    "Historial del portal",
    "Tipos de página",
]
LIBRARY_REPORTS = ["Fotos por revisar", "Revisión de contenidos", "Documentos sin uso", "Enlaces rotos"]
HEADS_REPORTS = [
    "Números emitidos",
    "Importaciones",
    "Enlaces de prensa",
    "Correos",
    "Entregas de webhooks",
    "Tiempos de respuesta",
    "Tareas",
    "Retiros",
    "Publicidad en elecciones",
    *LIBRARY_REPORTS,
    "Revisiones",
    "Pasos de revisión",
    "Páginas bloqueadas",
    *WAGTAILS_REPORTS[2:],
]
LIBRARY = ["Imágenes", "Series de fotos", "Documentos"]
FINDING = {"Búsqueda": ["Lo que se busca", "Sinónimos", "Resultados destacados"]}
HEADS_PORTAL = [
    "Páginas",
    "Avisos",
    "Orientación",
    "Opiniones",
    "Menús del portal",
    FINDING,
    "Temas",
    "Mensajes de contacto",
    *LIBRARY,
]
MENUS = {
    Role.WRITING: [
        *PIECES,
        {"Portal": ["Páginas", "Avisos", "Orientación", "Opiniones", FINDING, *LIBRARY]},
        {
            "Reportes": [
                "Importaciones",
                "Tiempos de respuesta",
                *LIBRARY_REPORTS,
                *WAGTAILS_REPORTS,
            ]
        },
    ],
    Role.HEAD: [
        *HEADS_PIECES,
        {"Portal": HEADS_PORTAL},
        {"Reportes": HEADS_REPORTS},
        {"Ajustes": ["Institución", "Gobierno", "Restricciones", "Años", "Claves de la API", "Webhooks"]},
    ],
    Role.ADMINISTRATION: [
        *HEADS_PIECES,
        {"Portal": HEADS_PORTAL},
        {"Reportes": HEADS_REPORTS},
        {
            "Ajustes": [
                "Institución",
                "Unidades",
                "Gobierno",
                "Series",
                "Restricciones",
                "Años",
                "Distritos",
                "Claves de la API",
                "Webhooks",
                "Usuarios",
                "Grupos",
                "Flujos de revisión",
                "Pasos de los flujos",
                "Sitios",
                "Redirecciones",
            ]
        },
    ],
    Role.PROTOCOL: ["Inicio", {"Agenda y protocolo": ["Inscripciones"]}],
    Role.PRESS: ["Inicio"],
    Role.PLANNING: ["Inicio"],
    Role.UNIT: ["Inicio", {"Materiales": ["Mis solicitudes"]}],
}


def labels(menu, request) -> list:
    items = sorted(menu.menu_items_for_request(request), key=lambda item: item.order)
    return [
        {str(item.label): labels(item.menu, request)} if isinstance(item, SubmenuMenuItem) else str(item.label)
        for item in items
    ]


@pytest.mark.parametrize("role", Role)
def test_each_role_sees_its_own_menu_and_no_more(seeded, role):
    request = RequestFactory().get(reverse("wagtailadmin_home"))  # the addresses bring the entries with them
    request.user = user_with(role)
    assert labels(admin_menu, request) == MENUS[role]
