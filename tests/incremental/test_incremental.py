"""A build on what earlier builds left is the build from nothing, byte for byte, whatever was edited between them."""

from __future__ import annotations

from pathlib import Path

import pytest
from edited_site import Change, EditedSite

SETTINGS = {"THEME": "memoir", "MEMOIR_PICTURE_SIZES": "content/picture-sizes.json"}


def memoir(year: int, first: str = "첫 일", **front_matter: str) -> str:
    """A year in review."""
    more = "".join(f"{key}: {value}\n" for key, value in front_matter.items())
    return (
        f"---\ntitle: {year} 회고\ntags: [회고]\n{more}---\n{year}년을 돌아본다.\n\n"
        f"## 1분기\n\n### 1) {first}\n\n![](a.gif)\n\n"
        f"## 2분기\n\n### 1) 둘째 일\n\n> https://github.com/a/b\n\n## 3분기\n\n### 1) 셋째 일\n\n"
        f"## {year + 1}년 목표\n\n- 달리기\n"
    )


def note(title: str, text: str = "본문 *힘*.", **front_matter: str) -> str:
    """An ordinary post."""
    more = "".join(f"{key}: {value}\n" for key, value in front_matter.items())
    return f"---\ntitle: {title}\ncategories: [일상]\ntags: [바다, {title}]\n{more}---\n첫 문단.\n\n{text}\n"


def gif(width: int) -> bytes:
    """A picture."""
    return b"GIF89a" + width.to_bytes(2, "little") + b"\x05\x00"


def files() -> dict[str, str | bytes]:
    """A small blog with all that posts can depend on."""
    return {
        "_posts/2021-12-31-year.md": memoir(2021),
        "_posts/2022-12-31-year.md": memoir(2022),
        "_posts/2022-02-03-note.md": note(
            "쪽지",
            "![b](/a.gif) ![c](https://pictures.example/c.png) [앞 글]({% post_url 2021-12-31-year %})",
        ),
        "_posts/2022-05-05-spring.md": note("봄"),
        "_posts/2022-05-06-spring-en.md": note("Spring", lang="en", slug="2022-05-05-spring"),
        "_posts/2022-07-07-list.md": note(
            "목록", "{% for post in site.posts %}- {{ post.title }}\n{% endfor %}"
        ),
        "_posts/2022-08-08-box.md": note("상자", "{% include box.html %}"),
        "_includes/box.html": "<p>상자 {{ page.title }}</p>\n",
        "_config.yml": "title: 블로그\nauthor: 가\n",
        "a.gif": gif(7),
        "picture-sizes.json": "{}",
        "pages/about.md": "---\ntitle: 소개\n---\n소개 글.\n",
    }


def put(path: str, text: str | bytes) -> Change:
    """Write a file."""
    return lambda site: site.files.update({path: text})


def move(path: str, to: str) -> Change:
    """Rename a file."""
    return lambda site: site.files.update({to: site.files.pop(path)})


def drop(path: str) -> Change:
    """Delete a file."""

    def change(site: EditedSite) -> None:
        del site.files[path]

    return change


def set_to(**settings: object) -> Change:
    """Change settings."""
    return lambda site: site.settings.update(settings)


EDITS: dict[str, Change] = {
    "text of a post": put("_posts/2022-05-05-spring.md", note("봄", "다른 본문.")),
    "title of a post": put("_posts/2022-05-05-spring.md", note("늦봄")),
    "tags and a category": put(
        "_posts/2022-05-05-spring.md", note("봄").replace("바다", "산").replace("일상", "여행")
    ),
    "text of a memoir": put("_posts/2022-12-31-year.md", memoir(2022, "새 일")),
    "last year's goals": put("_posts/2021-12-31-year.md", memoir(2021).replace("달리기", "걷기")),
    "a memoir is one no more": put("_posts/2022-12-31-year.md", note("2022")),
    "a new post": put("_posts/2022-06-06-new.md", note("새 글")),
    "a post that takes a slug": put("_posts/2020-05-05-spring.md", note("먼저 온 봄")),
    "a deleted post": drop("_posts/2022-05-05-spring.md"),
    "a deleted memoir": drop("_posts/2021-12-31-year.md"),
    "another date": move("_posts/2022-05-05-spring.md", "_posts/2022-01-01-spring.md"),
    "another name": move("_posts/2022-05-05-spring.md", "_posts/2022-05-05-frühling.md"),
    "the text of a translation": put(
        "_posts/2022-05-06-spring-en.md", note("Late spring", lang="en", slug="2022-05-05-spring")
    ),
    "a draft": put("_posts/2022-05-05-spring.md", note("봄", status="draft")),
    "a picture's size": put("a.gif", gif(9)),
    "the size of a picture from elsewhere": put("picture-sizes.json", '{"https://b.example/c.png": [4, 3]}'),
    "sizes that cannot be read": put("picture-sizes.json", "{"),
    "an include": put("_includes/box.html", "<p>다른 상자</p>\n"),
    "the blog's configuration": put("_config.yml", "title: 다른 블로그\n"),
    "a page": put("pages/about.md", "---\ntitle: 소개\n---\n다른 소개.\n"),
    "the dialect": set_to(MEMOIR_DIALECT="markdown"),
    "the repairs": set_to(MEMOIR_REPAIR=["headings"]),
    "the permalink": set_to(MEMOIR_PERMALINK="pretty"),
    "the site's address": set_to(SITEURL="https://a.example"),
    "the site's name": set_to(SITENAME="다른 이름"),
    "the time zone": set_to(TIMEZONE="UTC"),
    "the language": set_to(DEFAULT_LANG="en"),
    "a template": lambda site: site.templates.update(
        {"article.html": "{% extends '!theme/article.html' %}{% block title %}내 {{ super() }}{% endblock %}"}
    ),
}


@pytest.mark.slow
def test_every_edit_gives_the_build_from_nothing(tmp_path: Path) -> None:
    """Each edit is made to the first state, so that between two builds one is taken back and another made."""
    site = EditedSite(tmp_path, files(), dict(SETTINGS))
    differing = {"": site.step()}
    for name, edit in {**EDITS, "all as it was": lambda site: None}.items():
        site.files, site.settings, site.templates = files(), dict(SETTINGS), {}
        differing[name] = site.step(edit)
    assert {name: found for name, found in differing.items() if found} == {}
