"""Every line of `docs/beautiful-jekyll.md`: each parameter changes what it says in a built page."""

from __future__ import annotations

import html
import re
from pathlib import Path
from typing import Any

import pytest
from parity_cases import CLASSES, CONFIG, FRONT_MATTER, Case
from site_build import Build, build

from pelican_memoir import theme_path
from pelican_memoir.parameters.front_matter import PARAMETERS
from pelican_memoir.settings import FIELDS

ROOT = Path(__file__).parent.parent.parent
DOCUMENT = (ROOT / "docs" / "beautiful-jekyll.md").read_text(encoding="utf-8")
TEXT = "\n하나 둘 셋 넷 다섯 여섯 $x^2$.\n"
WITHOUT_EFFECT = {"facebook_comment_id"}


def rows(section: str) -> list[str]:
    """The parameters that a table of the document names."""
    part = DOCUMENT.split(f"## {section}\n", 1)[1].split("\n## ", 1)[0]
    return re.findall(r"^\| `\.?([^`]+)` \|", part, re.M)


def test_the_tables_name_what_is_tested_here() -> None:
    assert rows("Front matter") == list(FRONT_MATTER)
    assert sorted(rows("`_config.yml`")) == sorted([*CONFIG, *WITHOUT_EFFECT])
    assert rows("Classes") == list(CLASSES)


def test_every_parameter_of_the_code_is_in_the_tables() -> None:
    keys = {name.split(":")[0] for name in rows("Front matter")}
    assert set(PARAMETERS) <= keys
    named = set(re.findall(r"MEMOIR_\w+", DOCUMENT))
    assert named <= set(FIELDS)


def post(lines: str = "", title: str = "글") -> str:
    head = lines if lines.startswith("title:") else f"title: {title}\n{lines}"
    return f"---\n{head}\n---\n{TEXT}"


def files() -> dict[str, str]:
    found = {
        "_posts/2022-03-04-post.md": post("tags: 배"),
        "pages/page.md": post(),
        "_includes/note.html": "<p>From the old blog: {{ page.title }}</p>",
        "_includes/meta.html": '<meta name="x-own" content="{{ page.title }}">',
    }
    for number, case in enumerate(FRONT_MATTER.values()):
        folder = "pages/" if case.page else "_posts/2021-01-01-"
        found[f"{folder}case-{number}.md"] = post(case.lines)
    return found


def build_site(root: Path, **settings: Any) -> Build:
    partials = root / "templates" / "partials"
    partials.mkdir(parents=True)
    (partials / "own.html").write_text("<p>A template of {{ entry.title }}</p>", encoding="utf-8")
    (partials / "extra.html").write_text("An extra item", encoding="utf-8")
    base: dict[str, Any] = {
        "THEME": theme_path(),
        "SITEURL": "https://blog.example",
        "ARTICLE_PATHS": ["_posts"],
        "FEED_ALL_RSS": "feed.xml",
        "DEFAULT_PAGINATION": 100,
        "THEME_TEMPLATES_OVERRIDES": [str(root / "templates")],
        "MEMOIR_ROUND_AVATAR": False,
        "MEMOIR_FEED_SHOW_EXCERPT": False,
    }
    return build(root, files(), **{**base, **settings})


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """A site with posts that have parameters, and no setting."""
    return build_site(tmp_path_factory.mktemp("bare"), MEMOIR_AVATAR="", MEMOIR_SEARCH_SAVE_AS="")


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """The same with every setting."""
    settings = {case.name: case.value for case in CONFIG.values()}
    return build_site(tmp_path_factory.mktemp("full"), **settings)


def text_of(site: Build, name: str) -> str:
    file = site.output / name
    return html.unescape(file.read_text(encoding="utf-8")) if file.exists() else ""


def raw(site: Build, name: str) -> str:
    file = site.output / name
    return file.read_text(encoding="utf-8") if file.exists() else ""


def test_nothing_is_wrong_with_either_site(bare: Build, full: Build) -> None:
    assert [line for line in bare.log + full.log if "memoir." in line] == []


@pytest.mark.parametrize("name", [name for name in FRONT_MATTER if name != "layout: post"])
def test_a_parameter_of_the_front_matter_changes_its_page(name: str, full: Build) -> None:
    case: Case = FRONT_MATTER[name]
    number = list(FRONT_MATTER).index(name)
    own = case.at or (f"pages/case-{number}.html" if case.page else f"case-{number}.html")
    plain = "pages/page.html" if case.page else "post.html"
    page, other = raw(full, own), raw(full, plain)
    assert page
    assert other
    if case.shown:
        assert re.search(case.shown, page)
        assert not re.search(case.shown, other)
    if case.gone:
        assert not re.search(case.gone, page)
        assert re.search(case.gone, other)


def test_a_post_is_laid_out_as_a_post(full: Build) -> None:
    number = list(FRONT_MATTER).index("layout: post")
    page, plain = raw(full, f"case-{number}.html"), raw(full, "post.html")
    assert page.count("dt-published") == plain.count("dt-published") == 1


@pytest.mark.parametrize("name", [name for name in CONFIG if name != "permalink"])
def test_a_setting_changes_what_it_says(name: str, bare: Build, full: Build) -> None:
    case = CONFIG[name]
    read = text_of if "data-" in case.shown or "client" in case.shown or "disqus" in case.shown else raw
    assert re.search(case.shown, read(full, case.at))
    assert not re.search(case.shown, read(bare, case.at))


def test_a_permalink_makes_the_address(tmp_path: Path) -> None:
    done = build(tmp_path, {"_posts/2022-03-04-post.md": post()}, MEMOIR_PERMALINK="/:year/:title/")
    assert (done.output / "2022" / "post" / "index.html").exists()


def test_what_can_have_no_effect_is_told(tmp_path: Path) -> None:
    done = build(tmp_path, {}, MEMOIR_FACEBOOK_COMMENT_ID="123")
    (line,) = [line for line in done.log if "MEMOIR_FACEBOOK_COMMENT_ID" in line]
    assert "has no effect" in line


@pytest.mark.parametrize("name", list(CLASSES))
def test_a_class_is_dressed(name: str, full: Build) -> None:
    assert re.search(CLASSES[name], raw(full, "theme/css/main.css"))


def test_what_the_navigation_is_to_have_and_nobody_has_is_told(tmp_path: Path) -> None:
    done = build(
        tmp_path, {"2022-03-04-post.md": post()}, THEME=theme_path(), MEMOIR_NAVBAR_EXTRA=["gone.html"]
    )
    (line,) = [line for line in done.log if "MEMOIR_NAVBAR_EXTRA" in line]
    assert "there is no gone.html" in line
    assert "partials/" in line
    assert "gone" not in done.page("index.html")
