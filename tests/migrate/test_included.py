"""Files that only an `include_relative` names go along with a move, and are pages of nothing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from pelican.settings import DEFAULT_CONFIG
from site_build import build

from pelican_memoir.jekyll import source_tree
from pelican_memoir.migrate import included, plan, report

FILES = {
    "_config.yml": "title: 곁글\ncolour-of-part: blue\nmoon: grey\n",
    "_posts/2021-03-04-a.md": (
        "---\ntitle: 글\nmood: 맑음\n---\n앞 {% include_relative part.txt %}\n\n"
        '{% assign name = "below/_deep" %}{% include_relative {{ name }}.md who="나" %}\n'
    ),
    "_posts/part.txt": "조각 {{ page.mood }} {{ site.colour-of-part }} {% include_relative 그리고.html %}",
    "_posts/그리고.html": "<b>{{ page.title }}</b>",
    "_posts/below/_deep.md": "---\ntitle: 조각\n---\n**{{ include.who }}**",
    "_posts/other.txt": "아무도 부르지 않는 글",
    "notes/n.md": "---\ntitle: 쪽\n---\n{% include_relative _side.md %}{% include_relative plain.txt %}\n",
    "notes/_side.md": "---\ntitle: 옆\n---\n옆글\n",
    "notes/plain.txt": "그대로",
    "all.md": "---\ntitle: 모두\n---\n{% for p in site.pages %}[{{ p.path }}]{% endfor %}\n",
}


def planned(folder: Path, files: dict[str, str]) -> plan.Plan:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return plan.make(source_tree.read(folder))


def test_they_go_along_and_are_told(tmp_path: Path) -> None:
    found = planned(tmp_path, FILES)
    beside = ["_posts/below/_deep.md", "_posts/part.txt", "_posts/그리고.html", "notes/_side.md"]
    assert found.included == beside
    assert {f"content/{path}" for path in beside} <= set(found.copies)
    assert found.left_out == [("_posts/other.txt", "a post that is no Markdown and no HTML")]
    assert found.problems == []
    lines = report.as_lines(found).split("Moved for the texts that include them:\n")[1]
    assert lines.splitlines()[: len(beside)] == [f"  {path}" for path in beside]
    assert list(found.unused_keys) == []
    assert list(found.translation.unused) == ["moon"]


def test_they_are_shown_where_they_are_included_and_nowhere_else(tmp_path: Path) -> None:
    settings = planned(tmp_path / "blog", FILES).translation.settings
    given = ("ARTICLE_PATHS", "PAGE_PATHS", "PAGE_EXCLUDES", "STATIC_PATHS", "IGNORE_FILES")
    own = {name: settings[name] for name in (*given, "MEMOIR_PERMALINK", "MEMOIR_PAGE_PERMALINK")}
    site = build(tmp_path / "site", FILES, **own)
    assert site.log == []
    assert site.contents["2021-03-04-a.md"].get_content("") == (
        "<p>앞 조각 맑음 blue <b>글</b></p>\n\n<hr>\n<p>title: 조각\n—\n<strong>나</strong></p>"
    )
    assert "[all.md][notes/n.md]" in site.page("all.html")
    names = {path.name for path in site.output.rglob("*.*")}
    assert list(included.USUAL) == DEFAULT_CONFIG["IGNORE_FILES"]
    assert {"n.html", "plain.txt"} <= names
    assert not names & {"part.txt", "_deep.md", "_deep.html", "_side.md", "_side.html", "그리고.html"}


def test_a_name_that_another_file_has_is_not_ignored(tmp_path: Path) -> None:
    text = "---\n---\n{% include_relative main.css %} {% include_relative part.txt %}"
    files = {**FILES, "deep/part.txt": "그 자체", "_posts/main.css": "a {}", "_posts/2021-03-05-b.md": text}
    found = planned(tmp_path, files)
    assert {"_posts/main.css", "_posts/part.txt"} <= set(found.included)
    assert not {"part.txt", "main.css"} & set(found.translation.settings["IGNORE_FILES"])


@pytest.mark.parametrize("name", ["../secret.txt", "linked.txt", "up/secret.txt", "/../secret.txt"])
def test_nothing_goes_along_from_elsewhere(tmp_path: Path, name: str) -> None:
    (tmp_path / "secret.txt").write_text("비밀", encoding="utf-8")
    posts = tmp_path / "blog" / "_posts"
    posts.mkdir(parents=True)
    os.symlink(tmp_path / "secret.txt", posts / "linked.txt")
    os.symlink(tmp_path, posts / "up")
    post = {"_posts/2021-03-04-a.md": f"---\ntitle: 글\n---\n{{% include_relative {name} %}}\n"}
    found = planned(tmp_path / "blog", post)
    assert found.included == []
    assert set(found.copies.values()) == {"_posts/2021-03-04-a.md"}
    assert [problem.location.line for problem in found.problems] == [4]
