"""HTML inside text: comments and elements that are spans. Source: kramdown's syntax page, "HTML Spans"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pelican_memoir.kramdown import code_span, html
from pelican_memoir.kramdown.code_span import CodeSpan
from pelican_memoir.kramdown.raw_html import MARKDOWN_ATTRIBUTE
from pelican_memoir.kramdown.spans import DEEPEST, FAIL, TAGS, Scanner, SpanRule, Stop
from pelican_memoir.kramdown.tree import Node

if TYPE_CHECKING:
    from pelican_memoir.kramdown.document import Document

_LINE_BREAKS = re.compile(r"\n+")


def parse(scanner: Scanner, pos: int) -> int:
    """A comment, an element with its content, or a tag that stays text because it is a block's or closes nothing."""
    text = scanner.text
    if match := html.comment(scanner.ahead, pos):
        node = Node("xml_comment", match.group())
        node.model = "span"
        scanner.children.append(node)
        return match.end()
    if match := html.CLOSE.match(text, pos):
        scanner.warn(pos, f"end tag {match.group()} closes nothing that is open; it stays as text")
        scanner.children.append(match.group())
        return match.end()
    match = html.TAG.match(text, pos)
    if match is None:
        return FAIL
    name = html.tag_name(match.group(1))
    if name in html.BLOCK_ELEMENTS:
        scanner.warn(pos, f"<{name}> inside text stays as text; give it a line of its own")
        scanner.children.append(match.group())
        return match.end()
    return _element(scanner, match, name)


def _element(scanner: Scanner, match: re.Match[str], name: str) -> int:
    node = Node("html_element", None, 0)
    node.tag = name
    node.attrs, twice = html.parse_attributes(match.group(2), name in html.KNOWN)
    for key in twice:
        scanner.warn(match.start(), f"attribute {key} of <{name}> is given twice; the last one counts")
    for key, value in node.attrs.items():
        if "\n" in value:
            node.attrs[key] = _LINE_BREAKS.sub(" ", value)
    parsing = _reads_markdown(scanner, node, match.start())
    node.model = "span" if parsing else "raw"
    node.closed = match.group(4) is not None
    scanner.children.append(node)
    if node.closed or name in html.WITHOUT_BODY:
        return match.end()
    if len(scanner.open) >= DEEPEST:
        scanner.warn(match.start(), f"HTML is nested too deeply; <{name}> stays as text")
        scanner.children[-1] = match.group()
        return match.end()
    return _content(scanner, node, match, parsing)


def _reads_markdown(scanner: Scanner, node: Node, pos: int) -> bool:
    options = scanner.document.options
    parsing = (
        html.content_model(node.tag) != "raw" and options.parse_span_html and scanner.rules is not RAW_RULES
    )
    wanted = MARKDOWN_ATTRIBUTE.get(node.attrs.pop("markdown", ""))
    if wanted == "block":
        scanner.warn(pos, f'markdown="block" is not possible inside text; <{node.tag}> is read as usual')
    elif wanted == "span":
        return True
    elif wanted == "default":
        return html.content_model(node.tag) != "raw"
    elif wanted == "raw":
        return False
    return parsing


def _content(scanner: Scanner, node: Node, match: re.Match[str], parsing: bool) -> int:
    rules = scanner.rules
    outer, scanner.children = scanner.children, node.children
    scanner.open.append("html_element")
    if parsing:
        scanner.rules = scanner.document.span_rules
        found = scanner.run(match.end(), _stop(scanner.text, node.tag))
    else:
        scanner.rules = RAW_RULES
        found = scanner.run(match.end(), _stop(scanner.text, node.tag), TAGS.search)
    scanner.open.pop()
    scanner.children, scanner.rules = outer, rules
    if found:
        end = _end_tag(node.tag).match(scanner.text, scanner.pos)
        assert end is not None
        return end.end()
    scanner.warn(match.start(), f"<{node.tag}> is never closed; it ends with the text")
    if scanner.pos < len(scanner.text):
        node.children.append(scanner.text[scanner.pos :])
    return len(scanner.text)


def _end_tag(name: str) -> re.Pattern[str]:
    return html.end_tag(name) if name in html.KNOWN else re.compile(rf"</{re.escape(name)}[ \t\n\v\f\r]*>")


def _stop(text: str, name: str) -> Stop:
    pattern = _end_tag(name)
    return lambda at: pattern.match(text, at) is not None


RAW_RULES: dict[str, tuple[SpanRule, ...]] = {"<": (parse,)}
"""The rules inside an element whose content is not Markdown: tags alone are seen."""


def visible_runs(document: Document, text: str, line: int) -> list[CodeSpan | str]:
    """The text outside of HTML spans, with its code spans taken apart; what HTML elements hold is left out.

    The text is read for a trial, so it warns about nothing.
    """
    told = len(document.problems)
    scanner = Scanner(document, text, line)
    scanner.rules = {"`": (code_span.parse,), "<": (parse,)}
    scanner.is_trial = True
    scanner.run(0)
    del document.problems[told:]
    runs: list[CodeSpan | str] = []
    for child in scanner.children:
        if isinstance(child, Node):
            if child.kind == "codespan":
                runs.append(CodeSpan(child.value or "", 0))
            elif runs and isinstance(runs[-1], str) and runs[-1]:
                runs.append("")
        elif runs and isinstance(runs[-1], str):
            runs[-1] += child
        else:
            runs.append(child)
    return [run for run in runs if run != ""]
