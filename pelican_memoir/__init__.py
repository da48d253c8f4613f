"""Year-in-review posts for Pelican: Jekyll's dialect, a model of the year, and a theme that shows it."""

__version__ = "0.1.0"


def register() -> None:
    """Connect the plugin to Pelican's signals; Pelican calls this for every name the plugin is enabled by."""
    from pelican_memoir.collecting import seldom

    with seldom(stays=True):
        from pelican_memoir.plugin import connect  # late: the command line and the dialect need no Pelican

    connect()


def theme_path() -> str:
    """Return the folder of the theme, for Pelican's `THEME` setting."""
    from pelican_memoir.theming import theme_path

    return theme_path()
