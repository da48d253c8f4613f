"""Year-in-review posts for Pelican: Jekyll's dialect, a model of the year, and a theme that shows it."""

__version__ = "0.1.0"
