"""A memoir prints: a PDF is made, navigation stays off the paper, and the text is all there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from places import MEMOIRS


@pytest.mark.parametrize("path", MEMOIRS)
def test_memoir_prints(opened: Callable[..., Any], path: str) -> None:
    with opened(path, scheme="dark") as seen:
        text = seen.page.locator("main .e-content").inner_text()
        seen.page.emulate_media(media="print")
        shown = [nav for nav in seen.page.locator("nav").all() if nav.is_visible()]
        assert shown == []
        assert seen.page.locator("main .e-content").inner_text().split()[:50] == text.split()[:50]
        paper = seen.page.pdf(format="A4")
        assert paper.startswith(b"%PDF-")
        assert 1 <= paper.count(b"/Type /Page\n") + paper.count(b"/Type /Page ") <= 20


def test_paper_is_light(opened: Callable[..., Any]) -> None:
    with opened("/2022-12-31-2022-memoir/", scheme="dark") as seen:
        seen.page.emulate_media(media="print")
        color = seen.page.evaluate("getComputedStyle(document.querySelector('main p')).color")
        red, green, blue = (float(part) for part in color[color.index("(") + 1 : -1].split(",")[:3])
        assert max(red, green, blue) < 110, color
