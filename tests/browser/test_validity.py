"""The Nu validator and html-validate find no error on any page of the sample site, authors' own markup included."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from lacking import lacking
from sample_build import Build

RULES = Path(__file__).parent / "html_validate.json"


def test_nu_finds_no_error(sample_output: Build, npm_folder: Path) -> None:
    answer = json.loads(run(nu(npm_folder), sample_output))
    errors = [message for message in answer["messages"] if message["type"] == "error"]
    assert [told(error, sample_output) for error in errors] == []


def test_nu_sees_what_is_there(sample_output: Build, npm_folder: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        '<!DOCTYPE html><html lang="ko"><title>a</title><img src="a.png" width="80%">', encoding="utf-8"
    )
    seen = json.loads(run(nu(npm_folder), sample_output, [page]))["messages"]
    assert any("width" in message["message"] for message in seen)


def test_html_validate_finds_no_error(sample_output: Build, npm_folder: Path) -> None:
    node = shutil.which("node")
    if node is None:
        lacking("html-validate needs node")
    program = str(npm_folder / "html-validate" / "bin" / "html-validate.mjs")
    said = run([node, program, "--config", str(RULES), "--formatter", "json"], sample_output)
    errors = [
        f"{Path(page['filePath']).relative_to(sample_output.output)}:{message['line']}: {message['message']}"
        for page in json.loads(said)
        for message in page["messages"]
    ]
    assert errors == []


def nu(npm_folder: Path) -> list[str]:
    """Return the command of the Nu validator."""
    jar = npm_folder / "vnu-jar" / "build" / "dist" / "vnu.jar"
    java = shutil.which("java")
    if java is None:
        lacking("the Nu validator needs java")
    return [java, "-jar", str(jar), "--format", "json", "--stdout"]


def run(command: list[str], site: Build, pages: Sequence[Path] = ()) -> str:
    """Run a checker over pages, all of the site if none are given, and return what it printed."""
    looked_at = [str(page) for page in pages or site.pages()]
    assert looked_at
    done = subprocess.run(
        [*command, *looked_at], cwd=site.output, capture_output=True, text=True, check=False, timeout=300
    )
    return done.stdout


def told(message: dict[str, Any], site: Build) -> str:
    """Return one message as a line, with the page's path in the site."""
    page = message["url"].removeprefix("file:").removeprefix(str(site.output))
    return f"{page}:{message.get('lastLine')}: {message['message']}"
