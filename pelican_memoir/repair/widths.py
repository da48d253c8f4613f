"""Widths and heights of pictures that are no whole numbers of pixels: shares of the page become classes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pelican_memoir.repair.edit import Retag
from pelican_memoir.repair.page import Page

_MEASURE = re.compile(r"\s*(\d{1,7}(?:\.\d{1,7})?)\s*(px|%)?\s*", re.IGNORECASE)
SIZED = frozenset(["img", "iframe", "video", "embed", "object", "canvas", "source"])


def widths(page: Page) -> Iterator[Retag]:
    """Yield the changes: `80%` is the class `w-80`, more than the whole is the whole, `140px` is `140`."""
    for element in page.named(SIZED):
        drop, put, classes = [], {}, []
        for key in ("width", "height"):
            value = element.attributes.get(key)
            if value is None or re.fullmatch(r"\d+", value):
                continue
            drop.append(key)
            measure = _MEASURE.fullmatch(value)
            if measure and measure[2] != "%":
                put[key] = str(round(float(measure[1])))
            elif measure and key == "width" and (found := width_class(float(measure[1]))):
                classes.append(found)
        if drop:
            yield Retag(element, drop=drop, put=put, classes=classes)


def width_class(percent: float) -> str | None:
    """Return the class for a share of the page's width, in steps of ten and at most all of it; None for nothing."""
    return f"w-{min(100, max(10, round(percent / 10) * 10))}" if percent > 0 else None
