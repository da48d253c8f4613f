"""One look at a page at one width: all that the tests ask of it, taken in a single visit because visits are dear."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser
from probing import probe
from visiting import visit

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SCHEMES = ("light", "dark")
NARROWER = {390: 320, 1280: 768}


@dataclass
class Survey:
    """What was seen: texts and addresses as they came, layout shifts and their sum, and lists of faults by width."""

    said: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)
    shift: float = 0.0
    moved: list[tuple[float, str]] = field(default_factory=list)
    too_wide: dict[int, list[str]] = field(default_factory=dict)
    broken_words: dict[int, list[str]] = field(default_factory=dict)
    small_targets: list[str] = field(default_factory=list)
    word_break: str = ""
    ground: dict[str, str] = field(default_factory=dict)
    axe: dict[str, list[str]] = field(default_factory=dict)


def survey(browser: Browser, home: str, path: str, width: int, axe: str | None) -> Survey:
    """Look at a page in both colour schemes, at the width and a narrower one; `axe` is the script of axe-core."""
    with visit(browser, home, path, width=width) as seen:
        page = seen.page
        page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
        page.wait_for_timeout(100)
        found = Survey(shift=seen.shift(), moved=seen.shifts())
        page.evaluate("window.scrollTo(0, 0)")
        if axe:
            page.evaluate(axe)
        for scheme in SCHEMES:
            page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            found.ground[scheme] = page.evaluate("getComputedStyle(document.body).backgroundColor")
            if axe:
                result = page.evaluate(
                    "rules => axe.run({runOnly: rules, resultTypes: ['violations']})", RULES
                )
                found.axe[scheme] = objections(result)
        for size in (width, NARROWER[width]):
            page.set_viewport_size({"width": size, "height": 900})
            found.too_wide[size] = page.evaluate(probe("too_wide"))
            found.broken_words[size] = page.evaluate(probe("broken_words"))
        found.small_targets = page.evaluate(probe("small_targets"))
        found.word_break = page.evaluate("getComputedStyle(document.querySelector('main')).wordBreak")
        found.said, found.failed = seen.said, seen.failed
        found.foreign, found.violations = seen.foreign(), seen.violations()
        found.scripts = [url for url in seen.requests if url.endswith((".js", ".mjs"))]
        return found


def objections(result: dict[str, Any]) -> list[str]:
    """Return a line for each node that axe-core objects to."""
    assert len(result["passes"]) > 10, "axe-core did not look"
    found = []
    for violation in result["violations"]:
        for node in violation["nodes"]:
            place = str(node["target"][0])
            found.append(f"{violation['id']}: {place}: {node['html'][:160]}")
    return found
