"""A page can be read by keyboard alone: the skip link works, focus is always seen, anchors are not hidden."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from places import MEMOIRS
from probing import probe

FOCUS = probe("focus")
HIDDEN_ANCHOR = probe("hidden_anchor")


@pytest.mark.parametrize("path", [MEMOIRS[0], "/", "/about/", "/archives.html"])
def test_skip_link_comes_first_and_leads_to_the_text(opened: Callable[..., Any], path: str) -> None:
    with opened(path, width=390) as seen:
        seen.page.keyboard.press("Tab")
        focus = seen.page.evaluate(FOCUS)
        assert seen.page.evaluate("document.activeElement.matches('a[href=\"#main\"]')")
        assert focus["seen"]
        assert not focus["covered"]
        seen.page.keyboard.press("Enter")
        assert seen.page.evaluate("location.hash") == "#main"
        seen.page.keyboard.press("Tab")
        assert seen.page.evaluate("!document.activeElement.closest('body > header')")


@pytest.mark.parametrize(
    "path", ["/2022-12-31-2022-memoir/", "/ja/2022-12-31-2022-matome/", "/", "/kitchen-sink/"]
)
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
def test_focus_is_never_lost(opened: Callable[..., Any], path: str, width: int, key: str) -> None:
    with opened(path, width=width) as seen:
        wrong = []
        for _ in range(200):
            seen.page.keyboard.press(key)
            focus = seen.page.evaluate(FOCUS)
            if focus is None:
                break
            if not focus["seen"] or focus["covered"] or not focus["marked"]:
                wrong.append(focus)
        assert wrong == []


@pytest.mark.parametrize("name", ["회고", "Deep Learning", "日記"])
def test_links_of_old_posts_find_their_tag(opened: Callable[..., Any], name: str) -> None:
    with opened(f"/tags/#{name}") as seen:
        assert seen.page.evaluate("document.querySelector(':target')?.textContent") == name


def test_contents_lie_in_the_margin_of_a_wide_screen_and_fold_on_a_small_one(
    opened: Callable[..., Any],
) -> None:
    entry = ".toc details a"
    with opened("/2021-02-14-tide-csv/", width=1280) as seen:
        place = seen.page.locator(entry).first.bounding_box()
        assert place["x"] > seen.page.locator("main .e-content").bounding_box()["x"] + 600
    with opened("/2021-02-14-tide-csv/", width=390) as seen:
        assert not seen.page.locator(entry).first.is_visible()
        seen.page.locator(".toc summary").focus()
        seen.page.keyboard.press("Enter")
        assert seen.page.locator(entry).first.is_visible()


@pytest.mark.parametrize("path", MEMOIRS)
@pytest.mark.parametrize("width", [390, 1280])
def test_period_is_in_sight_after_its_link(opened: Callable[..., Any], path: str, width: int) -> None:
    with opened(path, width=width) as seen:
        links = seen.page.evaluate(
            "[...document.querySelectorAll('main nav a[href^=\"#\"]')].map(a => a.getAttribute('href'))"
        )
        assert links
        for link in links:
            hidden = seen.page.evaluate(HIDDEN_ANCHOR, link)
            assert not hidden, link
