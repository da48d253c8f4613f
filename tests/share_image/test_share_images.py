"""Share images: what they say, the face they are set in, the files, and what stands in a page for them."""

from __future__ import annotations

import io
import os
import struct
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from lacking import lacking
from site_build import Build, build

from pelican_memoir import share_images, timeline_page
from pelican_memoir.incremental import writer
from pelican_memoir.share_image import draw as draw_module
from pelican_memoir.share_image import faces
from pelican_memoir.share_image.card import Card
from pelican_memoir.share_image.faces import Face, candidates, face_of

pytest.importorskip("PIL")
from PIL import Image, ImageColor

from pelican_memoir.share_image.draw import INK, LINE, MUTED, PAPER, QUARTERS, covers, draw
from pelican_memoir.share_image.words import plain

TITLES = {
    "ko": "2022년 한 해를 돌아보는 회고록",
    "en": "A Year of Letting Go: 2022 in Review",
    "ja": "2022年の振り返り：海に出た日、それでも書き続けた一年。",
    "zh": "2022 年度总结：在岸上学会看海",
}
POST = """---
title: {title}
lang: {lang}
{more}
---
## 1분기
#### 1) 대회
동메달을 땄습니다.
## 2분기
쉬었습니다.
"""
YEAR = POST.format(title="2022년 회고", lang="ko", more="")
HOME: dict[str, Any] = {"SITEURL": "https://home.example", "THEME": "memoir"}


def face_for(language: str) -> Face:
    title = TITLES[language]
    found = next((face for face in candidates(language) if covers(face, title)), None)
    if found is None:
        lacking(f"no font here shows {title}")
    return found


def card(language: str = "ko", **fields: Any) -> Card:
    said = {"title": TITLES[language], "kicker": "2022", "site": "물때", "language": language, **fields}
    return Card(**said)


@pytest.mark.parametrize("language", TITLES)
def test_a_picture_in_each_language(language: str) -> None:
    made = draw(
        card(language, site="", stops=(("1", 1), ("2", 2)), figures=(("7", "a"), ("2", "b"))),
        face_for(language),
    )
    image = Image.open(io.BytesIO(made)).convert("RGB")
    assert image.size == (1200, 630)
    assert image.getpixel((10, 5)) == (0x0B, 0x57, 0xC2)
    assert image.getpixel((1190, 5)) == (0x1A, 0x7F, 0x4B)
    title = image.crop((80, 158, 1120, 432)).convert("L")
    assert title.getextrema()[0] < 60
    # Nothing runs into the margins.
    assert image.crop((0, 24, 78, 630)).convert("L").getextrema()[0] > 240
    assert image.crop((1124, 24, 1200, 630)).convert("L").getextrema()[0] > 240
    assert len(made) < 60_000


def test_a_picture_has_the_colours_of_the_theme_and_shades_of_them() -> None:
    made = draw(card("ko", stops=(("1", 1), ("2", 0)), figures=(("7", "a"),)), face_for("ko"))
    written = Image.open(io.BytesIO(made))
    assert written.mode == "P"
    colours = {colour for _, colour in written.convert("RGB").getcolors(64)}
    wanted = {ImageColor.getrgb(colour) for colour in (PAPER, INK, MUTED, LINE, QUARTERS[0])}
    assert wanted <= colours
    assert len(colours) > len(wanted)  # the edges of letters are smooth


def test_long_words_are_kept_within_the_picture() -> None:
    long = "가" * 60 + " " + "나다 " * 80
    made = Image.open(
        io.BytesIO(draw(card(title=long, kicker="가" * 20, site=long), face_for("ko")))
    ).convert("L")
    assert made.crop((1124, 24, 1200, 630)).getextrema()[0] > 240
    assert made.crop((0, 440, 1200, 480)).getextrema()[0] > 240


