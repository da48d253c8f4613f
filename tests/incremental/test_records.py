"""What is remembered of the files of an output: one entry in the store, whatever is in their names."""

from __future__ import annotations

from pathlib import Path

import pytest

from pelican_memoir.incremental import records
from pelican_memoir.incremental.records import Ingredients, Record, Records
from pelican_memoir.memory.store import NAME, Store

MADE_FROM = Ingredients(
    ["article", "SITEURL"], ["Article<a.md>", "Article<\udcff.md>"], ["Article<b.md>"], "d1"
)
RECORD = Record(MADE_FROM, "d2", 12, 1_700_000_000_000_000_001)


def of(folder: Path, output: str = "output") -> Records:
    return Records(Store(folder / NAME), output)


def kept(folder: Path, written: dict[str, Record], output: str = "output") -> None:
    """Keep records as a build does at its end."""
    store = Store(folder / NAME)
    found = Records(store, output)
    for name, record in written.items():
        found.put(folder / name, record)
    found.save()
    store.save()


def test_records_come_back_in_the_next_build(tmp_path: Path) -> None:
    other = Record(Ingredients([], [], [], ""), "", 0, 0)
    kept(tmp_path, {"a.html": RECORD, "글 \udcff.html": other})
    found = of(tmp_path)
    assert found.get(tmp_path / "a.html") == RECORD
    assert found.get(tmp_path / "글 \udcff.html") == other
    assert found.get(tmp_path / "b.html") is None


def test_each_output_has_its_own(tmp_path: Path) -> None:
    kept(tmp_path, {"a.html": RECORD})
    kept(tmp_path, {}, "other")
    assert of(tmp_path, "other").get(tmp_path / "a.html") is None
    assert of(tmp_path).get(tmp_path / "a.html") == RECORD


def test_a_build_that_is_stopped_leaves_most(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(records, "_AT_ONCE", 4)
    found = of(tmp_path)
    for number in range(23):
        found.put(tmp_path / f"{number}.html", RECORD)
    left = of(tmp_path)
    assert sum(left.get(tmp_path / f"{number}.html") == RECORD for number in range(23)) >= 11


def test_files_that_are_gone_are_forgotten(tmp_path: Path) -> None:
    (tmp_path / "there.html").touch()
    kept(tmp_path, {"there.html": RECORD, "gone.html": RECORD, "asked.html": RECORD})
    store = Store(tmp_path / NAME)
    found = Records(store, "output")
    assert found.get(tmp_path / "asked.html") == RECORD
    found.forget_lost()
    found.save()
    store.save()
    left = of(tmp_path)
    assert [name for name in ("there", "gone", "asked") if left.get(tmp_path / f"{name}.html")] == [
        "there",
        "asked",
    ]


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", "null", "[[], []]", '[["a"], [], [["f", 9, [], [], "", "", 0, 0]]]']
)
def test_what_cannot_be_read_is_as_nothing(tmp_path: Path, text: str) -> None:
    store = Store(tmp_path / NAME)
    found = Records(store, "output")
    store.put(found._key, text)
    assert found.get(tmp_path / "f") is None
