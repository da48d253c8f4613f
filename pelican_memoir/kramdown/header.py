"""Headers: `# text`, and a line underlined with `===` or `---`.

Source: kramdown's syntax page, "Headers" and "Specifying a Header ID"; kramdown-parser-gfm.
"""

from __future__ import annotations

import functools
import re

from pelican_memoir.kramdown.blocks import FAIL, Frame
from pelican_memoir.kramdown.lexis import BLANKS, OPT_SPACE

_NAME_START = (
    r":A-Z_a-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C-\u200D\u2070-\u218F\u2C00-\u2FEF"
    r"\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\U00010000-\U000EFFFF"
)
_SETEXT = re.compile(rf"{OPT_SPACE}([^ \t].*)\n([-=])[-=]*[ \t\r\f\v]*\n")
_ATX = re.compile(r"(\#{1,6})[\t ]*([^ \t].*)\n")
_ATX_GFM = re.compile(r"(\#{1,6})[\t ]+(.*)\n")
_CLOSING = re.compile(r"(?<!\\)#+\Z")
_CLOSING_GFM = re.compile(r"[\t ]#+\Z")


def parse_setext(frame: Frame, text: str, pos: int) -> int:
    """One line and its underline."""
    match = _SETEXT.match(text, pos)
    if match is None or not frame.after_boundary():
        return FAIL
    written, name = _contents(match.group(1))
    return _add(frame, match, 2 if match.group(2) == "-" else 1, written, name)


def parse_atx(frame: Frame, text: str, pos: int) -> int:
    """A line that begins with one to six `#`; GFM wants white space behind them but no blank line before."""
    gfm = frame.document.gfm
    match = (_ATX_GFM if gfm else _ATX).match(text, pos)
    if match is None:
        return FAIL
    quirk = gfm and "paragraph_end" in frame.document.options.gfm_quirks
    if not quirk and not frame.after_boundary():
        return FAIL
    written, name = _contents(match.group(2))
    closing = (_CLOSING_GFM if quirk else _CLOSING).search(written)
    if closing:
        written = written[: closing.start()].rstrip(BLANKS)
    return _add(frame, match, len(match.group(1)), written, name)


def _contents(written: str) -> tuple[str, str | None]:
    """The text of a header and the id that stands behind it in `{#…}`."""
    written = written.rstrip(BLANKS)
    found = _id().search(written) if written.endswith("}") else None
    if found is None:
        return written, None
    return written[: found.start()].rstrip(BLANKS), found.group(1)


@functools.cache
def _id() -> re.Pattern[str]:
    """Compiled when a header first has one: so many characters may stand in it that it takes as long as all others."""
    return re.compile(
        rf"[\t ]\{{#([{_NAME_START}][{_NAME_START}\-.0-9\u00B7\u0300-\u036F\u203F-\u2040]*)\}}\Z"
    )


def _add(frame: Frame, match: re.Match[str], level: int, written: str, name: str | None) -> int:
    if not written:
        return FAIL
    node = frame.add("header", written, match.start())
    node.level = level
    if name:
        node.attrs["id"] = name
    return match.end()
