"""Old addresses as small pages that lead on: `redirect_from` and `redirect_to` in front matter.

Source of the rules: the plugin jekyll-redirect-from.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from pelican.generators import Generator

from pelican_memoir.errors import Location, Problem
from pelican_memoir.jekyll.permalink import destination, refuse_escape
from pelican_memoir.jekyll.redirection import addresses
from pelican_memoir.output_files import InTheWayError, place_in, replace
from pelican_memoir.telling import shown

logger = logging.getLogger(__name__)

CODE = "memoir.redirect"
PAGE = """<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<title>{target}</title>
<link rel="canonical" href="{target}">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={target}">
</head>
<body>
<p><a href="{target}">{target}</a></p>
</body>
</html>
"""


def place(address: str, output: Path) -> Path | None:
    """Return the file that an address of this site is written to; None where it would lie outside the output."""
    try:
        path = urlsplit(address).path
        refuse_escape(path)
    except ValueError:
        return None
    return place_in(output, destination(path))


def target(value: str, site: str) -> str | None:
    """Return the whole address that `redirect_to` means; None where it is no address that a browser should follow."""
    try:
        parts = urlsplit(value)
    except ValueError:
        return None
    if parts.scheme in ("http", "https") and parts.netloc:
        return value
    if parts.scheme or value.startswith("//") or "\\" in value:
        return None
    return f"{site}/{value.lstrip('/')}"


class RedirectGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Writes the small pages once all others are there; a page that exists is never replaced by `redirect_from`."""

    def generate_output(self, writer: Any) -> None:
        """Write the pages of all published articles and pages."""
        for content in (*self.context.get("articles", ()), *self.context.get("pages", ())):
            front_matter = getattr(content, "front_matter", None) or {}
            lang = escape(getattr(content, "lang", "") or "en")
            for file, leads_to, replaces in self.wanted(content, front_matter):
                if replaces or not file.exists():
                    self.write(content, file, PAGE.format(target=escape(leads_to), lang=lang))

    def write(self, content: Any, file: Path, page: str) -> None:
        """Write a page, unless a file stands where a folder would have to be, or a folder where the page would."""
        try:
            replace(file, page.encode())
        except InTheWayError as error:
            self.tell(content, f"{error.file} is in the way of a page that leads on; choose another address")

    def wanted(self, content: Any, front_matter: dict[str, Any]) -> Iterator[tuple[Path, str, bool]]:
        """Yield the file, the address it leads to, and whether it may replace a page."""
        if not front_matter.get("redirect_from") and not front_matter.get("redirect_to"):
            return
        output, site = Path(self.output_path), self.settings["SITEURL"]
        own = f"{site}/{content.url}"
        for address in addresses(front_matter.get("redirect_from")):
            file = place(address, output)
            if file is None:
                self.tell(content, f"redirect_from: {address} lies outside the site")
            else:
                yield file, own, False
        for address in addresses(front_matter.get("redirect_to"))[:1]:
            leads_to, file = target(address, site), place_in(output, content.save_as)
            if leads_to is None or file is None:
                self.tell(
                    content, f"redirect_to: expected an address of this site or of the web, got {address!r}"
                )
            else:
                yield file, leads_to, True

    def tell(self, content: Any, message: str) -> None:
        """Log what is wrong with a content's front matter."""
        logger.warning("%s", Problem(Location(shown(content.source_path)), CODE, message))
