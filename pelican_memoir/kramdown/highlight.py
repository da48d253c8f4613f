"""Code in colour: Pygments inside the wrapper that Rouge and Jekyll write, so that old style sheets still apply.

Source: kramdown's Rouge highlighter, Jekyll's defaults (`guess_lang: true`, `default_lang: plaintext`).
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from pygments.lexer import Lexer
from pygments.lexers import get_lexer_by_name
from pygments.token import STANDARD_TYPES, _TokenType
from pygments.util import ClassNotFound

from pelican_memoir.kramdown.markup import escape
from pelican_memoir.kramdown.options import Options
from pelican_memoir.kramdown.rouge_names import ROUGE_NAMES, TO_PYGMENTS


def highlighter_class(options: Options) -> str:
    """The class that names the highlighter, as old style sheets expect it."""
    return f"highlighter-{options.syntax_highlighter}"


def highlight(options: Options, code: str, language: str | None, part: str) -> tuple[str, str] | None:
    """`code` as HTML and the language it was read as; None where it is to be printed plainly.

    `part` is "block" or "span". A language that Rouge does not know is None, as in Jekyll.
    """
    if options.syntax_highlighter != "rouge":
        return None
    settings = _settings(options, part)
    default = settings.get("default_lang") or "plaintext"
    if settings.get("disable") or not (language or default or options.guess_lang):
        return None
    name = (language or str(default)).split("?", 1)[0]
    if name not in ROUGE_NAMES or (name in ("plaintext", "text") and not options.guess_lang):
        return None
    written = language or str(default)
    body = colour(code, name)
    if part == "span":
        return body, written
    if settings.get("line_numbers"):
        body = _numbered(body, code, int(settings.get("start_line") or 1))
    if settings.get("wrap") is not False:
        css = escape(str(settings.get("css_class") or "highlight"))
        body = f'<div class="highlight"><pre class="{css}"><code>{body}</code></pre></div>'
    return body, written


def _settings(options: Options, part: str) -> dict[str, Any]:
    found = {str(key).lstrip(":"): value for key, value in options.syntax_highlighter_opts.items()}
    own = found.pop(part, None) or {}
    found.pop("block", None)
    found.pop("span", None)
    return {**found, **{str(key).lstrip(":"): value for key, value in own.items()}}


def _numbered(body: str, code: str, first: int) -> str:
    """A table of two columns: line numbers that selection leaves out, and the code."""
    numbers = "".join(f"{first + index}\n" for index in range(code.count("\n") + (not code.endswith("\n"))))
    return (
        f'<table class="rouge-table"><tbody><tr><td class="rouge-gutter gl"><pre class="lineno">{numbers}</pre></td>'
        f'<td class="rouge-code"><pre>{body}</pre></td></tr></tbody></table>'
    )


@lru_cache(maxsize=64)
def _lexer(name: str) -> Lexer | None:
    wanted = TO_PYGMENTS.get(name, name)
    try:
        return get_lexer_by_name(wanted) if wanted else None
    except ClassNotFound:
        return None


@lru_cache(maxsize=512)
def colour(code: str, name: str) -> str:
    """`code` with a `span` for each token; plain where Pygments does not know the language."""
    lexer = None if name in ("plaintext", "text") else _lexer(name)
    if lexer is None:
        return escape(code)
    parts: list[str] = []
    pending, current = "", ""
    for _position, kind, value in lexer.get_tokens_unprocessed(code):
        css = _css(kind)
        if css == current:
            pending += value
            continue
        if pending:
            parts.append(_span(current, pending))
        pending, current = value, css
    if pending:
        parts.append(_span(current, pending))
    return "".join(parts)


def _span(css: str, text: str) -> str:
    return f'<span class="{css}">{escape(text)}</span>' if css else escape(text)


@lru_cache(maxsize=256)
def _css(kind: _TokenType) -> str:
    current: _TokenType | None = None if str(kind).startswith("Token.Text") else kind
    while current is not None and current not in STANDARD_TYPES:
        current = current.parent
    return STANDARD_TYPES[current] if current is not None else ""
