"""Repairs of a post's HTML: each is a pure function from a page to edits at places of its source.

Nothing is re-serialised and no word is lost. `order.ORDER` is the one table of what runs when.
"""

from pelican_memoir.repair.order import NAMES
from pelican_memoir.repair.page import Page, PeriodHeading
from pelican_memoir.repair.run import Repaired, repair

__all__ = ["NAMES", "Page", "PeriodHeading", "Repaired", "repair"]
