"""From `_config.yml` to Pelican's settings: one row a key, and the keys that nothing became of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pelican_memoir.jekyll import collections, permalink
from pelican_memoir.jekyll.excerpt import DEFAULT_SEPARATOR
from pelican_memoir.jekyll.site_config import SiteConfig
from pelican_memoir.kramdown.options import CHECKS, WITHOUT_EFFECT, OptionError, Options
from pelican_memoir.migrate.other_themes import as_beautiful_jekyll, left_over
from pelican_memoir.migrate.theme_conf import ROWS as THEME_ROWS
from pelican_memoir.migrate.theme_conf import theme_settings
from pelican_memoir.migrate.visits import count_nobody

Settings = dict[str, Any]

NO_SETTING = "neither the plugin nor its theme has a setting for it"


@dataclass(slots=True)
class Translation:
    """What became of a configuration: Pelican's settings, those for publishing, and what is to be told of keys."""

    settings: Settings = field(default_factory=dict)
    publish: Settings = field(default_factory=dict)
    unused: dict[str, str] = field(default_factory=dict)
    """Keys without effect, and why."""
    waiting: dict[str, str] = field(default_factory=dict)
    """Keys whose settings have no effect until the owner says so, and how that is said."""


Row = Callable[[Any, SiteConfig, Translation], None]


def _as(name: str) -> Row:
    def row(value: Any, config: SiteConfig, into: Translation) -> None:
        if value not in (None, ""):
            into.settings[name] = str(value)

    return row


def _author(value: Any, config: SiteConfig, into: Translation) -> None:
    name = value.get("name") if isinstance(value, Mapping) else value
    if name:
        into.settings["AUTHOR"] = str(name)


def _url(value: Any, config: SiteConfig, into: Translation) -> None:
    address = config.text("url").rstrip("/")
    base = config.text("baseurl").strip("/")
    if address:
        into.publish["SITEURL"] = f"{address}/{base}".rstrip("/")


def _permalink(value: Any, config: SiteConfig, into: Translation) -> None:
    if _is_permalink(value, "permalink", into):
        into.settings["MEMOIR_PERMALINK"] = into.settings["MEMOIR_PAGE_PERMALINK"] = str(value)


def _is_permalink(value: Any, key: str, into: Translation) -> bool:
    try:
        permalink.check(str(value))
    except permalink.PermalinkError as error:
        into.unused[key] = f"{error}; posts get Jekyll's default"
        return False
    return True


def _posts_permalink(config: SiteConfig, into: Translation) -> None:
    """Set the permalink that posts have as a collection: it goes before the site's, which pages keep."""
    own = collections.read(config.mapping.get("collections")).permalink(collections.POSTS)
    if own and _is_permalink(own, "collections.posts.permalink", into):
        into.settings["MEMOIR_PERMALINK"] = own


def _separator(value: Any, config: SiteConfig, into: Translation) -> None:
    if isinstance(value, str) and value != DEFAULT_SEPARATOR:
        into.settings["MEMOIR_EXCERPT_SEPARATOR"] = value


def _defaults(value: Any, config: SiteConfig, into: Translation) -> None:
    entries = []
    for scope in config.scopes:
        where = {"path": scope.path} | ({"type": scope.type} if scope.type else {})
        entries.append({"scope": where, "values": dict(scope.values)})
    if entries:
        into.settings["MEMOIR_DEFAULTS"] = entries


def _kramdown(value: Any, config: SiteConfig, into: Translation) -> None:
    options = {}
    for key, option in value.items() if isinstance(value, Mapping) else ():
        name = str(key)
        if name in WITHOUT_EFFECT or name not in CHECKS:
            into.unused[f"kramdown.{name}"] = "changes no HTML here"
            continue
        try:
            if CHECKS[name](option) != getattr(Options(), name):
                options[name] = option
        except OptionError as error:
            into.unused[f"kramdown.{name}"] = str(error)
    if options:
        into.settings["MEMOIR_KRAMDOWN"] = options


