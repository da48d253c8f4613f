"""Slugs that stay apart: Jekyll's posts of different days may share a file name, Pelican's articles must not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from pelican_memoir.jekyll import front_matter, permalink, post_path, source_file
from pelican_memoir.selection import article_files, needs_no_front_matter

Rank = tuple[date, str]


@lru_cache(maxsize=10_000)
def key_of(slug: str) -> str:
    """Return what Pelican compares: `a b` and `a#b` are one slug in addresses."""
    return permalink.slugify(slug, pretty=True, cased=True) or slug


class Slugs:
    """The slugs of a site's posts, as their file names have them; posts of one language must differ."""

    def __init__(self, settings: Mapping[str, Any], defaults_of: Callable[[str], Mapping[str, Any]]) -> None:
        """Take Pelican's settings, and what tells the site's defaults for the front matter of a file."""
        self.settings, self.defaults_of = settings, defaults_of

    def is_shared(self, path: str) -> bool:
        """Tell whether other files have the slug of the post at `path`: then it depends on them."""
        return len(self.by_slug.get(key_of(post_path.read(path).slug), ())) > 1

    def unique(self, path: str, mapping: Mapping[str, Any]) -> str | None:
        """Return a slug for the post at `path` where an earlier one of its language has its own, else None.

        `mapping` is the post's front matter, with the site's defaults.

        The earliest post keeps the slug, so that its address stays when a later one comes; the others get their date.
        """
        facts = post_path.read(path)
        peers = self.by_slug.get(key_of(facts.slug), [])
        if len(peers) < 2 or facts.date is None:
            return None
        language = self.language_of(mapping)
        before = [rank for rank in peers if rank < (facts.date, path) and self.rivals(rank[1], language)]
        if not before:
            return None
        same_day = sum(day == facts.date for day, _ in before[1:])
        return f"{facts.slug}-{facts.date}" + (f"-{same_day + 1}" if same_day else "")

    @cached_property
    def by_slug(self) -> dict[str, list[Rank]]:
        """The date and the path of every dated file, by its slug, earliest first."""
        found: dict[str, list[Rank]] = defaultdict(list)
        for path in article_files(self.settings):
            facts = post_path.read(path)
            if facts.date is not None:
                found[key_of(facts.slug)].append((facts.date, path))
        return {slug: sorted(ranks) for slug, ranks in found.items()}

    def language_of(self, mapping: Mapping[str, Any]) -> str:
        """Return the language that a front matter names, or the site's."""
        own = mapping.get("lang") or mapping.get("language") or self.settings.get("DEFAULT_LANG")
        return str(own).replace("_", "-").lower()

    def rivals(self, path: str, language: str) -> bool:
        """Tell whether the post at `path` goes by its file name's slug, in `language`."""
        text, _ = source_file.load(Path(self.settings["PATH"], path), path)
        if text is None:
            return False
        source = front_matter.split(text, path)
        if not source.found and not needs_no_front_matter(path, text):
            return False
        mapping = front_matter.with_defaults(source, self.defaults_of(path)).mapping
        return "slug" not in mapping and self.language_of(mapping) == language
