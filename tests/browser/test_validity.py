"""The Nu validator and html-validate find no error on any page of the sample site.

What authors write for Jekyll and what kramdown makes of it stays as it is, and is not the theme's error: pictures with
`width="80%"` or without alternative text, skipped levels of headings, `align`, XHTML's slashes and `checked="checked"`.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

from lacking import lacking
from sample_build import Build

RULES = Path(__file__).parent / "html_validate.json"
AS_WRITTEN = re.compile(
    r"^Bad value “\d+%” for attribute “width” on element “img”"
    r"|^An “img” element must have an “alt” attribute"
    r"|^The heading “h\d” .* skipping \d heading level"
)


def test_nu_finds_no_error(sample_output: Build, npm_folder: Path) -> None:
    jar = npm_folder / "vnu-jar" / "build" / "dist" / "vnu.jar"
    java = shutil.which("java")
    if java is None:
        lacking("the Nu validator needs java")
    answer = json.loads(run([java, "-jar", str(jar), "--format", "json", "--stdout"], sample_output))
    errors = [message for message in answer["messages"] if message["type"] == "error"]
    assert [told(error, sample_output) for error in errors if not AS_WRITTEN.match(error["message"])] == []
    assert errors, "the sample's own oddities were not seen: the validator did not look"


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


def run(command: list[str], site: Build) -> str:
    """Run a checker over all pages and return what it printed."""
    pages = [str(page) for page in site.pages()]
    assert pages
    done = subprocess.run(
        [*command, *pages], cwd=site.output, capture_output=True, text=True, check=False, timeout=300
    )
    return done.stdout


def told(message: dict[str, Any], site: Build) -> str:
    """Return one message as a line, with the page's path in the site."""
    page = message["url"].removeprefix("file:").removeprefix(str(site.output))
    return f"{page}:{message.get('lastLine')}: {message['message']}"
