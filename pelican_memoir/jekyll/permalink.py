"""Permalinks: Jekyll's named styles and placeholders, and the URL and file they make."""

from __future__ import annotations

import os
import posixpath
import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from urllib.parse import quote, unquote

from pelican_memoir.jekyll.confined import escape_of

STYLES = {
    "none": "/:categories/:title:output_ext",
    "date": "/:categories/:year/:month/:day/:title:output_ext",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "ordinal": "/:categories/:year/:y_day/:title:output_ext",
    "weekdate": "/:categories/:year/W:week/:short_day/:title:output_ext",
}
PLACEHOLDER = re.compile(r":([a-z_]+)")
SAFE = "/:?#[]@!$&'()*+,;=-._~"
BYTES = "surrogateescape"
"""How Python's names of files hold bytes that are no UTF-8; in an address these are percent-encoded as they are."""
PRETTY = frozenset("._~!$&'()+,;=@")
OTHERS = re.compile("[^A-Za-z0-9]+")
OTHERS_BUT_PRETTY = re.compile(r"[^A-Za-z0-9._~!$&'()+,;=@]+")
"""What is no part of a slug in ASCII."""
HTML = (".html", ".xhtml", ".htm")
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


@dataclass(frozen=True, slots=True)
class Subject:
    """What a permalink speaks of: a document's local date, slug, categories, its path in its collection without the
    ending, the collection's name, and the ending of what it becomes."""

    date: datetime | None
    slug: str
    categories: Sequence[str] = ()
    basename: str = ""
    path: str = ""
    collection: str = "posts"
    output_ext: str = ".html"


class PermalinkError(ValueError):
    """A permalink from which no address can be made."""


class UnknownPlaceholderError(PermalinkError):
    """A permalink holds a placeholder that Jekyll does not know, or one of a date where there is none."""


class LeadsOutError(PermalinkError):
    """A permalink would write a file outside the site."""


OF_POST: dict[str, Callable[[Subject], str]] = {
    "collection": lambda subject: subject.collection,
    "output_ext": lambda subject: subject.output_ext,
    "title": lambda subject: slugify(subject.slug, pretty=True, cased=True),
    "slug": lambda subject: slugify(subject.slug),
    "name": lambda subject: slugify(subject.basename),
    "path": lambda subject: subject.path,
    "categories": lambda subject: "/".join(dict.fromkeys(name.lower() for name in subject.categories)),
    "slugified_categories": lambda subject: "/".join(dict.fromkeys(map(slugify, subject.categories))),
}
OF_DATE: dict[str, Callable[[datetime], str]] = {
    "year": lambda date: f"{date.year:04}",
    "short_year": lambda date: f"{date.year % 100:02}",
    "month": lambda date: f"{date.month:02}",
    "i_month": lambda date: str(date.month),
    "short_month": lambda date: MONTHS[date.month - 1][:3],
    "long_month": lambda date: MONTHS[date.month - 1],
    "day": lambda date: f"{date.day:02}",
    "i_day": lambda date: str(date.day),
    "y_day": lambda date: f"{date.timetuple().tm_yday:03}",
    "short_day": lambda date: DAYS[date.weekday()][:3],
    "long_day": lambda date: DAYS[date.weekday()],
    "w_day": lambda date: str(date.isoweekday()),
    "w_year": lambda date: f"{date.isocalendar().year:04}",
    "week": lambda date: f"{date.isocalendar().week:02}",
    "hour": lambda date: f"{date.hour:02}",
    "minute": lambda date: f"{date.minute:02}",
    "second": lambda date: f"{date.second:02}",
}


def key_of(name: str) -> str:
    """Return the placeholder that a name means: `:month_` is `:month` before an underscore.

    Raises `UnknownPlaceholderError`.
    """
    if not is_known(name):
        raise UnknownPlaceholderError(f"unknown placeholder :{name}")
    return name if name in OF_POST or name in OF_DATE else name.removesuffix("_")


def is_known(name: str) -> bool:
    """Tell whether a document's permalink may hold a placeholder of that name."""
    return any(key in OF_POST or key in OF_DATE for key in (name, name.removesuffix("_")))


def check(pattern: str) -> None:
    """Raise `PermalinkError` where a pattern holds what Jekyll does not know, or leads out of the site."""
    for name in PLACEHOLDER.findall(STYLES.get(pattern, pattern)):
        key_of(name)
    refuse_escape(pattern)


