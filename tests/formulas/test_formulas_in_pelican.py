"""Formulas within a site: pages, summaries, feeds, what is told, how it is switched off, and render-math beside it."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pelican import signals
from site_build import Build, build

POST = r"""---
title: 수식
use_math: true
---
첫 문단의 $x_1$입니다.

$$
y = \frac{a}{b}
$$

`$code$` 그리고 $\nope{z}$ 끝.
"""
FILES = {
    "_posts/2022-01-02-math.md": POST,
    "_posts/2022-01-03-prices.md": "---\ntitle: 값\n---\n$5에서 $y$까지, $$z$$.\n",
    "plain.md": "Title: plain\nDate: 2022-01-04\n\n\\\\(q\\\\)\n",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Build:
    return build(
        tmp_path_factory.mktemp("math"), FILES, FEED_ALL_ATOM="all.xml", SITEURL="https://home.example"
    )


def test_formulas_of_a_post(site: Build) -> None:
    content = site.contents["2022-01-02-math.md"].content
    assert content.count("<math") == 2
    assert '<span class="memoir-math"><math display="block"' in content
    assert "$code$" in content
    assert r"$\nope{z}$" in content


def test_dollars_where_nobody_asked(site: Build) -> None:
    content = site.contents["2022-01-03-prices.md"].content
    assert "$5에서 $y$까지, <math" in content


def test_other_readers_posts_are_left_alone(site: Build) -> None:
    assert "<math" not in site.contents["plain.md"].content


def test_summary(site: Build) -> None:
    assert "<math" in site.contents["2022-01-02-math.md"].summary


def test_what_cannot_be_read_is_told_with_its_line(site: Build) -> None:
    (told,) = [line for line in site.log if "memoir.math" in line]
    assert told.endswith(
        '2022-01-02-math.md:11: $\\nope{z}$: Unknown command "\\nope"; it is shown as written [memoir.math]'
    )


def test_a_feed_has_the_mathml_and_is_well_formed(site: Build) -> None:
    feed = ElementTree.fromstring(site.page("all.xml"))
    texts = ["".join(entry.itertext()) for entry in feed.iter("{http://www.w3.org/2005/Atom}content")]
    assert sum("<math" in text for text in texts) == 2
    assert any('alttext="x_1"' in text for text in texts)


def test_switched_off(tmp_path: Path) -> None:
    done = build(tmp_path, FILES, MEMOIR_MATH="")
    assert all("<math" not in each.content for each in done.contents.values())
    assert r"\[y = \frac{a}{b}\]" in done.contents["2022-01-02-math.md"].content
    assert not any("memoir.math" in line for line in done.log)


def test_render_math_keeps_what_it_took(tmp_path: Path) -> None:
    plugin = import_module("pelican.plugins.render_math.math")
    try:
        content = (
            build(tmp_path, FILES, PLUGINS=["render_math", "pelican_memoir"])
            .contents["2022-01-02-math.md"]
            .content
        )
    finally:  # Pelican's signals outlive a build
        signals.initialized.disconnect(plugin.pelican_init)
        signals.all_generators_finalized.disconnect(plugin.process_rst_and_summaries)
    assert r'<span class="math">\(x_1\)</span>' in content
    assert content.count("<math") == 1  # the block, which only kramdown's dialect knows


def test_a_failing_stage_leaves_the_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pelican_memoir.typesetting.typeset", lambda *_, **__: 1 / 0)
    done = build(tmp_path, FILES)
    assert "$x_1$" in done.contents["2022-01-02-math.md"].content
    assert any("the text was not typeset: ZeroDivisionError" in line for line in done.log)
