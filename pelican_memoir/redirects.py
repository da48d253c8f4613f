"""Old addresses as small pages that lead on: `redirect_from` and `redirect_to` in front matter.

Source of the rules: the plugin jekyll-redirect-from.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from pelican.generators import Generator

from pelican_memoir.errors import Location, Problem
from pelican_memoir.jekyll.confined import escape_of
from pelican_memoir.jekyll.permalink import destination
from pelican_memoir.jekyll.redirection import addresses
from pelican_memoir.reader import shown

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
    path = urlsplit(address).path.lstrip("/")
    file = (output / destination(path)).resolve()
    return file if escape_of(unquote(path)) is None and file.is_relative_to(output.resolve()) else None


def target(value: str, site: str) -> str | None:
    """Return the whole address that `redirect_to` means; None where it is no address that a browser should follow."""
    parts = urlsplit(value)
    if parts.scheme in ("http", "https") and parts.netloc:
        return value
    return f"{site}/{value.lstrip('/')}" if not parts.scheme and not value.startswith("//") else None


class RedirectGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Writes the small pages once all others are there; a page that exists is never replaced by `redirect_from`."""

    def generate_output(self, writer: Any) -> None:
        """Write the pages of all published articles and pages."""
        for content in (*self.context.get("articles", ()), *self.context.get("pages", ())):
            front_matter = getattr(content, "front_matter", None) or {}
            for file, leads_to, replaces in self.wanted(content, front_matter):
                if replaces or not file.exists():
                    file.parent.mkdir(parents=True, exist_ok=True)
                    lang = escape(getattr(content, "lang", "") or "en")
                    file.write_text(PAGE.format(target=escape(leads_to), lang=lang), encoding="utf-8")

    def wanted(self, content: Any, front_matter: dict[str, Any]) -> Iterator[tuple[Path, str, bool]]:
        """Yield the file, the address it leads to, and whether it may replace a page."""
        output, site = Path(self.output_path), self.settings["SITEURL"]
        own = f"{site}/{content.url}"
        for address in addresses(front_matter.get("redirect_from")):
            file = place(address, output)
            if file is None:
                self.tell(content, f"redirect_from: {address} lies outside the site")
            else:
                yield file, own, False
        for address in addresses(front_matter.get("redirect_to"))[:1]:
            leads_to = target(address, site)
            if leads_to is None:
                self.tell(
                    content, f"redirect_to: expected an address of this site or of the web, got {address!r}"
                )
            else:
                yield Path(output / content.save_as), leads_to, True

    def tell(self, content: Any, message: str) -> None:
        """Log what is wrong with a content's front matter."""
        logger.warning("%s", Problem(Location(shown(content.source_path)), CODE, message))
