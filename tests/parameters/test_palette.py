"""An owner's colours: read, warned of where text is hard to read, and readable in the dark scheme whatever they are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from parity_cases import COLOURS
from site_build import build

from pelican_memoir import theme_path
from pelican_memoir.parameters import colours, palette
from pelican_memoir.parameters.owner_sheet import style_sheet
from pelican_memoir.parameters.wrong import WrongParameterError

SHEET = Path(theme_path(), "static", "css", "main.css").read_text(encoding="utf-8")
TEXTS = {
    "text": "page-bg",
    "link": "page-bg",
    "hover": "page-bg",
    "muted": "page-bg",
    "navbar-text": "navbar-bg",
}
TEXTS |= {"footer-text": "footer-bg", "footer-link": "footer-bg", "footer-hover": "footer-bg"}
ANY = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def dark(value: str) -> str:
    """The dark one of `light-dark(a, b)`, or the only one."""
    return value.removesuffix(")").split(", ")[-1]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("#ABC", "#aabbcc"),
        ("RebeccaPurple", "#663399"),
        ("rgb(0 10 20)", "#000a14"),
        ("hsl(0 0% 50%)", "#808080"),
    ],
)
def test_any_colour_of_css_is_read(written: str, read: str) -> None:
    assert colours.colour(written) == read


@pytest.mark.parametrize("wrong", ["", "blau", "url(x)", "var(--x)", "red; x: y", "#12", 7, None, []])
def test_all_else_is_refused(wrong: object) -> None:
    with pytest.raises(WrongParameterError, match="expected a colour"):
        colours.colour(wrong)


def test_the_theme_s_colours_are_those_of_its_style_sheet() -> None:
    for name, token in (("page-col", "paper"), ("text-col", "ink"), ("link-col", "blue")):
        (light, night) = re.findall(rf"--memoir-{token}: light-dark\((#\w+), (#\w+)\)", SHEET)[0]
        assert (palette.LIGHT[name], palette.DARK[name]) == (light, night)


@settings(max_examples=25)
@given(st.fixed_dictionaries({}, optional=dict.fromkeys(COLOURS, ANY)))
def test_the_dark_scheme_can_be_read_whatever_the_owner_chose(own: dict[str, str]) -> None:
    found = palette.tokens(own)
    page = dark(found.get("page-bg", palette.DARK["page-col"]))
    if colours.is_dark(own.get("page-col", "#ffffff")):
        return  # one scheme for all, as the owner painted it
    assert colours.is_dark(page)
    for text, ground in TEXTS.items():
        if text in found:
            assert colours.contrast(dark(found[text]), dark(found.get(ground, page))) >= colours.ENOUGH, text


@given(ANY, ANY)
@settings(max_examples=25)
def test_a_colour_that_would_do_does(text: str, ground: str) -> None:
    better = colours.readable(text, ground)
    assert colours.contrast(better, ground) >= colours.ENOUGH - 0.05


def test_low_contrast_is_told_with_a_colour_that_would_do(tmp_path: Path) -> None:
    done = build(
        tmp_path, {}, MEMOIR_LINK_COL="#008AFF", MEMOIR_PAGE_COL="#FFFFFF", MEMOIR_TEXT_COL="#404040"
    )
    (line,) = [line for line in done.log if "memoir.contrast" in line]
    assert re.search(
        r"MEMOIR_LINK_COL: #008aff on #ffffff has a contrast of 3\.5 to 1.*; (#\w{6}) would do", line
    )


def test_a_site_without_colours_has_no_sheet_of_its_own(tmp_path: Path) -> None:
    done = build(tmp_path, {"a.md": "---\ntitle: a\ndate: 2022-01-01\n---\nb"}, THEME=theme_path())
    assert not (done.output / "theme" / "css" / "owner.css").exists()
    assert "owner.css" not in done.page("a.html")


def test_a_dark_page_is_dark_for_all() -> None:
    sheet = style_sheet({"page-col": "#202020"}, {}, "")
    assert "color-scheme: dark;" in sheet
    assert "light-dark" not in sheet
