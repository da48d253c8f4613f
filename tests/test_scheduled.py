"""Posts dated later than the build: neither at their address nor in any list, before their day."""

from __future__ import annotations

from pathlib import Path

from site_build import build

from pelican_memoir.jekyll import source_tree
from pelican_memoir.migrate import plan

LATER = "---\ntitle: 언젠가\n---\n나중에 볼 글\n"
FILES = {
    "_posts/2021-03-04-now.md": "---\ntitle: 지금\n---\n"
    "{% for p in site.posts %}[{{ p.title }}]{% endfor %}{{ page.next.title }}\n",
    "_posts/2931-03-04-later.md": LATER,
    "_posts/2931-03-05-own.md": "---\ntitle: 따로\npermalink: /own/\n---\n나중\n",
}


def test_a_later_post_is_a_draft_that_no_list_has(tmp_path: Path) -> None:
    site = build(tmp_path, FILES, MEMOIR_PERMALINK="pretty", WITH_FUTURE_DATES=False)
    assert site.contents["2021-03-04-now.md"].get_content("") == "<p>[지금]</p>"
    assert not (site.output / "2931").exists()
    assert not (site.output / "own").exists()
    assert "나중에 볼 글" in site.page("drafts/later.html")


def test_a_later_post_is_shown_where_the_site_says_so(tmp_path: Path) -> None:
    site = build(tmp_path, FILES, MEMOIR_PERMALINK="pretty")
    assert "[언젠가]" in site.contents["2021-03-04-now.md"].get_content("")
    assert "나중에 볼 글" in site.page("2931/03/04/later/index.html")


def test_a_draft_that_says_so_keeps_its_address_of_its_own(tmp_path: Path) -> None:
    text = "---\ntitle: 초안\nstatus: draft\npermalink: /mine/\n---\n초안\n"
    site = build(tmp_path, {"_posts/2021-01-01-a.md": text}, WITH_FUTURE_DATES=False)
    assert "초안" in site.page("mine/index.html")


def test_a_move_counts_it_as_not_published(tmp_path: Path) -> None:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    shown = {text.path: text.is_shown for text in plan.make(source_tree.read(tmp_path)).posts}
    assert shown == {name: name == "_posts/2021-03-04-now.md" for name in FILES}
    (tmp_path / "_config.yml").write_text("future: true\n", encoding="utf-8")
    assert all(text.is_shown for text in plan.make(source_tree.read(tmp_path)).posts)
