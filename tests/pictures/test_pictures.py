"""The command over a site, and the builds that use what it found out."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hosts import Host, serving
from site_build import build, untouched_path, write

from pelican_memoir.cli import main

FILE = "picture-sizes.json"


@pytest.fixture
def host(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Host]:
    monkeypatch.chdir(tmp_path)
    with serving() as found, untouched_path():
        yield found
    logging.disable(logging.NOTSET)


def post(*pictures: str) -> str:
    shown = "\n\n".join(f"![바다]({picture})" for picture in pictures)
    return f"---\ntitle: 바다\n---\n첫 말.\n\n{shown}\n"


def site(root: Path, files: dict[str, str | bytes], more: str = "") -> None:
    write(root, files)
    conf = 'PLUGINS = ["pelican_memoir"]\nPATH = "content"\nTIMEZONE = "Asia/Seoul"\n'
    (root / "pelicanconf.py").write_text(conf + more, encoding="utf-8")


def kept(root: Path) -> dict[str, list[int]]:
    found: dict[str, list[int]] = json.loads((root / FILE).read_text(encoding="utf-8"))
    return found


def test_sizes_are_asked_once_and_kept_sorted(
    host: Host, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    badge, png = f"{host.address}/badge.svg?a=1&b=2", f"{host.address}/a.png"
    sized = f'<img src="{host.address}/b.gif" width="3" height="2" alt="">'
    files: dict[str, str | bytes] = {
        "2022-01-01-a.md": post(png, badge, "/here.gif"),
        "2022-01-02-b.md": post(png) + sized,
        "pages/about.md": post(png),
        "here.gif": b"GIF89a\x03\0\x02\0",
    }
    site(tmp_path, files)
    assert main(["pictures"]) == 0
    assert sorted(host.asked) == ["/a.png", "/badge.svg?a=1&b=2"]
    assert (tmp_path / FILE).read_text(encoding="utf-8") == (
        f'{{\n "{png}": [640, 360],\n "{badge}": [120, 20]\n}}\n'
    )
    assert f"640 × 360: {png}" in capsys.readouterr().out
    assert main(["pictures", "-s", "pelicanconf.py"]) == 0
    assert len(host.asked) == 2
    assert main(["pictures", "--again"]) == 0
    assert len(host.asked) == 4


def test_a_failure_names_its_place_and_is_tried_again(
    host: Host, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gone, png = f"{host.address}/none.png", f"{host.address}/a.png"
    site(tmp_path, {"2022-01-01-a.md": post(gone, png)})
    assert main(["pictures"]) == 1
    said = capsys.readouterr().err
    assert f"content/2022-01-01-a.md:6: {gone}: it is gone (status 404); correct the address" in said
    assert kept(tmp_path) == {png: [640, 360]}
    assert main(["pictures"]) == 1
    assert host.asked.count("/none.png") == 2
    assert host.asked.count("/a.png") == 1


def test_what_fails_now_and_was_known_stays(host: Host, tmp_path: Path) -> None:
    gone = f"{host.address}/none.png"
    site(tmp_path, {"2022-01-01-a.md": post(gone)})
    (tmp_path / FILE).write_text(json.dumps({gone: [7, 8]}), encoding="utf-8")
    assert main(["pictures"]) == 0
    assert main(["pictures", "--again"]) == 1
    assert kept(tmp_path) == {gone: [7, 8]}


def test_what_no_post_shows_is_dropped_and_told(
    host: Host, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    png, old = f"{host.address}/a.png", f"{host.address}/old.png"
    broken = f"{host.address}/in-a-post-that-cannot-be-read.png"
    site(tmp_path, {"2022-01-01-a.md": post(png), "2022-01-02-b.md": f"no front matter ![]({broken})"})
    (tmp_path / FILE).write_text(json.dumps({old: [7, 8], broken: [7, 8]}), encoding="utf-8")
    assert main(["pictures"]) == 0
    assert kept(tmp_path) == {png: [640, 360], broken: [7, 8]}
    assert f"no post shows {old} any more" in capsys.readouterr().out


def test_a_broken_file_is_not_written_over(
    host: Host, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site(tmp_path, {"2022-01-01-a.md": post(f"{host.address}/a.png")})
    (tmp_path / FILE).write_text('{\n "a": [1, 2]\n "b": [3, 4]\n}\n', encoding="utf-8")
    assert main(["pictures"]) == 1
    assert f"{FILE}:3:2: Expecting ',' delimiter" in capsys.readouterr().err
    assert "[1, 2]" in (tmp_path / FILE).read_text(encoding="utf-8")
    assert host.asked == []


def test_a_silent_host_is_left_alone_after_a_while(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    site(tmp_path, {"2022-01-01-a.md": post(*(f"http://127.0.0.1:9/{number}.png" for number in range(5)))})
    with untouched_path():
        assert main(["pictures"]) == 1
    said = capsys.readouterr().err
    assert said.count("no answer: ") == 3
    assert said.count("not asked, as its host gave no answer") == 2
    assert not (tmp_path / FILE).exists()


def test_what_was_answered_before_a_stop_is_kept(
    host: Host, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from pelican_memoir.pictures import asking

    def stopped(address: str) -> tuple[int, int]:
        if address.endswith("b.gif"):
            raise KeyboardInterrupt
        return (5, 4)

    png, gif = f"{host.address}/a.png", f"{host.address}/b.gif"
    site(tmp_path, {"2022-01-01-a.md": post(png, gif)}, 'MEMOIR_PICTURE_SIZES = "data/sizes.json"\n')
    monkeypatch.setattr(asking, "size_of", stopped)
    assert main(["pictures"]) == 1
    assert "stopped; what was answered is kept" in capsys.readouterr().err
    assert json.loads((tmp_path / "data" / "sizes.json").read_text(encoding="utf-8")) == {png: [5, 4]}


@pytest.mark.parametrize("more", ["MEMOIR_PICTURE_SIZES = None\n", "MEMOIR_REPAIR = ['alts']\n"])
def test_where_sizes_are_switched_off_nobody_is_asked(host: Host, tmp_path: Path, more: str) -> None:
    site(tmp_path, {"2022-01-01-a.md": post(f"{host.address}/a.png")}, more)
    assert main(["pictures"]) == 1
    assert host.asked == []


def test_wrong_calls_and_settings(host: Host, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pictures"]) == 2
    site(tmp_path, {}, "MEMOIR_PICTURE_SIZES = 3\n")
    assert main(["pictures"]) == 1
    assert "MEMOIR_PICTURE_SIZES: expected a text, got 3" in capsys.readouterr().err


OUTSIDE = "https://pictures.example/a b.png?x=1&y=2"


def test_a_build_writes_the_sizes(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(json.dumps({OUTSIDE: [640, 360], "//b.example/c": [3, 2]}))
    text = (
        f'---\ntitle: a\n---\n<img src="{OUTSIDE}" alt="">\n<img src="//b.example/c" alt="" width="30">\n'
        '<img src="https://pictures.example/other.png" alt="">\n'
    )
    html = build(tmp_path, {"2022-01-01-a.md": text}).contents["2022-01-01-a.md"].content
    assert 'width="640" height="360"' in html
    assert 'height="20"' in html
    assert html.count("height=") == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{\n "a": [1,\n}', f"{FILE}:3:1: Expecting value; no size of it is used; mend it"),
        ("[]", f"{FILE}:1: expected an object of addresses"),
        (f'{{"{OUTSIDE}": [4, 3],\n "c": [0, 2]}}', f"{FILE}:2: c: expected [width, height] in pixels"),
        (b"\xff", "it cannot be read"),
    ],
)
def test_a_broken_file_is_told_and_the_build_goes_on(tmp_path: Path, text: str | bytes, said: str) -> None:
    (tmp_path / FILE).write_bytes(text.encode() if isinstance(text, str) else text)
    done = build(tmp_path, {"2022-01-01-a.md": f'---\ntitle: a\n---\n<img src="{OUTSIDE}" alt="">\n'})
    assert [said in line for line in done.log if "memoir.picture-sizes" in line] == [True]
    html = done.contents["2022-01-01-a.md"].content
    assert ('width="4" height="3"' in html) == (OUTSIDE in str(text))


def test_a_build_that_remembers_the_post_sees_another_size(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"2022-01-01-a.md": post(OUTSIDE.replace(" ", "%20"))}
    seen = []
    for sizes in ({}, {OUTSIDE.replace(" ", "%20"): [640, 360]}, {OUTSIDE.replace(" ", "%20"): [4, 3]}, {}):
        (tmp_path / FILE).write_text(json.dumps(sizes), encoding="utf-8")
        build(tmp_path, files, THEME="memoir")
        page = next((tmp_path / "output").glob("**/a.html")).read_text(encoding="utf-8")
        seen.append(re.findall(r'<img[^>]* width="(\d+)" height="(\d+)"', page))
    assert seen == [[], [("640", "360")], [("4", "3")], []]
