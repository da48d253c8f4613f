"""What templates need from Python: where the theme is, and the filters that its templates use.

Every filter takes and gives plain values, and templates escape what they print; no filter makes markup but
`reachable`, which adds attributes to a post's own HTML.
"""

from pelican_memoir.theming.filters import FILTERS, filters
from pelican_memoir.theming.location import theme_path

__all__ = ["FILTERS", "filters", "theme_path"]
