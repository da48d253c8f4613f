"""Escaping, attributes: the smallest pieces of HTML that the renderer writes."""

from __future__ import annotations

import re

_AMPERSAND = re.compile(r"&(?!(?:[A-Za-z0-9_:][-A-Za-z0-9_.:]*|#[0-9]+|#x[0-9a-fA-F]+);)")
_BLANK = " \t\n\v\f\r\0"


def escape(text: str) -> str:
    """`text` with all markup characters escaped, entities too (for code)."""
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    return text.replace(">", "&gt;") if ">" in text else text


def escape_text(text: str) -> str:
    """`text` with markup characters escaped, except the ampersands of entities."""
    if "&" in text:
        text = _AMPERSAND.sub("&amp;", text)
    if "<" in text:
        text = text.replace("<", "&lt;")
    return text.replace(">", "&gt;") if ">" in text else text


def escape_attribute(value: str) -> str:
    """`value` for use between double quotes."""
    value = escape_text(value)
    return value.replace('"', "&quot;") if '"' in value else value


def attributes(attrs: dict[str, str]) -> str:
    """The attributes of a start tag in order, each with a space before it; an empty id is left out."""
    if not attrs:
        return ""
    return "".join(
        f' {name}="{escape_attribute(value)}"'
        for name, value in attrs.items()
        if not (name == "id" and not value.strip(_BLANK))
    )
