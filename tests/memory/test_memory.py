"""What is remembered of posts: the same pages and the same messages, and nothing where it could be wrong."""

from __future__ import annotations

import gc
import json
import pickle
import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pelican.log import LimitFilter
from pelican.urlwrappers import Author, Category, Tag
from pelican.utils import SafeDatetime
from site_build import Build
from site_build import build as build_once

from pelican_memoir.memory import build as remembering
from pelican_memoir.memory import store
from pelican_memoir.memory.inputs import UnknownInputError, digest, site_digest
from pelican_memoir.memory.packed import PackedText, packed
from pelican_memoir.memory.plain import Names, NotPlainError, dumps, loads, to_plain
from pelican_memoir.memory.store import NAME, Store
from pelican_memoir.memory.texts import TextDigests

YEAR = (
    "---\ntitle: 2022 회고\ntags: [a, b]\ndate: 2022-12-31 10:00:00 +0900\nupdated: 2023-01-01\n---\n머리말\n\n"
    "## 1분기\n\n### 1) 첫 일\n\n![](a.png)\n\n## 2분기\n\n### 1) 둘째 일\n\n<img src='b.png'>\n\n## 3분기\n\n- c\n"
)
FILES = {"2022-12-31-year.md": YEAR, "2022-03-01-note.md": "---\ntitle: 쪽지\n---\n본문 *힘주어*\n"}


def build(root: Path, files: dict[str, Any], **settings: Any) -> Build:
    """A build that says all it has to say, as in a process of its own."""
    LimitFilter._raised_messages.clear()
    LimitFilter._group_count.clear()
    return build_once(root, files, **settings)


def pages(done: Build) -> dict[str, bytes]:
    """All files of an output."""
    return {
        str(file.relative_to(done.output)): file.read_bytes()
        for file in done.output.rglob("*")
        if file.is_file()
    }


def test_a_second_build_reads_nothing_and_says_the_same(tmp_path: Path, read_anew: list[str]) -> None:
    first = build(tmp_path, FILES)
    assert sorted(read_anew) == sorted(FILES)
    before = pages(first)
    read_anew.clear()
    second = build(tmp_path, FILES)
    assert read_anew == []
    assert pages(second) == before
    assert second.log == first.log
    assert any("memoir.repair" in line for line in second.log)
    memoirs = [done.contents["2022-12-31-year.md"].memoir for done in (first, second)]
    assert memoirs[0] == memoirs[1]
    assert memoirs[0] is not None


