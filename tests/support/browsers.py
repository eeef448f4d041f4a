"""A real browser, as far as this machine has one, and what a page did in it: Debian's Chromium, driven by Playwright.

It can reach this machine only, and a page that so much as tries another one is caught. What may not live here: what is expected
of a page.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from tests.support.installed import Missing

PICTURES = Path(__file__).resolve().parents[1] / "browser" / ".browser_cache"
"""Where the screenshots of the last run are; git and every tool pass it by."""
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_ARGUMENTS = [
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]


@contextlib.contextmanager
def browser() -> Iterator[Browser]:
    """The browser, until the block ends. Raises Missing."""
    path = next(filter(None, map(shutil.which, _NAMES)), None)
    if path is None:
        raise Missing("chromium is not on this machine (a browser for the workbench)")
    as_root = ["--no-sandbox"] if os.geteuid() == 0 else []  # it refuses to build one for root
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=[*_ARGUMENTS, *as_root])
        yield started
        started.close()


@dataclass(slots=True)
class Visit:
    """A page at the workbench, and all that it asked for and complained about."""

    page: Page
    address: str
    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def open(self, path: str = "/") -> None:
        """Goes to an address of the service."""
        self.page.goto(f"{self.address}{path}")

    def choose(self, patient: str) -> None:
        """Searches a sample patient, presses its button, and waits for what is shown."""
        self.page.get_by_role("searchbox").fill(patient)
        with self.shown_anew():
            self.page.get_by_role("button", name=patient).click()

    @contextlib.contextmanager
    def shown_anew(self) -> Iterator[None]:
        """Whatever is done in the block ends with new cards on the page."""
        with self.page.expect_response(lambda answer: answer.url.endswith("/shown")):
            yield
        self.page.wait_for_function("() => !document.querySelector('#main').hasAttribute('aria-busy')")

    @property
    def outcome(self) -> str:
        """The outcome of the first lesion that is shown."""
        return self.page.locator("#seen [data-outcome]").first.get_attribute("data-outcome") or ""

    def drafts(self) -> list[str]:
        """The draft orders in words."""
        return [words.strip() for words in self.page.locator("#orders label").all_inner_texts()]

    def violations(self) -> list[str]:
        """What axe finds wrong, with the first place of each."""
        options = {"runOnly": {"type": "tag", "values": WCAG}, "resultTypes": ["violations"]}
        found: Any = Axe().run(self.page, options=options).response
        return [f"{each['id']}: {each['nodes'][0]['html'][:200]}" for each in found["violations"]]

    def picture(self, name: str, *, whole: bool = False) -> None:
        """Keeps what is on the screen."""
        PICTURES.mkdir(exist_ok=True)
        self.page.screenshot(path=PICTURES / f"{name}.png", full_page=whole)

    def strayed(self) -> list[str]:
        """Requests to any other place than the service."""
        own = urlsplit(self.address).netloc
        return [url for url in self.asked if urlsplit(url).netloc != own]


@contextlib.contextmanager
def visit(
    started: Browser, address: str, *, width: int = 1400, height: int = 900, scale: float = 1, dark: bool = False
) -> Iterator[Visit]:
    """A new page of its own window, until the block ends."""
    context = started.new_context(
        viewport={"width": width, "height": height},
        device_scale_factor=scale,
        color_scheme="dark" if dark else "light",
        reduced_motion="reduce",
    )
    page = context.new_page()
    made = Visit(page=page, address=address)
    context.on("request", lambda request: made.asked.append(request.url))
    page.on("pageerror", lambda error: made.complaints.append(str(error)))
    page.on("console", lambda said: made.complaints.append(said.text) if said.type in ("error", "warning") else None)
    yield made
    context.close()
