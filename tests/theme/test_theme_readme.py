"""What the theme's README names is there, and everything it could name is named."""

from __future__ import annotations

import re
from pathlib import Path

from pelican_memoir.theming import theme_path

THEME = Path(theme_path())
README = (THEME / "README.md").read_text(encoding="utf-8")
SHEET = (THEME / "static" / "css" / "main.css").read_text(encoding="utf-8")


def test_tokens_of_the_second_tier_are_all_named() -> None:
    second = SHEET[SHEET.index("Second tier") : SHEET.index(":root:lang(ja)")]
    defined = set(re.findall(r"^\s*(--memoir-[\w-]+):", second, re.M))
    assert set(re.findall(r"`(--memoir-[\w-]+)`", README)) == defined


def test_blocks_are_all_named() -> None:
    for row in re.findall(r"^\| `([\w.]+)`(?:, for [^|]*)? \| ((?:`\w+` ?)+)\|$", README, re.M):
        template, named = row[0], set(re.findall(r"\w+", row[1]))
        own = set(
            re.findall(r"\{% block (\w+)", (THEME / "templates" / template).read_text(encoding="utf-8"))
        )
        inherited = {"head", "title", "content"} if template != "base.html" else set()
        assert named == own - inherited, template
    assert README.count("| `") > 8
