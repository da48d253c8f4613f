"""The quarter of the year that a period is laid into."""

from __future__ import annotations

from pelican_memoir.memoir.model import Period, PostPeriod


def quarter_of(period: Period | PostPeriod) -> int | None:
    """The quarter that a period begins in, 1 to 4; None where it has no months."""
    return (period.months[0] + 2) // 3 if period.months else None
