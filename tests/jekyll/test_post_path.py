"""What a post's path says."""

from __future__ import annotations

from datetime import date

import pytest

from pelican_memoir.jekyll.post_path import read


@pytest.mark.parametrize(
    ("path", "day", "slug", "title"),
    [
        ("_posts/2022-12-31-2022end.md", date(2022, 12, 31), "2022end", "2022end"),
        ("_posts/a/b/2022-1-5-my-FIRST-post.markdown", date(2022, 1, 5), "my-FIRST-post", "My First Post"),
        ("_posts/21-01-25-two-digits.md", date(2021, 1, 25), "two-digits", "Two Digits"),
        ("_posts/2022-13-01-no-month.md", None, "no-month", "No Month"),
        ("_posts/2022-12-31-한 해의 끝.md", date(2022, 12, 31), "한 해의 끝", "한 해의 끝"),
        ("_posts/2022-12-31-dots....md", date(2022, 12, 31), "dots", "Dots"),
        ("_posts/2022-12-31-v1.2.md", date(2022, 12, 31), "v1.2", "V1.2"),
        ("about-me.md", None, "about-me", "About Me"),
        ("README", None, "README", "Readme"),
    ],
)
def test_name(path: str, day: date | None, slug: str, title: str) -> None:
    found = read(path)
    assert (found.date, found.slug, found.title) == (day, slug, title)


@pytest.mark.parametrize(
    ("path", "folders", "in_posts", "draft"),
    [
        ("_posts/a.md", (), True, False),
        ("diary/2022/_posts/sub/a.md", ("diary", "2022"), True, False),
        ("_drafts/a.md", (), True, True),
        ("diary/_drafts/a.md", ("diary",), True, True),
        ("pages/a.md", (), False, False),
    ],
)
def test_folders(path: str, folders: tuple[str, ...], in_posts: bool, draft: bool) -> None:
    found = read(path)
    assert (found.folders, found.in_posts, found.draft) == (folders, in_posts, draft)
