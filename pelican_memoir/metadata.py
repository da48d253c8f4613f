"""A Jekyll post's plain values as the types that Pelican's content is made of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from pelican.readers import parse_path_metadata, path_metadata
from pelican.utils import SafeDatetime

from pelican_memoir.jekyll import permalink
from pelican_memoir.jekyll.fields import FIELDS
from pelican_memoir.jekyll.post import Post
from pelican_memoir.jekyll.ruby_scalars import to_text
from pelican_memoir.memory.plain import Names
from pelican_memoir.settings.other_plugins import READ_BY_OTHERS

PelicanSettings = Mapping[str, Any]
_PATTERNS = ("FILENAME_METADATA", "PATH_METADATA")
"""Settings that read metadata from paths by patterns of the site's own."""
# Names that stay as they are: text, as `fields.FIELDS` makes it.
TEXTS = (
    "title",
    "subtitle",
    "description",
    "slug",
    "lang",
    "status",
    "translation",
    "template",
    "save_as",
    "url",
)


def safe_datetime(value: datetime) -> SafeDatetime:
    """Return a naive time of the class whose `strftime` Pelican trusts."""
    return SafeDatetime(
        value.year, value.month, value.day, value.hour, value.minute, value.second, value.microsecond
    )


WRAPPERS: dict[str, tuple[str, Callable[[Any, Names], object]]] = {
    "date": ("date", lambda value, _: safe_datetime(value)),
    "modified": ("modified", lambda value, _: safe_datetime(value)),
    "tags": ("tags", lambda value, names: [names.of("tag", name) for name in value]),
    "authors": ("authors", lambda value, names: [names.of("author", name) for name in value]),
    "categories": ("category", lambda value, names: names.of("category", value[0])),
}


def as_pelican(post: Post, path: str, settings: PelicanSettings, names: Names) -> dict[str, Any]:
    """Return Pelican's metadata for the post at `path`; all front matter, known or not, is under `front_matter`.

    A post below `_posts` without a category gets the default one: its folder is none in Jekyll. What the file's name
    alone says gives way to what the site's own settings read from paths.
    """
    metadata: dict[str, Any] = {"front_matter": post.source.mapping, **for_other_plugins(post, settings)}
    for name in TEXTS:
        if name in post.metadata:
            metadata[name] = post.metadata[name]
    metadata["slug"] = as_slug(post.metadata["slug"])
    for name, (key, wrap) in WRAPPERS.items():
        if name in post.metadata:
            metadata[key] = wrap(post.metadata[name], names)
    further = post.metadata.get("categories", ())[1:]
    if further:
        metadata["further_categories"] = [names.of("category", name) for name in further]
    if "category" not in metadata and post.path.in_posts and settings.get("USE_FOLDER_AS_CATEGORY"):
        metadata["category"] = names.of("category", settings["DEFAULT_CATEGORY"])
    written = {field.metadata for field in FIELDS if field.key in post.source.mapping}
    written = {WRAPPERS[name][0] if name in WRAPPERS else name for name in written}
    for name in read_from_paths(path, settings) - written:
        metadata.pop(name, None)
    return metadata


def for_other_plugins(post: Post, settings: PelicanSettings) -> dict[str, str]:
    """Return the front matter that `MEMOIR_METADATA` names, as text: Pelican's own readers know no other type.

    Only texts, numbers, flags and lists of these can be told so; what is nested deeper stays in `front_matter`.
    """
    found: dict[str, str] = {}
    for name in settings.get("MEMOIR_METADATA", READ_BY_OTHERS):
        value = post.source.mapping.get(name)
        values = value if isinstance(value, list) else [value]
        if value is not None and not any(isinstance(each, (list, dict)) for each in values):
            found[name] = ", ".join(map(to_text, values))
    return found


def read_from_paths(path: str, settings: PelicanSettings) -> set[str]:
    """Return the names of what the site's settings say of a path, by patterns or by the path itself."""
    by_pattern = parse_path_metadata(path, {name: settings.get(name) for name in _PATTERNS})
    by_name = path_metadata("", path, {"EXTRA_PATH_METADATA": settings.get("EXTRA_PATH_METADATA", {})})
    return {*by_pattern, *by_name}


def as_slug(text: str) -> str:
    """Return what Jekyll's `:title` makes of a slug: Pelican writes it into addresses as it is."""
    return permalink.slugify(text, pretty=True, cased=True) or text.strip()
