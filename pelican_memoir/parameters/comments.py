"""Services that hold a page's comments: what each loads, into which element, and where its discussions are.

Sources: each service's own page on how it is embedded.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pelican_memoir.parameters.addresses import elsewhere
from pelican_memoir.parameters.wrong import WrongParameterError, expected

REPOSITORY = re.compile(r"[\w.-]+/[\w.-]+")
_NAME = re.compile(r"[\w./-]+")
_READ = ("pathname", "url", "title", "og:title")
"""What giscus and utterances can read of a page to find its discussion."""


@dataclass(frozen=True, slots=True)
class Discussion:
    """What is loaded for one service.

    `script` is its address and `attributes` what it is told; it fills an element with the id or class `place`, and then
    `call` (a function's name and its arguments) is called. `link` leads to the discussions without a script.
    Where it is loaded on another page than the post's, `alone` is told instead, and the attribute `term[0]` holds what
    the service would have read of the post by itself to find its discussion: `term[1]`, as `comments-page.js` calls it.
    """

    service: str
    script: str
    attributes: dict[str, str] = field(default_factory=dict)
    place: str = ""
    place_class: str = ""
    call: tuple[str, ...] = ()
    link: str = ""
    alone: dict[str, str] = field(default_factory=dict)
    term: tuple[str, ...] = ()

    def told(self, alone: bool) -> dict[str, object]:
        """Return what the module that loads it is told, on the post's page or on the one for comments alone."""
        shown: dict[str, object] = {"script": self.script, "attributes": self.attributes, "call": self.call}
        if alone:
            shown.update(attributes={**self.attributes, **self.alone}, term=self.term)
        return shown


def giscus(options: Mapping[str, Any], lang: str) -> Discussion:
    """Discussions of a repository on GitHub, by giscus."""
    host = options.get("hostname") or "giscus.app"
    mapping = options.get("mapping") or "pathname"
    told = {
        "data-repo": options["repository"],
        "data-repo-id": options.get("repository-id"),
        "data-category": options.get("category"),
        "data-category-id": options.get("category-id"),
        "data-mapping": mapping,
        "data-reactions-enabled": options.get("reactions-enabled", 1),
        "data-emit-metadata": options.get("emit-metadata", 0),
        "data-input-position": options.get("input-position"),
        "data-strict": options.get("strict"),
        "data-theme": options.get("theme") or "preferred_color_scheme",
        "data-lang": options.get("lang") or lang,
        "crossorigin": "anonymous",
    }
    link = f"https://github.com/{options['repository']}/discussions"
    term = ("data-term", mapping) if mapping in _READ else ()
    alone = {"data-mapping": "specific"} if term else {}
    script = f"https://{host}/client.js"
    return Discussion("giscus", script, _told(told), link=link, alone=alone, term=term)


def utterances(options: Mapping[str, Any], lang: str) -> Discussion:
    """Issues of a repository on GitHub, by utterances."""
    by = options.get("issue-term") or "pathname"
    told = {
        "repo": options["repository"],
        "issue-term": by,
        "theme": options.get("theme") or "preferred-color-scheme",
        "label": options.get("label"),
        "crossorigin": "anonymous",
    }
    link = f"https://github.com/{options['repository']}/issues"
    # Of addresses it takes the canonical one.
    term = ("issue-term", "canonical" if by == "url" else by) if by in _READ else ()
    return Discussion("utterances", "https://utteranc.es/client.js", _told(told), link=link, term=term)


def disqus(name: str, lang: str) -> Discussion:
    """A forum of Disqus, by its short name."""
    script, link = f"https://{name}.disqus.com/embed.js", f"https://disqus.com/home/forum/{name}/"
    return Discussion("Disqus", script, place="disqus_thread", link=link)


def commentbox(project: str, lang: str) -> Discussion:
    """A project of CommentBox.io, which has no page of its own to link."""
    script = "https://unpkg.com/commentbox.io/dist/commentBox.min.js"
    return Discussion("CommentBox", script, place_class="commentbox", call=("commentBox", project))


SERVICES: dict[str, Callable[[Any, str], Discussion]] = {
    "giscus": giscus,
    "utterances": utterances,
    "disqus": disqus,
    "commentbox": commentbox,
}
"""Name in settings -> what is made of its options, and of the language of the page."""

KEYS: dict[str, tuple[str, ...]] = {
    "giscus": (
        *("hostname", "repository", "repository-id", "category", "category-id", "mapping"),
        *("reactions-enabled", "emit-metadata", "input-position", "strict", "theme", "lang"),
    ),
    "utterances": ("repository", "issue-term", "theme", "label"),
    "staticman": ("repository", "branch", "endpoint", "reCaptcha"),
}
"""The options of each service that has more than a name."""


def options_of(service: str, value: object) -> dict[str, Any]:
    """Accept the options of a service, as in `_config.yml`; without a repository it is off.

    Raises `WrongParameterError`.
    """
    if not isinstance(value, Mapping):
        raise expected(f"a dictionary of {service}'s options", value)
    unknown = [str(key) for key in value if key not in KEYS[service]]
    if unknown:
        raise WrongParameterError(
            f"{service} has no option {unknown[0]!r}; it has {', '.join(KEYS[service])}"
        )
    if not value.get("repository"):
        return {}
    repository = value["repository"]
    if not isinstance(repository, str) or not REPOSITORY.fullmatch(repository):
        raise expected("a repository as OWNER/NAME", repository)
    if service == "staticman":
        elsewhere(value.get("endpoint"))  # there is no public instance any more
    for name in ("hostname", "branch"):
        if value.get(name) and not _NAME.fullmatch(str(value[name])):
            raise expected(f"a name as {name}", value[name])
    return dict(value)


def _told(attributes: Mapping[str, object]) -> dict[str, str]:
    return {
        name: str(int(value) if isinstance(value, bool) else value)
        for name, value in attributes.items()
        if value not in (None, "")
    }
