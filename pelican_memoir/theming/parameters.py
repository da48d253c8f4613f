"""Beautiful Jekyll's parameters as templates ask for them: of a post's front matter, and of the site's settings."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context

from pelican_memoir.jekyll.liquid.ruby_time import strftime
from pelican_memoir.parameters import comments, front_matter, networks, sharing
from pelican_memoir.parameters.wrong import WrongParameterError
from pelican_memoir.theming import dates
from pelican_memoir.theming.labels import label

BADGES = {
    "star": ("Star", "https://github.com/{repo}"),
    "watch": ("Watch", "https://github.com/{repo}/subscription"),
    "fork": ("Fork", "https://github.com/{repo}/fork"),
    "follow": ("Follow", "https://github.com/{owner}"),
}
"""What a reader can do with a repository, what that is called, and where it is done."""

NAMED_BY_EACH_LANGUAGE = ("Email", "Phone")
"""Places that are no names."""

ANALYTICS = {
    "gtag": "MEMOIR_GTAG",
    "gtm": "MEMOIR_GTM",
    "cloudflare": "MEMOIR_CLOUDFLARE_ANALYTICS",
    "matomo": "MEMOIR_MATOMO",
}
"""Services that count visits, as the module `analytics.js` calls them, and their settings."""


def parameter(content: object, key: str) -> Any:
    """What a post says of a parameter; its default where it says nothing, or nothing that can be used.

    Posts that never passed our reader have it as an attribute, as Pelican's own readers set it.
    """
    mapping = getattr(content, "front_matter", None) or {}
    value = mapping.get(key, getattr(content, key.replace("-", "_"), None))
    try:
        return front_matter.read(key, value)
    except WrongParameterError:
        return front_matter.read(key, None)


def profiles(accounts: Mapping[str, object], lang: str) -> list[tuple[str, str]]:
    """Name and address of each place where the author is; '' for the address of the site's own feed."""
    return [(_named(place, lang), address) for place, address in networks.profiles(accounts)]


def _named(place: str, lang: str) -> str:
    return label(place, lang) if place in NAMED_BY_EACH_LANGUAGE else place


def badges(content: object, lang: str) -> list[tuple[str, str]]:
    """The badges of a post about a repository: what each does, and where that is done."""
    repo = parameter(content, "gh-repo")
    values = {"repo": repo, "owner": repo.partition("/")[0]}
    chosen = [BADGES[name] for name in parameter(content, "gh-badge") if repo]
    return [(label(name, lang), address.format(**values)) for name, address in chosen]


def shares(content: object, active: Mapping[str, bool], address: str, lang: str) -> list[tuple[str, str]]:
    """Name and address of each place where a post can be shared; none where its address is not known in full."""
    wanted = parameter(content, "social-share")
    if "://" not in address or not (hasattr(content, "date") if wanted is None else wanted):
        return []
    title = parameter(content, "share-title") or getattr(content, "title", "")
    links = sharing.share_links(dict(active), str(title), address)
    return [(_named(place, lang), to) for place, to in links]


@pass_context
def discussions(context: Context, content: object, lang: str) -> list[comments.Discussion]:
    """What may be loaded below a post: posts have comments unless they say no, pages where they say yes."""
    return site_discussions(context, lang) if has_comments(content) else []


@pass_context
def site_discussions(context: Context, lang: str) -> list[comments.Discussion]:
    """The services that hold comments of the site, as a page of a language loads them."""
    chosen = ((make, context.get(f"MEMOIR_{name.upper()}")) for name, make in comments.SERVICES.items())
    return [make(options, lang) for make, options in chosen if options]


def has_comments(content: object) -> bool:
    """Tell whether a post or page is to have comments: a post unless it says no, a page where it says yes."""
    wanted = parameter(content, "comments")
    return hasattr(content, "date") if wanted is None else bool(wanted)


def staticman_address(options: Mapping[str, Any]) -> str:
    """Where a comment is sent: the owner's instance of Staticman."""
    return f"{options['endpoint'].rstrip('/')}/{options['repository']}/{options.get('branch') or 'master'}/comments"


@pass_context
def own_partials(context: Context, names: tuple[str, ...]) -> list[str]:
    """The templates `partials/NAME` that the site itself has, among these names."""
    folders = context.get("THEME_TEMPLATES_OVERRIDES") or ()
    return [
        f"partials/{name}"
        for name in names
        if any(Path(folder, "partials", name).is_file() for folder in folders)
    ]


def include(content: object, place: str) -> str:
    """What the old blog's includes that a post names for a place became when it was read; HTML."""
    return str((getattr(content, "memoir_includes", None) or {}).get(place, ""))


@pass_context
def visit_counters(context: Context, lang: str) -> dict[str, Any]:
    """What the module is told of the services that count visits; nothing for a site without any."""
    services = {name: context.get(setting) for name, setting in ANALYTICS.items() if context.get(setting)}
    when = context.get("MEMOIR_ANALYTICS_LOAD")
    if not services or when == "never":
        return {}
    texts = {"start": label("Count my visits", lang), "stop": label("Stop counting my visits", lang)}
    return {"services": services, "always": when == "always", **texts}


def as_json(value: Mapping[str, object]) -> str:
    """What a module is told, as JSON for an attribute, without what is empty; still to be escaped."""
    return json.dumps(
        {name: told for name, told in value.items() if told}, ensure_ascii=False, separators=(",", ":")
    )


@pass_context
def parameter_sheets(context: Context, content: object) -> list[str]:
    """The theme's style sheets that what a page shows of the parameters wants beside the main one."""
    links = context.get("MEMOIR_NAVBAR_LINKS") or {}
    wanted = {
        "lists": bool(content) and not hasattr(content, "date") and parameter(content, "layout") == "home",
        "menu": any(not isinstance(target, str) for target in links.values()),
        "extras": bool(content) and has_extras(content),
        "comment-form": bool(content and context.get("MEMOIR_STATICMAN")) and has_comments(content),
    }
    return [sheet for sheet, is_wanted in wanted.items() if is_wanted]


def has_extras(content: object) -> bool:
    """Tell whether a post has anything around its text that the main sheet does not dress."""
    if getattr(content, "status", "") == "draft":
        return True
    return any(parameter(content, key) for key in ("cover-img", "full-width"))


@pass_context
def date_as_set(context: Context, date: datetime.date, lang: str) -> str:
    """The whole date as `MEMOIR_DATE_FORMAT` has it, else as the language writes it."""
    form = context.get("MEMOIR_DATE_FORMAT")
    if not form:
        return dates.date_text(date, lang)
    moment = date if isinstance(date, datetime.datetime) else datetime.datetime.combine(date, datetime.time())
    return strftime(moment, form)
