"""A visit to a page in Chromium that takes down all that a strict reader would object to."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Browser, Page
from probing import probe

WATCH = probe("watch")


@dataclass
class Visit:
    """An open page with what it said and asked for."""

    page: Page
    home: str
    said: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)

    def foreign(self) -> list[str]:
        """Return the requests that went to other hosts."""
        return [url for url in self.requests if not url.startswith((self.home, "data:", "blob:"))]

    def violations(self) -> list[str]:
        """Return what the content security policy had to stop."""
        found: list[str] = self.page.evaluate("window.violations")
        return found

    def shifts(self) -> list[tuple[float, str]]:
        """Return each layout shift with the elements that moved."""
        found: list[tuple[float, str]] = self.page.evaluate("window.shifts")
        return found

    def shift(self) -> float:
        """Return how far things moved in all."""
        return sum(shift for shift, _ in self.shifts())


@contextmanager
def visit(
    browser: Browser, home: str, path: str, *, width: int = 1280, scheme: str = "light", scripts: bool = True
) -> Iterator[Visit]:
    """Open `path` at the width and in the colour scheme, and wait until all has come."""
    context = browser.new_context(
        viewport={"width": width, "height": 900 if width > 500 else 800},
        color_scheme="dark" if scheme == "dark" else "light",
        java_script_enabled=scripts,
        reduced_motion="reduce",
    )
    if scripts:
        context.add_init_script(WATCH)
    page = context.new_page()
    seen = Visit(page, home)
    page.on("console", lambda message: seen.said.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: seen.said.append(f"error: {error}"))
    page.on("request", lambda request: seen.requests.append(request.url))
    page.on(
        "response",
        lambda answer: answer.status >= 400 and seen.failed.append(f"{answer.status} {answer.url}"),
    )
    try:
        page.goto(home + path, wait_until="load")
        yield seen
    finally:
        context.close()
