"""The options of kramdown that change its HTML, with the defaults of Jekyll 4.3's `_config.yml`.

Source: kramdown's options page; Jekyll's default configuration. Values arrive as YAML or as the text of `{::options}`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from typing import Any

import yaml

QUOTES = ("lsquo", "rsquo", "ldquo", "rdquo")


class OptionError(ValueError):
    """A value that an option cannot take."""


def _boolean(value: object) -> bool:
    if isinstance(value, bool):
        return value
    text = str(value).strip().lower()
    return text not in ("false", "no", "0", "nil", "none", "")


def _integer(value: object) -> int:
    try:
        return int(str(value).strip())
    except ValueError:
        raise OptionError(f"expected a whole number, got {value!r}") from None


def _text(value: object) -> str:
    return str(value)


def _name(value: object) -> str:
    """A Ruby symbol: `:as_char` and `as_char` are the same; nothing and false switch off."""
    return "" if value in (None, False, "nil", "~", "") else str(value).lstrip(":")


def _list(value: object) -> tuple[str, ...]:
    items = value if isinstance(value, list | tuple) else str(value).split(",")
    return tuple(str(item).strip().lstrip(":") for item in items if str(item).strip())


def _quotes(value: object) -> tuple[str, ...]:
    quotes = _list(value)
    if len(quotes) != 4:
        raise OptionError(f"expected four names, got {value!r}")
    return quotes


def _levels(value: object) -> tuple[int, ...]:
    text = str(value).strip() if isinstance(value, str) else ""
    if len(text) == 4 and text[1:3] == "..":
        levels = tuple(range(_integer(text[0]), _integer(text[3]) + 1))
    else:
        levels = tuple(_integer(item) for item in _list(value))
    if any(not 1 <= level <= 6 for level in levels):
        raise OptionError(f"expected header levels from 1 to 6, got {value!r}")
    return levels


def _mapping(value: object) -> dict[str, Any]:
    if isinstance(value, str):
        try:
            value = yaml.safe_load(value)
        except yaml.YAMLError:
            raise OptionError(f"expected a mapping in YAML, got {value!r}") from None
    if not isinstance(value, Mapping):
        raise OptionError(f"expected a mapping, got {value!r}")
    return {str(key).lstrip(":"): item for key, item in value.items()}


def _option(default: Any, check: Callable[[object], Any], help: str) -> Any:
    make = default.copy if isinstance(default, dict) else (lambda: default)
    return field(default_factory=make, metadata={"check": check, "help": help})


@dataclass(slots=True)
class Options:
    """The options of one document; `{::options}` may change them while it is read."""

    input: str = _option("GFM", _name, "the grammar: GFM or kramdown")
    auto_ids: bool = _option(True, _boolean, "give headers an id")
    auto_id_prefix: str = _option("", _text, "text before every automatic id")
    auto_id_stripping: bool = _option(
        False, _boolean, "kramdown's ids: drop markup of the header (GFM always does)"
    )
    hard_wrap: bool = _option(False, _boolean, "every line break of a paragraph becomes a <br>")
    gfm_quirks: tuple[str, ...] = _option(
        ("paragraph_end",),
        _list,
        "paragraph_end: blocks interrupt paragraphs; no_auto_typographic: no dashes, dots",
    )
    smart_quotes: tuple[str, ...] = _option(
        QUOTES, _quotes, "entities for left and right, single and double quotes"
    )
    typographic_symbols: dict[str, Any] = _option(
        {}, _mapping, "text for hellip, mdash, ndash, laquo, raquo …"
    )
    entity_output: str = _option("as_char", _name, "as_char, as_input, numeric or symbolic")
    toc_levels: tuple[int, ...] = _option(
        (1, 2, 3, 4, 5, 6), _levels, "header levels of {:toc}: a list or 1..3"
    )
    header_offset: int = _option(0, _integer, "added to every header's level")
    footnote_nr: int = _option(1, _integer, "number of the first footnote")
    footnote_prefix: str = _option("", _text, "text before the ids of footnotes")
    footnote_backlink: str = _option("&#8617;", _text, "text of the link back; empty: none")
    footnote_backlink_inline: bool = _option(
        False, _boolean, "put the link back into the last paragraph or header"
    )
    parse_block_html: bool = _option(False, _boolean, "read Markdown inside block HTML")
    parse_span_html: bool = _option(True, _boolean, "read Markdown inside span HTML")
    link_defs: dict[str, Any] = _option({}, _mapping, "link definitions: name to [url, title]")
    math_engine: str = _option("mathjax", _name, "mathjax, or nothing")
    syntax_highlighter: str = _option("rouge", _name, "rouge (drawn by Pygments), or nothing")
    syntax_highlighter_opts: dict[str, Any] = _option(
        {}, _mapping, "default_lang, block and span: disable, line_numbers"
    )
    guess_lang: bool = _option(True, _boolean, "wrap code without a language as plain text")
    remove_line_breaks_for_cjk: bool = _option(
        False, _boolean, "join lines between Chinese and Japanese characters"
    )
    forbidden_inline_options: tuple[str, ...] = _option(("template",), _list, "what {::options} may not set")

    def set(self, name: str, value: object) -> None:
        """Set option `name` from YAML or text. Raises `KeyError` for an unknown name, `OptionError` for a bad value."""
        setattr(self, name, CHECKS[name](value))

    def copy(self) -> Options:
        """The same options, to be changed by one document."""
        return Options(**{name: getattr(self, name) for name in CHECKS})


CHECKS: dict[str, Callable[[object], Any]] = {
    entry.name: entry.metadata["check"] for entry in fields(Options)
}
WITHOUT_EFFECT = frozenset(
    "template line_width latex_headers remove_block_html_tags remove_span_html_tags list_indent"
    " transliterated_header_ids html_to_native math_engine_opts show_warnings coderay enable_coderay".split()
)
"""Options of kramdown or Jekyll that this dialect knows and that change nothing here."""
