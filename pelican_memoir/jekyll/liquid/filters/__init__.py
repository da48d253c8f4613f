"""Jekyll's filters, and those it has from Liquid, by what they work on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pelican_memoir.jekyll.liquid.filters import arrays, choices, dates, markup, numbers, texts, urls

FILTERS: dict[str, Callable[..., Any]] = {
    **texts.FILTERS,
    **markup.FILTERS,
    **numbers.FILTERS,
    **arrays.FILTERS,
    **choices.FILTERS,
    **dates.FILTERS,
    **urls.FILTERS,
}
FROM_THE_ENGINE = ("remove_last", "replace_last", "base64_encode", "base64_decode")
