"""Which files are read as Jekyll's, and how: dialect, Liquid, excerpts, defaults of front matter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

from pelican_memoir.jekyll import excerpt, site_config
from pelican_memoir.kramdown import options
from pelican_memoir.settings.checks import flag, path_list, text
from pelican_memoir.settings.setting import WrongSettingError, expected, setting, suggestion


def dialect(value: object) -> str:
    """Accept the name of a dialect."""
    if value not in ("kramdown", "markdown"):
        raise expected('"kramdown" or "markdown"', value)
    return str(value)


def kramdown_options(value: object) -> dict[str, Any]:
    """Accept the `kramdown:` block of a `_config.yml`; what changes no HTML is passed over."""
    if not isinstance(value, Mapping):
        raise expected("a dictionary of kramdown's options", value)
    wrong, found = [], {}
    for key, option in value.items():
        name = str(key)
        if name in options.WITHOUT_EFFECT:
            continue
        if name not in options.CHECKS:
            wrong.append(f"no option {name!r}{suggestion(name, options.CHECKS)}")
            continue
        try:
            options.CHECKS[name](option)
        except ValueError as error:
            wrong.append(f"{name}: {error}")
        found[name] = option
    if wrong:
        raise WrongSettingError("; ".join(wrong))
    return found


def defaults(value: object) -> tuple[Mapping[str, Any], ...]:
    """Accept the `defaults:` list of a `_config.yml`."""
    if not isinstance(value, (list, tuple)):
        raise expected("a list of scopes with their values", value)
    problems = site_config.scopes_of(list(value), "settings")[1]
    if problems:
        raise WrongSettingError("; ".join(found.message.removeprefix("defaults: ") for found in problems))
    return tuple(value)


def safe_html(value: object) -> bool:
    """Accept True only where the library that cleans is installed."""
    if flag(value) and find_spec("nh3") is None:
        raise WrongSettingError("nh3 is needed: python -m pip install 'pelican-memoir[safe]'")
    return flag(value)


@dataclass(frozen=True)
class Reading:
    """How posts are read."""

    paths: tuple[str, ...] = setting(
        (),
        path_list,
        "Files and folders below `PATH`, or patterns of them, that are Jekyll posts. Empty: all files"
        " with YAML front matter.",
    )
    dialect: str = setting(
        "kramdown",
        dialect,
        "How a post's text is read: `kramdown`, or `markdown` for Pelican's own Markdown.",
    )
    kramdown: dict[str, Any] = setting(
        {}, kramdown_options, "kramdown's options, as in the `kramdown:` block of a `_config.yml`."
    )
    liquid: bool = setting(
        True,
        flag,
        "Whether Liquid (`{{ … }}`, `{% … %}`) in posts is rendered, as Jekyll does; a post's own"
        " `render_with_liquid: false` goes before.",
    )
    safe_html: bool = setting(
        False,
        safe_html,
        "Whether posts are cleaned of scripts, frames, forms and all else that could act on a reader, for blogs with"
        " guest authors (`SECURITY.md`). Needs `pelican-memoir[safe]`.",
    )
    excerpt_separator: str = setting(
        excerpt.DEFAULT_SEPARATOR,
        text,
        "What ends a post's excerpt; a post's own `excerpt_separator` goes before. Empty: no excerpt.",
    )
    defaults: tuple[Mapping[str, Any], ...] = setting(
        (), defaults, "Front matter by folder and type, as in the `defaults:` list of a `_config.yml`."
    )
