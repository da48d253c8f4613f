"""Files with front matter, pages of Liquid, collections and layouts: built as Jekyll builds them."""

from __future__ import annotations

import json
from pathlib import Path

from site_build import build

POST = "---\ntitle: {title}\ncategories: [{categories}]\ntags: [a]\n---\nText of *{title}*, {{{{ page.title }}}}\n"
FILES = {
    "_config.yml": "title: 글\ncollections: {works: {output: true}}\n",
    "_layouts/list.html": (
        "---\nlayout: base\n---\n<ul>{% for post in site.posts %}<li>{{ post.title }}</li>{% endfor %}</ul>"
    ),
    "_layouts/base.html": "<html><body>{{ content }}</body></html>",
    "_includes/box.html": "<b>{{ include.text }}</b>",
    "_posts/2021-01-01-one.md": POST.format(title="One", categories="x, y"),
    "_posts/2021-01-02-two.html": "---\ntitle: Two\ncategories: y\n---\n<p>{{ page.title | upcase }} *stays*</p>\n",
    "_works/w.md": "---\ntitle: Work\n---\n{{ page.collection }} {{ page.url }}\n",
    "pages/list.md": "---\ntitle: List\nlayout: list\n---\n",
    "pages/all.html": (
        "---\ntitle: All\n---\n{% include_cached box.html text='hi' %}"
        "{% for page in site.pages %}<i>{{ page.url }}</i>{% endfor %}"
        "{% for work in site.works %}<u>{{ work.title }}</u>{% endfor %}\n"
    ),
    "search.json": (
        "---\n---\n[{% for post in site.posts %}{{ post.content | strip_html | strip | jsonify }}"
        "{% unless forloop.last %},{% endunless %}{% endfor %}]\n"
    ),
    "out.txt": "---\npermalink: /elsewhere.txt\n---\n{{ site.static_files | map: 'path' | join: ',' }}\n",
    "files/a.bin": "x",
    "hidden.txt": "---\npublished: false\n---\nx\n",
}
SETTINGS = {
    "ARTICLE_PATHS": ["_posts"],
    "PAGE_PATHS": ["pages", "_works"],
    "STATIC_PATHS": ["files", "search.json", "out.txt", "hidden.txt"],
    "MEMOIR_TEMPLATES": ["*.json", "out.txt", "hidden.txt"],
    "MEMOIR_PERMALINK": "pretty",
    "MEMOIR_PAGE_PERMALINK": "pretty",
    "MEMOIR_COLLECTIONS": {"works": {"output": True}},
    "CATEGORY_SAVE_AS": "category/{slug}.html",
}


def test_a_site_of_liquid(tmp_path: Path) -> None:
    done = build(tmp_path, FILES, **SETTINGS)
    assert done.log == []
    assert json.loads(done.page("search.json")) == ["TWO *stays*", "Text of One, One"]
    assert done.page("elsewhere.txt") == "/files/a.bin\n"
    assert not (done.output / "out.txt").exists()
    assert not (done.output / "hidden.txt").exists()
    assert "<p>TWO *stays*</p>" in done.page("y/2021/01/02/two/index.html")
    assert "<li>Two</li><li>One</li>" in done.page("pages/list/index.html")
    page = done.page("pages/all/index.html")
    assert "<b>hi</b>" in page
    for url in ("/pages/all/", "/pages/list/", "/search.json", "/elsewhere.txt"):
        assert f"<i>{url}</i>" in page
    assert "<u>Work</u>" in page
    assert "works /works/w/" in done.page("works/w/index.html")


def test_posts_are_listed_under_all_of_their_categories(tmp_path: Path) -> None:
    done = build(tmp_path, FILES, **SETTINGS)
    listed = {str(category): [post.title for post in posts] for category, posts in done.context["categories"]}
    assert listed == {"x": ["One"], "y": ["Two", "One"]}
    assert "One" in done.page("category/y.html")


def test_a_gist_is_a_script(tmp_path: Path) -> None:
    done = build(tmp_path, {"2021-01-01-a.md": "---\ntitle: a\n---\n{% gist me/12 'a b.py' %}\n"})
    assert done.log == []
    # The repair of what is shown from elsewhere makes a link of the script, which needs no JavaScript.
    assert '<a href="https://gist.github.com/me/12">' in done.contents["2021-01-01-a.md"]._content
