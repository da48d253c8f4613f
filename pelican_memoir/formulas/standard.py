"""MathML as every standard has it: only `mstyle` sets the size of what it holds, in MathML 3 and for validators."""

from __future__ import annotations

import re

_TAG = re.compile(r"<(/?)([a-z]+)([^<>]*?)(/?)>")
_LEVEL = re.compile(r' scriptlevel="[^"]*"')
_SIZE = re.compile(r' (?:displaystyle|scriptlevel)="[^"]*"')


def standard(math: str) -> str:
    """Return a formula that looks the same, with its sizes on `mstyle`; a table takes the size of its place."""
    closing: list[str] = []

    def written(tag: re.Match[str]) -> str:
        ends, name, attributes, is_empty = tag.groups()
        if ends:
            return closing.pop()
        if is_empty:
            return tag.group()
        sizes, others = "".join(_SIZE.findall(attributes)), _SIZE.sub("", attributes)
        if name == "mtable":
            closing.append("</mtable>")
            return f"<mtable{_LEVEL.sub('', attributes)}>"
        if not sizes or name == "mstyle":
            closing.append(f"</{name}>")
            return tag.group()
        closing.append("</mstyle>" if name == "mrow" else f"</{name}></mstyle>")
        return f"<mstyle{sizes}{others}>" if name == "mrow" else f"<mstyle{sizes}><{name}{others}>"

    return _TAG.sub(written, math)
