"""The texts of a large blog's posts are held packed: memory differs, and nothing else."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from pelican.contents import Article
from site_build import Build, build

from pelican_memoir import packed_texts
from pelican_memoir.memory.inputs import digest
from pelican_memoir.memory.packed import PackedText, packed, unpacked
from pelican_memoir.memory.texts import TextDigests
from pelican_memoir.packed_texts import PACKED, digest_of, hold

FILES = {
    **{
        f"_posts/2022-{number:02}-14-note-{number}.md": (
            f"---\ntitle: 글 {number}\ntags: [a, b{number}]\n---\n첫 문단 😀.\n\n<!--more-->\n\n"
            f"#### {number}\n\n[다음]({{filename}}2022-{number % 5 + 1:02}-14-note-{number % 5 + 1}.md)\n"
        )
        for number in range(1, 6)
    },
    "_posts/2022-12-31-retrospect.md": (
        "---\ntitle: 2022년 회고\n---\n# 1분기\n\n- 대회 동상\n\n# 2분기\n\n- 첫 발표\n\n# 2023년 목표\n\n- 운동\n"
    ),
    "_posts/2022-11-30-empty.md": "---\ntitle: 빈 글\n---\n",
}


def output_of(done: Build) -> dict[str, bytes]:
    """All files of an output."""
    return {
        str(file.relative_to(done.output)): file.read_bytes()
        for file in done.output.rglob("*")
        if file.is_file()
    }


def posts_of(done: Build) -> list[Any]:
    """The articles that have a text."""
    return [content for content in done.contents.values() if content._content]


@pytest.mark.parametrize("workers", [0, 2])
@pytest.mark.parametrize("theme", ["memoir", "simple"])
def test_a_site_comes_out_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, workers: int, theme: str
) -> None:
    settings: dict[str, Any] = {"MEMOIR_WORKERS": workers, "THEME": theme, "FEED_ALL_ATOM": "all.xml"}
    plain = build(tmp_path / "plain", FILES, **settings)
    assert not any(PACKED in vars(post) for post in posts_of(plain))
    monkeypatch.setattr(packed_texts, "MANY", 1)
    done = build(tmp_path / "packed", FILES, **settings)
    assert output_of(done) == output_of(plain)
    assert len(posts_of(done)) == 6
    assert all(PACKED in vars(post) and "_content" not in vars(post) for post in posts_of(done))


def test_the_digest_is_that_of_the_text_that_is_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed_texts, "MANY", 1)
    post, *_ = posts_of(build(tmp_path, FILES))
    texts = TextDigests()
    assert digest_of(post, texts) == digest(post._content)
    post._content = "다른 글"
    assert digest_of(post, texts) == digest("다른 글")
    hold(post, PackedText(packed("또 다른 글"), b"as it is said"))
    assert (post._content, digest_of(post, texts)) == ("또 다른 글", b"as it is said")


@pytest.mark.parametrize("few", [1, 2000])
def test_what_was_remembered_serves_a_site_of_another_size(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    fresh = output_of(build(tmp_path / "fresh", FILES))
    monkeypatch.setattr(packed_texts, "MANY", few)
    first = build(tmp_path / "site", FILES)
    shutil.rmtree(first.output)
    monkeypatch.setattr(packed_texts, "MANY", 2001 - few)
    done = build(tmp_path / "site", FILES)
    assert output_of(done) == fresh
    assert all((PACKED in vars(post)) == (few == 2000) for post in posts_of(done))


def test_pages_stay_where_a_site_grows_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done = build(tmp_path, FILES)
    page = next(done.output.rglob("*retrospect*"))
    before = {file: file.stat().st_mtime_ns for file in page.rglob("*") if file.is_file()} or {
        page: page.stat().st_mtime_ns
    }
    monkeypatch.setattr(packed_texts, "MANY", 1)
    build(tmp_path, FILES)
    assert before == {file: file.stat().st_mtime_ns for file in before}


def test_what_was_shown_is_let_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed_texts, "MANY", 1)
    done = build(tmp_path, FILES, MEMOIR_WORKERS=0)
    post = posts_of(done)[0]
    assert (post, "") not in post.get_content.cache
    assert post.content
    assert (post, "") in post.get_content.cache


def test_a_packed_post_is_what_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed_texts, "MANY", 1)
    post = posts_of(build(tmp_path, FILES))[0]
    assert isinstance(post, Article)
    assert type(post).__name__ == "Article"
    post._content = "다른 글 \ud800 😀"
    assert post._content == "다른 글 \ud800 😀"
    assert len(vars(post)[PACKED]) < 60


def test_pelicans_own_cache_gets_posts_as_they_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed_texts, "MANY", 1)
    settings: dict[str, Any] = {
        "CACHE_CONTENT": True,
        "LOAD_CONTENT_CACHE": True,
        "CONTENT_CACHING_LAYER": "generator",
    }
    before = output_of(build(tmp_path, FILES, **settings))
    assert output_of(build(tmp_path, FILES, **settings)) == before


@pytest.mark.parametrize("text", ["", "a", "가나다" * 5000, "\r\n\0\ud83d"])
def test_a_text_comes_back(text: str) -> None:
    assert unpacked(packed(text)) == text
