"""Comments that Staticman has put among the site's files are shown below their post, and run nothing."""

from __future__ import annotations

from pathlib import Path

from site_build import Build, build

from pelican_memoir import theme_path

FILES = {
    "_posts/2022-01-01-sea.md": "---\ntitle: sea\n---\ntext\n",
    "_posts/2022-01-02-quiet.md": "---\ntitle: quiet\ncomments: false\n---\ntext\n",
    "_data/comments/sea/b.yml": "name: Bora\nmessage: second\ndate: 1672531200\n",
    "_data/comments/sea/a.yml": "name: <b>Ara</b>\nmessage: <script>alert(1)</script>\ndate: 2022-05-06T07:08:09Z\n",
    "_data/comments/sea/none.yml": "name: nobody\n",
    "_data/comments/sea/broken.yml": "a: [\n",
    "_data/comments/quiet/a.yml": "name: Ara\nmessage: unseen\n",
}


def built(root: Path, **settings: object) -> Build:
    return build(
        root,
        FILES,
        THEME=theme_path(),
        ARTICLE_PATHS=["_posts"],
        MEMOIR_STATICMAN={"repository": "sea/blog", "endpoint": "https://staticman.example/v3/entry/github"},
        **settings,
    )


def test_comments_are_shown_oldest_first(tmp_path: Path) -> None:
    page = built(tmp_path).page("sea.html")
    assert page.index("&lt;b&gt;Ara&lt;/b&gt;") < page.index("2022년 5월 6일") < page.index("Bora")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<script>alert" not in page
    assert "nobody" not in page
    assert page.count('<ol class="held-comments">') == 1


def test_a_post_without_comments_shows_none(tmp_path: Path) -> None:
    page = built(tmp_path).page("quiet.html")
    assert "unseen" not in page
    assert "comment-form" not in page
