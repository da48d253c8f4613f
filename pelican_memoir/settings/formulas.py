"""What becomes of the formulas in posts."""

from __future__ import annotations

from dataclasses import dataclass

from pelican_memoir.settings.setting import expected, setting


def notation(value: object) -> str:
    """Accept what formulas become; None and an empty text leave them as TeX."""
    if value not in ("mathml", "", None):
        raise expected('"mathml" or ""', value)
    return str(value or "")


@dataclass(frozen=True)
class Formulas:
    """What becomes of formulas."""

    math: str = setting(
        "mathml",
        notation,
        "What formulas become: `mathml`, which browsers show by themselves (`docs/math.md`). Empty: they stay TeX,"
        " for a script.",
    )
