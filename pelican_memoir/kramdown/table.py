"""Tables: rows with pipes, separator lines that make header, bodies and footer, alignment by colons.

Source: kramdown's syntax page, "Tables".
"""

from __future__ import annotations

import re

from pelican_memoir.kramdown.blocks import FAIL, Frame
from pelican_memoir.kramdown.code_span import CodeSpan, split_code
from pelican_memoir.kramdown.html_span import visible_runs
from pelican_memoir.kramdown.lexis import BLANKS, BLOCK_BOUNDARY, OPT_SPACE
from pelican_memoir.kramdown.tree import Node

_PIPE = r"(?:\||.*?[^\\\n]\|)"
_LINE = re.compile(rf"{_PIPE}.*?\n")
_START = re.compile(rf"{OPT_SPACE}(?=[^ \t\n\v\f\r]){_PIPE}.*?\n")
_HAS_PIPE = re.compile(_PIPE)
_SEPARATOR = re.compile(r"(?=[^\n-]*-)([+|: \t-]+)\n")
_ALIGNMENT = re.compile(r"[ \t]?(:?)-+(:?)[ \t]?")
_FOOTER = re.compile(r"(?=[^\n=]*=)[+|: \t=]+\n")
_ROW = re.compile(r"(.*)\n")
_CODE_TAG = re.compile(r"(<code.*?>.*?</code>)")
_CELL_END = re.compile(r"(?<!\\)\|")


class _Table:
    """A table while its lines are read."""

    def __init__(self, node: Node, leading_pipe: bool) -> None:
        self.node = node
        self.leading_pipe = leading_pipe
        self.alignment: list[str] = []
        self.rows: list[Node] = []
        self.columns = 0
        self.has_footer = False

    def close(self, kind: str, force: bool = False) -> None:
        """Put the rows read so far into a section; behind the footer line none but the footer is opened."""
        if not self.has_footer or kind != "tbody" or force:
            section = Node(kind)
            section.children.extend(self.rows)
            self.rows = []
            self.node.children.append(section)

    def separator(self, written: str) -> None:
        """A line of dashes: the first below rows ends the header and sets the alignment, others end a body."""
        if not self.rows:
            return
        if self.alignment or self.has_footer:
            self.close("tbody")
            return
        self.close("thead")
        for left, right in _ALIGNMENT.findall(written.rstrip(" \t")):
            self.alignment.append(
                "center" if left and right else "left" if left else "right" if right else ""
            )

    def row(self, written: str) -> None:
        """A line of cells."""
        cells = split_cells(written)
        if self.leading_pipe and not cells[0].strip(BLANKS):
            cells.pop(0)
        if cells and not cells[-1].strip(BLANKS):
            cells.pop()
        row = Node("tr")
        row.children.extend(Node("td", cell.strip(BLANKS), self.node.line) for cell in cells)
        self.columns = max(self.columns, len(cells))
        self.rows.append(row)

    def finish(self) -> bool:
        """Close what is open and fill up short rows; False for a table without a body."""
        if self.rows:
            self.close("tfoot" if self.has_footer else "tbody")
        sections = [child for child in self.node.children if isinstance(child, Node)]
        if not any(section.kind == "tbody" for section in sections):
            return False
        alignment = (self.alignment + [""] * self.columns)[: self.columns]
        for section in sections:
            for row in section.children:
                if isinstance(row, Node):
                    row.children.extend(Node("td", "") for _ in range(self.columns - len(row.children)))
                    _align(row, alignment, "th" if section.kind == "thead" else "td")
        return True


def _align(row: Node, alignment: list[str], tag: str) -> None:
    for cell, side in zip(row.children, alignment, strict=True):
        if isinstance(cell, Node):
            cell.tag = tag
            cell.model = side


def split_cells(written: str) -> list[str]:
    """The cells of a row: pipes divide, except escaped ones and those in code spans or `<code>`."""
    cells: list[str] = []
    for index, part in enumerate(_CODE_TAG.split(written) if "</code>" in written else (written,)):
        if index % 2:
            _extend(cells, [part])
            continue
        for run in split_code(part):
            if isinstance(run, CodeSpan):
                _extend(cells, [run.as_written()])
            else:
                _extend(cells, [cell.replace("\\|", "|") for cell in _CELL_END.split(run)])
    return cells or [""]


def _extend(cells: list[str], more: list[str]) -> None:
    if cells:
        cells[-1] += more[0]
        cells.extend(more[1:])
    else:
        cells.extend(more)


def parse(frame: Frame, text: str, pos: int) -> int:
    """Lines that each hold a pipe outside of code, with a block boundary on both sides.

    A waiting IAL is taken even where the lines turn out to be no table, as kramdown does.
    """
    line_end = text.find("\n", pos)
    if text.find("|", pos, line_end) < 0 or not frame.after_boundary() or not _START.match(text, pos):
        return FAIL
    leading = text[pos:line_end].lstrip(BLANKS).startswith("|")
    table = _Table(frame.new("table", None, pos), leading)
    end = _read_lines(table, text, pos)
    if BLOCK_BOUNDARY.match(text, end) is None or not _pipes_are_visible(frame, text[pos : end - 1], pos):
        return FAIL
    if not table.finish():
        frame.warn(pos, "a table without a body; it stays as text")
        return FAIL
    frame.tree.children.append(table.node)
    return end


def _read_lines(table: _Table, text: str, pos: int) -> int:
    if match := _SEPARATOR.match(text, pos):
        pos = match.end()
    while _LINE.match(text, pos):
        if match := _SEPARATOR.match(text, pos):
            table.separator(match.group(1))
        elif match := _FOOTER.match(text, pos):
            if table.rows:
                table.close("tbody", force=True)
            table.has_footer = True
        elif match := _ROW.match(text, pos):
            table.row(match.group(1).rstrip(" \t"))
        else:
            break
        pos = match.end()
    return pos


def _pipes_are_visible(frame: Frame, written: str, pos: int) -> bool:
    """Whether each line has a pipe outside of code spans and HTML, so that the lines are rows and not text."""
    pipe_on_line = False
    for run in visible_runs(frame.document, written, frame.line_at(pos)):
        code = isinstance(run, CodeSpan)
        lines = _ruby_split(run.text if isinstance(run, CodeSpan) else run)
        if code:
            if len(lines) > 2 or (len(lines) == 2 and not pipe_on_line):
                break
            if len(lines) == 2:
                pipe_on_line = False
        else:
            if len(lines) > 1 and not pipe_on_line and not _HAS_PIPE.match(lines[0]):
                break
            pipe_on_line = (pipe_on_line and len(lines) <= 1) or bool(lines and _HAS_PIPE.match(lines[-1]))
    return pipe_on_line


def _ruby_split(text: str) -> list[str]:
    """`text.split("\\n")` as Ruby does it: empty strings at the end are dropped."""
    lines = text.split("\n")
    while lines and not lines[-1]:
        lines.pop()
    return lines
