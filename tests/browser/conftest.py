"""A browser for the tests of the page: Chromium, without a network and without a profile.

``CHROMIUM`` names the executable; else it is looked for where systems put it.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page, Request, sync_playwright

_NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# What a test can read instead of the clipboard, which is the whole system's.
_CLIPBOARD = """
  window.copied = [];
  Object.defineProperty(navigator, "clipboard", {
    value: { writeText: async (text) => { window.copied.push(text); } },
  });
"""


@dataclass
class Watched:
    """A page in the browser and what it said, asked for or popped up while it was open."""

    page: Page
    file: Path
    complaints: list[str] = field(default_factory=list)

    def go(self, address: str = "") -> Page:
        """Open the file with *address* (``?view=inline#art_7``) after its name."""
        self.page.goto(self.file.as_uri() + address)
        return self.page


def until(page: Page, expression: str) -> None:
    """Wait until the JavaScript *expression* holds in *page*.

    Playwright's own way evaluates strings within the page, which its policy forbids.
    """
    for _ in range(100):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(30)
    pytest.fail(f"never came true: {expression}")


Opener = Callable[..., Watched]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    named = os.environ.get("CHROMIUM", "")
    found = named or next(filter(None, map(shutil.which, _NAMES)), None)
    if found is None:
        pytest.skip("no Chromium at hand: `make browser` installs it, or name one in CHROMIUM")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=found, args=_ARGUMENTS)
        yield running
        running.close()


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Opener]:
    """Return ``open(html, address="", **options)``: a watched page from a file on disk.

    When the test ends, the page must not have written to the console, popped anything up,
    or asked for anything but its own file.
    """
    every: list[Watched] = []

    def open_page(html: str, address: str = "", **options: object) -> Watched:
        file = tmp_path / f"报告 {len(every)}.html"
        file.write_text(html, encoding="utf-8", newline="")
        context = browser.new_context(
            **{"viewport": {"width": 1280, "height": 800}, **options}  # type: ignore[arg-type]
        )
        context.set_default_timeout(5000)
        context.add_init_script(_CLIPBOARD)
        watched = Watched(context.new_page(), file)
        _watch(watched)
        every.append(watched)
        watched.go(address)
        return watched

    yield open_page
    for watched in every:
        watched.page.context.close()
    assert [c for watched in every for c in watched.complaints] == []


def _watch(watched: Watched) -> None:
    page, said = watched.page, watched.complaints
    own = watched.file.as_uri()

    def refuse(dialog: Dialog) -> None:
        said.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def asked(request: Request) -> None:
        if request.url.split("#")[0].split("?")[0] != own:
            said.append(f"request: {request.url}")

    page.on("console", lambda message: said.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: said.append(f"error: {error}"))
    page.on("dialog", refuse)
    page.on("request", asked)
