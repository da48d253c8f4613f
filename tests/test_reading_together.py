"""Posts read by several processes: the same pages, the same messages in the same order, and no process left behind."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from site_build import Build, build

from pelican_memoir import finishing, reading_together
from pelican_memoir.claims import Claims
from pelican_memoir.memory import build as memory
from pelican_memoir.memory import store
from pelican_memoir.processes import may_fork

FILES = {
    f"2022-{number % 12 + 1:02}-{number % 28 + 1:02}-note-{number}.md": (
        f"---\ntitle: 글 {number}\ntags: [a, {number}]\n---\n첫 문단.\n\n#### {number}\n\n<img src='{number}.png'>\n"
    )
    for number in range(12)
}
pytestmark = pytest.mark.skipif(not may_fork(), reason="workers want Linux and no thread beside")


@pytest.fixture
def here(read_anew: list[str], monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the posts that were read in this process, where a few posts are enough for workers."""
    monkeypatch.setattr(reading_together, "ENOUGH", 2)
    return read_anew


@pytest.fixture
def others_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """This process waits until the copies have read what they find."""
    beside = reading_together.beside

    @contextmanager
    def done_first(works: Any) -> Iterator[None]:
        with beside(works):
            pass
        yield

    monkeypatch.setattr(reading_together, "beside", done_first)


def wait_for(*files: Path) -> None:
    """Wait until all files are there."""
    end = time.monotonic() + 60
    while not all(file.exists() for file in files):
        assert time.monotonic() < end
        time.sleep(0.002)


def pages(done: Build) -> dict[str, bytes]:
    """All files of an output."""
    return {
        str(file.relative_to(done.output)): file.read_bytes()
        for file in done.output.rglob("*")
        if file.is_file()
    }


def alone(root: Path) -> tuple[dict[str, bytes], list[str]]:
    """What a build without workers makes and says."""
    from pelican.log import LimitFilter

    done = build(root, FILES, MEMOIR_WORKERS=0, CACHE_PATH=str(root / "no-cache"))
    said = list(done.log)
    LimitFilter._raised_messages.clear()
    LimitFilter._group_count.clear()
    return pages(done), said


@pytest.mark.usefixtures("others_first")
def test_copies_read_all_and_nothing_else_changes(tmp_path: Path, here: list[str]) -> None:
    before, said = alone(tmp_path)
    here.clear()
    done = build(tmp_path, FILES, MEMOIR_WORKERS=3)
    assert here == []
    assert pages(done) == before
    assert done.log == said
    assert all(name in "\n".join(said) for name in FILES)


