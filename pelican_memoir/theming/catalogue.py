"""Reads gettext catalogues (`.po`) as they are written, so that none has to be compiled.

Jinja's gettext tags need an extension that a Pelican site may not load, and know one language for the whole
build; a post has its own. So the texts of the interface come from the same catalogues through a filter.
"""

from __future__ import annotations

import ast
import gettext
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

_LINE = re.compile(r'(?:(msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?)\s+)?(".*")\s*$')


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The texts of one language: (context, text) -> its forms, and which form a count takes."""

    forms: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    plural: Callable[[int], int] = lambda count: int(count != 1)

    def text(self, text: str, context: str = "") -> str:
        """The translation of `text`; the text itself where the catalogue has none."""
        return self.forms.get((context, text), (text,))[0] or text

    def counted(self, singular: str, plural: str, count: int) -> str:
        """The form for `count`; the English one where the catalogue has none."""
        forms = self.forms.get(("", singular), ())
        number = self.plural(count)
        if number < len(forms) and forms[number]:
            return forms[number]
        return singular if count == 1 else plural


def read(path: Path) -> Catalogue:
    """Read one catalogue. Raises ValueError, naming file and line, where a line is none of a catalogue's."""
    forms: dict[tuple[str, str], tuple[str, ...]] = {}
    header = ""
    for entry in _entries(path):
        key = (entry.get("msgctxt", ""), entry.get("msgid", ""))
        texts = tuple(text for name, text in entry.items() if name.startswith("msgstr"))
        if key == ("", ""):
            header = texts[0]
        else:
            forms[key] = texts
    rule = re.search(r"plural=([^;\n]+)", header)
    return Catalogue(forms, gettext.c2py(rule.group(1))) if rule else Catalogue(forms)


def _entries(path: Path) -> Iterator[dict[str, str]]:
    """The entries of a catalogue in order, each a mapping from keyword to text."""
    entry: dict[str, str] = {}
    keyword = ""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        match = _LINE.match(line)
        if match is None or not (match.group(1) or keyword):
            raise ValueError(f"{path.name}:{number}: not a line of a gettext catalogue")
        if match.group(1):
            keyword = match.group(1)
            if keyword == "msgctxt" or (keyword == "msgid" and "msgid" in entry):
                yield from [entry] if entry else []
                entry = {}
        entry[keyword] = entry.get(keyword, "") + str(ast.literal_eval(match.group(2)))
    if entry:
        yield entry
