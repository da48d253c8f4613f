"""A blog's `_config.yml`: any text becomes settings that are Python, and defaults of front matter."""

from __future__ import annotations

import ast

from pelican_memoir.jekyll import collections, site_config, source_file
from pelican_memoir.migrate import conf, conf_file

PATHS = ("_posts/2022-12-31-year.md", "travel/_posts/a.md", "_drafts/b.md", "about.md", "")


def check(data: bytes) -> None:
    """Read bytes as a configuration, and write the settings that a move makes of it."""
    text, _ = source_file.decode(data, "_config.yml")
    config, problems = site_config.parse(text, "_config.yml")
    assert all(str(problem).startswith("_config.yml") for problem in problems)
    known = collections.read(config.mapping.get("collections"), config.text("collections_dir"))
    for path in PATHS:
        site_config.defaults_of(config.scopes, path, known)
    translation = conf.translate(config)
    ast.parse(conf_file.pelicanconf(translation.settings))
    ast.parse(conf_file.publishconf(translation.publish))
