"""A real browser against a real server of the suite's own."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.servers import ROOT, Server, served

PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 900}
SHOTS = ROOT / "var" / "screenshots"
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
LOAD = "from tests.journeys.content import load; load({port})"
expect.set_options(timeout=30_000)


@pytest.fixture(scope="package")
def server(migrated_sqlite, tmp_path_factory) -> Iterator[Server]:
    """The platform with a few notes, served by gunicorn as `make serve` does."""
    with served(tmp_path_factory.mktemp("server"), migrated_sqlite, load=LOAD) as server:
        yield server


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Debian's Chromium; where it is absent the journeys are skipped saying so, and fail in CI.

    It ends with the journeys: while it is there an event loop runs in this thread, where Django refuses its database.
    """
    program = shutil.which("chromium")
    if program is None:
        reason = "Chromium isn't installed and could not be: the browser journeys were not run"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser, server, request) -> Iterator:
    """Open pages at a width, each in a context of its own; what they ask for is checked to be ours."""
    contexts: list[BrowserContext] = []
    foreign: list[str] = []

    def opened(size: dict = DESK, **options) -> Page:
        context = browser.new_context(viewport=size, locale="es-PE", base_url=server.url, **options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(30_000)
        page.on("request", lambda asked: foreign.append(asked.url) if _is_foreign(asked.url, server.url) else None)
        return page

    yield opened
    for number, context in enumerate(contexts):
        for page in context.pages:
            _keep_screenshot(page, f"{request.node.name}-{number}")
        context.close()
    assert foreign == [], "something was asked of a third party"


def _is_foreign(address: str, ours: str) -> bool:
    return not address.startswith((ours, "data:", "blob:", "about:"))


def _keep_screenshot(page: Page, name: str) -> None:
    SHOTS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=Path(SHOTS) / f"{name}.png", full_page=True)
