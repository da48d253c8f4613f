"""The reader of Jekyll posts: a file with YAML front matter becomes HTML and Pelican's metadata."""

from __future__ import annotations

import contextlib
import logging
import re
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from pelican.readers import _DISCARD, BaseReader, MarkdownReader
from pelican.utils import SafeDatetime

from pelican_memoir import settings as memoir_settings
from pelican_memoir.blogs import Blogs
from pelican_memoir.errors import Location, Problem
from pelican_memoir.jekyll import front_matter, post, site_config, source_file
from pelican_memoir.jekyll.control_characters import without
from pelican_memoir.jekyll.front_matter import FrontMatter
from pelican_memoir.jekyll.permalink import PermalinkError
from pelican_memoir.jekyll.post import Post
from pelican_memoir.jekyll.site_config import Scope
from pelican_memoir.jekyll.values import Site
from pelican_memoir.memoir.marks import mark_problems
from pelican_memoir.memoir.overrides import override_problems
from pelican_memoir.memory.build import Build
from pelican_memoir.metadata import as_pelican, as_slug
from pelican_memoir.other_posts import OtherPosts
from pelican_memoir.own_includes import OwnIncludes
from pelican_memoir.parameters.front_matter import wrong_values
from pelican_memoir.rendering import Renderer
from pelican_memoir.safe_html import SafeHtml
from pelican_memoir.scheduled import hold_back
from pelican_memoir.selection import needs_no_front_matter, selected
from pelican_memoir.slugs import Slugs
from pelican_memoir.telling import relative_path, shown, tell
from pelican_memoir.templates import Templates

SLUG = "memoir.slug"
logger = logging.getLogger(__name__)

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)", re.ASCII)
SKIPPED: dict[str, Any] = {"title": "", "status": "skip"}

Result = tuple[str | None, dict[str, Any]]


