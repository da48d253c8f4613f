"""How nodes that hold no others are written: code, math, comments, images. Source: kramdown's HTML converter."""

from __future__ import annotations

import re

from pelican_memoir.kramdown import footnote_list
from pelican_memoir.kramdown.highlight import highlight, highlighter_class
from pelican_memoir.kramdown.lexis import NOT_WS
from pelican_memoir.kramdown.markup import attributes, escape, escape_attribute
from pelican_memoir.kramdown.render import Leaf, Renderer, margin
from pelican_memoir.kramdown.tree import Node

_LANGUAGE = re.compile(rf"\blanguage-({NOT_WS}+)")
_SPACES = re.compile(r"(^[ \t]+)|([ \t]+$)|([ \t]+)", re.MULTILINE)


def _code_block(renderer: Renderer, node: Node, indent: int) -> str:
    attrs = dict(node.attrs)
    classes = attrs.get("class", "")
    found = _LANGUAGE.search(classes)
    language = found.group(1) if found else None
    if found:
        rest = (classes[: found.start()] + classes[found.end() :]).strip()
        attrs["class"] = rest
        if not rest:
            del attrs["class"]
    code = node.value or ""
    written = node.tag if node.tag != "codeblock" else language
    result = highlight(renderer.options, code, written, "block")
    space = margin(indent)
    if result is None:
        inner = f' class="{escape_attribute(f"language-{language}")}"' if language else ""
        text = escape(code).removesuffix("\n")
        if re.search(r"\bshow-whitespaces\b", classes):
            text = _SPACES.sub(_show, text)
        return f"{space}<pre{attributes(attrs)}><code{inner}>{text}\n</code></pre>\n"
    _name_language(attrs, language or _default(renderer), renderer)
    return f"{space}<div{attributes(attrs)}>{result[0]}{space}</div>\n"


def _default(renderer: Renderer) -> str:
    return str(renderer.options.syntax_highlighter_opts.get("default_lang") or "plaintext")


def _name_language(attrs: dict[str, str], language: str, renderer: Renderer) -> None:
    """Write the language and the highlighter into the class, in Rouge's order."""
    classes = f"{attrs.get('class', '')} {highlighter_class(renderer.options)}".lstrip()
    if found := _LANGUAGE.match(classes):
        attrs["class"] = f"language-{language}{classes[found.end() :]}"
    else:
        attrs["class"] = f"language-{language} {classes}"


def _show(match: re.Match[str]) -> str:
    suffix = "-l" if match.group(1) else "-r" if match.group(2) else ""
    return "".join(
        f'<span class="ws-tab{suffix}">\t</span>'
        if c == "\t"
        else f'<span class="ws-space{suffix}">&#8901;</span>'
        for c in match.group()
    )


def _code_span(renderer: Renderer, node: Node, indent: int) -> str:
    attrs = dict(node.attrs)
    found = _LANGUAGE.search(attrs.get("class", ""))
    result = highlight(renderer.options, node.value or "", found.group(1) if found else None, "span")
    if result is None:
        return f"<code{attributes(attrs)}>{escape(node.value or '')}</code>"
    _name_language(attrs, result[1], renderer)
    return f"<code{attributes(attrs)}>{result[0]}</code>"


def _math(renderer: Renderer, node: Node, indent: int) -> str:
    value, block = node.value or "", node.model == "block"
    if renderer.options.math_engine != "mathjax":
        attrs = {**node.attrs, "class": f"{node.attrs.get('class', '')} kdmath".lstrip()}
        if block:
            return f"{margin(indent)}<div{attributes(attrs)}>$$\n{value}\n$$</div>\n"
        return f"<span{attributes(attrs)}>${_kept(value, renderer)}$</span>"
    result = f"\\[{escape(value)}\\]\n" if block else f"\\({escape(value)}\\)"
    if not node.attrs:
        return result
    if block:
        return f"{margin(indent)}<div{attributes(node.attrs)}>{result}</div>\n"
    return f"<span{attributes(node.attrs)}>${_kept(value, renderer)}$</span>"


def _kept(html: str, renderer: Renderer) -> str:
    """Return what authors wrote past Markdown, or a mark for it where a host wants a tree."""
    return html if renderer.stash is None else renderer.stash(html)


def _comment(renderer: Renderer, node: Node, indent: int) -> str:
    written = _kept(f"<!-- {node.value} -->", renderer)
    return f"{margin(indent)}{written}\n" if node.model == "block" else written


def _xml_comment(renderer: Renderer, node: Node, indent: int) -> str:
    parent = renderer.stack[-1]
    written = _kept(node.value or "", renderer)
    if node.model == "block" and not (parent.kind == "html_element" and parent.model == "raw"):
        return f"{margin(indent)}{written}\n"
    return written


def _raw(renderer: Renderer, node: Node, indent: int) -> str:
    if node.tag != "raw" and node.tag.split() and "html" not in node.tag.split():
        return ""
    text = node.value or ""
    if node.model:
        text = _kept(text, renderer)
    return text + ("\n" if node.model == "block" else "")


def _abbreviation(renderer: Renderer, node: Node, indent: int) -> str:
    name = node.value or ""
    title, mark = renderer.document.abbreviations[name]
    attrs = {**mark.attrs, **({"title": title} if title else {})}
    return f"<abbr{attributes(attrs)}>{name}</abbr>"


def _rule(renderer: Renderer, node: Node, indent: int) -> str:
    return f"{margin(indent)}<hr{attributes(node.attrs)} />\n"


def _image(renderer: Renderer, node: Node, indent: int) -> str:
    return f"<img{attributes(node.attrs)} />"


LEAVES: dict[str, Leaf] = {
    "blank": lambda renderer, node, indent: "\n",
    "br": lambda renderer, node, indent: "<br />",
    "hr": _rule,
    "img": _image,
    "codeblock": _code_block,
    "codespan": _code_span,
    "math": _math,
    "comment": _comment,
    "xml_comment": _xml_comment,
    "raw": _raw,
    "abbreviation": _abbreviation,
    "footnote": footnote_list.marker,
}
