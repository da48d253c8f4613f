"""A Jekyll post as a whole: its file's name and text read into metadata, body and excerpt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

from pelican_memoir.errors import Location, Problem
from pelican_memoir.jekyll import excerpt, fields, front_matter, post_path
from pelican_memoir.jekyll.front_matter import FrontMatter
from pelican_memoir.jekyll.post_path import PostPath
from pelican_memoir.jekyll.values import Site

FILE_NAME = "memoir.file-name"


@dataclass(frozen=True, slots=True)
class Post:
    """A post, read.

    `source` is its front matter, with all that there was, and its body. `metadata` holds what `fields.FIELDS` knows, as
    plain values, and `path` what the file's name says. `excerpt` is the summary's Markdown; None: there is none.
    """

    source: FrontMatter
    metadata: dict[str, Any]
    path: PostPath
    excerpt: str | None
    problems: tuple[Problem, ...]

    def hold_back(self, now: datetime) -> None:
        """Make a draft of what is dated later than `now`, both in the site's zone: Jekyll's `future: false`."""
        date = self.metadata.get("date")
        if isinstance(date, datetime) and date > now:
            self.metadata.setdefault("status", "draft")


WAY_OUT = "give it another name, or a date in the front matter"


def parse(source: FrontMatter, file: str, path: str, site: Site, separator: str) -> Post:
    """Return the post that `source` holds; `path` is its place in the site, `file` what problems call it.

    `separator` is the site's excerpt separator. Never raises: each thing that is wrong is one problem.
    """
    facts = post_path.read(path)
    metadata, problems = fields.convert(source, file, site)
    metadata.setdefault("title", facts.title)
    metadata.setdefault("slug", facts.slug)
    if "date" not in metadata and facts.date is not None:
        metadata["date"] = datetime.combine(facts.date, time())
    if "date" not in metadata and facts.wrong_date:
        message = f"the file's name has a date that no calendar has: {facts.wrong_date}; {WAY_OUT}"
        problems += (Problem(Location(file), FILE_NAME, message),)
    categories = fields.all_categories(source.mapping, site, facts.folders)
    if categories:
        metadata["categories"] = categories
    if facts.draft:
        metadata.setdefault("status", "draft")
    own = metadata.pop("excerpt_separator", None)
    cut = excerpt.cut(source.body, separator if own is None else own)
    return Post(source, metadata, facts, cut, source.problems + problems)


def read(text: str, file: str, path: str, site: Site, separator: str = excerpt.DEFAULT_SEPARATOR) -> Post:
    """Return the post that the text of a file holds."""
    return parse(front_matter.split(text, file), file, path, site, separator)
