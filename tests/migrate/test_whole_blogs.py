"""Whole blogs: every post, document and page is read as Jekyll reads it, and shown where Jekyll showed it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from lacking import lacking
from pelican.readers import parse_path_metadata
from pelican.settings import read_settings

from pelican_memoir.cli import main
from pelican_memoir.migrate.verify import verify
from pelican_memoir.reader import JekyllReader

BLOGS = Path(__file__).parent / "blogs"
NAMES = ("cookery", "homepage", "workshop")
SAYS = Path(__file__).parent / "jekyll_says.rb"
READ = (".md", ".html", ".htm", ".xhtml")
WITH_LIQUID = {
    "homepage": {
        "robots.txt": "User-agent: *\nSitemap: https://prim.example/folio/sitemap.xml\n",
        "admin/index.html": (
            "<!DOCTYPE html>\n<html><head><title>Admin</title></head><body><p>Ana Prim</p></body></html>\n"
        ),
    },
    "workshop": {
        ".well-known/tmpl.txt": "Werk\n",
        "sections/data.yml": "name: Werk\n",
        "sections/noext": "no ext Werk\n",
        "sections/table.csv": "a,b\n3,2\n",
    },
}


def golden(name: str) -> list[dict[str, Any]]:
    """What Jekyll said of each text of a blog."""
    return [json.loads(line) for line in (BLOGS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def move(name: str, folder: Path) -> Path:
    """Move a blog, and return the new site."""
    shutil.copytree(BLOGS / name, folder / "blog")
    assert main(["migrate", str(folder / "blog"), str(folder / "site")]) == 0
    return folder / "site"


def read(site: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, dict[str, Any]]:
    """What the new site makes of each text, published at its address, by the path that Jekyll knows it by."""
    monkeypatch.chdir(site)
    address = re.search("SITEURL = '(.*)'", (site / "publishconf.py").read_text(encoding="utf-8"))
    assert address is not None
    settings = read_settings("pelicanconf.py", override={"SITEURL": address[1]})
    reader, content = JekyllReader(settings), site / "content"
    found = {}
    for file in sorted(content.rglob("*")):
        path = file.relative_to(content).as_posix()
        if file.suffix in READ and path not in settings.get("MEMOIR_TEMPLATES", ()):
            html, metadata = reader.read(str(file))
            said = parse_path_metadata(path, settings, process=reader.process_metadata)
            found[reader.options.known_collections.home(path).path] = {"html": html, **said, **metadata}
    return found


def same(html: str | None) -> str:
    """HTML in one form, code without the tokens that highlighters cut it into."""
    soup = BeautifulSoup(html or "", "html.parser")
    for code in soup.find_all("code"):
        code.string = code.get_text()
    return soup.decode().strip()


@pytest.mark.parametrize("name", NAMES)
def test_every_text_is_what_jekyll_made_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    site = move(name, tmp_path)
    report = json.loads((site / "migration.json").read_text(encoding="utf-8"))
    elsewhere = {row["file"] for key in ("own_pages", "left_out", "files") for row in report[key]}
    mine = read(site, monkeypatch)
    compared = 0
    for said in golden(name):
        if said["path"] in elsewhere:
            continue
        found = mine[said["path"]]
        assert "/" + found["url"] == said["url"]
        assert "/" + found["save_as"] == said["save_as"]
        if found["html"] and said["html"].strip():
            assert same(found["html"]) == same(said["html"]), said["path"]
        if said["title"]:
            assert found["title"] == said["title"]
        if said["date"]:
            assert str(found["date"])[:19] == said["date"]
            assert [tag.name for tag in found.get("tags", ())] == said["tags"]
            assert [str(found["category"])] == (said["categories"][:1] or ["misc"])
            assert [str(other) for other in found.get("further_categories", ())] == said["categories"][1:]
            assert same(found["summary"]) == same(said["excerpt"])
        compared += 1
    assert compared >= 10


@pytest.mark.parametrize("name", NAMES)
def test_the_golden_texts_are_jekylls_own(tmp_path: Path, name: str) -> None:
    if shutil.which("jekyll") is None:
        lacking("jekyll is not installed")
    shutil.copytree(BLOGS / name, tmp_path / name)
    command = ["ruby", str(SAYS), str(tmp_path / name), str(tmp_path / "output")]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    assert sorted(map(json.loads, run.stdout.splitlines()), key=str) == sorted(golden(name), key=str)


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_lost_and_every_file_is_there(tmp_path: Path, name: str) -> None:
    if shutil.which("jekyll") is None:
        lacking("jekyll is not installed")
    site, old = move(name, tmp_path), tmp_path / "old"
    subprocess.run(["ruby", str(SAYS), str(BLOGS / name), str(old)], capture_output=True, check=True)
    command = [sys.executable, "-m", "pelican", "-s", "publishconf.py", "--fatal", "errors"]
    run = subprocess.run(command, cwd=site, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    report = json.loads((site / "migration.json").read_text(encoding="utf-8"))
    replaced = {row["save_as"]: row["kind"] for row in report["own_pages"]}
    losses = verify(old, site / "output", replaced=replaced)
    # Without the plugin Jekyll shows the page that leads on; the new site leads on.
    assert [str(loss) for loss in losses if loss.page != "moved/index.html"] == []
    left_out = {row["file"].replace(".scss", ".css") for row in report["left_out"]}
    expected = {path.relative_to(old).as_posix() for path in old.rglob("*") if path.is_file()}
    missing = {path for path in expected - left_out if not (site / "output" / path).is_file()}
    assert {path for path in missing if not path.endswith(".map")} == set()
    for path, text in WITH_LIQUID.get(name, {}).items():
        assert (site / "output" / path).read_text(encoding="utf-8") == text
