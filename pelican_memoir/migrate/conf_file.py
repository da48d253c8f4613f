"""The settings of the new site as Python that people read: in groups, with what each group is about."""

from __future__ import annotations

import pprint
from dataclasses import fields
from typing import Any

from pelican_memoir.migrate.conf import Settings
from pelican_memoir.migrate.theme_conf import setting_of
from pelican_memoir.settings.analytics import Analytics
from pelican_memoir.settings.colours import Colours
from pelican_memoir.settings.comments import Comments
from pelican_memoir.settings.footer import Footer
from pelican_memoir.settings.header import Header
from pelican_memoir.settings.lists import Lists
from pelican_memoir.settings.own_files import OwnFiles
from pelican_memoir.settings.sharing import Sharing


def names_of(*groups: type) -> tuple[str, ...]:
    """Return the settings of groups of fields."""
    return tuple(setting_of(entry.name) for group in groups for entry in fields(group))


GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("", ("SITENAME", "SITESUBTITLE", "AUTHOR", "SITEURL", "TIMEZONE", "DEFAULT_LANG")),
    ("The plugin reads posts as Jekyll did; the theme shows them.", ("PLUGINS", "THEME")),
    (
        "The blog's files are in content/ as they were.",
        (
            "PATH",
            "ARTICLE_PATHS",
            "PAGE_PATHS",
            "PAGE_EXCLUDES",
            "PAGE_TRANSLATION_ID",
            "STATIC_PATHS",
            "EXTRA_PATH_METADATA",
            "IGNORE_FILES",
            "WITH_FUTURE_DATES",
        ),
    ),
    (
        "Addresses and texts as in Jekyll.",
        (
            *("MEMOIR_PERMALINK", "MEMOIR_PAGE_PERMALINK", "MEMOIR_EXCERPT_SEPARATOR", "MEMOIR_KRAMDOWN"),
            *("MEMOIR_COLLECTIONS", "MEMOIR_COLLECTIONS_DIR", "MEMOIR_TEMPLATES", "MEMOIR_DEFAULTS"),
            *("INDEX_URL", "INDEX_SAVE_AS", "DEFAULT_PAGINATION", "PAGINATION_PATTERNS"),
            *(
                "TAGS_URL",
                "TAGS_SAVE_AS",
                "CATEGORIES_URL",
                "CATEGORIES_SAVE_AS",
                "ARCHIVES_URL",
                "ARCHIVES_SAVE_AS",
            ),
            *("TAG_URL", "TAG_SAVE_AS", "TAG_REGEX_SUBSTITUTIONS"),
            *("CATEGORY_URL", "CATEGORY_SAVE_AS", "CATEGORY_REGEX_SUBSTITUTIONS", "SLUGIFY_USE_UNICODE"),
            *("YEAR_ARCHIVE_URL", "YEAR_ARCHIVE_SAVE_AS", "MONTH_ARCHIVE_URL", "MONTH_ARCHIVE_SAVE_AS"),
            *("DAY_ARCHIVE_URL", "DAY_ARCHIVE_SAVE_AS"),
        ),
    ),
    (
        "Feeds where readers have them.",
        (
            "FEED_ALL_ATOM",
            "FEED_ALL_RSS",
            "FEED_MAX_ITEMS",
            "FEED_DOMAIN",
            "CATEGORY_FEED_ATOM",
            "TAG_FEED_ATOM",
            "TRANSLATION_FEED_ATOM",
            "AUTHOR_FEED_ATOM",
            "AUTHOR_FEED_RSS",
        ),
    ),
    (
        "What the theme shows around the posts (docs/beautiful-jekyll.md).",
        ("DISPLAY_PAGES_ON_MENU", *names_of(Header, Footer, Lists, Colours, OwnFiles)),
    ),
    (
        "Share links, comments, which are loaded when a reader asks, and counts of visits.",
        names_of(Sharing, Comments, Analytics),
    ),
)
BESIDE = {
    "MEMOIR_ANALYTICS_LOAD": 'or "click": who agrees is counted; "always": every visit, as the old blog did',
}
"""What is said behind a setting."""

ALWAYS: Settings = {
    "SITEURL": "",
    "PLUGINS": ["memoir"],
    "THEME": "memoir",
    "PATH": "content",
    "FEED_ALL_ATOM": None,
    "CATEGORY_FEED_ATOM": None,
    "TRANSLATION_FEED_ATOM": None,
    "AUTHOR_FEED_ATOM": None,
    "AUTHOR_FEED_RSS": None,
}


def pelicanconf(settings: Settings) -> str:
    """Return the text of `pelicanconf.py`."""
    values = {**ALWAYS, **settings}
    parts = ['"""Settings of the blog, made from its _config.yml. Edit them as you like."""\n']
    placed: set[str] = set()
    for comment, names in GROUPS:
        lines = [_line(name, values[name]) for name in names if name in values]
        placed.update(names)
        if lines:
            parts.append("\n".join([*([f"# {comment}"] if comment else []), *lines]) + "\n")
    rest = [_line(name, value) for name, value in values.items() if name not in placed]
    if rest:
        parts.append("\n".join(rest) + "\n")
    return "\n".join(parts)


def publishconf(settings: Settings) -> str:
    """Return the text of `publishconf.py`, which adds to `pelicanconf.py` what publishing needs."""
    lines = [_line(name, value) for name, value in settings.items()] or [
        'SITEURL = ""  # the address of the site'
    ]
    head = '"""Settings for publishing: pelican -s publishconf.py"""\n\nimport os\nimport sys\n\n'
    path = "sys.path.append(os.curdir)\nfrom pelicanconf import *  # noqa: E402, F403\n\n"
    return head + path + "\n".join(lines) + "\nRELATIVE_URLS = False\nDELETE_OUTPUT_DIRECTORY = True\n"


def _line(name: str, value: Any) -> str:
    text = repr(value)
    if len(text) + len(name) > 110:
        text = pprint.pformat(value, width=100, sort_dicts=False)
    beside = f"  # {BESIDE[name]}" if name in BESIDE else ""
    return f"{name} = {text}{beside}"
