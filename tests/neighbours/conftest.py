"""These tests want all neighbours installed: `make test-neighbours` makes an environment with them."""

from importlib.util import find_spec

from neighbours import NEIGHBOURS

collect_ignore_glob = (
    [] if all(find_spec(f"pelican.plugins.{name}") for name in NEIGHBOURS) else ["test_*.py"]
)
