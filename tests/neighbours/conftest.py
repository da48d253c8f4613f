"""These tests want the neighbours installed: `make test-neighbours` makes an environment with them."""

from importlib.util import find_spec

collect_ignore_glob = [] if find_spec("pelican.plugins.i18n_subsites") else ["test_*.py"]