def test_a_build_shows_where_its_time_went(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    build(tmp_path, FILES)
    assert "| pages written" not in capsys.readouterr().err
    monkeypatch.setenv("MEMOIR_PROFILE", "1")
    build(tmp_path, FILES)
    said = capsys.readouterr().err
    assert [line.split("|")[1].strip() for line in said.splitlines() if line.endswith("% |")] == [
        "theme and other generators made",
        "posts read and ordered",
        "pages and other files read",
        "memoirs read, posts repaired",
        "years, series and lists joined",
        "pages written",
        "all",
    ]
    assert "4 results known from before, 0 made here" in said


def test_an_edited_post_alone_is_read(tmp_path: Path, read_anew: list[str]) -> None:
    build(tmp_path, FILES)
    read_anew.clear()
    build(tmp_path, {"2022-03-01-note.md": "---\ntitle: 쪽지\n---\n본문 *더*\n"})
    assert read_anew == ["2022-03-01-note.md"]


@pytest.mark.parametrize(
    "settings",
    [
        {"MEMOIR_DIALECT": "markdown"},
        {"MARKDOWN": {"extensions": ["pymdownx.tilde"]}},
        {"SITEURL": "https://a.example"},
    ],
    ids=lambda settings: next(iter(settings)),
)
def test_other_settings_read_anew(settings: dict[str, Any], tmp_path: Path, read_anew: list[str]) -> None:
    build(tmp_path, FILES)
    read_anew.clear()
    build(tmp_path, FILES, **settings)
    assert sorted(read_anew) == sorted(FILES)


def test_another_version_reads_anew(
    tmp_path: Path, read_anew: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    build(tmp_path, FILES)
    read_anew.clear()
    monkeypatch.setattr("pelican_memoir.memory.inputs._distributions", lambda: "pelican_memoir-99.dist-info")
    build(tmp_path, FILES)
    assert sorted(read_anew) == sorted(FILES)


def test_an_extension_that_is_an_object_is_not_known_again(tmp_path: Path, read_anew: list[str]) -> None:
    from pelican_memoir.kramdown import KramdownExtension

    for _ in range(2):
        build(tmp_path, FILES, MARKDOWN={"extensions": [KramdownExtension()]}, MEMOIR_DIALECT="markdown")
    assert len(read_anew) == 2 * len(FILES)


def test_switched_off_nothing_is_written(tmp_path: Path, read_anew: list[str]) -> None:
    for _ in range(2):
        build(tmp_path, FILES, MEMOIR_CACHE=False)
    assert len(read_anew) == 2 * len(FILES)
    assert not (tmp_path / "cache" / NAME).exists()


def test_posts_that_look_at_others_are_read_each_time(tmp_path: Path, read_anew: list[str]) -> None:
    files = {
        **FILES,
        "2022-04-01-list.md": "---\ntitle: a\n---\n{% for post in site.posts %}{{ post.title }};{% endfor %}\n",
        "2022-05-01-note.md": "---\ntitle: 같은 이름\n---\nb\n",
    }
    build(tmp_path, files)
    read_anew.clear()
    done = build(tmp_path, {**files, "2022-06-01-new.md": "---\ntitle: 새 글\n---\nc\n"})
    assert "새 글;" in done.contents["2022-04-01-list.md"].content
    assert sorted(read_anew) == [
        "2022-03-01-note.md",
        "2022-04-01-list.md",
        "2022-05-01-note.md",
        "2022-06-01-new.md",
    ]


def test_a_picture_that_changes_is_measured_again(tmp_path: Path) -> None:
    def gif(width: int) -> bytes:
        return b"GIF89a" + width.to_bytes(2, "little") + b"\x05\x00"

    post = {"2022-03-01-note.md": "---\ntitle: a\n---\n![b](/p.gif)\n"}
    assert 'width="7"' in build(tmp_path, {**post, "p.gif": gif(7)}).contents["2022-03-01-note.md"].content
    assert 'width="9"' in build(tmp_path, {**post, "p.gif": gif(9)}).contents["2022-03-01-note.md"].content


@pytest.mark.parametrize("damage", ["noise", "cut", "value"])
def test_a_broken_file_is_thrown_away(damage: str, tmp_path: Path) -> None:
    first = build(tmp_path, FILES)
    file = tmp_path / "cache" / NAME
    before = pages(first)
    if damage == "noise":
        file.write_bytes(b"no database at all, but longer than its header " * 40)
    elif damage == "cut":
        file.write_bytes(file.read_bytes()[:5000])
    else:
        with closing(sqlite3.connect(file)) as connection, connection:
            connection.execute("UPDATE entries SET text = replace(text, '본문', '다른')")
    again = build(tmp_path, FILES)
    assert pages(again) == before
    said = [line for line in again.log if "memoir.cache" in line]
    assert len(said) == (damage != "value")
    assert [line for line in again.log if line not in said] == first.log
    assert build(tmp_path, FILES).log == first.log


def test_a_file_that_another_build_holds_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pelican_memoir.memory.store.PATIENCE", 0.01)
    first = build(tmp_path, FILES)
    before = pages(first)
    other = sqlite3.connect(tmp_path / "cache" / NAME, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    again = build(tmp_path, FILES)
    assert pages(again) == before
    assert again.log == first.log
    other.execute("ROLLBACK")
    other.close()
    assert (tmp_path / "cache" / NAME).is_file()


def test_a_folder_that_cannot_be_made_costs_nothing(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be")
    done = build(tmp_path, FILES)
    assert "2022-12-31-year.md" in done.contents


def test_a_file_that_another_process_has_just_made_is_no_broken_one(tmp_path: Path) -> None:
    file = tmp_path / "a.sqlite"
    file.touch()
    reading = Store(file)
    assert reading.get(b"a") is None
    writing = Store(file)
    writing.put(b"a", "b")
    writing.save()
    assert reading.get(b"a") == "b"
    reading.close()


def test_where_nothing_is_to_be_found_nobody_looks(tmp_path: Path) -> None:
    file = tmp_path / NAME
    writing = Store(file)
    writing.put(b"a", "b")
    writing.save()
    blank = Store(file)
    blank.is_blank = True
    blank.put(b"c", "d")
    assert (blank.get(b"a"), b"a" in blank, blank.get(b"c")) == (None, False, "d")
    blank.save()
    assert [Store(file).get(key) for key in (b"a", b"c")] == ["b", "d"]


def test_texts_come_back_whatever_is_in_them(tmp_path: Path) -> None:
    written, texts = Store(tmp_path / NAME), ["a\ud800b", "2022-01-01-\udcff.md", "\0\n", "글 😀", ""]
    for number, text in enumerate(texts):
        written.put(bytes([number]), text)
    written.save()
    read = Store(tmp_path / NAME)
    assert [read.get(bytes([number])) for number in range(len(texts))] == texts
    read.close()


def test_a_file_whose_name_is_no_text_is_built(tmp_path: Path) -> None:
    text = "---\ntitle: 글\n---\n글\n"
    name = "2022-01-01-a\udcff.md"
    try:
        (tmp_path / name).write_text(text, encoding="utf-8")
    except (OSError, UnicodeError):
        pytest.skip("this file system has names of Unicode alone")
    (tmp_path / name).unlink()
    files = {name: text, "2022-01-02-b.md": text}
    first, second = (build(tmp_path, files, THEME="memoir", DELETE_OUTPUT_DIRECTORY=False) for _ in range(2))
    assert len(first.contents) == len(second.contents) == 2
    assert first.page("b.html") == second.page("b.html")


def test_old_entries_go(tmp_path: Path) -> None:
    file = tmp_path / "a.sqlite"
    kept = Store(file)
    kept.put(b"old", "a")
    kept.save()
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE entries SET used = 1")
    kept.put(b"new", "b")
    kept.save(sweep=True)
    assert (kept.get(b"old"), kept.get(b"new")) == (None, "b")
    kept.close()


def test_old_entries_are_looked_for_once_a_day(tmp_path: Path) -> None:
    file = tmp_path / "a.sqlite"
    kept = Store(file)
    found = []
    for last in ("PRAGMA user_version = 1", "SELECT 1", "PRAGMA user_version = 2"):
        kept.put(b"old", "a")
        kept.save()
        with closing(sqlite3.connect(file)) as connection, connection:
            connection.execute("UPDATE entries SET used = 1")
            connection.execute(last)
        kept.put(b"new", "b")
        kept.save(sweep=True)
        found.append(kept.get(b"old"))
    assert found == [None, "a", None]
    kept.close()


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[sqlite3.Connection]:
    """The connections that stores have opened for reading."""
    found: list[sqlite3.Connection] = []

    def noted(file: Path, patience: float) -> sqlite3.Connection:
        found.append(open_(file, patience))
        return found[-1]

    open_ = store._open
    monkeypatch.setattr(store, "_open", noted)
    return found


def is_closed(connection: sqlite3.Connection) -> bool:
    """Whether a connection answers no more."""
    try:
        connection.execute("SELECT 1")
    except sqlite3.ProgrammingError:
        return True
    return False


def test_a_build_leaves_no_connection_open(tmp_path: Path, opened: list[sqlite3.Connection]) -> None:
    for _ in range(2):
        build(tmp_path, FILES)
    assert opened
    assert all(map(is_closed, opened))


def test_a_store_that_goes_leaves_no_connection_open(
    tmp_path: Path, opened: list[sqlite3.Connection]
) -> None:
    kept = Store(tmp_path / "a.sqlite")
    kept.put(b"a", "b")
    kept.save()
    assert kept.get(b"a") == "b"
    assert [is_closed(each) for each in opened] == [False]
    del kept
    gc.collect()
    assert is_closed(opened[0])


def test_settings_are_pickled_with_nothing_but_the_mark() -> None:
    assert pickle.loads(pickle.dumps(remembering.Build())) is True


ZONES = st.sampled_from([None, UTC, timezone(timedelta(hours=9))])
PLAIN = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text()
    | st.dates()
    | st.datetimes(timezones=ZONES).map(lambda time: time.replace(fold=0)),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.text(max_size=3) | st.just("!") | st.integers() | st.booleans(), inner, max_size=3
        )
        | st.tuples(inner, inner)
    ),
    max_leaves=8,
)


def test_each_name_is_made_once_a_build() -> None:
    names = Names({"SLUG_REGEX_SUBSTITUTIONS": []})
    tag = {"!": "tag", "name": "a"}
    first, second, author = loads(
        json.dumps([tag, dict(tag), {"!": "author", "name": "a"}]), names, TextDigests()
    )
    assert first is second
    assert type(author) is Author


@given(PLAIN)
def test_plain_values_come_back_as_they_were(value: Any) -> None:
    back = loads(dumps(value, TextDigests()), Names({}), TextDigests())
    assert back == value
    assert repr(back) == repr(value)  # 1 is not True, and a tuple is no list


@given(st.lists(st.text('a\n"\\\ud800\U0001f600 ', max_size=9), max_size=3), st.integers(0, 900))
def test_long_texts_stand_behind_the_json(texts: list[str], times: int) -> None:
    value = [{"html": text * times, "short": (text,)} for text in texts]
    written = dumps(value, TextDigests())
    digests = TextDigests()
    back = loads(written, Names({}), digests)
    assert back == value
    assert [digests.of(one["html"]) for one in back] == [digest(one["html"]) for one in value]
    assert len(written.partition("\n")[0]) < 9_000


def test_a_packed_text_comes_back() -> None:
    value = {"html": PackedText(packed("가 😀 \ud800" * 300), digest("a")), "more": [1]}
    assert loads(dumps(value, TextDigests()), Names({}), TextDigests()) == value


def test_a_digest_is_known_by_the_very_text() -> None:
    digests = TextDigests()
    text = "가" * 500
    same = "".join(list(text))
    digests.know(text, b"known")
    assert digests.of(text) == b"known"
    assert digests.of(same) == digest(same)
    digests.forget(text)
    assert digests.of(text) == digest(text)


def test_a_large_blog_holds_few_texts_for_their_digests() -> None:
    digests = TextDigests(most=2)
    texts = ["가" * size for size in (500, 501, 502)]
    for text in texts:
        digests.know(text, b"known")
    assert [digests.of(text) == b"known" for text in texts] == [False, True, True]


def test_names_and_times_of_pelican_come_back() -> None:
    settings = {"SLUG_REGEX_SUBSTITUTIONS": []}
    given_value = [
        Tag("a b", settings),
        Author("c", settings),
        Category("d", settings),
        SafeDatetime(2022, 1, 2, 3),
    ]
    back = loads(dumps(given_value, TextDigests()), Names(settings), TextDigests())
    assert [(type(value), str(value)) for value in back] == [
        (type(value), str(value)) for value in given_value
    ]


@pytest.mark.parametrize(
    "value",
    [
        {1, 2},
        b"a",
        object(),
        type("Text", (str,), {})("a"),
        datetime(2022, 1, 1, tzinfo=ZoneInfo("Asia/Seoul")),
        datetime(2022, 1, 1, fold=1),
    ],
    ids=["set", "bytes", "object", "subclass", "named zone", "fold"],
)
def test_other_values_are_refused(value: Any) -> None:
    with pytest.raises(NotPlainError):
        to_plain([value])


def test_digests_tell_parts_apart() -> None:
    assert digest("ab", "c") != digest("a", "bc")
    assert digest("\ud800")


def test_settings_that_have_no_part_do_not_count() -> None:
    common = {"MARKDOWN": {}, "TIMEZONE": "UTC"}
    assert site_digest({**common, "OUTPUT_PATH": "a", "OWN": date.today()}) == site_digest(common)
    assert site_digest({**common, "TIMEZONE": "Asia/Seoul"}) != site_digest(common)
    with pytest.raises(UnknownInputError):
        site_digest({"MARKDOWN": {"extensions": [object()]}})
