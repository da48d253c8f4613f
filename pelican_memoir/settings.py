"""The settings `MEMOIR_*`: one field each, with its default, its help and its check.

The table in the README is generated from these fields.
"""

from __future__ import annotations

import difflib
import json
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from pelican_memoir.errors import Location, Problem, SettingsError
from pelican_memoir.jekyll import excerpt, permalink, site_config
from pelican_memoir.kramdown import options
from pelican_memoir.repair.order import NAMES as REPAIRS

CODE = "memoir.settings"
PREFIX = "MEMOIR_"

Check = Callable[[object], Any]


class WrongSettingError(ValueError):
    """A setting's value that cannot be used; the message says what was expected."""


def expected(what: str, value: object) -> WrongSettingError:
    """Return the error that says what was expected and what was there."""
    return WrongSettingError(f"expected {what}, got {value!r}")


def text(value: object) -> str:
    """Accept a text."""
    if not isinstance(value, str):
        raise expected("a text", value)
    return value


def paths(value: object) -> tuple[str, ...]:
    """Accept a list of paths; a single text is meant as one path."""
    entries = [value] if isinstance(value, str) else value
    if not isinstance(entries, (list, tuple)) or not all(isinstance(entry, str) for entry in entries):
        raise expected("a list of paths", value)
    return tuple(entry.strip("/").removeprefix("./") for entry in entries)


def flag(value: object) -> bool:
    """Accept True or False."""
    if not isinstance(value, bool):
        raise expected("True or False", value)
    return value


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


def repairs(value: object) -> tuple[str, ...]:
    """Accept a list of names of repairs."""
    if not isinstance(value, (list, tuple)):
        raise expected("a list of names of repairs", value)
    for name in value:
        if name not in REPAIRS:
            raise WrongSettingError(f"no repair {name!r}{suggestion(str(name), dict.fromkeys(REPAIRS))}")
    return tuple(value)


def permalink_pattern(value: object) -> str:
    """Accept a named style or a pattern of Jekyll's placeholders; None and an empty text leave it to Pelican."""
    if value is None:
        return ""
    try:
        permalink.check(text(value))
    except permalink.UnknownPlaceholderError as error:
        raise WrongSettingError(str(error)) from error
    return text(value)


def defaults(value: object) -> tuple[Mapping[str, Any], ...]:
    """Accept the `defaults:` list of a `_config.yml`."""
    if not isinstance(value, (list, tuple)):
        raise expected("a list of scopes with their values", value)
    problems = site_config.scopes_of(list(value), "settings")[1]
    if problems:
        raise WrongSettingError("; ".join(found.message.removeprefix("defaults: ") for found in problems))
    return tuple(value)


def file_or_none(value: object) -> str:
    """Accept the name of a file in the output; None and an empty text switch it off."""
    return "" if value is None else text(value)


def pattern_of_language(value: object) -> str:
    """Accept the name of a file with `{lang}` in it; None and an empty text switch it off."""
    found = file_or_none(value)
    if found and "{lang}" not in found:
        raise expected("a text with {lang}", value)
    return found


