"""Attribute lists: `{: .class #id key="value" ref}` (IAL) and their definitions `{:ref: …}` (ALD).

Source: kramdown's syntax page, "Attribute List Definitions" and "Inline Attribute Lists".
"""

from __future__ import annotations

import re

from pelican_memoir.kramdown.blocks import FAIL, Frame
from pelican_memoir.kramdown.lexis import ANY_LIST, BLANKS, IAL_BLOCK, ID_NAME, OPT_SPACE, WORD, WS
from pelican_memoir.kramdown.tree import AttributeList

_ID = rf"\#([A-Za-z](?:{WORD}|[:-])*)"
_CLASS = r"\.([^ \t\n\v\f\r.#]+)"
_ID_OR_CLASS = re.compile(rf"{_ID}|{_CLASS}")
_ANY = re.compile(
    rf"(?:\A|{WS})(?:({ID_NAME})=(\"|')((?:\\\}}|\\\2|[^\}}\2])*?)\2|({ID_NAME})"
    rf"|((?:\#[A-Za-z](?:{WORD}|[:-])*|\.[^ \t\n\v\f\r.#]+)+))(?={WS}|\Z)"
)
_DEFINITION = re.compile(rf"{OPT_SPACE}\{{:({ID_NAME}):({ANY_LIST})\}}{WS}*?\n")
_BLOCK_IAL = re.compile(OPT_SPACE + IAL_BLOCK)
DEFINES = frozenset(("link_def", "abbrev_def", "footnote_def"))
"""The marks in the tree that an IAL below them belongs to."""


def parse_list(written: str) -> AttributeList:
    """What stands between `{:` and `}`. The result is empty where nothing could be read."""
    found = AttributeList()
    if written.strip(BLANKS) in ("", ":"):
        return found
    for key, quote, value, ref, names in _ANY.findall(written):
        if ref:
            found.refs.append(ref)
        elif names:
            for name, class_name in _ID_OR_CLASS.findall(names):
                if class_name:
                    found.set("class", class_name)
                else:
                    found.attrs["id"] = name
        else:
            found.attrs[key] = re.sub(rf"\\(\}}|{quote})", r"\1", value)
    return found


def _is_empty(found: AttributeList) -> bool:
    return not found.attrs and not found.refs


def read(frame: Frame, written: str, pos: int) -> AttributeList:
    """The list, with a warning where it says nothing."""
    found = parse_list(written)
    if _is_empty(found) and written.strip(BLANKS) not in ("", ":"):
        frame.warn(pos, f"nothing in {{:{written}}} is a class, an id, an attribute or a reference")
    return found


def parse_definition(frame: Frame, text: str, pos: int) -> int:
    """An ALD: attributes under a name, for IALs to refer to."""
    match = _DEFINITION.match(text, pos)
    if match is None:
        return FAIL
    known = frame.document.attribute_lists.setdefault(match.group(1), AttributeList())
    known.update(read(frame, match.group(2), pos))
    frame.add("eob", "ald")
    return match.end()


def parse_block(frame: Frame, text: str, pos: int) -> int:
    """An IAL on a line of its own: for the block right before it, else for the block that follows."""
    match = _BLOCK_IAL.match(text, pos)
    if match is None:
        return FAIL
    found = read(frame, match.group(1), pos)
    last = frame.last()
    if last is not None and last.kind != "blank" and (last.kind != "eob" or last.value in DEFINES):
        if last.ial is None:
            last.ial = AttributeList()
        last.ial.update(found)
        if _BLOCK_IAL.match(text, match.end()) is None:
            frame.add("eob", "ial")
    else:
        if frame.block_ial is None:
            frame.block_ial = AttributeList()
        frame.block_ial.update(found)
    return match.end()


ITEM_IAL = re.compile(rf"{WS}*\{{:(?!(?:{ID_NAME})?:|/)({ANY_LIST})\}}{WS}*")
"""An IAL that opens a list item."""
ITEM_IAL_ALONE = re.compile(rf"(?:{WS}*\{{:(?!(?:{ID_NAME})?:|/){ANY_LIST}\}}{WS}*)?{WS}*\n")
