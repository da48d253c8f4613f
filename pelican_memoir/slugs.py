"""Slugs that stay apart: Jekyll's posts of different days may share a file name, Pelican's articles must not."""

from __future__ import annotations

import os
from collections import defaultdict
from datetime import date
from functools import cached_property
from pathlib import Path

from pelican_memoir.jekyll import front_matter, post_path, source_file

ENDINGS = (".md", ".markdown", ".mkd", ".mkdn", ".mkdown", ".mdown")

Rank = tuple[date, str]


class Slugs:
    """The slugs of the posts below a folder, as their file names have them; posts of one language must differ."""

    def __init__(self, root: str) -> None:
        """Take the folder of the site's content."""
        self.root = Path(root)

    def unique(self, path: str, language: str | None) -> str | None:
        """Return a slug for the post at `path` where an earlier one of its language has its own, else None.

        The earliest post keeps the slug, so that its address stays when a later one comes; the others get their date.
        """
        facts = post_path.read(path)
        peers = self.by_slug.get(facts.slug, [])
        if len(peers) < 2 or facts.date is None:
            return None
        before = [rank for rank in peers if rank < (facts.date, path) and self.rivals(rank[1], language)]
        if not before:
            return None
        same_day = sum(day == facts.date for day, _ in before[1:])
        return f"{facts.slug}-{facts.date}" + (f"-{same_day + 1}" if same_day else "")

    @cached_property
    def by_slug(self) -> dict[str, list[Rank]]:
        """The date and the path of every dated file, by its slug, earliest first."""
        found: dict[str, list[Rank]] = defaultdict(list)
        for folder, _, names in os.walk(self.root, followlinks=True):
            for name in names:
                if not name.endswith(ENDINGS):
                    continue
                facts = post_path.read(name)
                if facts.date is not None:
                    path = Path(folder, name).relative_to(self.root).as_posix()
                    found[facts.slug].append((facts.date, path))
        return {slug: sorted(ranks) for slug, ranks in found.items()}

    def rivals(self, path: str, language: str | None) -> bool:
        """Tell whether the post at `path` goes by its file name's slug, in `language`."""
        text, _ = source_file.load(self.root / path, path)
        if text is None:
            return False
        mapping = front_matter.split(text, path).mapping
        return "slug" not in mapping and (mapping.get("lang") or mapping.get("language")) == language
