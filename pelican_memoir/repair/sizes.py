"""Width and height of pictures whose size is known, so that the page keeps their place while they load."""

from __future__ import annotations

from collections.abc import Iterator

from pelican_memoir.repair.edit import Retag
from pelican_memoir.repair.page import Page


def sizes(page: Page) -> Iterator[Retag]:
    """Yield the changes; what the author gives in pixels stays, and the other side is reckoned from it."""
    for element in page.named(["img"]):
        given = element.attributes
        if not given.get("src") or ("width" in given and "height" in given):
            continue
        size = page.size_of(given["src"])
        if size is None or min(size) < 1:
            continue
        width, height = size
        if given.get("width", "").isdecimal():
            put = {"height": str(max(1, round(int(given["width"]) * height / width)))}
        elif given.get("height", "").isdecimal():
            put = {"width": str(max(1, round(int(given["height"]) * width / height)))}
        elif "width" in given or "height" in given:
            continue
        else:
            put = {"width": str(width), "height": str(height)}
        yield Retag(element, put=put)