def test_what_a_face_lacks_is_known() -> None:
    face = face_for("ko")
    assert covers(face, "회고 2022")
    assert not covers(face, "회고 \U00011f00")
    assert not covers(Face("/nowhere.ttf"), "a")


def test_emoji_stay_out() -> None:
    assert plain("❤️ 사랑 🙌🏻 ①") == "사랑 ①"


def test_the_name_changes_with_what_is_said() -> None:
    names = {
        card().digest("a"),
        card(title="다른").digest("a"),
        card(site="x").digest("a"),
        card().digest("b"),
    }
    assert len(names) == 4
    assert card().digest("a") == card().digest("a")


def test_faces_by_name_and_without_fontconfig(monkeypatch: pytest.MonkeyPatch) -> None:
    assert face_of("a.ttc#2") == Face("a.ttc", 2)
    assert face_of("a.ttf") == Face("a.ttf")
    monkeypatch.setattr(faces.shutil, "which", lambda _: None)
    candidates.cache_clear()
    assert all(Path(face.path).is_file() for face in candidates("ko"))
    candidates.cache_clear()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Build:
    face_for("ko")
    files = {
        "2022-12-31-year.md": POST.format(title=TITLES["ko"] + " 🙌", lang="ko", more=""),
        "2021-12-31-own.md": POST.format(title="2021년 회고", lang="ko", more="share-img: /a.png"),
        "2022-05-05-plain.md": "---\ntitle: 글\n---\n글\n",
    }
    return build(tmp_path_factory.mktemp("share"), files, **HOME)


def pictures(output: Path) -> list[Path]:
    return sorted((output / "share").glob("*.png")) if (output / "share").is_dir() else []


def test_a_memoir_without_a_picture_gets_one(site: Build) -> None:
    (picture,) = pictures(site.output)
    data = picture.read_bytes()
    assert struct.unpack(">II", data[16:24]) == (1200, 630)
    page = site.page("year.html")
    assert f'<meta property="og:image" content="https://home.example/share/{picture.name}">' in page
    assert '<meta name="twitter:card" content="summary_large_image">' in page
    assert "https://home.example/a.png" in site.page("own.html")
    assert "share/" not in site.page("own.html") + site.page("plain.html")


