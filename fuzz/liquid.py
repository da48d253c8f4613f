"""Liquid: any text is rendered or kept, in a small blog."""

from __future__ import annotations

from html import escape
from pathlib import Path
from tempfile import mkdtemp

from pelican_memoir.jekyll import liquid
from pelican_memoir.jekyll.liquid.scope import Converters, Scope

SITE = {
    "title": "Blog",
    "url": "https://blog.example",
    "baseurl": "/b",
    "time": None,
    "posts": [{"title": name, "tags": ["a", name], "date": None} for name in ("one", "two", "three")],
    "data": {"people": {"a": {"name": "A"}}, "list": [3, 1, None, "x", 2.5]},
}
PAGE = {"title": "회고", "tags": ["a", "b"], "date": None, "url": "/x/", "nested": {"list": [[1], [2]]}}


def includes() -> Path:
    """Make a folder with two small templates, one of which includes itself."""
    folder = Path(mkdtemp(prefix="fuzz-liquid-"))
    (folder / "a.html").write_text("<b>{{ include.x }}</b>", encoding="utf-8")
    (folder / "b.html").write_text("{% include b.html %}", encoding="utf-8")
    return folder


FOLDER = includes()
SCOPE = Scope(
    site=SITE,
    page=PAGE,
    includes=(FOLDER,),
    folder=FOLDER,
    link=lambda path: "/a/" if path == "a.md" else None,
    post_url=lambda name: "/p/" if name.startswith("2022-") else None,
    converters=Converters(lambda text: f"<p>{text}</p>", str, lambda code, _: escape(code)),
)


# The parser is imported when it is first asked for, which has to be while the fuzzer looks where branches are.
liquid.render(
    "{{ page.title | upcase }}{% for each in site.posts %}{{ each.title }}{% endfor %}", SCOPE, file="a.md"
)


def check(data: bytes) -> None:
    """Render a text."""
    text = data.decode("utf-8", errors="surrogateescape")
    made = liquid.render(text, SCOPE, file="a.md", line=5)
    assert all(problem.location.line is None or problem.location.line >= 1 for problem in made.problems)
