"""Every kind of page, on a telephone and on a desk, in light and dark: quiet, alone, still, wide enough, accessible."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from time import sleep
from typing import Any

import pytest
from places import MEMOIRS, PLACES
from sample_build import Build
from serving import StrictHandler, serve
from site_build import build
from survey import SCHEMES
from visiting import visit

from pelican_memoir.theming import theme_path

WIDTHS = (390, 1280)
SCREENFUL = 20_000
"""Bytes of a page that hold more than a screen shows at first."""
Surveyed = Callable[[str, int], Any]

every_page = pytest.mark.parametrize("path", PLACES)
each_width = pytest.mark.parametrize("width", WIDTHS)


@every_page
@each_width
def test_page_keeps_to_itself(surveyed: Surveyed, path: str, width: int) -> None:
    found = surveyed(path, width)
    assert found.failed == []
    assert found.foreign == []
    assert found.scripts == []


@every_page
@each_width
def test_strict_policy_has_nothing_to_stop(surveyed: Surveyed, path: str, width: int) -> None:
    found = surveyed(path, width)
    assert found.violations == []
    assert found.said == []


@every_page
@each_width
def test_nothing_moves_while_the_page_loads(surveyed: Surveyed, path: str, width: int) -> None:
    found = surveyed(path, width)
    assert found.shift < 0.005, found.moved  # what is shown as 0.00 everywhere


class SlowHandler(StrictHandler):
    """Sends the beginning of a page as a bad line does: a few hundred bytes at a time."""

    def copyfile(self, source: Any, outputfile: Any) -> None:
        """Send the pieces, each by itself."""
        if self.path.endswith(("/", ".html")):
            for piece in iter(lambda: source.read(400), b""):
                outputfile.write(piece)
                outputfile.flush()
                if source.tell() > SCREENFUL:
                    break
                sleep(0.015)  # long enough for Chromium to draw what has come
        super().copyfile(source, outputfile)


@pytest.mark.parametrize("path", [*MEMOIRS, "/", "/kitchen-sink/", "/timeline.html"])
@each_width
def test_hardly_anything_moves_while_the_page_comes_in_pieces(
    slowly: str, browser: Any, path: str, width: int
) -> None:
    with visit(browser, slowly, path, width=width) as seen:
        seen.page.wait_for_timeout(100)  # shifts are told after the frame they are in
        assert seen.shift() < 0.01, seen.shifts()  # a tenth of what still counts as good


@pytest.fixture(scope="module")
def slowly(sample_output: Build) -> Iterator[str]:
    """The address of the sample site behind a bad line."""
    with serve(sample_output.output, base=SlowHandler) as address:
        yield address


@every_page
@each_width
def test_page_does_not_scroll_sideways(surveyed: Surveyed, path: str, width: int) -> None:
    assert {size: wide for size, wide in surveyed(path, width).too_wide.items() if wide} == {}


@every_page
@each_width
def test_no_hangul_word_is_broken(surveyed: Surveyed, path: str, width: int) -> None:
    found = surveyed(path, width)
    assert {size: words for size, words in found.broken_words.items() if words} == {}
    assert found.word_break == ("normal" if path.startswith(("/ja/", "/zh/")) else "keep-all")


@every_page
@each_width
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.usefixtures("axe")
def test_axe_has_no_objection(surveyed: Surveyed, path: str, width: int, scheme: str) -> None:
    assert surveyed(path, width).axe[scheme] == []


@every_page
def test_navigation_is_big_enough_to_touch(surveyed: Surveyed, path: str) -> None:
    assert surveyed(path, 390).small_targets == []


@every_page
def test_dark_is_dark(surveyed: Surveyed, path: str) -> None:
    ground = surveyed(path, 1280).ground
    assert ground["light"] != ground["dark"]


@pytest.mark.parametrize("path", MEMOIRS)
def test_memoir_needs_no_script(opened: Callable[..., Any], path: str) -> None:
    with opened(path, scripts=False) as seen:
        assert seen.page.locator("main h1").is_visible()
        assert seen.page.locator("main .e-content").is_visible()
        assert seen.page.locator("main nav a").first.is_visible()


def test_a_stop_with_a_long_title_leaves_room_for_the_others(browser: Any, tmp_path: Path) -> None:
    titles = ("회사에서 " * 30, "학교", "Donaudampfschifffahrtsgesellschaft" * 4)
    text = "".join(f"\n## {number}. {title}\n\n글.\n" for number, title in enumerate(titles, 1))
    done = build(
        tmp_path, {"2022-12-31-year.md": f"---\ntitle: 2022년 회고\n---\n{text}"}, THEME=theme_path()
    )
    with serve(done.output) as home:
        for width in (390, 1280):
            with visit(browser, home, "/year.html", width=width) as seen:
                sizes = seen.page.locator(".memoir-navigation a").evaluate_all(
                    "links => links.map(link => [link.clientWidth, link.clientHeight])"
                )
                assert len(sizes) == 3
                assert max(wide for wide, _ in sizes) <= max(320, width / 2)
                assert {high for _, high in sizes} == {sizes[0][1]}
