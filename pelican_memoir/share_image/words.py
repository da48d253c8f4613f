"""What of a text can be drawn."""

from __future__ import annotations

import unicodedata

_UNDRAWN = {"So", "Sk", "Cf", "Cs", "Co", "Cn", "Cc"}
"""Categories of characters that faces for text lack by nature: emoji, selectors, joiners."""


def plain(text: str) -> str:
    """Return a text without emoji and the marks that go with them."""
    kept = "".join(
        character
        for character in text
        if unicodedata.category(character) not in _UNDRAWN and not "\ufe00" <= character <= "\ufe0f"
    )
    return " ".join(kept.split())