def refuse_escape(url: str) -> None:
    """Raise `LeadsOutError` where a URL or a pattern, once it is decoded, leads out of the site."""
    escape = escape_of(unquote(url, errors=BYTES).lstrip("/"))
    if escape is not None:
        raise LeadsOutError(f"{url} {escape}: write a path below the site")


def expand(pattern: str, subject: Subject) -> str:
    """Return the URL, from its leading `/` and percent-encoded, that a pattern gives a post.

    The names of styles mean nothing here: to Jekyll `permalink: pretty` is a style in `_config.yml` alone.
    Where the pattern climbs by `..` Jekyll drops that. Raises `UnknownPlaceholderError` for a placeholder that Jekyll
    does not know, or that needs a missing date, and `LeadsOutError`.
    """

    def value(match: re.Match[str]) -> str:
        key = key_of(match[1])
        if key in OF_POST:
            text = OF_POST[key](subject)
        elif subject.date is not None:
            text = OF_DATE[key](subject.date)
        else:
            raise UnknownPlaceholderError(f":{key} needs a date, and there is none")
        return escaped(text) + match[1][len(key) :]

    return tidy(PLACEHOLDER.sub(value, pattern))


def with_ending(template: str, style: str) -> str:
    """Return a template with the ending that the site's permalink has: `/`, `:output_ext`, or none.

    Source: Jekyll's `Utils.add_permalink_suffix`.
    """
    if style == "pretty" or (style not in STYLES and style.endswith("/")):
        return template + "/"
    plain = style == "weekdate" or (style not in STYLES and not style.endswith(":output_ext"))
    return template if plain else template + ":output_ext"


def of_page(style: str, path: str, output_ext: str = ".html", own: str = "") -> str:
    """Return the URL of the page at `path`, from its leading `/`, where the site's permalink is `style`.

    Of the site's permalink a page takes the ending alone; `index` stands for its folder, and what becomes no HTML keeps
    its name. `own` is the permalink that the page has itself. Source: Jekyll's class `Page`.
    """
    folder, _, name = ("/" + path).rpartition("/")
    basename = (os.path.splitext(name)[0] or name).rstrip(".")
    if own:
        template = own
    elif output_ext not in HTML:
        template = "/:path/:basename:output_ext"
    else:
        template = "/:path/" if basename == "index" else with_ending("/:path/:basename", style)
    for placeholder, text in ((":path", folder), (":basename", basename), (":output_ext", output_ext)):
        template = template.replace(placeholder, escaped(text))
    return tidy(template)


def destination(url: str, output_ext: str = ".html") -> str:
    """Return the file, relative to the output folder, that a URL is written to; none is outside (`sanitized_path`)."""
    path = unquote(url, errors=BYTES)
    folder = path == "" or path.endswith(("/", "/.", "/.."))
    inside = posixpath.normpath("/" + path.lstrip("/")).strip("/")
    if folder or not inside:
        inside = posixpath.join(inside, "index")
    return inside if inside.endswith(output_ext) else inside + output_ext


def escaped(text: str) -> str:
    """Return a part of a URL with all percent-encoded that has no place in it, as Addressable does it."""
    return quote(text, safe=SAFE, errors=BYTES).replace("#", "%23", 1)


def tidy(url: str) -> str:
    """Return a URL from its leading `/`, without empty parts and dots that climb (Jekyll's `URL.sanitize_url`).

    Raises `LeadsOutError`.
    """
    found = re.sub("/+", "/", f"/{url}".replace("..", "/").replace("./", ""))
    refuse_escape(found)
    return found


def slugify(text: str, *, pretty: bool = False, cased: bool = False) -> str:
    """Return `text` with every run of other characters than letters, marks and digits turned into a hyphen.

    `pretty` keeps `._~!$&'()+,;=@` too; `cased` keeps capitals (Jekyll's `Utils.slugify`).
    """
    if text.isascii():  # as most names of files are
        runs = (OTHERS_BUT_PRETTY if pretty else OTHERS).sub("-", text)
    else:
        marked = "".join(char if is_word(char) or (pretty and char in PRETTY) else "\0" for char in text)
        runs = re.sub("\0+", "-", marked)
    slug = runs.removeprefix("-").removesuffix("-")
    return slug if cased else slug.lower()


@lru_cache(maxsize=4096)
def is_word(char: str) -> bool:
    """Tell whether a character is one of Unicode's letters, marks or decimal digits."""
    category = unicodedata.category(char)
    return category[0] in "LM" or category == "Nd"


def last_part(url: str, name: str) -> str:
    """Return an address with another name for its last part: Jekyll's `id` of a document, by its slug."""
    return posixpath.join(posixpath.dirname(url.rstrip("/")), name)
