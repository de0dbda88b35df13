"""A post is written in its piece's form, counted as its network counts, refused, approved, and pulled by a tool."""

import pytest
from playwright.sync_api import Locator, Page, expect

from institution.enums import SocialNetwork
from pages.rules.social.limits import LIMITS
from pages.rules.social.proposals import composed
from tests.journeys.conftest import DESK
from tests.journeys.editor import sign_in
from tests.journeys.test_screens import published

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("journeys")]
TEXTS = [
    "Hola",
    "👨‍👩‍👧‍👦 🇵🇪 1️⃣ © ☎️ 👍🏽 ñ",
    "Vea aija.gob.pe y https://aija.gob.pe/a_(b), EE.UU. a las 9 a.m.",
    "日本 “comillas” – …\n\nimagen@aija.gob.pe",
]


def post_on(page: Page, network: str) -> Locator:
    return page.locator("[data-social-post]").filter(has=page.get_by_role("heading", name=network, exact=True))


def counted(post: Locator) -> int:
    return int(post.locator("[data-count]").inner_text().split(" de ")[0].replace(",", ""))


def expected(post: Locator, text: str, network: SocialNetwork) -> int:
    tags, link = post.locator("[name$='-hashtags']").input_value().split(), post.get_attribute("data-link")
    return LIMITS[network].measure(composed(text, tags, link, network))


def test_a_post_is_written_counted_and_approved_without_leaving_the_piece(server, open_page):
    note = published(server, "news")[0]["id"]
    page = open_page(DESK)
    sign_in(page, "jefatura")
    page.goto(f"/admin/redes/pieza/{note}/")
    if prepare := page.get_by_role("button", name="Preparar el kit").all():
        prepare[0].click()
    page.goto(f"/admin/pages/{note}/edit/")
    page.get_by_role("tab", name="Difusión").click()

    for network in SocialNetwork:
        post = post_on(page, network.label)
        for text in TEXTS:
            post.locator("textarea").fill(text)
            assert counted(post) == expected(post, text, network), (network, text)

    post = post_on(page, "X")
    post.locator("textarea").fill("palabra " * 60)
    expect(post.locator("[data-count]")).to_contain_text("sobran")
    post.get_by_role("button", name="Guardar").click()
    expect(post.get_by_role("alert")).to_contain_text("Sobran")
    expect(post.locator("textarea")).to_have_value("palabra " * 60)

    post.locator("textarea").fill("El canal llega a Succha")
    post.get_by_role("button", name="Aprobar").click()
    expect(post.get_by_role("status").first).to_contain_text("X: aprobada")
    expect(post.locator(".state-tag")).to_have_text("Aprobada")
    fields = page.evaluate("[...new FormData(document.getElementById('page-edit-form')).keys()]")
    assert not [name for name in fields if name.startswith("post-")]


def test_without_scripts_the_desk_saves_too(server, open_page):
    note = published(server, "news")[0]["id"]
    head = open_page(DESK)
    sign_in(head, "jefatura")
    page = open_page(DESK, java_script_enabled=False, storage_state=head.context.storage_state())
    page.goto(f"/admin/redes/pieza/{note}/")
    if prepare := page.get_by_role("button", name="Preparar el kit").all():
        prepare[0].click()
    post_on(page, "TikTok").locator("textarea").fill("Sin guiones")
    post_on(page, "TikTok").get_by_role("button", name="Guardar").click()
    expect(post_on(page, "TikTok").locator("textarea")).to_have_value("Sin guiones")
