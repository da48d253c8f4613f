"""Links by Liquid to texts that readers do not see: told, as Jekyll stops at them, and never written."""

from __future__ import annotations

from pathlib import Path

import pytest
from site_build import build

from pelican_memoir.jekyll import source_tree
from pelican_memoir.migrate import plan

FILES = {
    "_config.yml": "title: 링크\npermalink: pretty\ncollections: {notes: {output: false}, works: {output: true}}\n",
    "_posts/2021-05-06-seen.md": "---\ntitle: 보임\n---\n글\n",
    "_posts/2931-05-06-later.md": "---\ntitle: 나중\n---\n글\n",
    "_posts/2021-05-07-dated.md": "---\ntitle: 날짜\ndate: 2931-05-07\n---\n글\n",
    "_posts/2021-05-08-off.md": "---\ntitle: 숨김\npublished: false\n---\n글\n",
    "a/_posts/2021-05-08-off.md": "---\ntitle: 같은 이름\n---\n글\n",
    "_drafts/idea.md": "---\ntitle: 생각\n---\n글\n",
    "off.md": "---\ntitle: 쪽\npublished: false\n---\n글\n",
    "on.md": "---\ntitle: 쪽\n---\n글\n",
    "_notes/n.md": "---\ntitle: 쪽지\n---\n글\n",
    "_works/w.md": "---\ntitle: 작품\n---\n글\n",
}
HIDDEN = (
    "post_url 2931-05-06-later",
    "post_url 2021-05-07-dated",
    "link _posts/2931-05-06-later.md",
    "link _posts/2021-05-07-dated.md",
    "link _posts/2021-05-08-off.md",
    "link _drafts/idea.md",
    "link off.md",
    "link _notes/n.md",
)
SEEN = {
    "post_url 2021-05-06-seen": "/2021/05/06/seen/",
    "post_url 2021-05-08-off": "/a/2021/05/08/off/",
    "link _posts/2021-05-06-seen.md": "/2021/05/06/seen/",
    "link on.md": "/on/",
    "link _works/w.md": "/works/w/",
}


def moved(folder: Path, body: str, config: str = "") -> tuple[str, list[str]]:
    """Return the HTML of a post with that body in a moved blog, and all problems."""
    post = f"---\ntitle: 글\n---\n{body}\n"
    for name, text in {**FILES, "_posts/2021-01-01-post.md": post}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text + (config if name == "_config.yml" else ""), encoding="utf-8")
    found = plan.make(source_tree.read(folder))
    html = next(text.html for text in found.texts if text.path.endswith("post.md"))
    return html, [str(problem) for problem in found.problems]


@pytest.mark.parametrize("tag", HIDDEN)
def test_what_is_hidden_is_told(tmp_path: Path, tag: str) -> None:
    html, told = moved(tmp_path, f"앞\n\n뒤 {{% {tag} %}}")
    assert f"<p>뒤 {{% {tag} %}}</p>" in html
    kind, _, name = tag.partition(" ")
    message = f"{kind}: the blog publishes no {name!r}; it is kept as text [memoir.liquid]"
    assert told == [f"_posts/2021-01-01-post.md:6:3: {message}"]


@pytest.mark.parametrize("tag", SEEN)
def test_what_is_shown_is_linked(tmp_path: Path, tag: str) -> None:
    html, told = moved(tmp_path, f"[a]({{% {tag} %}})")
    assert html == f'<p><a href="{SEEN[tag]}">a</a></p>'
    assert told == []


def test_later_posts_are_linked_where_the_blog_shows_them(tmp_path: Path) -> None:
    html, told = moved(tmp_path, "[a]({% post_url 2931-05-06-later %})", "future: true\n")
    assert html == '<p><a href="/2931/05/06/later/">a</a></p>'
    assert told == []


@pytest.mark.parametrize("tag", ["post_url 2931-05-06-later", "link _posts/2021-05-08-off.md"])
def test_a_build_says_it_too(tmp_path: Path, tag: str) -> None:
    files = {name: FILES[name] for name in FILES if name.startswith("_posts")}
    files["_posts/2021-01-01-post.md"] = f"---\ntitle: 글\n---\n[a]({{% {tag} %}})\n"
    site = build(tmp_path, files, WITH_FUTURE_DATES=False)
    place = f"content/_posts/2021-01-01-post.md:4:5: {tag.partition(' ')[0]}: the blog publishes no "
    assert [place in line for line in site.log] == [True]
    assert "{filename}" not in site.page("post.html")
