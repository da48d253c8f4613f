"""A blog's `_config.yml`: what Jekyll reads from it, and the defaults that it gives to front matter.

Source of the rules: Jekyll's pages "Configuration" and "Front Matter Defaults"; its class `FrontmatterDefaults`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import yaml

from pelican_memoir.errors import Location, Problem
from pelican_memoir.jekyll import path_pattern, source_file, yaml_errors
from pelican_memoir.jekyll.collections import Collections
from pelican_memoir.jekyll.front_matter import merged
from pelican_memoir.jekyll.ruby_yaml import load

CODE = "memoir.config"
NAMES = ("_config.yml", "_config.yaml")
SINGULAR = {"page": "pages", "post": "posts", "draft": "drafts"}


@dataclass(frozen=True, slots=True)
class Scope:
    """One entry of `defaults:`: the values for all files below `path`, of one type where `type` is given."""

    path: str
    type: str | None
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class SiteConfig:
    """A configuration as YAML typed it, and its `defaults:` as scopes."""

    mapping: Mapping[str, Any] = field(default_factory=dict)
    scopes: tuple[Scope, ...] = ()

    def text(self, *keys: str) -> str:
        """Return the first of the keys that holds a text or a number, '' where none does."""
        for key in keys:
            value = self.mapping.get(key)
            if isinstance(value, (str, int, float)) and not isinstance(value, bool) and str(value).strip():
                return str(value).strip()
        return ""


def read(folder: Path) -> tuple[SiteConfig, tuple[Problem, ...]]:
    """Return the configuration of the blog in `folder`, empty where there is none, and what is wrong with it."""
    path = next((folder / name for name in NAMES if (folder / name).is_file()), None)
    if path is None:
        return SiteConfig(), ()
    text, problems = source_file.load(path, path.name)
    if text is None:
        return SiteConfig(), problems
    config, wrong = parse(text, path.name)
    return config, (*problems, *wrong)


def parse(text: str, file: str) -> tuple[SiteConfig, tuple[Problem, ...]]:
    """Return the configuration that a text holds, and what is wrong with it; `file` is what problems call it."""
    try:
        mapping, _ = load(text)
    except yaml.YAMLError as error:
        place, cause = yaml_errors.read(error, file)
        return SiteConfig(), (Problem(place, CODE, f"YAML that cannot be read: {cause}"),)
    if not isinstance(mapping, Mapping):
        wrong = Problem(Location(file), CODE, "expected a mapping of settings")
        return SiteConfig(), () if mapping is None else (wrong,)
    scopes, wrong_scopes = scopes_of(mapping.get("defaults"), file)
    return SiteConfig(mapping, scopes), wrong_scopes


def scopes_of(entries: object, file: str) -> tuple[tuple[Scope, ...], tuple[Problem, ...]]:
    """Return the scopes that `defaults:` lists, and a problem for each entry that is none."""
    if entries is None:
        return (), ()
    scopes, problems = [], []
    for number, entry in enumerate(entries if isinstance(entries, list) else [entries], 1):
        scope = entry.get("scope") if isinstance(entry, Mapping) else None
        values = entry.get("values") if isinstance(entry, Mapping) else None
        if not isinstance(scope, Mapping) or not isinstance(values, Mapping):
            message = f"defaults: entry {number} needs `scope` and `values`, each a mapping; it is left out"
            problems.append(Problem(Location(file), CODE, message))
            continue
        kind = SINGULAR.get(str(scope.get("type")), scope.get("type"))
        scopes.append(Scope(str(scope.get("path") or ""), None if kind is None else str(kind), values))
    return tuple(scopes), tuple(problems)


def defaults_for(scopes: Iterable[Scope], path: str, kind: str) -> dict[str, Any]:
    """Return the defaults of the file at `path` (from the blog's folder) of the type `kind` (posts, pages, drafts …).

    The longest path wins; of two equally long ones, the one with a type, then the later one. Mappings are merged.
    """
    found: dict[str, Any] = {}
    before: Scope | None = None
    for scope in scopes:
        if (scope.type is not None and scope.type != kind) or not covers(scope.path, path):
            continue
        if before is None or goes_before(scope, before):
            found, before = merged(found, scope.values), scope
        else:
            found = merged(scope.values, found)
    return found


def defaults_of(scopes: Iterable[Scope], path: str, known: Collections) -> dict[str, Any]:
    """Return the defaults of the file at `path`, whose folders tell whether it is a page, or of which collection.

    Drafts are posts here, too; paths of documents, and scopes, begin where collections do.
    """
    scopes, home = tuple(scopes), known.home(path)
    if home.label is None:
        return defaults_for(scopes, path, "pages")
    if known.folder:
        scopes = tuple(replace(scope, path=scope.path.removeprefix(known.folder + "/")) for scope in scopes)
    return defaults_for(scopes, home.path, home.label)


def covers(pattern: str, path: str) -> bool:
    """Tell whether a scope's path, which may hold `*`, is the beginning of a file's path."""
    if not pattern:
        return True
    if "*" not in pattern:
        return path.startswith(pattern)
    return path_pattern.begins(pattern, path)


def goes_before(scope: Scope, other: Scope) -> bool:
    """Tell whether the values of `scope` win over those of `other`, which was listed earlier."""
    lengths = len(scope.path.removeprefix("/")), len(other.path.removeprefix("/"))
    if lengths[0] != lengths[1]:
        return lengths[0] > lengths[1]
    return scope.type is not None or other.type is None
