"""Several processes write what one would have written, and say the same in the same order."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pelican import signals
from pelican.log import LimitFilter
from site_build import Build, build

from pelican_memoir import packed_texts, processes, reading_together, search_page, timeline_page
from pelican_memoir.incremental import team, writer
from pelican_memoir.incremental.team import Done, Team, place_of, size_of_team
from pelican_memoir.processes import may_fork
from pelican_memoir.theming import theme_path

pytestmark = pytest.mark.skipif(not may_fork(), reason="processes cannot be copied here")
POST = "---\ntitle: 글 {0} {1}\ntags: [물, 달{0}]\nslug: p{0}-{1}\n---\n글\n"
POSTS = {
    f"_posts/2022-{month:02}-{day:02}-post.md": POST.format(month, day)
    for month in range(1, 13)
    for day in (1, 15)
}
APART = {file.replace("-post", f"-post-{place}"): text for place, (file, text) in enumerate(POSTS.items())}
"""The same with slugs of their own, so that each is made from its own file alone."""


@pytest.fixture(autouse=True)
def _early(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ask for help soon, on small sites too."""
    monkeypatch.setattr(writer, "FEWEST", 1)
    monkeypatch.setattr(writer, "_ALONE", 2)
    monkeypatch.setattr(os, "sched_getaffinity", lambda process: {0, 1, 2}, raising=False)


def _build(
    root: Path, files: dict[str, str] = POSTS, **settings: Any
) -> tuple[Build, dict[str, bytes], list[str]]:
    heard: list[str] = []

    def on_written(path: str, context: dict[str, Any]) -> None:
        heard.append(f"{Path(path).relative_to(root)} {Path(path).stat().st_size} {context['output_file']}")

    signals.content_written.connect(on_written)
    try:
        done = build(
            root,
            files,
            **{"THEME": theme_path(), "DEFAULT_PAGINATION": 5, "USE_FOLDER_AS_CATEGORY": False} | settings,
        )
    finally:
        signals.content_written.disconnect(on_written)
    pages = {str(path.relative_to(done.output)): path.read_bytes() for path in done.output.rglob("*.html")}
    return done, pages, heard


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pages that others have rendered."""
    found: list[str] = []
    take = Team.take

    def noting(self: Team, number: int, output_file: str) -> Done | None:
        done = take(self, number, output_file)
        if done and done.is_done:
            found.append(output_file)
        return done

    monkeypatch.setattr(Team, "take", noting)
    return found


@pytest.mark.parametrize("relative", [False, True], ids=["absolute", "relative"])
@pytest.mark.parametrize("workers", [2, 3])
def test_the_output_and_what_is_told_are_those_of_one_process(
    tmp_path: Path, workers: int, relative: bool, taken: list[str]
) -> None:
    one, pages, heard = _build(tmp_path / "one", MEMOIR_WORKERS=0, RELATIVE_URLS=relative)
    assert taken == []
    many, same_pages, same_heard = _build(tmp_path / "many", MEMOIR_WORKERS=workers, RELATIVE_URLS=relative)
    assert same_pages == pages
    assert same_heard == heard
    assert [line.replace("/many/", "/one/") for line in many.log] == one.log
    assert len(taken) > len(pages) // 3


def test_what_others_wrote_is_remembered(
    tmp_path: Path, taken: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _build(tmp_path, MEMOIR_WORKERS=2)
    assert taken
    taken.clear()
    monkeypatch.setattr(
        "pelican_memoir.incremental.pages.Pages.render", lambda *_: pytest.fail("a page was rendered")
    )
    _build(tmp_path, MEMOIR_WORKERS=2)


def test_a_page_that_warns_is_rendered_by_the_first_process(tmp_path: Path, taken: list[str]) -> None:
    files = POSTS | {"_posts/2022-06-20-lost.md": "---\ntitle: 길\n---\n[없음]({filename}none.md)\n"}
    one, pages, _ = _build(tmp_path / "one", files, MEMOIR_WORKERS=0)
    LimitFilter._raised_messages.clear()  # it says nothing twice
    many, same_pages, _ = _build(tmp_path / "many", files, MEMOIR_WORKERS=2)
    assert same_pages == pages
    assert (
        [line for line in many.log if "none.md" in line]
        == [line for line in one.log if "none.md" in line]
        != []
    )


FIRSTS, OTHERS = ([number for number in range(20) if place_of(number, 2) == place] for place in (0, 1))


def _dying(place: int, size: int, say: Callable[[Done], None]) -> None:
    say(Done(OTHERS[0], "a.html", True))
    os._exit(9)


def test_a_process_that_dies_is_done_without() -> None:
    found = Team(2, _dying)
    assert found.take(FIRSTS[0], "first.html") is None
    assert found.take(OTHERS[0], "a.html") == Done(OTHERS[0], "a.html", True)
    assert found.take(OTHERS[1], "b.html") is None
    assert found.take(OTHERS[2], "c.html") is None
    found.dissolve()


def test_a_process_at_another_page_is_done_without() -> None:
    found = Team(2, _dying)
    assert found.take(OTHERS[0], "other.html") is None
    found.dissolve()


@pytest.mark.parametrize("size", [2, 3, 4])
@pytest.mark.parametrize("step", [1, 2, 7, 10])
def test_pages_of_one_kind_are_spread_over_all_processes(size: int, step: int) -> None:
    counts = Counter(place_of(number, size) for number in range(0, 2000, step))
    assert len(counts) == size
    assert max(counts.values()) < 1.25 * 2000 / step / size


def test_no_more_processes_than_are_wanted_and_than_pay(monkeypatch: pytest.MonkeyPatch) -> None:
    assert size_of_team(None) == 3
    assert [size_of_team(workers) for workers in (0, 1, 2, 99)] == [1, 1, 2, team.MOST]
    monkeypatch.setattr(processes, "may_fork", lambda: False)
    assert [size_of_team(workers) for workers in (None, 2)] == [1, 1]


@pytest.fixture
def many_new(monkeypatch: pytest.MonkeyPatch) -> None:
    """A few posts are enough for copies to read them, too."""
    monkeypatch.setattr(reading_together, "ENOUGH", 2)


@pytest.fixture
def read_here(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts whose words this process has looked for."""
    found: list[str] = []
    words_of = search_page.words_of
    monkeypatch.setattr(search_page, "words_of", lambda text: found.append(text) or words_of(text))
    return found


