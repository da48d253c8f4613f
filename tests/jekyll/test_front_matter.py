"""The split of a file into front matter and body, and what is said of front matter that is broken."""

from __future__ import annotations

import pytest
from work import growth

from pelican_memoir.jekyll.front_matter import split


@pytest.mark.parametrize(
    ("text", "mapping", "body", "line"),
    [
        ("---\ntitle: a\n---\nbody\n", {"title": "a"}, "body\n", 4),
        ("---   \ntitle: a\n---  \n\n\nbody", {"title": "a"}, "body", 6),
        ("---\ntitle: a\n...\nbody", {"title": "a"}, "body", 4),
        ("---\n---\nbody", {}, "body", 3),
        ("---\n\n---\nbody", {}, "body", 4),
        ("---\n# only a comment\n---\nbody", {}, "body", 4),
        ("---\ntitle: a\n---\n    code", {"title": "a"}, "    code", 4),
        ("---\ntitle: a\n---", {"title": "a"}, "", 3),
        ("---\nurl : /x/\npublished : false\n---\nb", {"url": "/x/", "published": False}, "b", 5),
        ("---\ntags:\n  - [2021년, 회고]\n---\nb", {"tags": [["2021년", "회고"]]}, "b", 5),
        ("---\non: 1\n1: a\ntrue: b\nnull: c\n---\nb", {"true": "b", "1": "a", "": "c"}, "b", 7),
        ("---\na: &x [1]\nb: *x\n<<: {c: 2}\n---\nb", {"a": [1], "b": [1], "c": 2}, "b", 6),
        ("---\na: !custom {b: !x 2}\n---\nb", {"a": {"b": 2}}, "b", 4),
    ],
)
def test_splits(text: str, mapping: dict[str, object], body: str, line: int) -> None:
    found = split(text, "a.md")
    assert (found.mapping, found.body, found.body_line) == (mapping, body, line)
    assert found.found
    assert found.problems == ()


@pytest.mark.parametrize(
    "text",
    [
        "just text",
        "",
        " ---\ntitle: a\n---\n",
        "--- title: a\n---\n",
        "---\n\nText between two rules.\n\n---\n\nMore.",
        "---\n\nText below a rule.\n",
        "Title: Pelican's own\n\n---\ntitle: a\n---\n",
    ],
)
def test_is_no_front_matter(text: str) -> None:
    found = split(text, "a.md")
    assert not found.found
    assert (found.body, found.mapping, found.problems) == (text, {}, ())


@pytest.mark.parametrize(
    ("text", "said", "body"),
    [
        (
            "---\ntitle: a: b\n---\nbody",
            "a.md:2:9: the front matter is no valid YAML: mapping values",
            "body",
        ),
        (
            '---\ntitle: "a\ny: z\n---\nbody',
            "a.md:2:8: the front matter is no valid YAML: found unexpected end",
            "body",
        ),
        ("---\n\ttitle: a\n---\nbody", "a.md:2:1: the front matter is no valid YAML", "body"),
        ("---\ntitle: @a\n---\nbody", "a.md:2:8: the front matter is no valid YAML", "body"),
        (
            "---\n- a\n- b\n---\nbody",
            "a.md:1:1: expected lines of 'key: value' between the fences, got a list",
            "body",
        ),
        ("---\n42\n---\nbody", "a.md:1:1: expected lines of 'key: value' between the fences, got 42", "body"),
        ("---\na: *missing\n---\nbody", "a.md:2:4: the front matter is no valid YAML", "body"),
        (
            "---\na: &x [*x]\n---\nbody",
            "a.md:2:4: the front matter is no valid YAML: a value refers to itself",
            "body",
        ),
        ("---\na: !!int x\n---\nbody", "a.md:1: the front matter is no valid YAML", "body"),
        ("---\ntitle: a\n\nbody", "a.md:1:1: the front matter is not closed", "---\ntitle: a\n\nbody"),
    ],
)
def test_tells_what_is_broken_and_keeps_the_text(text: str, said: str, body: str) -> None:
    found = split(text, "a.md")
    (problem,) = found.problems
    assert str(problem).startswith(said)
    assert str(problem).endswith("[memoir.front-matter]")
    assert "\n" not in str(problem)
    assert (found.mapping, found.body) == ({}, body)


def test_gives_a_hint_for_a_colon_in_a_title() -> None:
    (problem,) = split("---\ntitle: 회고: 2022\n---\n", "a.md").problems
    assert "must stand in quotes" in problem.message


def test_knows_where_values_stand() -> None:
    found = split("---\ntitle: a\ntags:   3\nempty:\nlist:\n  - x\n---\n", "a.md")
    places = {key: str(found.location("a.md", key)) for key in ("title", "tags", "empty", "list", "none")}
    assert places == {
        "title": "a.md:2:8",
        "tags": "a.md:3:9",
        "empty": "a.md:4:1",
        "list": "a.md:6:3",
        "none": "a.md",
    }


@pytest.mark.parametrize(
    "yaml",
    ["a: " + "[" * 100_000, "a: " + "{a: " * 50_000, "- " * 100_000 + "a"],
    ids=["lists", "mappings", "block lists"],
)
def test_refuses_what_is_nested_beyond_reason(yaml: str) -> None:
    (problem,) = split(f"---\n{yaml}\n---\nbody", "a.md").problems
    assert "nested more than 100 levels deep" in problem.message


def test_refuses_aliases_that_swell() -> None:
    levels = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    levels += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9)]
    (problem,) = split("---\n" + "\n".join(levels) + "\n---\nbody", "a.md").problems
    assert "aliases make this value too large" in problem.message


@pytest.mark.parametrize(
    "piece",
    ["k{n}: b\n", "k{n}: [a, {{b: c}}]\n", "k{n}: &a{n} 2022-12-31\n", "? k{n}\n: b\n"],
    ids=["keys", "nested", "anchors", "complex keys"],
)
def test_each_key_costs_the_same(piece: str) -> None:
    def text(count: int) -> str:
        return "---\n" + "".join(piece.format(n=n) for n in range(count)) + "---\nbody"

    assert len(split(text(300), "a.md").mapping) == 300
    assert growth(lambda count: split(text(count), "a.md"), 300) < 2.2


@pytest.mark.parametrize("size", [1, 200_000])
def test_a_long_text_is_split_as_a_short_one(size: int) -> None:
    """What is found with one expression: where it took the square of the length, this would not end."""
    blank, unclosed, dashes = "---\n" + "\n" * size + "a", "---\n" + "a: b\n" * size, "---" * size
    assert split(blank, "a.md").body == blank
    assert [problem.message for problem in split(unclosed, "a.md").problems] == [
        "the front matter is not closed: no line of --- ends it"
    ]
    assert split(dashes, "a.md").body == dashes
    assert split("---" + " " * size + "\na: b\n---" + " " * size + "\nc", "a.md").body == "c"
