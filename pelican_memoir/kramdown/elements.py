"""How each kind of node that holds others is written as HTML. Source: kramdown's HTML converter."""

from __future__ import annotations

import re

from pelican_memoir.kramdown import footnote_list, html
from pelican_memoir.kramdown.entity import NO_BREAK_SPACE, write_entity
from pelican_memoir.kramdown.header_ids import basic_id
from pelican_memoir.kramdown.markup import attributes
from pelican_memoir.kramdown.render import Element, Opened, Renderer, ends_line, is_empty, margin
from pelican_memoir.kramdown.toc import toc_html
from pelican_memoir.kramdown.tree import Node


def _block(renderer: Renderer, node: Node, indent: int) -> Opened:
    """An element on a line of its own: `<p>…</p>`."""
    return _line(node, indent, node.kind, node.attrs)


def _line(node: Node, indent: int, name: str, attrs: dict[str, str]) -> Opened:
    return Opened(node.children, indent + 2, f"{margin(indent)}<{name}{attributes(attrs)}>", f"</{name}>\n")


def _container(renderer: Renderer, node: Node, indent: int) -> Opened:
    """An element whose content has lines of its own: `<blockquote>`."""
    space, name = margin(indent), node.kind
    return Opened(
        node.children, indent + 2, f"{space}<{name}{attributes(node.attrs)}>\n", f"{space}</{name}>\n"
    )


def _span(renderer: Renderer, node: Node, indent: int) -> Opened:
    return Opened(node.children, indent + 2, f"<{node.kind}{attributes(node.attrs)}>", f"</{node.kind}>")


def _bare(renderer: Renderer, node: Node, indent: int) -> Opened:
    return Opened(node.children, indent + 2, "", "")


def _paragraph(renderer: Renderer, node: Node, indent: int) -> Opened:
    if node.transparent:
        return _bare(renderer, node, indent)
    only = node.children[0] if len(node.children) == 1 else None
    if (
        isinstance(only, Node)
        and only.kind == "img"
        and only.ial is not None
        and "standalone" in only.ial.refs
    ):
        return _figure(node, only, indent)
    return _block(renderer, node, indent)


def _figure(node: Node, image: Node, indent: int) -> Opened:
    """A paragraph with nothing but an image that is marked `{:standalone}`."""
    outer, inner = dict(node.attrs), dict(image.attrs)
    for name in ("class", "id"):
        if name in inner and name not in outer:
            outer[name] = inner.pop(name)
    space = margin(indent)
    body = f"{space}  <img{attributes(inner)} />\n{space}  <figcaption>{inner.get('alt', '')}</figcaption>\n"
    return Opened([], indent, f"{space}<figure{attributes(outer)}>\n{body}", f"{space}</figure>\n")


def _header(renderer: Renderer, node: Node, indent: int) -> Opened:
    options = renderer.options
    attrs = dict(node.attrs)
    if options.auto_ids and "id" not in attrs:
        attrs["id"] = renderer.ids.make(node.tag)
    if (
        "id" in attrs
        and node.level in options.toc_levels
        and not re.search(r"\bno_toc\b", attrs.get("class", ""))
    ):
        renderer.headers.append((node.level, attrs["id"], node.children))
    return _line(node, indent, f"h{max(min(node.level + options.header_offset, 6), 1)}", attrs)


def _list(renderer: Renderer, node: Node, indent: int) -> Opened:
    refs = node.ial.refs if node.ial is not None else []
    if "toc" in refs and renderer.toc is None:
        renderer.toc = node
        return Opened([], indent, renderer.mark(lambda: toc_html(renderer, node)), "")
    if "footnotes" in refs and renderer.footnote_place is None:
        renderer.footnote_place = node
        return Opened(
            [], indent, renderer.mark(lambda: footnote_list.footnotes_html(renderer), first=True), ""
        )
    return _container(renderer, node, indent)


def _item(renderer: Renderer, node: Node, indent: int) -> Opened:
    space, name, attrs = margin(indent), node.kind, attributes(node.attrs)
    first = node.children[0] if node.children else None
    if first is None or (isinstance(first, Node) and first.kind == "p" and first.transparent):

        def close(out: list[str], content: int) -> None:
            out.append(f"{space if ends_line(out, content) else ''}</{name}>\n")

        return Opened(node.children, indent + 2, f"{space}<{name}{attrs}>", close)
    return Opened(node.children, indent + 2, f"{space}<{name}{attrs}>\n", f"{space}</{name}>\n")


def _term(renderer: Renderer, node: Node, indent: int) -> Opened:
    parent = renderer.stack[-1]
    for ref in parent.ial.refs if parent.ial is not None and "id" not in node.attrs else ():
        if found := re.match(r"auto_ids(?:-([\w-]+))?", ref):
            node.attrs["id"] = f"{found.group(1) or ''}{basic_id(node.value or '')}".lstrip()
            break
    return _block(renderer, node, indent)


def _cell(renderer: Renderer, node: Node, indent: int) -> Opened:
    attrs = dict(node.attrs)
    if node.model:
        style = f"{attrs['style']}; " if "style" in attrs else ""
        attrs["style"] = f"{style}text-align: {node.model}"
    opened = _line(node, indent, node.tag, attrs)
    if not node.children:
        opened.opening += write_entity(renderer.options, NO_BREAK_SPACE)
    return opened


def _html(renderer: Renderer, node: Node, indent: int) -> Opened:
    if node.in_text:
        return _html_span(node, indent)
    name, tag = node.tag, f"<{node.tag}{attributes(node.attrs)}"
    parent = renderer.stack[-1]
    in_raw = parent.kind == "html_element" and parent.model == "raw"
    space, end = ("", "") if in_raw else (margin(indent), "\n")

    def close(out: list[str], content: int) -> None:
        if node.closed and node.model == "raw":
            out[content - 1 :] = [f"{space}{tag} />{end}"]
        elif is_empty(out, content):
            out[content - 1] = f"{space}{tag}" + (
                f" />{end}" if name in html.WITHOUT_BODY else f"></{name}>{end}"
            )
        elif node.model != "block":
            out.append(f"</{name}>{end}")
        else:
            line = "" if ends_line(out, content) else "\n"
            out.append(f"{line}{margin(indent)}</{name}>{end}")

    return Opened(
        node.children, indent + 2, f"{space}{tag}>" + ("\n" if node.model == "block" else ""), close
    )


def _html_span(node: Node, indent: int) -> Opened:
    name, tag = node.tag, f"<{node.tag}{attributes(node.attrs)}"
    if name in html.WITHOUT_BODY and not node.children:
        return Opened([], indent, f"{tag} />", "")
    return Opened(node.children, indent + 2, f"{tag}>", f"</{name}>")


def _link(renderer: Renderer, node: Node, indent: int) -> Opened:
    return Opened(node.children, indent + 2, f"<a{attributes(node.attrs)}>", "</a>")


ELEMENTS: dict[str, Element] = {
    "p": _paragraph,
    "raw_text": _bare,
    "header": _header,
    "blockquote": _container,
    "ul": _list,
    "ol": _list,
    "dl": _container,
    "li": _item,
    "dd": _item,
    "dt": _term,
    "table": _container,
    "thead": _container,
    "tbody": _container,
    "tfoot": _container,
    "tr": _container,
    "td": _cell,
    "html_element": _html,
    "em": _span,
    "strong": _span,
    "a": _link,
}