def paginated_anew(mapping: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """Return what a configuration or a front matter asks of jekyll-paginate-v2, None where it does not ask for it."""
    found = mapping.get("pagination")
    return found if isinstance(found, Mapping) and found.get("enabled") else None


def _paginate(value: Any, config: SiteConfig, into: Translation) -> None:
    """Set how many posts a page of the index has; jekyll-paginate-v2 goes before, whose own default is 10."""
    newer = paginated_anew(config.mapping)
    if newer is not None:
        value = newer.get("per_page", 10)
    if isinstance(value, int) and value > 0:
        into.settings["DEFAULT_PAGINATION"] = value


def _collections(value: Any, config: SiteConfig, into: Translation) -> None:
    found = collections.read(value)
    kept = {
        label: {key: options[key] for key in ("output", "permalink", "sort_by", "order") if key in options}
        for label, options in found.options.items()
        if label != collections.POSTS
    }
    if kept:
        into.settings["MEMOIR_COLLECTIONS"] = kept


def _collections_dir(value: Any, config: SiteConfig, into: Translation) -> None:
    if isinstance(value, str) and value.strip("/"):
        into.settings["MEMOIR_COLLECTIONS_DIR"] = value.strip("/")


def _future(value: Any, config: SiteConfig, into: Translation) -> None:
    into.settings["WITH_FUTURE_DATES"] = value is True


def _markdown(value: Any, config: SiteConfig, into: Translation) -> None:
    if str(value).lower() != "kramdown":
        into.unused["markdown"] = (
            f"texts are read by kramdown's rules, which are others than those of {value}"
        )


def _silent(value: Any, config: SiteConfig, into: Translation) -> None:
    """A key that is used elsewhere, or that is about Jekyll's own work."""


ROWS: dict[str, Row] = {
    "title": _as("SITENAME"),
    "name": _silent,
    "markdown": _markdown,
    "author": _author,
    "description": _as("SITESUBTITLE"),
    "url": _url,
    "baseurl": _silent,
    "timezone": _as("TIMEZONE"),
    "permalink": _permalink,
    "excerpt_separator": _separator,
    "defaults": _defaults,
    "kramdown": _kramdown,
    "paginate": _paginate,
    "paginate_path": _silent,
    "pagination": lambda value, config, into: _paginate(None, config, into),
    "collections": _collections,
    "collections_dir": _collections_dir,
    "future": _future,
    **dict.fromkeys(THEME_ROWS, _silent),
    **dict.fromkeys(
        (
            *(
                "highlighter",
                "lsi",
                "incremental",
                "exclude",
                "include",
                "plugins",
                "gems",
                "sass",
            ),
            *(
                "encoding",
                "safe",
                "source",
                "destination",
                "keep_files",
                "show_drafts",
                "limit_posts",
                "unpublished",
                "layouts_dir",
                "includes_dir",
                "data_dir",
                "plugins_dir",
                "redirect_from",
                "relative_links",
                "titles_from_headings",
                "optional_front_matter",
                "readme_index",
            ),
            *(
                "theme",
                "remote_theme",
                "lang",
                "language",
                "locale",
                "port",
                "host",
                "quiet",
                "verbose",
                "liquid",
            ),
            *(
                "feed",
                "jekyll-archives",
                "strict_front_matter",
                "repository",
                "whitelist",
            ),
        ),
        _silent,
    ),
}
"""What each key of a `_config.yml` becomes; a key without a row is told to have no effect."""


def translate(config: SiteConfig) -> Translation:
    """Return what becomes of a configuration."""
    into = Translation()
    theme = config.mapping.get("theme_settings")
    nested = theme.get("title") if isinstance(theme, Mapping) else None
    into.settings["SITENAME"] = config.text("title", "name") or str(nested or "Blog")
    into.settings["MEMOIR_PERMALINK"] = into.settings["MEMOIR_PAGE_PERMALINK"] = "date"
    into.settings["WITH_FUTURE_DATES"] = False
    for key, value in config.mapping.items():
        row = ROWS.get(str(key))
        if row is None:
            into.unused[str(key)] = NO_SETTING
        else:
            row(value, config, into)
    _posts_permalink(config, into)
    own, taken = as_beautiful_jekyll(config.mapping)
    shown = theme_settings(own)
    into.settings.update(shown.settings)
    into.unused.update(shown.unused)
    into.waiting.update(count_nobody(into.settings))
    for place in taken:
        into.unused.pop(place.partition(".")[0], None)
    below = (place for place in left_over(config.mapping, taken) if place.partition(".")[0] not in ROWS)
    into.unused.update(dict.fromkeys(below, NO_SETTING))
    return into
