"""The style sheet keeps its layers, its two tiers of tokens and its weight, and asks nobody else for anything."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

from pelican_memoir.theming import theme_path

SHEET = Path(theme_path(), "static", "css", "main.css").read_text(encoding="utf-8")
RULES = re.sub(r"/\*.*?\*/", "", SHEET, flags=re.S)


def layer(name: str) -> str:
    start = RULES.index(f"@layer {name} {{")
    end = RULES.find("\n}\n", start)
    return RULES[start : end if end > 0 else None]


def test_layers_come_in_the_order_that_owners_rely_on() -> None:
    order = re.search(r"@layer ([\w, ]+);", RULES)
    assert order is not None
    names = order.group(1).split(", ")
    assert names == ["reset", "tokens", "base", "layout", "components", "memoir", "print", "user"]
    assert re.findall(r"^@layer (\w+) \{", RULES, re.M) == names[:-1]
    assert not re.search(r"^(?!@layer|\s|\}|$)", RULES, re.M), "a rule stands outside the layers"


def test_braces_balance() -> None:
    assert RULES.count("{") == RULES.count("}")


def test_only_tokens_name_colours_and_faces() -> None:
    below = RULES.replace(layer("tokens"), "")
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl|oklch|light-dark)\(", below) == []
    assert re.findall(r"font-family:(?! var\()", below) == []


def test_every_token_that_is_used_is_defined_and_every_defined_one_used() -> None:
    defined = set(re.findall(r"(--memoir-[\w-]+)\s*:", RULES))
    used = set(re.findall(r"var\((--memoir-[\w-]+)", RULES))
    assert used == defined


def test_colours_have_a_light_and_a_dark_side() -> None:
    colours = re.findall(r"#[0-9a-fA-F]{6}", layer("tokens"))
    assert len(colours) == 2 * layer("tokens").count("light-dark(")


def test_the_sheet_is_light_and_asks_no_one() -> None:
    assert len(gzip.compress(SHEET.encode())) < 6500
    assert "@import" not in SHEET
    assert "url(" not in SHEET


def test_motion_is_only_for_those_who_want_it() -> None:
    outside = re.sub(r"@media \(prefers-reduced-motion: no-preference\) \{(?:[^{}]|\{[^{}]*\})*\}", "", RULES)
    assert not re.search(r"scroll-behavior|animation:|transition:", outside)
