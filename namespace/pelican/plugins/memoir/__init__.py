"""The plugin under Pelican's own namespace: `PLUGINS = ["memoir"]`, and auto-discovery.

Pelican imports this for every site of the environment, so it holds one late import and nothing that can fail.
"""


def register() -> None:
    """Connect the plugin to Pelican's signals."""
    from pelican_memoir import register

    register()
