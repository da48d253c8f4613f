"""Texts made to be hard, in whole builds: each is a page of the site, its word stands there, the others are built."""

from __future__ import annotations

from pathlib import Path

import pytest
from site_build import build

DEEP = 1000
WORD = "낱말word"
POSTS = {
    "quotes": "---\ntitle: a\n---\n" + ">" * DEEP + WORD,
    "lists": "---\ntitle: a\n---\n" + "- " * DEEP + WORD,
    "brackets": "---\ntitle: a\n---\n" + "[" * DEEP + WORD + "](x)" * DEEP,
    "elements": "---\ntitle: a\n---\n" + "<div>" * DEEP + WORD + "</div>" * DEEP,
    "spans": "---\ntitle: a\n---\n" + "<b>" * DEEP + WORD + "</b>" * DEEP,
    "headings": "---\ntitle: 2022년 회고\n---\n" + "<h2>1분기 <b>" * DEEP + WORD,
    "liquid": "---\ntitle: a\n---\n" + "{% if true %}" * DEEP + WORD + "{% endif %}" * DEEP,
    "liquid-open": "---\ntitle: a\n---\n" + "{% for i in (1..9) %}" * DEEP + WORD,
    "long-line": "---\ntitle: a\n---\n" + f"{WORD} " * (10_000_000 // 11),
    "long-brackets": "---\ntitle: a\n---\n" + f"[{WORD}" * 20_000,
    "repeated": "---\ntitle: a\n---\n" + f"## {WORD}\n\n" * 3000,
    "nul": f"---\ntitle: a\0b\n---\n\0{WORD}\0",
    "half-characters": f'---\ntitle: "a\\ud800b"\n---\n&#xD800;{WORD}&#56320;',
    "bidi": f"---\ntitle: \u202ea\u2066b\n---\n\u202e{WORD}\u2069\u200f",
    "yaml-bomb": "---\n"
    + "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12))
    + f"---\n{WORD}",
    "yaml-deep": "---\na: " + "[" * 50_000 + f"\n---\n{WORD}",
    "huge-numbers": f"---\ntitle: {'9' * 5000}\nmemoir: {{year: {'9' * 400}}}\nx: 1e999999\n---\n"
    + "1" * 400
    + f". {WORD} {{{{ {'9' * 400} | times: 9 }}}}",
    "huge-date": f"---\ndate: 99999999999-12-31\n---\n{WORD}",
}


@pytest.mark.slow
def test_hard_texts(tmp_path: Path) -> None:
    files = {
        f"_posts/2022-12-{number:02}-{name}.md": text for number, (name, text) in enumerate(POSTS.items(), 1)
    }
    files["_posts/2022-01-01-other.md"] = "---\ntitle: b\n---\nother\n"
    place = {"ARTICLE_URL": "posts/{slug}.html", "ARTICLE_SAVE_AS": "posts/{slug}.html"}
    done = build(tmp_path, files, THEME="memoir", **place)
    for name in POSTS:
        assert WORD in done.page(f"posts/{name}.html"), name
    assert "other" in done.page("posts/other.html")
    assert not [line for line in done.log if "memoir.processor" in line or "memoir.rendering" in line]
    assert [line for line in done.log if "aliases make this value too large" in line]
    assert [line for line in done.log if "nested more than 100 levels deep" in line]
