"""Which entries Jekyll looks at: tried against its own `EntryFilter`."""

from __future__ import annotations

import pytest

from pelican_memoir.jekyll import entries


@pytest.mark.parametrize(
    ("entry", "folder", "wanted"),
    [
        ("about.md", "", True),
        ("_pages", "", True),
        ("_pages2", "", True),  # whatever begins with a pattern is meant
        ("_other", "", False),
        (".htaccess", "", True),
        (".git", "", False),
        ("#draft.md", "", False),
        ("~x", "", False),
        ("x~", "", False),
        ("name.", "", False),
        ("README.md", "", False),
        ("README-more.md", "", False),
        ("README.md", "docs", True),
        ("vendor", "", True),
        ("bundle", "vendor", False),
        ("node_modules", "", False),
        ("old", "section1", False),
        ("deep/old.bak", "a", False),
        ("_drafts/x.md", "_posts", False),
        ("sub/_x.md", "_posts", False),
        ("sub/x.md", "_posts", True),
        ("_pages", "deep", True),
    ],
)
def test_entries(entry: str, folder: str, wanted: bool) -> None:
    found = entries.read({"include": ["_pages"], "exclude": ["README", "*.bak", "sec*/old"]})
    assert found.wants(entry, folder) is wanted


def test_what_is_included_is_not_excluded() -> None:
    found = entries.read({"include": "drafts", "exclude": "drafts"})
    assert found.wants("drafts", "") is True
