"""Where posts, pages and documents are shown: each line is what Jekyll itself makes of such a file."""

from __future__ import annotations

import pytest

from pelican_memoir.jekyll import collections, post
from pelican_memoir.jekyll.addresses import Permalinks
from pelican_memoir.jekyll.values import Site

KNOWN = collections.read(
    {"works": {"output": True}, "guides": {"permalink": "/g/:name/:title:output_ext"}}, "all"
)


@pytest.mark.parametrize(
    ("path", "own", "url", "save_as"),
    [
        ("about.md", "", "about/", "about/index.html"),
        ("About us.MD", "", "About%20us/", "About us/index.html"),
        ("a/index.html", "", "a/", "a/index.html"),
        ("a/x.htm", "", "a/x/", "a/x/index.htm"),
        ("feed.xml", "", "feed.xml", "feed.xml"),
        ("main.scss", "", "main.css", "main.css"),
        ("noext", "", "noext", "noext"),
        ("v1.2/notes.md", "", "v1.2/notes/", "v1.2/notes/index.html"),
        ("a.md", "/p/:basename/", "p/a/", "p/a/index.html"),
        ("d/a.md", "/p/:path/:basename:output_ext", "p/d/a.html", "p/d/a.html"),
        ("a.md", "plain", "plain", "plain.html"),
        ("a.md", "/x.php", "x.php", "x.php"),
        ("sw.js", "/:basename.min.js", "sw.min.js", "sw.min.js"),
        ("2020-01-02-dated.md", "", "2020-01-02-dated/", "2020-01-02-dated/index.html"),
        ("all/_works/one.md", "", "works/one/", "works/one/index.html"),
        (
            "all/_works/deep/2020-01-02-two.html",
            "",
            "works/deep/2020-01-02-two/",
            "works/deep/2020-01-02-two/index.html",
        ),
        ("all/_guides/Zwei Drei.md", "", "g/zwei-drei/Zwei-Drei.html", "g/zwei-drei/Zwei-Drei.html"),
        ("all/x/_posts/2020-01-02-a.md", "", "x/2020/01/02/a/", "x/2020/01/02/a/index.html"),
        ("all/_posts/2020-01-02-a.md", "/:i_day/:slug", "2/a", "2/a.html"),
        ("all/_posts/2020-01-02-a.md", "date", "date", "date.html"),
    ],
)
def test_addresses(path: str, own: str, url: str, save_as: str) -> None:
    text = f"---\npermalink: '{own}'\n---\n" if own else "---\n---\n"
    found = post.read(text, path, KNOWN.home(path).path, Site())
    assert Permalinks("pretty", "pretty", KNOWN).address(found, path) == (url, save_as)


def test_a_dated_file_is_a_post_where_the_site_says_so() -> None:
    found = post.read("x", "2020-01-02-a.md", "2020-01-02-a.md", Site())
    address = Permalinks("pretty", "pretty").address(found, "2020-01-02-a.md", dated=True)
    assert address == ("2020/01/02/a/", "2020/01/02/a/index.html")


def test_what_says_nothing_is_left_to_pelican() -> None:
    found = post.read("x", "a.md", "a.md", Site())
    assert Permalinks().address(found, "a.md") is None
