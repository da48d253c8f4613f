"""The sample site as it would be published: the same, at its public address."""

from pelicanconf import *  # noqa: F403

SITEURL = "https://tide-notes.example"
RELATIVE_URLS = False
DELETE_OUTPUT_DIRECTORY = True
