"""Bodies become HTML: beside which extensions, and what happens when one of them fails."""

from __future__ import annotations

from typing import Any

import pytest
from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from pelican_memoir.rendering import Renderer
from pelican_memoir.settings import Settings

PELICAN = {
    "extension_configs": {
        "markdown.extensions.codehilite": {"css_class": "highlight"},
        "markdown.extensions.extra": {},
        "markdown.extensions.meta": {},
    },
    "extensions": ["markdown.extensions.codehilite", "markdown.extensions.extra", "markdown.extensions.meta"],
    "output_format": "html5",
}


class Failing(Extension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        class Fail(Preprocessor):
            def run(self, lines: list[str]) -> list[str]:
                if "fail" in lines:
                    raise RecursionError("too deep")
                return lines

        md.preprocessors.register(Fail(md), "fail", 100)


class Marking(Extension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        class Mark(Treeprocessor):
            def run(self, root: Any) -> None:
                for heading in root.iter("h2"):
                    heading.set("class", "marked " + " ".join(md.Meta.get("kind", [])))  # type: ignore[attr-defined]

        md.treeprocessors.register(Mark(md), "mark", 5)


def test_pelicans_own_extensions_give_way_to_the_dialect() -> None:
    html, problems = Renderer(Settings(), PELICAN).render(
        "Key: 'value'\n\n```python\nx = 1\n```\n", file="a.md"
    )
    assert problems == ()
    assert html.startswith("<p>Key: ‘value’</p>\n")
    assert '<div class="language-python highlighter-rouge">' in html


def test_other_extensions_keep_working_and_see_the_front_matter() -> None:
    renderer = Renderer(Settings(), {**PELICAN, "extensions": [*PELICAN["extensions"], Marking()]})
    for kind in ("one", "two"):
        html, _ = renderer.render("## 'a'", file="a.md", front_matter={"Kind": [kind, 1, None]})
        assert html == f'<h2 id="a" class="marked {kind} 1 ">‘a’</h2>'


@pytest.mark.parametrize("dialect", ["kramdown", "markdown"])
def test_a_failing_extension_does_not_cost_the_text(dialect: str) -> None:
    renderer = Renderer(Settings(dialect=dialect), {"extensions": [Failing()]})
    html, (problem,) = renderer.render("one\n\nfail\n\n*two*", file="a.md", line=7)
    assert html == "<p>one</p>\n<p>fail</p>\n<p><em>two</em></p>"
    assert str(problem).startswith(
        "a.md:7: the text is shown as plain Markdown, since reading it failed: Recursion"
    )
    assert problem.code == "memoir.rendering"
    assert renderer.render("*fine*", file="a.md") == ("<p><em>fine</em></p>", ())


def test_documents_do_not_see_each_other() -> None:
    renderer = Renderer(Settings(), PELICAN)
    text = "# a\n\n[x]\n\n[x]: /y\n"
    assert renderer.render(text, file="a.md") == renderer.render(text, file="a.md")
    assert renderer.render("[x]", file="b.md")[0] == "<p>[x]</p>"


def test_problems_have_their_place_in_the_file() -> None:
    _, (problem,) = Renderer(Settings()).render("one\n\n<div>open\n", file="a.md", line=10)
    assert (problem.location.file, problem.location.line) == ("a.md", 12)
