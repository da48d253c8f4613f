"""Paths with `*`, as the scopes of `defaults:` have them, matched in time that grows with path and pattern alone.

As regular expressions, patterns of some stars take longer than anybody waits.
"""

from __future__ import annotations

import re

_PARTS = re.compile(r"\*{2,}/|\*{2,}|\*|[^*]", re.DOTALL)
_WITHIN, _ANY, _FOLDERS, _INSIDE = "*", "**", "**/", "**/ inside"


def begins(pattern: str, path: str) -> bool:
    """Tell whether a pattern matches a path, or folders that it lies in.

    `*` stands for anything but `/`, `**` for anything, `**/` for any folders or none.
    """
    tokens = _tokens(pattern)
    states = _with_empty({0}, tokens)
    for character in path:
        if character == "/" and len(tokens) in states:
            return True
        states = _with_empty(_behind(character, states, tokens), tokens)
        if not states:
            return False
    return len(tokens) in states


def _tokens(pattern: str) -> list[str]:
    tokens: list[str] = []
    for part in _PARTS.findall(pattern):
        if part.startswith("**"):
            tokens += [_FOLDERS, _INSIDE] if part.endswith("/") else [_ANY]
        else:
            tokens.append(part)
    return tokens


def _behind(character: str, states: set[int], tokens: list[str]) -> set[int]:
    """Return the states behind one more character of the path."""
    found: set[int] = set()
    for state in states:
        token = tokens[state] if state < len(tokens) else None
        if token in (_ANY, _INSIDE) or (token == _WITHIN and character != "/"):
            found.add(state)
        if token == character != _WITHIN or (token == _INSIDE and character == "/"):
            found.add(state + 1)
    return found


def _with_empty(states: set[int], tokens: list[str]) -> set[int]:
    """Return the states with those that are reached where a star stands for nothing."""
    found, waiting = set(states), list(states)
    while waiting:
        state = waiting.pop()
        token = tokens[state] if state < len(tokens) else None
        steps = {_WITHIN: (1,), _ANY: (1,), _FOLDERS: (1, 2)}.get(token or "", ())
        new = {state + step for step in steps} - found
        found |= new
        waiting += new
    return found
