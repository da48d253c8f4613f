"""Formulas in a real browser: shown by it alone, and scrolled where the page is too narrow for them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

PAGE = "/kitchen-sink/"
Opened = Callable[..., Any]


def test_the_browser_knows_them_and_no_script_does(opened: Opened) -> None:
    with opened(PAGE, scripts=False) as seen:
        assert seen.page.locator("math").count() >= 4
        heights = [math.bounding_box()["height"] for math in seen.page.locator("math").all()]
        assert min(heights) > 5
        # A fraction or a root is higher than a line; as plain text all would be of one height.
        assert max(heights) > 2 * min(heights)
        assert not seen.page.locator("annotation").first.is_visible()


def test_a_wide_formula_scrolls_by_itself_and_by_keyboard(opened: Opened) -> None:
    with opened(PAGE, width=390) as seen:
        wide = seen.page.locator(".memoir-math").last
        assert wide.evaluate("box => box.scrollWidth > box.clientWidth")
        assert seen.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        wide.focus()
        seen.page.keyboard.press("ArrowRight")
        seen.page.wait_for_timeout(300)
        assert wide.evaluate("box => box.scrollLeft") > 0


def test_numbers_stand_at_the_right_and_references_lead_there(opened: Opened) -> None:
    with opened(PAGE) as seen:
        link = seen.page.locator('a[href="#eq-harmonic"]')
        assert link.inner_text() == "(1)"
        cell = seen.page.locator("#eq-harmonic")
        assert cell.text_content() == "(1)"
        formula = seen.page.locator(".memoir-math").last
        assert cell.evaluate("cell => cell.getBoundingClientRect().right") <= formula.evaluate(
            "box => box.getBoundingClientRect().left + box.scrollWidth + 1"
        )
