"""The parameters of Beautiful Jekyll that a post's front matter may hold: one row each, with its check."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pelican_memoir.errors import Problem
from pelican_memoir.jekyll.front_matter import CODE, FrontMatter
from pelican_memoir.parameters.addresses import elsewhere, link, scheme_of
from pelican_memoir.parameters.comments import REPOSITORY
from pelican_memoir.parameters.wrong import WrongParameterError, expected

BADGES = ("star", "watch", "fork", "follow")
LAYOUTS = ("post", "page", "home", "minimal", "default")

_INCLUDE = re.compile(r"[\w.-]+(?:/[\w.-]+)*")
_TRUE, _FALSE = ("true", "yes", "on"), ("false", "no", "off", "")


def flag(value: object) -> bool:
    """Accept true or false, also as Pelican's own metadata write it."""
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.strip().lower() in (*_TRUE, *_FALSE):
        return value.strip().lower() in _TRUE
    raise expected("true or false", value)


def text(value: object) -> str:
    """Accept a text, or a number that is meant as one."""
    if isinstance(value, (Mapping, list, tuple, bool)):
        raise expected("a text", value)
    return str(value).strip()


def pictures(value: object) -> tuple[tuple[str, str], ...]:
    """Accept a path, a list of paths, or paths with their captions; give pairs of path and caption."""
    entries = value if isinstance(value, (list, tuple)) else [value]
    found: list[tuple[str, str]] = []
    for entry in entries:
        pairs = entry.items() if isinstance(entry, Mapping) else [(entry, "")]
        found.extend((_picture(path), "" if caption is None else str(caption)) for path, caption in pairs)
    return tuple(found)


def _picture(value: object) -> str:
    path = value.strip() if isinstance(value, str) else ""
    if not path or scheme_of(path) not in ("", "http", "https", "data"):
        raise expected("the path of a picture, a list of them, or a path with its caption", value)
    return path


def picture(value: object) -> tuple[tuple[str, str], ...]:
    """Accept one picture: of more, the first is shown."""
    return pictures(value)[:1]


def includes(value: object) -> tuple[str, ...]:
    """Accept names of includes: one, or a list."""
    names = tuple(str(name).strip() for name in _listed(value))
    for name in names:
        if not _INCLUDE.fullmatch(name) or ".." in name:
            raise expected("the name of an include, or a list of them", value)
    return names


def own_files(value: object) -> tuple[str, ...]:
    """Accept paths of files of this site: one, or a list."""
    files = tuple(link(path) for path in _listed(value))
    if any(scheme_of(path) or path.startswith("//") for path in files):
        raise expected("a file of this site, or a list of them (ext-js and ext-css are for others)", value)
    return files


def foreign_files(value: object) -> tuple[tuple[str, str], ...]:
    """Accept addresses of the web, or mappings with `href` and `sri`; give pairs of address and digest."""
    found = []
    for entry in _listed(value):
        address = entry.get("href") if isinstance(entry, Mapping) else entry
        digest = entry.get("sri") if isinstance(entry, Mapping) else None
        found.append((elsewhere(address), str(digest or "")))
    return tuple(found)


def repository(value: object) -> str:
    """Accept a repository on GitHub: OWNER/NAME."""
    if not isinstance(value, str) or not REPOSITORY.fullmatch(value.strip()):
        raise expected("a repository as OWNER/NAME", value)
    return value.strip()


def badges(value: object) -> tuple[str, ...]:
    """Accept names of badges: one, or a list."""
    names = tuple(str(name).strip().lower() for name in _listed(value))
    unknown = [name for name in names if name not in BADGES]
    if unknown:
        raise WrongParameterError(f"no badge {unknown[0]!r}; there are {', '.join(BADGES)}")
    return names


def _listed(value: object) -> Iterable[Any]:
    return value if isinstance(value, (list, tuple)) else [value]


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter: how its value is read, and what it is where nothing was written."""

    read: Callable[[object], Any]
    default: Any = None


PARAMETERS: dict[str, Parameter] = {
    "cover-img": Parameter(pictures, ()),
    "thumbnail-img": Parameter(picture, ()),
    "comments": Parameter(flag),
    "social-share": Parameter(flag),
    "share-title": Parameter(text, ""),
    "share-description": Parameter(text, ""),
    "share-img": Parameter(picture, ()),
    "readtime": Parameter(flag),
    "show-avatar": Parameter(flag, True),
    "nav-short": Parameter(flag, False),
    "full-width": Parameter(flag, False),
    "use-site-title": Parameter(flag, False),
    "gh-repo": Parameter(repository, ""),
    "gh-badge": Parameter(badges, ()),
    "layout": Parameter(text, ""),
    "before-content": Parameter(includes, ()),
    "after-content": Parameter(includes, ()),
    "head-extra": Parameter(includes, ()),
    "footer-extra": Parameter(includes, ()),
    "js": Parameter(own_files, ()),
    "css": Parameter(own_files, ()),
    "ext-js": Parameter(foreign_files, ()),
    "ext-css": Parameter(foreign_files, ()),
}
"""Key -> its parameter. Keys that Pelican itself knows (title, tags, author, …) are in `jekyll/fields.py`."""

INCLUDES = ("before-content", "after-content", "head-extra", "footer-extra")


def read(key: str, value: object) -> Any:
    """Return what a parameter says, its default where it says nothing. Raises `WrongParameterError`."""
    parameter = PARAMETERS[key]
    return parameter.default if value is None else parameter.read(value)


def wrong_values(source: FrontMatter, file: str) -> tuple[Problem, ...]:
    """Return a problem for each parameter of a front matter whose value cannot be used, and is passed over."""
    found = []
    for key in PARAMETERS:
        try:
            read(key, source.mapping.get(key))
        except WrongParameterError as error:
            found.append(Problem(source.location(file, key), CODE, f"{key}: {error}"))
    return tuple(found)
