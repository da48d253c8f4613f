"""The style sheets keep their layers, their two tiers of tokens and their weight, and ask nobody else for anything."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

from pelican_memoir.theming import theme_path

FOLDER = Path(theme_path(), "static", "css")
SHEETS = {path.name: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.css"))}
ALL = {name: re.sub(r"/\*.*?\*/", "", sheet, flags=re.S) for name, sheet in SHEETS.items()}
RULES = ALL["main.css"]
MOST = {"main.css": 5300}
"""Bytes that a sheet may weigh on its way to the reader; 2500 where nothing else is said."""

every_sheet = pytest.mark.parametrize("name", SHEETS)


def layer(name: str) -> str:
    start = RULES.index(f"@layer {name} {{")
    end = RULES.find("\n}\n", start)
    return RULES[start : end if end > 0 else None]


def test_layers_come_in_the_order_that_owners_rely_on() -> None:
    order = re.search(r"@layer ([\w, ]+);", RULES)
    assert order is not None
    names = order.group(1).split(", ")
    assert names == ["reset", "tokens", "base", "layout", "components", "memoir", "print", "owner", "user"]
    assert re.findall(r"^@layer (\w+) \{", RULES, re.M) == names[:-2], "the last two are the owner's"


@every_sheet
def test_every_rule_stands_in_a_layer(name: str) -> None:
    assert set(re.findall(r"^@layer (\w+) \{", ALL[name], re.M)) <= set(
        re.findall(r"\w+", RULES[: RULES.index(";")])
    )
    assert not re.search(r"^(?!@layer|\s|\}|$)", ALL[name], re.M), "a rule stands outside the layers"
    assert ALL[name].count("{") == ALL[name].count("}")


@every_sheet
def test_only_tokens_name_colours_and_faces(name: str) -> None:
    below = ALL[name].replace(layer("tokens"), "")
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl|oklch|light-dark)\(", below) == []
    assert re.findall(r"font-family:(?! var\()", below) == []


def test_every_token_that_is_used_is_defined_and_every_defined_one_used() -> None:
    defined = {token for rules in ALL.values() for token in re.findall(r"(--memoir-[\w-]+)\s*:", rules)}
    used = {token for rules in ALL.values() for token in re.findall(r"var\((--memoir-[\w-]+)", rules)}
    assert used == defined


def test_colours_have_a_light_and_a_dark_side() -> None:
    colours = re.findall(r"#[0-9a-fA-F]{6}", layer("tokens"))
    assert len(colours) == 2 * layer("tokens").count("light-dark(")


@every_sheet
def test_a_sheet_is_light_and_asks_no_one(name: str) -> None:
    assert len(gzip.compress(SHEETS[name].encode())) < MOST.get(name, 2500)
    assert "@import" not in SHEETS[name]
    assert "url(" not in SHEETS[name]


@every_sheet
def test_motion_is_only_for_those_who_want_it(name: str) -> None:
    outside = re.sub(
        r"@media \(prefers-reduced-motion: no-preference\) \{(?:[^{}]|\{[^{}]*\})*\}", "", ALL[name]
    )
    assert not re.search(r"scroll-behavior|animation:|transition:", outside)
