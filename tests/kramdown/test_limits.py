"""Texts made to be hard: deep nests, marks without an end, long lines. They are converted, and nothing is lost."""

from __future__ import annotations

import pytest

from pelican_memoir.kramdown.convert import convert

N = 2000
HARD = {
    "open brackets": "[" * N + "word",
    "brackets": "[" * N + "word" + "]" * N,
    "brackets with targets": "[" * N + "word" + "](x)" * N,
    "images": "![" * N + "word" + "](x)" * N,
    "quotes": ">" * 1000 + "word",
    "lists": "- " * 1000 + "word",
    "indented lists": "\n".join("  " * depth + "- word" for depth in range(200)),
    "html": "<div>\n" * 1000 + "word",
    "markdown in html": '<div markdown="1">\n' * 500 + "word",
    "spans of html": "<b>" * N + "word",
    "stars": "*word " * N,
    "strong and em": "**word *word " * N,
    "underscores": "_word __word " * N,
    "backticks": "` `` ``` word " * N,
    "pipes": "|" * N + "word",
    "dashes and pipes": "-|" * N + "word",
    "comments": "<!-- word " * N,
    "comments in html": "<div>\n" + "<!-- word " * N,
    "tags": "<a b='" * N + "word",
    "attribute lists": "{: word" * N,
    "fences": "```word\n" * N,
    "fences with an end": "~~~word\n" * N + "```\n",
    "autolinks": "<http:word " * N,
    "strike-through": "~~word " * N,
    "targets": "[word](" * N,
    "titles": "[a]: word" + ' "c' * N,
    "attribute lists that double": "".join(f"{{:r{i}: r{i + 1} r{i + 1}}}\n" for i in range(40))
    + "\n{: r0}\nword\n",
    "attribute lists that turn round": "{:a: b}\n{:b: a}\n\n{: a}\nword",
    "footnotes in a ring": "".join(f"[^{i}]: word [^{(i + 1) % 50}]\n\n" for i in range(50)) + "[^0]",
    "nul": "word\0" * N,
    "blank lines": "\n" * N + "word",
    "entities": "&#x" + "f" * N + "; word",
    "extensions": "{::comment}\nword\n" * N,
}


@pytest.mark.parametrize("name", HARD)
def test_a_hard_text_keeps_its_words(name: str) -> None:
    text = HARD[name]
    html = convert(text)[0]
    assert html.count("word") >= min(text.count("word"), 50)


def test_a_nest_of_quotes_is_not_cut() -> None:
    html = convert(">" * 1000 + "word")[0]
    assert html.count("<blockquote>") == html.count("</blockquote>") == 1000


def test_indentation_of_the_output_does_not_grow_for_ever() -> None:
    assert len(convert(">" * 2000 + "word")[0]) < 2000 * 250
