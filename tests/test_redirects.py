"""Old addresses lead on, as jekyll-redirect-from made them do, and lead nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest
from site_build import build

from pelican_memoir.jekyll.redirection import addresses
from pelican_memoir.redirects import place, target

POST = "---\ntitle: 글\npermalink: /new/\nredirect_from:\n  - /old/\n  - /older.html\n  - ../../outside\n---\n본문\n"
MOVED = "---\ntitle: 옮김\npermalink: /moved/\nredirect_to: https://elsewhere.example/a?b=1&c=2\n---\n본문\n"
TRAP = "---\ntitle: 함정\npermalink: /trap/\nredirect_to: 'javascript:alert(1)'\n---\n본문\n"


def test_old_addresses_lead_to_the_post(tmp_path: Path) -> None:
    files = {"2022-01-01-a.md": POST, "2022-01-02-b.md": MOVED, "2022-01-03-c.md": TRAP}
    built = build(tmp_path, files, SITEURL="https://blog.example")
    for name in ("old/index.html", "older.html"):
        page = built.page(name)
        assert '<meta http-equiv="refresh" content="0; url=https://blog.example/new/">' in page
        assert '<link rel="canonical" href="https://blog.example/new/">' in page
    assert "본문" in built.page("new/index.html")
    assert 'url=https://elsewhere.example/a?b=1&amp;c=2"' in built.page("moved/index.html")
    assert "refresh" not in built.page("trap/index.html")
    told = [line for line in built.log if "memoir.redirect" in line]
    assert len(told) == 2
    assert "javascript:alert(1)" in told[0]
    assert "../../outside lies outside the site" in told[1]


def test_no_page_is_replaced_by_an_old_address(tmp_path: Path) -> None:
    files = {
        "2022-01-01-a.md": "---\ntitle: 하나\npermalink: /one/\nredirect_from: /two/\n---\n첫째\n",
        "2022-01-02-b.md": "---\ntitle: 둘\npermalink: /two/\n---\n둘째\n",
    }
    assert "둘째" in build(tmp_path, files).page("two/index.html")


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("/a/", "a/index.html"),
        ("a", "a.html"),
        ("/a b/c.html", "a b/c.html"),
        ("/%ED%95%9C/", "한/index.html"),
    ],
)
def test_the_file_of_an_address(tmp_path: Path, address: str, file: str) -> None:
    assert place(address, tmp_path) == (tmp_path / file).resolve()


@pytest.mark.parametrize("address", ["/../../etc/x", "/a/../../../x", "/%2e%2e/%2e%2e/x"])
def test_no_file_outside_the_site(tmp_path: Path, address: str) -> None:
    assert place(address, tmp_path) is None


@pytest.mark.parametrize(
    ("value", "leads_to"),
    [
        ("/b/", "https://x.example/b/"),
        ("https://y.example/", "https://y.example/"),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("//y.example/", None),
    ],
)
def test_where_redirect_to_may_lead(value: str, leads_to: str | None) -> None:
    assert target(value, "https://x.example") == leads_to


def test_addresses_of_odd_values() -> None:
    assert addresses(["/a", 3, None, " /b "]) == ["/a", "/b"]
    assert addresses(None) == []
