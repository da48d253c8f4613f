"""`PAGINATED_TEMPLATES` says which lists fall into pages: each list shows each of its posts once, whatever it says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jinja2
import pytest
from markup import Markup
from site_build import build

from pelican_memoir.theming import theme_path

POST = "---\ntitle: Post {month}\ntags: [sea]\ncategory: logs\nauthor: Nora\n---\nText.\n"
POSTS = {f"2022-0{month}-03-post-{month}.md": POST.format(month=month) for month in range(1, 6)}
LISTS = {
    "index": "index",
    "tag": "tag/sea",
    "category": "category/logs",
    "author": "author/nora",
    "archives": "archives",
    "period_archives": "2022",
}
STRICT = {"undefined": jinja2.StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}
ADDRESSES = {f"/post-{month}.html" for month in range(1, 6)}


def made(folder: Path, **settings: Any) -> Path:
    done = build(
        folder,
        POSTS,
        THEME=theme_path(),
        DEFAULT_PAGINATION=2,
        USE_FOLDER_AS_CATEGORY=False,
        YEAR_ARCHIVE_SAVE_AS="{date:%Y}.html",
        JINJA_ENVIRONMENT=STRICT,
        **settings,
    )
    return done.output


def shown(page: Path) -> list[str]:
    """The posts that a page lists, in its order."""
    markup = Markup(page.read_text(encoding="utf-8"))
    assert markup.problems == []
    return [link["href"] for link in markup.all("a") if link.get("href") in ADDRESSES]


@pytest.mark.parametrize(
    "settings", [{"PAGINATED_TEMPLATES": {}}, {"PAGINATED_TEMPLATES": dict.fromkeys(LISTS, 2)}]
)
def test_each_list_shows_each_post_once(tmp_path: Path, settings: dict[str, Any]) -> None:
    output = made(tmp_path, **settings)
    are_paged = bool(settings["PAGINATED_TEMPLATES"])
    for name, file in LISTS.items():
        pages = [output / f"{file}.html", *sorted(output.glob(f"{file}?.html"))]
        assert len(pages) == (3 if are_paged else 1), name
        assert len(found := [post for page in pages for post in shown(page)]) == 5, name
        assert set(found) == ADDRESSES, name
        for number, page in enumerate(pages, 1):
            ways = {
                link["rel"] for link in Markup(page.read_text(encoding="utf-8")).all("a") if "rel" in link
            }
            wanted = {"prev"} - ({"prev"} if number == 1 else set()) | (
                {"next"} if number < len(pages) else set()
            )
            assert ways & {"prev", "next"} == wanted, (name, number)


def test_one_template_alone_is_left_out(tmp_path: Path) -> None:
    output = made(tmp_path, PAGINATED_TEMPLATES={"index": None, "category": None, "author": None})
    assert len(shown(output / "tag" / "sea.html")) == 5
    assert len(shown(output / "index.html")) == 2