@pytest.mark.usefixtures("many_new")
def test_where_many_posts_are_new_others_render_from_the_first_page_on(
    tmp_path: Path, taken: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    feeds: list[bool] = []
    write_feed = writer.IncrementalWriter.write_feed

    def noting(self: Any, *given: Any, **more: Any) -> Any:
        done = write_feed(self, *given, **more)
        feeds.append(self._team is not None)
        return done

    monkeypatch.setattr(writer.IncrementalWriter, "write_feed", noting)
    one, pages, heard = _build(tmp_path / "one", APART, MEMOIR_WORKERS=0, FEED_ALL_ATOM="all.xml")
    assert (taken, feeds[:1]) == ([], [False])
    feeds.clear()
    many, same_pages, same_heard = _build(tmp_path / "many", APART, MEMOIR_WORKERS=2, FEED_ALL_ATOM="all.xml")
    assert (same_pages, same_heard) == (pages, heard)
    assert feeds[:1] == [True]
    assert len(taken) >= len(pages) // 2 - 2
    assert (many.output / "search.json").read_bytes() == (one.output / "search.json").read_bytes()


@pytest.mark.usefixtures("many_new")
def test_who_renders_a_page_makes_what_is_searched_of_it(tmp_path: Path, read_here: list[str]) -> None:
    _build(tmp_path / "one", APART, MEMOIR_WORKERS=0)
    assert len(read_here) == len(POSTS)
    read_here.clear()
    _build(tmp_path / "many", APART, MEMOIR_WORKERS=3)
    assert 0 < len(read_here) < len(POSTS) * 2 / 3


@pytest.mark.usefixtures("many_new")
def test_no_process_is_left_where_a_build_fails(
    tmp_path: Path, copied: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any) -> None:
        raise ValueError("lost")

    monkeypatch.setattr(search_page.SearchGenerator, "searched", fail)
    with pytest.raises(ValueError, match="lost"):
        _build(tmp_path, APART, MEMOIR_WORKERS=3)
    assert len(copied) == 4  # two that read, and two that render
    for process in copied:
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)


@pytest.mark.parametrize("is_large", [False, True])
@pytest.mark.usefixtures("many_new")
def test_those_who_help_have_done_with_the_pages_before_anything_else_is_written(
    tmp_path: Path, read_here: list[str], monkeypatch: pytest.MonkeyPatch, is_large: bool
) -> None:
    ended: list[str | int] = []
    leave = Team.leave
    monkeypatch.setattr(Team, "leave", lambda self: (leave(self), ended.append(len(read_here))))
    monkeypatch.setattr(
        timeline_page.TimelineGenerator, "generate_output", lambda self, writer: ended.append("timeline")
    )
    monkeypatch.setattr(packed_texts, "pays", lambda count, settings: is_large)
    _build(tmp_path, APART, MEMOIR_WORKERS=2)
    assert ended == [len(read_here), "timeline"]  # all that is searched was read by then
    assert read_here
