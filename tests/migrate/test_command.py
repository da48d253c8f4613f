"""`pelican-memoir migrate`: what it writes, what it refuses, and the site that comes of it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from site_links import dead_links
from small_blog import FILES
from small_blog import make as make_blog

from pelican_memoir.cli import main
from pelican_memoir.migrate import write as writing


def _build(site: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "pelican", "--fatal", "errors"],
        cwd=site,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr


def test_a_blog_is_moved_and_builds(tmp_path: Path) -> None:
    blog, site = make_blog(tmp_path / "blog"), tmp_path / "site"
    assert main(["migrate", str(blog), str(site)]) == 0
    for name in ("_posts/2022-06-01-windows.md", "assets/a b.png", "CNAME"):
        assert (site / "content" / name).read_bytes() == FILES[name].encode()
    report = json.loads((site / "migration.json").read_text(encoding="utf-8"))
    _build(site)
    for entry in (*report["posts"], *report["pages"]):
        if entry["new_url"]:
            assert (site / "output" / entry["new_url"].lstrip("/") / "index.html").is_file(), entry
    assert (site / "output" / "assets" / "a b.png").read_text() == "png"
    assert (site / "output" / "CNAME").is_file()
    assert (site / "output" / "feed.xml").is_file()
    memoir = (site / "output/2022/12/31/memoir/index.html").read_text(encoding="utf-8")
    assert 'id="1분기-1월3월"' in memoir
    assert not (site / "output/2022/07/01/hidden").exists()


def test_the_blog_is_not_touched(tmp_path: Path) -> None:
    blog = make_blog(tmp_path / "blog")
    before = {
        path: (path.read_bytes(), path.stat().st_mtime_ns) for path in blog.rglob("*") if path.is_file()
    }
    assert main(["migrate", str(blog), str(tmp_path / "site")]) == 0
    after = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in blog.rglob("*") if path.is_file()}
    assert after == before


def test_a_second_run_writes_the_same(tmp_path: Path) -> None:
    blog = make_blog(tmp_path / "blog")
    for name in ("one", "two"):
        assert main(["migrate", str(blog), str(tmp_path / name)]) == 0
    contents = [
        {
            path.relative_to(tmp_path / name): path.read_bytes()
            for path in (tmp_path / name).rglob("*")
            if path.is_file()
        }
        for name in ("one", "two")
    ]
    assert contents[0] == contents[1]


def test_a_folder_with_files_is_refused_without_force(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    blog, site = make_blog(tmp_path / "blog"), tmp_path / "site"
    site.mkdir()
    (site / "mine.txt").write_text("mine")
    assert main(["migrate", str(blog), str(site)]) == 1
    assert "is not empty" in capsys.readouterr().err
    assert [path.name for path in site.iterdir()] == ["mine.txt"]
    assert main(["migrate", "--force", str(blog), str(site)]) == 0
    assert (site / "mine.txt").read_text() == "mine"
    assert (site / "pelicanconf.py").is_file()


@pytest.mark.parametrize("place", ["blog", "blog/site", "."])
def test_the_new_site_may_not_touch_the_blog(tmp_path: Path, place: str) -> None:
    blog = make_blog(tmp_path / "blog")
    assert main(["migrate", "--force", str(blog), str(tmp_path / place)]) == 1
    assert not (tmp_path / place / "pelicanconf.py").exists()


def test_no_blog_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["migrate", str(tmp_path / "nothing"), str(tmp_path / "site")]) == 1
    assert "is no folder" in capsys.readouterr().err
    (tmp_path / "empty").mkdir()
    assert main(["migrate", str(tmp_path / "empty"), str(tmp_path / "site")]) == 1
    assert "no posts and no pages" in capsys.readouterr().err


def test_a_dry_run_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    blog = make_blog(tmp_path / "blog")
    assert main(["migrate", "--dry-run", "--json", str(blog), str(tmp_path / "site")]) == 0
    assert len(json.loads(capsys.readouterr().out)["posts"]) == 6
    assert sorted(path.name for path in tmp_path.iterdir()) == ["blog"]


def test_a_stopped_run_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blog = make_blog(tmp_path / "blog")
    copied = []

    def fails(source: Path, place: Path) -> None:
        if len(copied) == 3:
            raise OSError("no space left on device")
        copied.append(place)

    monkeypatch.setattr(writing.shutil, "copy2", fails)
    assert main(["migrate", str(blog), str(tmp_path / "site")]) == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["blog"]


@pytest.mark.slow
@pytest.mark.parametrize(("name", "count"), [("jerife", 40), ("pebpung", 35)])
def test_a_real_blog_is_moved_with_all_addresses(corpus: Path, tmp_path: Path, name: str, count: int) -> None:
    blog, site = tmp_path / "blog", tmp_path / "site"
    for path in (corpus / "blogs" / name).rglob("*"):
        if path.is_file() and path.name != "ASSETS.txt":
            place = blog / path.relative_to(corpus / "blogs" / name)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(path.read_bytes())
    for asset in (corpus / "blogs" / name / "ASSETS.txt").read_text(encoding="utf-8").splitlines():
        (blog / asset).parent.mkdir(parents=True, exist_ok=True)
        (blog / asset).write_bytes(b"placeholder")
    assert main(["migrate", str(blog), str(site)]) == 0
    _build(site)
    lines = (corpus / "blogs" / f"{name}.jekyll.jsonl").read_text(encoding="utf-8").splitlines()
    said = [json.loads(line)["dest"] for line in lines]
    assert len(said) == count
    assert [dest for dest in said if not (site / "output" / dest.lstrip("/")).is_file()] == []
    report = json.loads((site / "migration.json").read_text(encoding="utf-8"))
    named = [row["message"].removesuffix(" leads nowhere in the blog") for row in report["dead_links"]]
    assert {dead.link for dead in dead_links(site / "output")} <= set(named)
