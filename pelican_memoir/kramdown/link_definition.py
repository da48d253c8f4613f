"""Link definitions: `[name]: url "title"`. Source: kramdown's syntax page, "Link Definitions"."""

from __future__ import annotations

import re

from pelican_memoir.kramdown.blocks import FAIL, Frame
from pelican_memoir.kramdown.document import LinkDefinition, normalize_link_id
from pelican_memoir.kramdown.lexis import NOT_WS, OPT_SPACE

_TARGET = rf"{OPT_SPACE}\[([^\n\]]+)\]:[ \t]*(?:<(.*?)>|([^\n]*?{NOT_WS}[^\n]*?))"
_START = re.compile(_TARGET + r"(?:(?:[ \t]*?\n|[ \t]+?)[ \t]*?([\"'])(.+?)\4)?[ \t]*?\n")
_TITLE_BELOW = re.compile(_TARGET + r"(?:[ \t]*?\n[ \t]*?([\"'])(.+?)\4)?[ \t]*?\n")
_LOOSE_TITLE = re.compile(r"[ \t]+[\"']")


def parse(frame: Frame, text: str, pos: int) -> int:
    """A definition; the last one of a name counts."""
    line = text[pos : text.find("\n", pos)].rstrip(" \t")
    match = (_START if line.endswith(('"', "'")) else _TITLE_BELOW).match(text, pos)
    if match is None or _LOOSE_TITLE.search(match.group(3) or ""):
        return FAIL
    name = normalize_link_id(match.group(1))
    links = frame.document.links
    if name in links:
        frame.warn(pos, f"link {name} is defined twice; the last one counts")
    mark = frame.add("eob", "link_def", pos)
    url = match.group(2) if match.group(2) is not None else match.group(3)
    links[name] = LinkDefinition(url, match.group(5), mark)
    return match.end()
