"""What checks pages from without a browser: the Nu validator and html-validate, as npm has them."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from lacking import lacking

RULES = Path(__file__).parent / "html_validate.json"


def nu(npm_folder: Path, pages: Sequence[Path]) -> list[str]:
    """The errors that the Nu validator finds on pages, a line each."""
    java = shutil.which("java")
    if java is None:
        lacking("the Nu validator needs java")
    jar = npm_folder / "vnu-jar" / "build" / "dist" / "vnu.jar"
    said = run([java, "-jar", str(jar), "--format", "json", "--stdout"], pages)
    return [
        f"{message['url'].removeprefix('file:')}:{message.get('lastLine')}: {message['message']}"
        for message in json.loads(said)["messages"]
        if message["type"] == "error"
    ]


def html_validate(npm_folder: Path, pages: Sequence[Path]) -> list[str]:
    """The errors that html-validate finds on pages by its recommended rules, a line each."""
    node = shutil.which("node")
    if node is None:
        lacking("html-validate needs node")
    program = str(npm_folder / "html-validate" / "bin" / "html-validate.mjs")
    with TemporaryDirectory() as folder:
        # By a file: what it prints of many errors is cut where a pipe is full.
        told = Path(folder, "told.json")
        run([node, program, "--config", str(RULES), "--formatter", f"json={told}"], pages)
        found = json.loads(told.read_text(encoding="utf-8"))
    return [
        f"{page['filePath']}:{message['line']}: {message['message']}"
        for page in found
        for message in page["messages"]
    ]


def run(command: list[str], pages: Sequence[Path]) -> str:
    """Run a checker over pages and return what it printed."""
    assert pages
    whole = [*command, *map(str, pages)]
    return subprocess.run(whole, capture_output=True, text=True, check=False, timeout=300).stdout
