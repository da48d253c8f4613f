"""Extensions: `{::comment}`, `{::nomarkdown}` and `{::options}`, as blocks and inside text.

Source: kramdown's syntax page, "Extensions".
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from pelican_memoir.kramdown.attribute_list import parse_list
from pelican_memoir.kramdown.blocks import FAIL, Frame
from pelican_memoir.kramdown.lexis import ANY_CHARS, ID_NAME, OPT_SPACE, WORD, WS
from pelican_memoir.kramdown.options import CHECKS, WITHOUT_EFFECT, OptionError
from pelican_memoir.kramdown.tree import AttributeList, Node

if TYPE_CHECKING:
    from pelican_memoir.kramdown.document import Document
    from pelican_memoir.kramdown.spans import Scanner

_TAG = rf"(?:\{{::({WORD}+)(?:{WS}({ANY_CHARS}*?)|)(/)?\}}|\{{:/({ID_NAME})?\}})"
_BLOCK = re.compile(rf"{OPT_SPACE}{_TAG}{WS}*?\n")
_SPAN = re.compile(_TAG)
_NAMES = ("comment", "nomarkdown", "options")


@lru_cache(maxsize=64)
def _stop(name: str, block: bool) -> re.Pattern[str]:
    tag = rf"\{{:/({re.escape(name)})?\}}"
    # Behind the end of a block kramdown takes spaces alone, behind its beginning any white space.
    return re.compile(rf"^{OPT_SPACE}{tag} *\n" if block else tag, re.MULTILINE)


class _Found:
    """An extension as written: its node (None for options), and the position behind it; or what is wrong with it."""

    __slots__ = ("end", "node", "wrong")

    def __init__(self, end: int = FAIL, node: Node | None = None, wrong: str = "") -> None:
        self.end = end
        self.node = node
        self.wrong = wrong


def parse_block(frame: Frame, text: str, pos: int) -> int:
    """An extension on lines of its own."""
    match = _BLOCK.match(text, pos)
    if match is None:
        return FAIL
    found = _read(frame.document, text, match, True)
    if found.wrong:
        frame.warn(pos, found.wrong)
        return FAIL
    if found.node is not None:
        frame.tree.children.append(found.node)
    elif match.group(1) == "options":
        frame.add("eob", "extension", pos)
    return found.end


def parse_span(scanner: Scanner, pos: int) -> int:
    """An extension inside text; one that is wrong stays as text."""
    match = _SPAN.match(scanner.text, pos) if scanner.ahead.has("}", pos) else None
    if match is None:
        return FAIL
    found = _read(scanner.document, scanner.text, match, False)
    if found.wrong:
        scanner.warn(pos, found.wrong)
        scanner.children.append("{")
        return pos + 1
    if found.node is not None:
        scanner.children.append(found.node)
    return found.end


def _read(document: Document, text: str, match: re.Match[str], block: bool) -> _Found:
    name = match.group(1)
    if not name:
        return _Found(wrong=f"{match.group().strip()} ends no extension; it stays as text")
    end, body = match.end(), None
    if not match.group(3):
        stop = _stop(name, block).search(text, end)
        if stop is None:
            return _Found(
                wrong=f"{{::{name}}} is never ended; add {{:/{name}}} behind it, or /}} to close it at once"
            )
        body = text[end : stop.start()]
        body = body.removesuffix("\n") if block else body
        end = stop.end()
    if name not in _NAMES:
        return _Found(wrong=f"there is no extension {name}; known are {', '.join(_NAMES)}")
    attributes = parse_list(match.group(2) or "")
    if name == "options":
        _set_options(document, attributes, text.count("\n", 0, match.start()) + 1)
        return _Found(end)
    if body is None:
        return _Found(end)
    node = Node("comment" if name == "comment" else "raw", body)
    node.model = "block" if block else "span"
    if name == "nomarkdown":
        node.tag = attributes.attrs.get("type", "")
    return _Found(end, node)


def _set_options(document: Document, attributes: AttributeList, line: int) -> None:
    for name, value in attributes.attrs.items():
        if name in document.options.forbidden_inline_options or name == "forbidden_inline_options":
            document.warn(line, f"option {name} may not be set in a text")
        elif name in CHECKS:
            try:
                document.options.set(name, value)
            except OptionError as error:
                document.warn(line, f"option {name}: {error}")
        elif name not in WITHOUT_EFFECT:
            document.warn(line, f"there is no option {name}")
