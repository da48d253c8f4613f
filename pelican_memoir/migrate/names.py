"""Tags and categories that Pelican would take for one: `C`, `C++` and `C#`, or 事实 and 实时, get pages of their own.

Pelican compares them by the slugs of their pages, Jekyll by their names. Names that differ in case alone stay one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from unidecode import unidecode

from pelican_memoir.migrate.conf import Settings

USUAL = [(r"[^\w\s-]+", ""), (r"\A\s+|\s+\Z", ""), (r"[-\s]+", "-")]
"""What Pelican's slugs are made by where nothing else is set: signs go, white space is a hyphen."""
SPELLED = {"+": " plus ", "#": " sharp ", ".": " dot ", "&": " and ", "*": " star ", "|": " bar "}


def keep_apart(settings: Settings, kind: str, names: Iterable[str]) -> None:
    """Set how the slugs of a kind (`TAG`, `CATEGORY`) are made, where the usual way gives two of `names` the same.

    Where the blog's own pages of them have addresses (jekyll-archives) these stay.
    """
    key = f"{kind}_REGEX_SUBSTITUTIONS"
    wanted = {name.casefold(): name for name in sorted(names)}
    if key in settings:
        return
    in_script = bool(settings.get("SLUGIFY_USE_UNICODE"))
    if any(not name.isascii() for name in unclear(wanted, in_script)):
        settings["SLUGIFY_USE_UNICODE"] = in_script = True
    own = spelled_out(wanted, unclear(wanted, in_script), in_script, kind.lower())
    if own:
        settings[key] = [*((rf"\A{re.escape(name)}\Z", slug) for name, slug in own.items()), *USUAL]


def slug_of(settings: Settings, kind: str, name: str) -> str:
    """Return the slug that Pelican makes of a name of that kind (`TAG`, `CATEGORY`)."""
    substitutions = settings.get(f"{kind}_REGEX_SUBSTITUTIONS", USUAL)
    return usual(name, bool(settings.get("SLUGIFY_USE_UNICODE")), substitutions)


def usual(name: str, in_script: bool, substitutions: Iterable[tuple[str, str]] = USUAL) -> str:
    """Return the slug that Pelican makes of a name, in its own script or in Latin letters."""
    slug = unicodedata.normalize("NFKC", name)
    slug = slug if in_script else unidecode(slug)
    for pattern, replacement in substitutions:
        slug = re.sub(pattern, replacement, slug, flags=re.IGNORECASE)
    return slug.lower()


def unclear(wanted: dict[str, str], in_script: bool) -> list[str]:
    """Return the names without a slug, and those that share theirs, but for the one that is written as its slug."""
    sharing: dict[str, list[str]] = {}
    for name in wanted.values():
        sharing.setdefault(usual(name, in_script), []).append(name)
    return [
        name
        for slug, names in sharing.items()
        for name in names
        if not slug or (len(names) > 1 and name.casefold() != slug)
    ]


def spelled_out(wanted: dict[str, str], names: list[str], in_script: bool, word: str) -> dict[str, str]:
    """Return a slug of its own for each of `names`: its signs as words, and a number where that says nothing new."""
    taken = {usual(name, in_script) for name in wanted.values() if name not in names} | {""}
    found = {}
    for name in names:
        base = usual("".join(SPELLED.get(char, char) for char in name), in_script)
        slugs = (base, *(f"{base or word}-{number}" for number in range(2, len(wanted) + 3)))
        found[name] = next(slug for slug in slugs if slug not in taken)
        taken.add(found[name])
    return found
