"""What `docs/customise.md` says is true: its steps work as they stand there, and its tables name all that there is."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from markup import Markup

from pelican_memoir.theming import theme_path

THEME = Path(theme_path())
DOCUMENT = Path(__file__).parents[2] / "docs" / "customise.md"
TEXT = DOCUMENT.read_text(encoding="utf-8")
STEP = re.compile(r"^`([\w./-]+)`:\n\n```\w+\n(.*?)^```$", re.M | re.S)
NOT_SETTINGS = {"THEME", "PLUGINS"}


def section(name: str) -> str:
    return TEXT[TEXT.index(f"\n## {name}\n") :].split("\n## ")[1]


def named(name: str) -> set[str]:
    """The names that the rows of a section's table have in code."""
    rows = [line for line in section(name).splitlines() if line.startswith("| ")]
    return {found for row in rows for found in re.findall(r"`([\w-]+)`", row)}


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site that took all steps of the document, in order."""
    folder = tmp_path_factory.mktemp("customised")
    steps = STEP.findall(TEXT)
    assert len(steps) > 12
    for name, text in steps:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("a", encoding="utf-8") as opened:
            opened.write(text)
    older = {
        "2021-05-09-older.md": "---\ntitle: 앞선 글\n---\n글.\n",
        "2020-12-31-first.md": "---\ntitle: 2020년 회고\n---\n## 1분기\n### 1) 입사\n## 2분기\n### 1) 이사\n",
    }
    for name, text in older.items():
        (folder / "content" / "_posts" / name).write_text(text, "utf-8")
    command = [sys.executable, "-m", "pelican", "--fatal", "errors"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "output"


def page(output: Path, name: str) -> Markup:
    found = Markup((output / name).read_text(encoding="utf-8"))
    assert found.problems == []
    return found


def test_the_owners_sheet_is_there_and_comes_last(output: Path) -> None:
    sheets = [link["href"] for link in page(output, "index.html").all("link") if link["rel"] == "stylesheet"]
    assert sheets[-1] == "/own/style.css"
    own = (output / "own" / "style.css").read_text(encoding="utf-8")
    assert set(re.findall(r"(--memoir-[\w-]+):", own)) == {
        "--memoir-accent",
        "--memoir-link",
        "--memoir-font",
        "--memoir-print-break",
    }


def test_the_home_page_has_the_owners_words_and_the_rest_of_the_theme(output: Path) -> None:
    home = page(output, "index.html")
    assert "One page for every year" in home.text
    assert "2022년 회고" in home.text


def test_the_partial_is_the_owners(output: Path) -> None:
    home = page(output, "index.html")
    assert "이전 글 …" in home.text
    assert {"rel": "next", "href": "/index2.html"} in home.all("a")


def test_menu_and_footer_are_the_owners(output: Path) -> None:
    whole = (output / "index.html").read_text(encoding="utf-8")
    menu = whole[whole.index("<nav") : whole.index("</nav>")]
    assert re.findall(r'href="([^"]+)"', menu) == ["/timeline.html", "/archives.html", "/search.html"]
    footer = whole[whole.index('<footer class="site-footer">') :]
    assert re.findall(r'href="([^"]+)"', footer) == ["https://creativecommons.org/licenses/by/4.0/"]


def test_the_timeline_begins_with_the_first_year(output: Path) -> None:
    found = [name for name in page(output, "timeline.html").ids() if re.fullmatch(r"y\d+", name)]
    assert found == ["y2020", "y2022"]


def test_the_site_speaks_a_second_language(output: Path) -> None:
    french = page(output, "year-fr.html")
    assert french.all("html") == [{"lang": "fr"}]
    assert "31 décembre 2022" in french.text
    assert "Aller au texte" in french.text
    korean = page(output, "year.html")
    assert "Français" in korean.text
    assert "올해의 성과" in korean.text
    assert "서랍" in page(output, "archives.html").text


def test_tokens_of_the_second_tier_are_all_named() -> None:
    found = set()
    for name in ("main.css", "math.css"):
        sheet = (THEME / "static" / "css" / name).read_text(encoding="utf-8")
        rule = sheet[sheet.index("Change these") :]
        found.update(re.findall(r"^\s*(--memoir-[\w-]+):", rule[: rule.index("}")], re.M))
    assert named("Tokens") - {"page"} == found


def test_blocks_are_all_named() -> None:
    rows = re.findall(r"^\| `([\w.]+)`(?:, for [^|]*)? \| ((?:`\w+` ?)+)\|$", section("Blocks"), re.M)
    assert len(rows) == 5
    for template, names in rows:
        source = (THEME / "templates" / template).read_text(encoding="utf-8")
        inherited = {"head", "title", "content"} if template != "base.html" else set()
        assert set(re.findall(r"\w+", names)) == set(re.findall(r"\{% block (\w+)", source)) - inherited, (
            template
        )


def test_partials_are_all_named() -> None:
    assert named("Partials") == {path.stem for path in (THEME / "templates" / "partials").glob("*.html")}


def test_pelicans_settings_are_all_named() -> None:
    sources = " ".join(path.read_text(encoding="utf-8") for path in (THEME / "templates").rglob("*.html"))
    code = re.findall(r"\{[{%].*?[%}]\}", re.sub(r"\{#.*?#\}", "", sources, flags=re.S), re.S)
    unquoted = " ".join(re.sub(r"\"[^\"]*\"|'[^']*'", "", each) for each in code)
    used = set(re.findall(r"\b[A-Z][A-Z_]{3,}\b", unquoted))
    known = {name for name in used if not name.startswith("MEMOIR_")}
    assert named("Settings") == known - NOT_SETTINGS
