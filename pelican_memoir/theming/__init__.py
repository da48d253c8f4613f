"""What templates need from Python: where the theme is, and the filters that its templates use.

Every filter takes and gives plain values; nothing here makes markup, and templates escape what they print.
"""

from pelican_memoir.theming.filters import FILTERS
from pelican_memoir.theming.location import theme_path

__all__ = ["FILTERS", "theme_path"]
