"""Includes that a post's front matter names around its text: `before-content`, `after-content`, `head-extra`, …"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pelican_memoir.errors import Problem
from pelican_memoir.jekyll.front_matter import CODE
from pelican_memoir.jekyll.post import Post
from pelican_memoir.parameters.front_matter import INCLUDES, read
from pelican_memoir.parameters.wrong import WrongParameterError
from pelican_memoir.settings import problem
from pelican_memoir.templates import Templates


def is_own_partial(name: str, overrides: Iterable[str]) -> bool:
    """Tell whether one of the folders of `THEME_TEMPLATES_OVERRIDES` has a template `partials/NAME`."""
    return any(Path(folder, "partials", name).is_file() for folder in overrides)


def missing_in_navigation(settings: Mapping[str, Any]) -> list[Problem]:
    """Return a problem for each name of `MEMOIR_NAVBAR_EXTRA` that is no template of the site, and is left out."""
    overrides = settings.get("THEME_TEMPLATES_OVERRIDES") or ()
    name = "MEMOIR_NAVBAR_EXTRA"
    where = "put what it shows, as a template, into partials/ of a folder of THEME_TEMPLATES_OVERRIDES"
    return [
        problem(name, f"there is no {wanted}, it is left out: {where}")
        for wanted in settings[name]
        if not is_own_partial(wanted, overrides)
    ]


@dataclass
class OwnIncludes:
    """Renders the includes of a blog with its own Liquid, but for those that the site has as templates of its own."""

    templates: Templates
    overrides: Iterable[str]

    def rendered(self, post: Post, path: str, file: str) -> tuple[dict[str, str], list[Problem]]:
        """Return the HTML for each place of the post at `path`, and what is wrong with the names."""
        found: dict[str, str] = {}
        problems = []
        for place in INCLUDES:
            try:
                names = read(place, post.source.mapping.get(place))
            except WrongParameterError:
                continue  # told with the other wrong values
            for name in names:
                if is_own_partial(name, self.overrides):
                    continue
                if not self.is_there(name, post, path):
                    where = post.source.location(file, place)
                    message = f"{place}: there is no {name}: put it into _includes/ of the blog, or as a template into"
                    problems.append(
                        Problem(where, CODE, f"{message} partials/ of a folder of THEME_TEMPLATES_OVERRIDES")
                    )
                    continue
                made = self.templates.render(f"{{% include {name} %}}", post, path, file=file)
                found[place] = found.get(place, "") + made.text + "\n"
                problems += made.problems
        return found, problems

    def is_there(self, name: str, post: Post, path: str) -> bool:
        """Tell whether the blog of the post has this include."""
        scope = self.templates.library_of(path).scope(post, path)
        return any((folder / name).is_file() for folder in scope.includes)
