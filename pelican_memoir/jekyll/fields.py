"""The table of front-matter keys that mean something to Pelican, and what becomes of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pelican_memoir.errors import Problem, in_order
from pelican_memoir.jekyll import values
from pelican_memoir.jekyll.front_matter import CODE, FrontMatter
from pelican_memoir.jekyll.values import Converter, Site, WrongValueError

Metadata = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Field:
    """One key: Jekyll's name, the metadata that Pelican knows it by, and how its value is converted."""

    key: str
    metadata: str
    convert: Converter
    help: str


# In the order in which they are read: of two rows for one metadata name, the later one with a value wins.
FIELDS: tuple[Field, ...] = (
    Field("title", "title", values.required_text, "the title; without one, the file's name makes it"),
    Field("subtitle", "subtitle", values.text, "a line below the title"),
    Field("description", "description", values.text, "what the page says of itself to machines"),
    Field("date", "date", values.moment, "the date; without one, the file's name has it"),
    Field("modified", "modified", values.moment, "the time of the last change"),
    Field("last-updated", "modified", values.last_update, "Beautiful Jekyll's name for it"),
    Field("last_modified_at", "modified", values.moment, "jekyll-last-modified-at's name for it"),
    Field("category", "categories", values.whole_words, "one category, kept whole"),
    Field("categories", "categories", values.words, "categories; a text splits on white space"),
    Field("tags", "tags", values.words, "tags; a text splits on white space"),
    Field("tag", "tags", values.whole_words, "one tag, kept whole; it replaces `tags`"),
    Field("author", "authors", values.names, "who wrote it: a name, a list, or a mapping with `name`"),
    Field("authors", "authors", values.comma_names, "who wrote it; commas part the names of a text"),
    Field("lang", "lang", values.language, "the language"),
    Field("language", "lang", values.language, "Beautiful Jekyll's name for it"),
    Field("slug", "slug", values.slug, "the slug; without one, the file's name has it"),
    Field("permalink", "permalink", values.text, "the address, or a pattern for it"),
    Field("excerpt", "excerpt", values.raw_text, "the summary, as it is"),
    Field("excerpt_separator", "excerpt_separator", values.separator, "what ends the excerpt"),
    Field("summary", "summary", values.raw_text, "Pelican's summary, written in Markdown"),
    Field("status", "status", values.status, "Pelican's state of publication"),
    Field("published", "status", values.published, "false leaves the post out of the site"),
    Field("translation", "translation", values.flag, "Pelican's mark of a translation"),
    Field("template", "template", values.text, "the template that shows it"),
    Field("url", "url", values.address, "Pelican's own address; read beside `save_as` only"),
    Field("save_as", "save_as", values.output_path, "the file it is written to"),
)


def convert(front_matter: FrontMatter, file: str, site: Site) -> tuple[Metadata, tuple[Problem, ...]]:
    """Return plain metadata for the keys of `FIELDS`, and a problem for each value that cannot be used.

    A value that cannot be used is left out, as if its key were not there, unless the problem says what is used instead.
    """
    metadata: Metadata = {}
    problems = []
    for field in FIELDS:
        if field.key not in front_matter.mapping:
            continue
        try:
            value = field.convert(front_matter.mapping[field.key], site)
        except WrongValueError as error:
            location = front_matter.location(file, field.key)
            problems.append(Problem(location, CODE, f"{field.key}: {error}"))
            value = error.instead
        if value is not None:
            metadata[field.metadata] = value
    if "categories" in metadata:
        metadata["categories"] = all_categories(front_matter.mapping, site)
    if "save_as" not in metadata:
        metadata.pop("url", None)  # Jekyll's posts use the key for other things
    return metadata, tuple(in_order(problems))


def all_categories(mapping: Mapping[str, Any], site: Site, folders: tuple[str, ...] = ()) -> list[str]:
    """Return a post's categories in Jekyll's order: the folders above `_posts`, `categories`, then `category`."""
    found: list[str] = list(folders)
    for key, read in (("categories", values.words), ("category", values.whole_words)):
        try:
            found += read(mapping.get(key), site) or []
        except WrongValueError:
            continue
    return list(dict.fromkeys(found))
