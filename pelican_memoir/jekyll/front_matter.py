"""Front matter: the YAML between two fences that opens a Jekyll file, and the text behind it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import yaml

from pelican_memoir.errors import Location, Problem
from pelican_memoir.jekyll import ruby_yaml, yaml_errors
from pelican_memoir.jekyll.control_characters import without
from pelican_memoir.jekyll.ruby_scalars import to_text

CODE = "memoir.front-matter"

# Jekyll's YAML_FRONT_MATTER_REGEXP (document.rb) with Ruby's ASCII `\s`; the atomic group keeps it linear.
FENCES = re.compile(
    r"\A(---(?>[ \t\r\n\f\v]*\n).*?\n?)^((---|\.\.\.)[ \t\r\n\f\v]*$\n?)", re.MULTILINE | re.DOTALL
)
LATE = re.compile(r"\A[ \t]*\n\s*---[ \t]*\n[\w-]+[ \t]*:[ \t\n]")
UNCLOSED = re.compile(r"\A---[ \t]*\n[\w-]+[ \t]*:([ \t]|\n|\Z)")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What `split` finds.

    `found` tells whether the file opens with front matter at all, sound or not. `mapping` holds the values as Ruby's
    YAML types them, `places` the line and column of each value, `body` the text behind the closing fence and
    `body_line` the number of its first line in the file.
    """

    body: str
    found: bool = True
    mapping: dict[str, Any] = field(default_factory=dict)
    places: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    body_line: int = 1
    problems: tuple[Problem, ...] = ()

    def location(self, file: str, key: str) -> Location:
        """Return where the value of `key` stands in `file`; of a key below others (`memoir.year`) it is known too."""
        while key not in self.places and "." in key:
            key = key.rpartition(".")[0]
        return Location(file, *self.places.get(key, ()))


def split(text: str, file: str) -> FrontMatter:
    """Return the front matter and the body of `text`, where lines end in `\\n` and no BOM is left.

    Never raises: what cannot be read as a mapping becomes a `Problem` at its place in `file`, and the body is kept.
    """
    match = FENCES.match(text)
    if match is None:
        if UNCLOSED.match(text):
            return FrontMatter(body=text, problems=(unclosed(file),))
        late = LATE.match(text)
        return FrontMatter(body=text, found=False, problems=(misplaced(file, late[0]),) if late else ())
    body, body_line = text[match.end() :], text.count("\n", 0, match.end()) + 1
    try:
        value, places = ruby_yaml.load(match[1])
    except yaml.YAMLError as error:
        return FrontMatter(body=body, body_line=body_line, problems=(broken(error, file),))
    if isinstance(value, str):
        return FrontMatter(body=text, found=False)  # a text that opens with a rule, and has another one below
    if not isinstance(value, dict | None):
        message = f"expected lines of 'key: value' between the fences, got {describe(value)}"
        problem = Problem(Location(file, 1, 1), CODE, message)
        return FrontMatter(body=body, body_line=body_line, problems=(problem,))
    if value and "\\" in match[1]:  # an escape may bring in what the file itself was rid of
        value = without(value)
    return FrontMatter(body=body, mapping=value or {}, places=places, body_line=body_line)


def with_defaults(front_matter: FrontMatter, defaults: Mapping[str, Any]) -> FrontMatter:
    """Return the front matter with the site's defaults below what the file says itself."""
    if not defaults:
        return front_matter
    return replace(front_matter, mapping=merged(defaults, front_matter.mapping))


def merged(base: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """Return both mappings as one; `over` wins unless it says nothing, and mappings inside are merged alike."""
    result = dict(base)
    for key, value in over.items():
        old = result.get(key)
        if value is None and key in result:
            continue
        both = isinstance(old, Mapping) and isinstance(value, Mapping)
        result[key] = merged(old, value) if both else value  # type: ignore[arg-type]
    return result


def body_of(text: str) -> str:
    """Return the text behind the front matter without reading it; the whole text where there is none."""
    match = FENCES.match(text)
    return text[match.end() :] if match else text


def unclosed(file: str) -> Problem:
    """Return the problem of an opening fence without a closing one."""
    return Problem(Location(file, 1, 1), CODE, "the front matter is not closed: no line of --- ends it")


def misplaced(file: str, head: str) -> Problem:
    """Return the problem of front matter below blank lines; `head` is the text up to its first key."""
    line = head[: head.index("---")].count("\n") + 1
    return Problem(
        Location(file, line, 1), CODE, "front matter must begin in the first line; here it is text"
    )


def broken(error: yaml.YAMLError, file: str) -> Problem:
    """Return libyaml's complaint as a problem with its place, and a hint where the mistake is a common one."""
    location, cause = yaml_errors.read(error, file)
    return Problem(location, CODE, f"the front matter is no valid YAML: {cause}")


def describe(value: object) -> str:
    """Return a value as a short phrase for a message: `nothing`, `3`, `'soon'`, `a list`."""
    if value is None:
        return "nothing"
    if isinstance(value, (list, tuple)):
        return "a list"
    if isinstance(value, dict):
        return "a mapping"
    text = repr(value) if isinstance(value, str) else to_text(value)
    return text if len(text) <= 60 else text[:57] + "..."
