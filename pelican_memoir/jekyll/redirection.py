"""What `redirect_from` and `redirect_to` in front matter name.

Source of the rules: the plugin jekyll-redirect-from.
"""

from __future__ import annotations


def addresses(value: object) -> list[str]:
    """Return the addresses that a front-matter value names: a text, or a list of texts."""
    entries = value if isinstance(value, list) else [value]
    return [entry.strip() for entry in entries if isinstance(entry, str) and entry.strip()]
