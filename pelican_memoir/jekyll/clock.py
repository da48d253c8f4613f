"""The time of a build: what the clock says, or SOURCE_DATE_EPOCH, for builds that shall give the same bytes again.

Source: https://reproducible-builds.org/specs/source-date-epoch/
"""

from __future__ import annotations

import os
from datetime import datetime, tzinfo


def now(zone: tzinfo) -> datetime:
    """Return the time of the build in a zone; a SOURCE_DATE_EPOCH that is no number of seconds counts for nothing."""
    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        return datetime.fromtimestamp(int(fixed), zone)
    except (ValueError, OverflowError, OSError):
        return datetime.now(zone)


def on_the_wall(zone: tzinfo) -> datetime:
    """Return what the clock says in a zone, without the zone: Pelican asks it alone whether a post's date has come."""
    return datetime.now(zone).replace(tzinfo=None)