class JekyllReader(MarkdownReader):  # type: ignore[misc]  # Pelican has no types
    """Reads Jekyll posts; a file that is none goes to `previous`, the reader that had its ending before."""

    previous: ClassVar[type[BaseReader] | None] = MarkdownReader

    def read(self, source_path: str) -> Result:
        """Return a file's HTML and metadata: builtins and Pelican's types only, since Pelican caches them.

        What is wrong with the file is logged, one line each. A file without any text is skipped; a file that cannot be
        read at all, or on which something raises, is kept in `failures`, and the others are read.
        """
        path = relative_path(source_path, self.settings["PATH"])
        if not selected(path, self.options.paths):
            return self.read_otherwise(source_path)
        try:
            return self.recall_or_read(source_path, path)
        except Exception as error:
            self.failures[path] = " ".join(f"{type(error).__name__}: {error}".split())
            logger.debug("the place of it", exc_info=True)
            raise

    def recall_or_read(self, source_path: str, path: str) -> Result:
        """Return what a file that may be a Jekyll post becomes, as an earlier build remembers it or anew."""
        # Slugs that posts share depend on more files than their own.
        if not self.build.remembers or self.slugs.is_shared(path):
            return self.read_anew(source_path, path)
        key = self.key_of(source_path, path)
        result: Result | None = self.build.recall(key)
        if result is None:
            self.build.begins(source_path)
            make = partial(self.read_anew, source_path, path)
            result = self.build.make(key, make, keeps=lambda _: self.is_by_itself)
            self.build.has_read(source_path, result)
        return result

    def key_of(self, source_path: str, path: str) -> bytes:
        """Return the key of all that a post which stands by itself is made from."""
        held = self.build.file_digest(source_path, afresh=True)
        return self.build.key("post", path, shown(source_path), held)

    def knows(self, source_path: str) -> bool:
        """Tell whether a file is remembered, or of no use to remember."""
        path = relative_path(source_path, self.settings["PATH"])
        if not selected(path, self.options.paths) or self.slugs.is_shared(path):
            return True
        return not self.build.store.is_blank and self.key_of(source_path, path) in self.build.store

    def read_anew(self, source_path: str, path: str) -> Result:
        """Return what a file holds now, and know whether it depends on anything else of the site."""
        self.is_by_itself, self.templates.uses_blog = True, False
        file = shown(source_path)
        found, problems = self.load(path, file, self.build.data_of(source_path))
        tell(problems)
        if found is None:
            self.is_by_itself = False
            if problems and problems[0].code == source_file.UNREADABLE:
                self.failures[path] = problems[0].message
            return (None, dict(SKIPPED)) if problems else self.read_otherwise(source_path)
        result = self.convert(found, file, path)
        self.is_by_itself = not self.templates.uses_blog
        return result

    def load(
        self, path: str, file: str, data: bytes | None = None
    ) -> tuple[Post | None, tuple[Problem, ...]]:
        """Return the post at a path below the content, None where there is none, and what is wrong with it."""
        text, problems = source_file.load(Path(self.settings["PATH"], path), file, data)
        if text is None:
            return None, problems
        source = front_matter.split(text, file)
        if not source.found and not needs_no_front_matter(path, text):
            return None, problems
        found = self.parse(source, file, path)
        return found, (*problems, *found.problems, *wrong_values(source, file))

    def parse(self, source: FrontMatter, file: str, path: str) -> Post:
        """Return the post that a file's front matter and body make, with the site's defaults."""
        known = self.options.known_collections
        source, unsafe = self.safe.guest(source, file)
        source = replace(source, problems=(*source.problems, *unsafe))
        source = front_matter.with_defaults(source, self.defaults_of(path))
        return post.parse(source, file, known.home(path).path, self.site, self.options.excerpt_separator)

    def process_metadata(self, name: str, value: Any) -> Any:
        """Return what Pelican makes of a name's metadata; a date that no calendar has must not cost the post."""
        if name == "date" and isinstance(value, str) and (day := _DAY.fullmatch(value)):
            with contextlib.suppress(ValueError):
                return SafeDatetime(*map(int, day.groups()))  # as dateutil reads it, which takes a while
        try:
            return super().process_metadata(name, value)
        except ValueError:
            return _DISCARD

    def convert(self, found: Post, file: str, path: str) -> Result:
        """Return the HTML and the metadata of a post."""
        html, problems = self.templates.html(found, path, file)
        html, unsafe = self.safe.clean_post(html, found.source.body, file, found.source.body_line)
        laid_down = override_problems(found.source.mapping, partial(found.source.location, file))
        marks = mark_problems(found.source.body, file, found.source.body_line)
        tell((*laid_down, *marks, *problems, *unsafe))
        metadata = as_pelican(found, path, self.settings, self.build.names)
        address, wrong = self.address(found, file, path)
        metadata.update(address)
        tell(wrong)
        metadata.update(self.own_slug(found, metadata, file, path))
        metadata["memoir_includes"], missing = self.includes.rendered(found, path, file)
        tell(missing)
        summary = self.summary(found, html, file, path)
        if summary is not None:
            metadata["summary"] = self.safe.clean(summary)
        for name in self.settings["FORMATTED_FIELDS"]:
            if name != "summary" and isinstance(metadata.get(name), str):
                metadata[name] = self.safe.clean(self.renderer.render(metadata[name], file=file)[0])
        # Character references (`&#1;`) bring back what the file was rid of.
        return without(html), without(metadata)

    def summary(self, found: Post, html: str, file: str, path: str) -> str | None:
        """Return the summary: what the front matter says, else the excerpt, rendered as a document of its own."""
        own: str | None = found.metadata.get("summary")
        if own is not None:
            formatted = "summary" in self.settings["FORMATTED_FIELDS"]
            return self.renderer.render(own, file=file)[0] if formatted else own
        if "excerpt" in found.metadata:
            return str(found.metadata["excerpt"])
        if found.excerpt is None:
            return ""
        if found.excerpt == found.source.body:
            return html
        return self.templates.convert(found.excerpt, found, path, file=file)[0]

    def address(self, found: Post, file: str, path: str) -> tuple[dict[str, str], list[Problem]]:
        """Return `url` and `save_as` where the front matter, or the site for its posts or pages, has a permalink.

        And what is wrong with that.
        """
        if "save_as" in found.metadata or "save_as" in self.settings["EXTRA_PATH_METADATA"].get(path, ()):
            return {}, []
        place = found.source.location(file, "permalink")
        try:
            # Sites that are no Jekyll blogs have their posts anywhere among the articles.
            places = self.settings["ARTICLE_PATHS"]
            is_article = "" in places or selected(path, places)
            address = self.options.permalinks.address(found, path, dated=is_article)
        except PermalinkError as error:
            return {}, [Problem(place, front_matter.CODE, f"permalink: {error}")]
        if address is None:
            return {}, []
        own, problems = found.metadata.get("permalink") or "", []
        if ".." in own.split("/"):
            message = (
                f"permalink: {own} climbs out of the site; as in Jekyll, that is left out: /{address[0]}"
            )
            problems = [Problem(place, front_matter.CODE, message)]
        return {"url": address[0], "save_as": address[1]}, problems

    def own_slug(self, found: Post, metadata: dict[str, Any], file: str, path: str) -> dict[str, str]:
        """Return a `slug` of its own for a post whose file name's slug another post has."""
        mapping = found.source.mapping
        if "slug" in mapping:
            return {}
        slug = self.slugs.unique(path, mapping)
        if slug is None:
            return {}
        slug = as_slug(slug)
        if "save_as" not in metadata:
            taken = f"another post has the slug {metadata['slug']!r} too; this one becomes {slug!r}"
            tell([Problem(Location(file), SLUG, f"{taken} (MEMOIR_PERMALINK keeps Jekyll's addresses)")])
        return {"slug": slug}

    def read_otherwise(self, source_path: str) -> Result:
        """Return what the reader that was there before makes of a file."""
        result: Result = self.other_reader.read(source_path)
        return result

    @cached_property
    def build(self) -> Build:
        """What this build remembers of others."""
        return Build.of(self.settings)

    @cached_property
    def failures(self) -> dict[str, str]:
        """Why posts could not be built, by their path below the content."""
        return {}

    @cached_property
    def options(self) -> memoir_settings.Settings:
        """The plugin's settings."""
        return memoir_settings.read(self.settings)

    @cached_property
    def safe(self) -> SafeHtml:
        """What cleans the HTML of guests."""
        return SafeHtml(self.options.safe_html)

    @cached_property
    def scopes(self) -> tuple[Scope, ...]:
        """The defaults of front matter, by folder and type."""
        return site_config.scopes_of(list(self.options.defaults), "settings")[0]

    def defaults_of(self, path: str) -> dict[str, Any]:
        """Return the site's defaults for the front matter of the file at `path`."""
        return site_config.defaults_of(self.scopes, path, self.options.known_collections)

    @cached_property
    def site(self) -> Site:
        """What of the site the front matter depends on."""
        return Site(
            ZoneInfo(self.settings.get("TIMEZONE") or "UTC"), self.settings.get("DEFAULT_LANG") or "en"
        )

    @cached_property
    def slugs(self) -> Slugs:
        """The slugs of all posts."""
        return Slugs(self.settings, self.defaults_of)

    @cached_property
    def renderer(self) -> Renderer:
        """What turns bodies into HTML; made on first use, when other plugins have added their extensions."""
        return Renderer(self.options, self.settings["MARKDOWN"])

    @cached_property
    def templates(self) -> Templates:
        """What makes HTML of posts and pages."""
        return Templates(self.options, self.renderer, self.blogs.of)

    @cached_property
    def blogs(self) -> Blogs:
        """The blogs that Liquid in posts speaks of."""
        others = OtherPosts(
            self.settings,
            self.parse,
            permalink=lambda post, path: self.address(post, path, path)[0],
            held_back=lambda post: hold_back(post, self.site, self.settings),
        )
        return Blogs(self.settings, self.options, self.site.timezone, others)

    @cached_property
    def includes(self) -> OwnIncludes:
        """What renders the includes of the old blog that a post's front matter names."""
        return OwnIncludes(self.templates, self.settings.get("THEME_TEMPLATES_OVERRIDES") or ())

    @cached_property
    def other_reader(self) -> BaseReader:
        """The reader for files that are no Jekyll posts."""
        return (self.previous or MarkdownReader)(self.settings)


def taking_over(previous: type[BaseReader] | None) -> type[JekyllReader]:
    """Return a `JekyllReader` that leaves files which are no Jekyll posts to `previous`."""
    return type("JekyllReader", (JekyllReader,), {"previous": previous})
