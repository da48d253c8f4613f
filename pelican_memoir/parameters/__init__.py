"""What Beautiful Jekyll's parameters mean: the front matter's, and those of `_config.yml` that became settings.

Plain data and checks. Templates show them (`theming/parameters.py`), and `docs/beautiful-jekyll.md` lists them all.
"""
