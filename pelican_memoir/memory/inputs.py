"""What takes part in reading besides a post's own file, as one digest: settings, versions, the code itself."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import fields, is_dataclass
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from pelican.settings import DEFAULT_CONFIG

FORM = "3"
"""Of what is remembered; a new one where the same inputs make entries of another form."""
_NO_PART = (
    "CACHE",
    "DELETE",
    "FEED",
    "GENERATOR",
    "JINJA",
    "LOAD",
    "LOG",
    "OUTPUT",
    "PAGINAT",
    "PLUGIN",
    "THEME",
)
"""Beginnings of the names of Pelican's settings that have no part in reading; some change from build to build."""
_PART = ("AUTHOR", "DEFAULT_DATE", "SUMMARY_MAX_PARAGRAPHS", "THEME_TEMPLATES_OVERRIDES", "TIMEZONE")
"""Names that have a part, and no default or a beginning of those above."""


class UnknownInputError(TypeError):
    """Something takes part of which nobody can tell whether it is the same as before."""


def digest(*parts: str | bytes) -> bytes:
    """Return one digest of several parts, each with its length."""
    found = sha256()  # processors have instructions for it
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        found.update(b"%d:" % len(data))
        found.update(data)
    return found.digest()[:20]


def site_digest(settings: Mapping[str, Any]) -> bytes:
    """Return the digest of all that the posts of a site have in common.

    Raises `UnknownInputError`, as for an extension of Markdown that is no name but an object.
    """
    taking_part = [
        f"{name}={_written(value, strict=name == 'MARKDOWN' or name.startswith('MEMOIR_'))}"
        for name, value in sorted(settings.items())
        if _takes_part(name)
    ]
    extensions = settings.get("MARKDOWN", {}).get("extensions", ())
    return digest(
        FORM,
        platform.python_version(),
        os.getcwd(),
        code(),
        _distributions(),
        *_origins(extensions),
        *taking_part,
    )


def _takes_part(name: str) -> bool:
    if name in _PART or name.startswith("MEMOIR_"):
        return name not in ("MEMOIR_CACHE", "MEMOIR_PROFILE", "MEMOIR_WORKERS")
    return name in DEFAULT_CONFIG and not name.startswith(_NO_PART)


def _written(value: Any, *, strict: bool) -> str:
    """Return a value as text that is the same for the same value in every build."""
    if value is None or isinstance(value, (str, int, float, bool, Path)):
        return repr(value)
    if isinstance(value, Mapping):
        items = sorted(
            (_written(key, strict=strict), _written(item, strict=strict)) for key, item in value.items()
        )
        return f"{{{items}}}"
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(_written(item, strict=strict) for item in value)}]"
    if isinstance(value, (set, frozenset)):
        return f"<{sorted(_written(item, strict=strict) for item in value)}>"
    if is_dataclass(value) and not isinstance(value, type):
        inside = {entry.name: getattr(value, entry.name) for entry in fields(value)}
        return f"{type(value).__name__}{_written(inside, strict=strict)}"
    if strict:
        raise UnknownInputError(f"{value!r} cannot be told from another of its kind")
    return type(value).__name__


def _origins(extensions: Iterable[Any]) -> list[str]:
    """Return the files of extensions that are named by their modules, with size and time: they may be the owner's."""
    found = []
    for name in extensions:
        if isinstance(name, str) and "." in name and not name.startswith("markdown.extensions."):
            try:
                spec = find_spec(name.partition(":")[0])
            except (ImportError, ValueError):
                continue
            if spec is not None and spec.origin:
                found += _stated([spec.origin])
    return found


@cache
def code() -> bytes:
    """Return the digest of this package's files by size and time: a checkout changes without a new version."""
    walk = os.walk(Path(__file__).parent.parent)
    files = (os.path.join(folder, name) for folder, _, names in walk for name in names)
    return digest(*_stated(sorted(file for file in files if file.endswith(".py"))))


def _stated(files: Iterable[str]) -> list[str]:
    found = []
    for file in files:
        with suppress(OSError):
            stat = os.stat(file)
            found.append(f"{file}:{stat.st_size}:{stat.st_mtime_ns}")
    return found


@cache
def _distributions() -> str:
    """Return names and versions of all that is installed, by the names of their folders, which pip makes anew."""
    found: set[str] = set()
    for folder in sys.path:
        try:
            found.update(name for name in os.listdir(folder) if name.endswith((".dist-info", ".egg-info")))
        except OSError:
            continue
    return " ".join(sorted(found))