def setting(default: Any, check: Check, help: str) -> Any:
    """Return a field with what the table of settings says about it."""
    make = default.copy if isinstance(default, dict) else (lambda: default)
    return field(default_factory=make, metadata={"check": check, "help": help})


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings of the plugin; a field `paths` is the setting `MEMOIR_PATHS`."""

    paths: tuple[str, ...] = setting(
        (),
        paths,
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
    excerpt_separator: str = setting(
        excerpt.DEFAULT_SEPARATOR,
        text,
        "What ends a post's excerpt; a post's own `excerpt_separator` goes before. Empty: no excerpt.",
    )
    permalink: str = setting(
        "",
        permalink_pattern,
        "Jekyll's permalink for posts: a style (`date`, `pretty`, …) or a pattern"
        " (`/:year-:month-:day-:title/`). Empty: Pelican's `ARTICLE_URL`.",
    )
    page_permalink: str = setting(
        "",
        permalink_pattern,
        "The site's permalink in Jekyll, for its pages, which take its ending (`/about/`, `/about.html`)."
        " Empty: Pelican's `PAGE_URL`.",
    )
    defaults: tuple[Mapping[str, Any], ...] = setting(
        (), defaults, "Front matter by folder and type, as in the `defaults:` list of a `_config.yml`."
    )
    repair: tuple[str, ...] = setting(
        REPAIRS,
        repairs,
        "What is repaired in the HTML of posts, by name (`docs/repair.md`). Empty: nothing, the HTML stays as written.",
    )
    timeline_save_as: str = setting(
        "timeline.html", file_or_none, "The file of the timeline over all years. Empty: none, in no language."
    )
    timeline_url: str = setting("timeline.html", text, "The address of the timeline.")
    timeline_lang_save_as: str = setting(
        "timeline-{lang}.html",
        pattern_of_language,
        "The file of the timeline in each language but the site's first. Empty: none.",
    )
    timeline_lang_url: str = setting(
        "timeline-{lang}.html", pattern_of_language, "The address of the timeline in another language."
    )
    export_save_as: str = setting(
        "memoirs.json", file_or_none, "The file that holds all memoirs as JSON. Empty or None: none."
    )
    feed_atom: str = setting(
        "feeds/achievements.atom.xml",
        file_or_none,
        "The Atom feed of achievements in the site's first language. Empty or None: none, in no language.",
    )
    feed_lang_atom: str = setting(
        "feeds/achievements-{lang}.atom.xml",
        pattern_of_language,
        "The Atom feed of achievements in each other language. Empty or None: none.",
    )


FIELDS = {PREFIX + entry.name.upper(): entry for entry in fields(Settings)}


def read(source: Mapping[str, Any]) -> Settings:
    """Return the settings that Pelican's mapping holds.

    Raises `SettingsError` with every unknown name and every value that cannot be used.
    """
    problems, values = [], {}
    for name in sorted(key for key in source if isinstance(key, str) and key.startswith(PREFIX)):
        if name not in FIELDS:
            problems.append(problem(name, f"no such setting{suggestion(name, FIELDS)}"))
            continue
        entry = FIELDS[name]
        try:
            values[entry.name] = entry.metadata["check"](source[name])
        except WrongSettingError as error:
            problems.append(problem(name, str(error)))
    if problems:
        raise SettingsError(*problems)
    return Settings(**values)


def as_pelican(settings: Settings) -> dict[str, Any]:
    """Return the settings under Pelican's names, for templates."""
    return {name: getattr(settings, entry.name) for name, entry in FIELDS.items()}


def problem(name: str, message: str) -> Problem:
    """Return the problem of one setting."""
    return Problem(Location("settings"), CODE, f"{name}: {message}")


def suggestion(name: str, known: Mapping[str, object]) -> str:
    """Return `; did you mean …?` for a name that is near a known one, else nothing."""
    near = difflib.get_close_matches(name, known, n=1, cutoff=0.6)
    return f"; did you mean {near[0]}?" if near else ""


def table() -> str:
    """Return the Markdown table of all settings."""
    rows = ["| Setting | Default | What it does |", "|---|---|---|"]
    for name, entry in FIELDS.items():
        default = getattr(Settings(), entry.name)
        shown = json.dumps(list(default) if isinstance(default, tuple) else default, ensure_ascii=False)
        rows.append(f"| `{name}` | `{shown}` | {entry.metadata['help']} |")
    return "\n".join(rows)


def with_table(document: str) -> str:
    """Return a Markdown document with its table of settings as the fields say it; the rest stays."""
    start = document.index(table().split("\n", 1)[0])
    end = document.index("\n\n", start)
    return document[:start] + table() + document[end:]


if __name__ == "__main__":
    file = Path(sys.argv[1])
    file.write_text(with_table(file.read_text(encoding="utf-8")), encoding="utf-8")
