"""Tags and categories whose slugs Pelican makes the same."""

from __future__ import annotations

from typing import Any

import pytest
from pelican.settings import DEFAULT_CONFIG
from pelican.urlwrappers import Tag

from pelican_memoir.migrate.names import keep_apart


def slugs(names: list[str], settings: dict[str, Any]) -> list[str]:
    keep_apart(settings, "TAG", names)
    return [Tag(name, {**DEFAULT_CONFIG, **settings}).slug for name in names]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["C", "C++", "C#"], ["c", "c-plus-plus", "c-sharp"]),
        (["c++", "C#"], ["c-plus-plus", "c-sharp"]),
        (["net", ".NET"], ["net", "dot-net"]),
        (["회고", "|", "?"], ["회고", "bar", "tag-2"]),
        (["事实", "实时"], ["事实", "实时"]),
        (["a b", "a-b"], ["a-b-2", "a-b"]),
        (["🙂", "🙃"], ["tag-2", "tag-3"]),
    ],
)
def test_each_has_a_slug_of_its_own(names: list[str], expected: list[str]) -> None:
    found = slugs(names, {"SLUGIFY_USE_UNICODE": True} if "회고" in names else {})
    assert sorted(found) == sorted(expected)
    assert len(set(found)) == len(names)


def test_nothing_is_set_where_all_differ() -> None:
    settings: dict[str, Any] = {}
    assert slugs(["회고", "Python", "python", "2020년"], settings) == [
        "hoego",
        "python",
        "python",
        "2020nyeon",
    ]
    assert settings == {}


def test_addresses_of_archives_stay() -> None:
    settings: dict[str, Any] = {"TAG_REGEX_SUBSTITUTIONS": [(r"\W+", "-")]}
    before = dict(settings)
    keep_apart(settings, "TAG", ["C", "C++"])
    assert settings == before
