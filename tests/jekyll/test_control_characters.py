"""Control characters, which no feed can hold, are left out and told."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from site_build import build

from pelican_memoir.jekyll.control_characters import FORBIDDEN, stripped, without


@pytest.mark.parametrize("character", [chr(code) for code in (0, 1, 8, 11, 12, 14, 31, 0xFFFE, 0xFFFF)])
def test_what_xml_forbids_goes(character: str) -> None:
    text, problems = stripped(f"a\nb{character}c{character}", "a.md")
    assert text == "a\nbc"
    assert [str(problem) for problem in problems] == [
        f"a.md:2:2: control character U+{ord(character):04X}, and 1 more: no feed can hold it, it is left out"
        " [memoir.encoding]"
    ]


@pytest.mark.parametrize("text", ["", "a\tb\nc\r", "\x7f\x85\u2028\ufeff회고🙌"])
def test_all_else_stays(text: str) -> None:
    assert stripped(text, "a.md") == (text, ())
    assert not FORBIDDEN.search(text)


def test_values_are_cleaned_at_any_depth() -> None:
    assert without({"a\0": ["b\x01", {"c": "d\x02"}, 3, None]}) == {"a": ["b", {"c": "d"}, 3, None]}


def test_site_with_control_characters_is_built(tmp_path: Path) -> None:
    post = '---\ntitle: "a\\x01b\x02c"\ntags: ["d\\x03"]\nsummary: "e\\x04"\n---\ntext\x00 and &#1; `\x0b`\n'
    done = build(
        tmp_path,
        {"2022-12-31-a.md": post},
        FEED_ALL_ATOM="all.xml",
        FEED_ALL_RSS="rss.xml",
        TAG_FEED_ATOM="{slug}.xml",
    )
    article = done.contents["2022-12-31-a.md"]
    assert (article.title, [tag.name for tag in article.tags]) == ("abc", ["d"])
    for name in ("all.xml", "rss.xml"):
        assert "abc" in "".join(ElementTree.parse(done.output / name).getroot().itertext())
    assert len([line for line in done.log if "memoir.encoding" in line]) == 1