def test_what_is_begun_here_is_left_to_it(
    tmp_path: Path, here: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before, said = alone(tmp_path)
    here.clear()
    begun, done = tmp_path / "begun", [tmp_path / f"done-{place}" for place in range(2)]
    begins, read_all = reading_together.ReadingTogether.begins, reading_together.read_all
    mine: list[str] = []

    def read_the_rest(paths: Any, *others: Any, **options: Any) -> None:
        place = done[0] if "note-0" in paths[0] else done[1]
        wait_for(begun)
        read_all(paths, *others, **options)
        place.touch()

    def begin_some(self: Any, path: str) -> None:
        begins(self, path)
        mine.append(path)
        if len(mine) == 4:
            begun.touch()
            wait_for(*done)

    monkeypatch.setattr(reading_together, "read_all", read_the_rest)
    monkeypatch.setattr(reading_together.ReadingTogether, "begins", begin_some)
    made = build(tmp_path, FILES, MEMOIR_WORKERS=3)
    assert len(mine) == len(here) == 4
    assert (pages(made), sorted(made.log)) == (before, sorted(said))


def test_what_is_read_here_is_finished_while_others_read(
    tmp_path: Path, here: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before, said = alone(tmp_path)
    here.clear()
    finished: list[str] = []
    make = finishing.make

    def noted(content: Any, sizes: Any) -> Any:
        finished.append(content.source_path)
        return make(content, sizes)

    monkeypatch.setattr(finishing, "make", noted)
    monkeypatch.setattr(reading_together, "read_all", lambda *_: None)
    monkeypatch.setattr(memory, "loads", lambda *_: pytest.fail("what is at hand was read from the file"))
    made = build(tmp_path, FILES, MEMOIR_WORKERS=2)
    assert len(here) == len(finished) == len(FILES)
    assert (pages(made), made.log) == (before, said)


@pytest.mark.usefixtures("others_first")
def test_copies_wait_for_each_other_however_slow_the_machine(
    tmp_path: Path, here: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Slow(sqlite3.Connection):
        def executemany(self, statement: str, *parameters: Any) -> sqlite3.Cursor:
            found = super().executemany(statement, *parameters)
            if statement.startswith("INSERT"):
                time.sleep(0.2)  # the file is held until the transaction ends
            return found

    connect = sqlite3.connect
    monkeypatch.setattr(store, "PATIENCE", 0.01)
    monkeypatch.setattr(sqlite3, "connect", lambda *given, **more: connect(*given, **more, factory=Slow))
    build(tmp_path, FILES, MEMOIR_WORKERS=3)
    assert here == []


@pytest.mark.usefixtures("others_first")
def test_what_a_dead_copy_leaves_is_read_here(
    tmp_path: Path, here: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before, said = alone(tmp_path)
    here.clear()
    read_one = reading_together.read_one

    def dying(path: str, *others: Any) -> None:
        if "note-7" in path:
            os.kill(os.getpid(), 9)
        read_one(path, *others)

    monkeypatch.setattr(reading_together, "_AT_ONCE", 1)
    monkeypatch.setattr(reading_together, "read_one", dying)
    done = build(tmp_path, FILES, MEMOIR_WORKERS=2)
    assert any("note-7" in path for path in here)
    assert len(here) < len(FILES)
    assert (pages(done), done.log) == (before, said)


@pytest.mark.usefixtures("here")
def test_an_interruption_ends_all_copies(
    tmp_path: Path, copied: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(reading_together, "read_all", lambda *_: time.sleep(600))
    monkeypatch.setattr(reading_together.ReadingTogether, "begins", interrupted)
    with pytest.raises(KeyboardInterrupt):
        build(tmp_path, FILES, MEMOIR_WORKERS=3)
    assert len(copied) == 2
    for process in copied:
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)


def test_a_post_that_cannot_be_finished_ahead_is_read_all_the_same(
    tmp_path: Path, here: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before, said = alone(tmp_path)
    here.clear()

    def failing(*_: Any) -> None:
        raise ValueError("lost")

    monkeypatch.setattr(reading_together, "finish", failing)
    monkeypatch.setattr(reading_together, "read_all", lambda *_: None)
    done = build(tmp_path, FILES, MEMOIR_WORKERS=2)
    assert len(here) == len(FILES)
    assert (pages(done), done.log) == (before, said)


@pytest.mark.parametrize("fails", [False, True])
def test_whatever_ends_the_copies_this_process_reads_alone_again(fails: bool) -> None:
    found = memory.Build()
    claims = Claims(["a.md"])
    others = contextlib.nullcontext()
    with contextlib.suppress(ValueError), found.others:
        found.read_together(reading_together.ReadingTogether(claims, None, found), others, 60.0)
        assert found.together is not None
        if fails:
            raise ValueError("lost")
    assert found.together is None
    assert found.store.patience == store.PATIENCE
    assert claims.are_over


@pytest.mark.parametrize(
    "settings", [{"MEMOIR_WORKERS": 0}, {"MEMOIR_WORKERS": 1}, {"MEMOIR_CACHE": False}], ids=str
)
def test_no_workers_where_they_are_not_wanted(
    tmp_path: Path, here: list[str], settings: dict[str, Any]
) -> None:
    build(tmp_path, FILES, **settings)
    assert len(here) == len(FILES)


def test_no_workers_beside_a_thread(tmp_path: Path, here: list[str]) -> None:
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        build(tmp_path, FILES, MEMOIR_WORKERS=2)
    finally:
        done.set()
        thread.join()
    assert len(here) == len(FILES)


def test_no_workers_for_a_few_posts(tmp_path: Path, here: list[str]) -> None:
    build(tmp_path, FILES, MEMOIR_WORKERS=2)
    here.clear()
    build(tmp_path, {"2022-01-01-new.md": "---\ntitle: 새 글\n---\na\n"}, MEMOIR_WORKERS=2)
    assert here == ["2022-01-01-new.md"]
