"""Filters of texts, as Liquid and Jekyll define them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote_plus

from pelican_memoir.jekyll import permalink
from pelican_memoir.jekyll.liquid.values import is_array, to_integer, to_list, to_text

SPACE = " \t\n\v\f\r\0"
CJK = "\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\u1100-\u11ff\u3131-\u318e\uf900-\ufaff々〇"
ONE_CJK = re.compile(f"[{CJK}]")
OTHER_WORD = re.compile(rf"[^{CJK}\s]+")
SLUGS = {
    "raw": re.compile(r"\s+"),
    "ascii": re.compile(r"[^A-Za-z0-9]+"),
}


def split(text: Any, mark: Any = " ") -> list[str]:
    """Return a text's parts, without empty ones at its end (Ruby's `split`)."""
    whole, mark = to_text(text), to_text(mark)
    if mark == " ":
        return whole.split()
    parts = whole.split(mark) if mark else list(whole)
    while parts and not parts[-1]:
        parts.pop()
    return parts


def cut(value: Any, start: Any, length: Any = 1) -> Any:
    """Return a part of a text or an array; a start below 0 counts from the end."""
    whole = value if is_array(value) else to_text(value)
    start, length = to_integer(start), to_integer(1 if length is None else length)
    if start < 0:
        start += len(whole)
    if start < 0 or length < 0:
        return [] if is_array(whole) else ""
    return whole[start : start + length]


def truncate(text: Any, length: Any = 50, ending: Any = "...") -> str:
    """Return at most so many characters, the ending counted."""
    whole, ending, length = to_text(text), to_text(ending), to_integer(length)
    return whole if len(whole) <= length else f"{whole[: max(length - len(ending), 0)]}{ending}"


def truncate_words(text: Any, count: Any = 15, ending: Any = "...") -> str:
    """Return at most so many words."""
    whole = to_text(text)
    count = max(to_integer(count), 1)
    words = whole.split(maxsplit=count)
    return whole if len(words) <= count else " ".join(words[:count]) + to_text(ending)


def number_of_words(text: Any, mode: Any = None) -> int:
    """Return how many words a text has; `cjk` and `auto` count each Chinese, Japanese or Korean letter."""
    text = to_text(text)
    letters = len(ONE_CJK.findall(text)) if mode in ("cjk", "auto") else 0
    if mode == "cjk" or letters:
        return letters + len(OTHER_WORD.findall(text))
    return len(text.split())


def slugify(text: Any, mode: Any = None) -> Any:
    """Return a text as a part of an address; `mode` is default, raw, pretty, ascii or latin."""
    if text is None:
        return None
    text, mode = to_text(text), to_text(mode) or "default"
    if mode in SLUGS:
        slug = SLUGS[mode].sub("-", text)
        return slug.removeprefix("-").removesuffix("-").lower()
    if mode not in ("default", "pretty", "latin"):
        return text.lower()
    return permalink.slugify(text, pretty=mode == "pretty")


def to_sentence(items: Any, connector: Any = "and") -> str:
    """Return items with commas, and a word before the last."""
    texts = [to_text(item) for item in to_list(items)]
    if len(texts) < 3:
        return f" {connector} ".join(texts)
    return f"{', '.join(texts[:-1])}, {connector} {texts[-1]}"


def replace(text: Any, old: Any = "", new: Any = "", count: int = -1) -> str:
    """Return a text with all, or the first so many, of a part replaced."""
    return to_text(text).replace(to_text(old), to_text(new), count)


FILTERS: dict[str, Callable[..., Any]] = {
    "append": lambda text, other: to_text(text) + to_text(other),
    "prepend": lambda text, other: to_text(other) + to_text(text),
    "capitalize": lambda text: to_text(text)[:1].upper() + to_text(text)[1:].lower(),
    "downcase": lambda text: to_text(text).lower(),
    "upcase": lambda text: to_text(text).upper(),
    "strip": lambda text: to_text(text).strip(SPACE),
    "lstrip": lambda text: to_text(text).lstrip(SPACE),
    "rstrip": lambda text: to_text(text).rstrip(SPACE),
    "strip_newlines": lambda text: re.sub(r"\r?\n", "", to_text(text)),
    "newline_to_br": lambda text: re.sub(r"\r?\n", "<br />\n", to_text(text)),
    "replace": replace,
    "replace_first": lambda text, old, new="": replace(text, old, new, 1),
    "remove": lambda text, old: replace(text, old),
    "remove_first": lambda text, old: replace(text, old, "", 1),
    "split": split,
    "slice": cut,
    "truncate": truncate,
    "truncatewords": truncate_words,
    "url_decode": lambda text: None if text is None else unquote_plus(to_text(text)),
    "normalize_whitespace": lambda text: re.sub(r"\s+", " ", to_text(text)).strip(),
    "number_of_words": number_of_words,
    "slugify": slugify,
    "array_to_sentence_string": to_sentence,
}
