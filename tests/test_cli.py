"""The command line: what it prints, and its exit status."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from pelican_memoir.cli import main

YEAR = "---\ntitle: 2022년 회고\ndate: 2022-12-31\n---\n## 1분기 [1월~3월]\n\n### 1) 취득\n\n## 2분기\n\n### 1) 이사\n"


@pytest.fixture
def post(tmp_path: Path) -> Path:
    file = tmp_path / "2022-12-31-a.md"
    file.write_text(YEAR, encoding="utf-8")
    return file


def test_json(post: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = post.with_name("other.md")
    other.write_text("no front matter, no memoir\n", encoding="utf-8")
    assert main(["inspect", str(post), str(other), "--json"]) == 0
    first, second = json.loads(capsys.readouterr().out)
    assert list(first)[:2] == ["schema", "file"]
    assert (first["schema"], first["file"], first["year"], first["title"]) == (
        1,
        str(post),
        2022,
        "2022년 회고",
    )
    assert [(p["kind"], p["number"], p["heading"]) for p in first["periods"]] == [
        ("quarter", 1, "1분기 [1월~3월]"),
        ("quarter", 2, "2분기"),
    ]
    (achievement,) = first["periods"][0]["achievements"]
    assert (achievement["number"], achievement["text"], achievement["title"]) == (1, "1) 취득", "취득")
    assert (second["file"], second["periods"], second["goals"], second["highlights"]) == (
        str(other),
        [],
        [],
        [],
    )
    assert second["post_period"] is None


@pytest.mark.parametrize("name", ["2022-12-31-a.mdx", "year.txt"])
def test_a_file_with_another_ending_is_read_as_markdown(
    name: str, post: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["inspect", str(post.rename(post.with_name(name))), "--json"])
    (seen,) = json.loads(capsys.readouterr().out)
    assert [period["heading"] for period in seen["periods"]] == ["1분기 [1월~3월]", "2분기"]


def test_lines_for_people(post: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["inspect", str(post)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"{post}: 2022, 2022년 회고",
        "  1분기 [1월~3월]",
        "    - 1) 취득",
        "  2분기",
        "    - 1) 이사",
    ]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", ":1:1: the file is empty [memoir.empty]"),
        (b"---\ntags: 3\n---\ntext", ":2:7: tags: expected a list, got 3 [memoir.front-matter]"),
        (
            b"---\ntitle: a\n---\n\xff",
            ":4:1: byte 0xff is no valid UTF-8: save the file as UTF-8 [memoir.encoding]",
        ),
        (None, ": the file cannot be read: no such file or directory [memoir.unreadable]"),
    ],
)
def test_a_file_with_a_problem(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], data: bytes | None, said: str
) -> None:
    file = tmp_path / "a.md"
    if data is not None:
        file.write_bytes(data)
    assert main(["inspect", str(file), "--json"]) == 1
    printed = capsys.readouterr()
    assert printed.err == f"{file}{said}\n"
    (report,) = json.loads(printed.out)
    assert (report["file"], report["periods"]) == (str(file), [])


@pytest.mark.parametrize("arguments", [[], ["inspect"], ["nothing"], ["inspect", "--nothing", "a.md"]])
def test_a_wrong_call_ends_with_status_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    assert "usage: pelican-memoir" in capsys.readouterr().err


def test_runs_as_a_module_without_pelican(post: Path) -> None:
    """`inspect` must not need Pelican: it is barred from the process."""
    code = (
        "import sys; sys.modules['pelican'] = None; sys.modules['jinja2'] = None\n"
        "from pelican_memoir.cli import main; sys.exit(main(sys.argv[1:]))"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, "inspect", "--json", str(post)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, run.stderr) == (0, "")
    module = subprocess.run(
        [sys.executable, "-m", "pelican_memoir", "inspect", "--json", str(post)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert module.stdout == run.stdout


def test_a_reader_that_has_seen_enough_is_no_error(tmp_path: Path) -> None:
    post = tmp_path / "2022-12-31-year.md"
    post.write_text("---\ntitle: 2022년 회고\n---\n## 1분기\n- 하나\n", encoding="utf-8")
    command = [sys.executable, "-m", "pelican_memoir", "inspect", *[str(post)] * 2000]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        assert run.stdout is not None
        assert run.stderr is not None
        run.stdout.readline()
        run.stdout.close()
        assert run.stderr.read() == b""
    assert run.returncode == 0


def test_a_file_without_a_title_ends_in_no_comma(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    missing = tmp_path / "missing.md"
    assert main(["inspect", str(missing)]) == 1
    assert capsys.readouterr().out == f"{missing}: no year\n"
