"""The sample site as it would be published: the same, at its public address."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parent))  # `pelican` does not look beside its settings by itself
from pelicanconf import *  # noqa: F403

SITEURL = "https://tide-notes.example"
RELATIVE_URLS = False
DELETE_OUTPUT_DIRECTORY = True