def test_a_second_build_draws_nothing(site: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pelican_memoir.share_image.draw.draw", lambda *_: 1 / 0)
    before = [(path.name, path.stat().st_mtime_ns) for path in pictures(site.output)]
    build(site.output.parent, {}, **HOME, DELETE_OUTPUT_DIRECTORY=False)
    assert [(path.name, path.stat().st_mtime_ns) for path in pictures(site.output)] == before


def test_faces_are_looked_for_again_only_where_others_were_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    face_for("ko")
    asked: list[Card] = []
    look = share_images.face_for
    monkeypatch.setattr(share_images, "face_for", lambda card, own: asked.append(card) or look(card, own))
    first = build(tmp_path, {"2022-12-31-year.md": YEAR}, **HOME)
    (picture,) = pictures(first.output)
    page = first.page("year.html")
    assert len(asked) == 1
    again: dict[str, Any] = {**HOME, "DELETE_OUTPUT_DIRECTORY": False}
    assert build(tmp_path, {}, **again).page("year.html") == page
    assert len(asked) == 1
    picture.unlink()
    build(tmp_path, {}, **again)
    assert len(asked) == 2
    assert picture.is_file()
    monkeypatch.setattr(share_images, "state", lambda: "other faces")
    assert build(tmp_path, {}, **again).page("year.html") == page
    assert len(asked) == 3


@pytest.mark.parametrize(
    "settings", [{"MEMOIR_SHARE_IMAGE": ""}, {"SITEURL": ""}, {"MEMOIR_SHARE_IMAGE": None}], ids=str
)
def test_switched_off(tmp_path: Path, settings: dict[str, Any]) -> None:
    done = build(
        tmp_path,
        {"2022-12-31-year.md": POST.format(title="2022년 회고", lang="ko", more="")},
        **{**HOME, **settings},
    )
    assert pictures(done.output) == []
    assert "og:image" not in done.page("year.html")


def test_without_pillow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pelican_memoir.share_images.can_draw", lambda: False)
    done = build(
        tmp_path, {"2022-12-31-year.md": POST.format(title="2022년 회고", lang="ko", more="")}, **HOME
    )
    assert pictures(done.output) == []
    assert "og:image" not in done.page("year.html")


def test_no_boxes_are_drawn_for_what_no_font_has(tmp_path: Path) -> None:
    files = {
        f"202{n}-12-31-year{n}.md": POST.format(title=f"202{n}년 회고 \U00012000", lang="ko", more="")
        for n in (1, 2, 3)
    }
    done = build(tmp_path, files, **HOME, MEMOIR_SHARE_IMAGE_FONT="/nowhere.ttf")
    assert pictures(done.output) == []
    (told,) = [line for line in done.log if "memoir.share-image" in line]
    assert "(and 2 more posts)" in told
    assert "set MEMOIR_SHARE_IMAGE_FONT" in told


YEARS = {
    f"{year}-12-31-y.md": f"---\ntitle: {year}년 회고\n---\n"
    + "".join(f"## {n}분기\n\n#### 공모전 {n}\n\n글\n\n" for n in range(1, 5))
    for year in range(2015, 2020)
}


def drawn(root: Path, workers: int) -> dict[str, bytes]:
    done = build(root, YEARS, SITEURL="https://home.example", MEMOIR_WORKERS=workers)
    return {path.name: path.read_bytes() for path in pictures(done.output)}


@pytest.mark.skipif(sys.platform != "linux", reason="processes are copied on Linux alone")
def test_several_processes_draw_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    face_for("ko")
    monkeypatch.setattr(share_images, "FEWEST", 2)
    alone = drawn(tmp_path / "alone", 0)
    assert len(alone) == len(YEARS)
    assert drawn(tmp_path / "beside", 3) == alone

    here, draw_ = os.getpid(), draw_module.draw

    def dying(card: Card, face: Face) -> bytes:
        if os.getpid() != here:
            os.kill(os.getpid(), 9)
        return draw_(card, face)

    monkeypatch.setattr(draw_module, "draw", dying)
    assert drawn(tmp_path / "dying", 3) == alone


@pytest.mark.skipif(sys.platform != "linux", reason="processes are copied on Linux alone")
def test_those_who_have_helped_with_the_pages_draw_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    face_for("ko")
    alone = drawn(tmp_path / "alone", 0)
    log, draw_ = tmp_path / "drawn.txt", draw_module.draw

    def noting(card: Card, face: Face) -> bytes:
        with log.open("a") as file:
            file.write(f"{os.getpid()}\n")
        return draw_(card, face)

    monkeypatch.setattr(draw_module, "draw", noting)
    monkeypatch.setattr(writer, "FEWEST", 1)
    monkeypatch.setattr(writer, "_ALONE", 2)
    monkeypatch.setattr(
        timeline_page.TimelineGenerator, "generate_output", lambda self, writer: _wait_for(log)
    )
    assert drawn(tmp_path / "helped", 2) == alone
    assert len(log.read_text().split()) == len(YEARS)  # none of them twice


def test_a_picture_that_cannot_be_drawn_is_told_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    face_for("ko")

    def failing(card: Card, face: Face) -> bytes:
        raise OSError("unreadable")

    monkeypatch.setattr(draw_module, "draw", failing)
    done = build(tmp_path, {"2022-12-31-year.md": YEAR}, **HOME)
    assert len([line for line in done.log if "could not be drawn: unreadable" in line]) == 1


def _wait_for(log: Path) -> None:
    for _ in range(1000):
        if log.exists() and str(os.getpid()) not in log.read_text():
            return
        time.sleep(0.01)
    pytest.fail("no other process has drawn anything")
