"""Pages that a site has of its own: which of a blog's pages give way to them, and what their addresses are.

A blog's page of tags, categories or all posts gives way where it says no word of its own and has no anchor that the
site's own page lacks; the page at the root where it lists posts. All others stay what they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from pelican_memoir.jekyll import front_matter
from pelican_memoir.jekyll.liquid import layouts
from pelican_memoir.jekyll.site_config import SiteConfig
from pelican_memoir.migrate.conf import Settings, paginated_anew
from pelican_memoir.migrate.texts import Text
from pelican_memoir.original import Original
from pelican_memoir.settings import FIELDS, PREFIX
from pelican_memoir.settings import Settings as MemoirSettings

LISTING = re.compile(r"\b(?:paginator|site\.(?:posts|tags|categories|documents))\b")
PAGINATED = re.compile(r"\bpaginator\.")
MARKUP = re.compile(
    r"\{%.*?%\}|\{\{.*?\}\}|<!--.*?-->|<(?:script|style)\b.*?</(?:script|style)>|<[^>]*>|&\w+;", re.DOTALL
)
HEADING = re.compile(r"""<h[1-6]\b[^>]*?\sid=["']([^"']*)["']""")
WORD = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class OwnPage:
    """A page that Pelican makes: its name in settings, what it is called, the names by which blogs have it."""

    setting: str
    called: str
    names: frozenset[str]
    anchors: Callable[[Iterable[Text]], set[str]]


def names_of(key: str) -> Callable[[Iterable[Text]], set[str]]:
    """Return what gathers the names of tags or categories of posts: each is an anchor of the site's own page."""
    return lambda posts: {str(name) for post in posts for name in post.post.metadata.get(key, ())}


def years(posts: Iterable[Text]) -> set[str]:
    """Return the anchors of the site's archive."""
    return {f"y{post.date.year}" for post in posts if post.date}


INDEX = OwnPage("INDEX", "the site's own index", frozenset(("home", "index", "blog")), lambda posts: set())
OWN_PAGES = (
    OwnPage(
        "TAGS",
        "the site's own page of tags",
        frozenset("tags tag tag-archive tagged".split()),
        names_of("tags"),
    ),
    OwnPage(
        "CATEGORIES",
        "the site's own page of categories",
        frozenset("categories category category-archive".split()),
        names_of("categories"),
    ),
    OwnPage(
        "ARCHIVES",
        "the site's own archive",
        frozenset("archives archive year-archive posts all-posts".split()),
        years,
    ),
)


@dataclass(frozen=True, slots=True)
class Role:
    """A page of the blog, the site's own of its kind, and whether it gives way to that; `words`: losing some."""

    text: Text
    own: OwnPage
    gives_way: bool
    words: bool = False

    def __str__(self) -> str:
        told = f"{self.own.called} takes its place at {self.text.url}"
        return f"{told}; words of its own are not shown there" if self.words else told


def roles(original: Original, texts: list[Text]) -> list[Role]:
    """Return the pages that are of the kind of one of the site's own: of each kind one, that gives way if any does."""
    posts = [text for text in texts if text.kind == "post" and text.is_shown]
    found: dict[str, Role] = {}
    for text in texts:
        if text.kind in ("page", "document") and text.is_shown:
            role = role_of(original, text, posts)
            if role is not None:
                before = found.setdefault(role.own.setting, role)
                if role.gives_way and not before.gives_way:
                    found[role.own.setting] = role
    return list(found.values())


def role_of(original: Original, text: Text, posts: list[Text]) -> Role | None:
    """Return what a page is beside the site's own pages, None for one that is like none of them."""
    source = made_of(original, text)
    lists, words = bool(LISTING.search(source)), own_words(source)
    if text.url == "/" or (may_be_paginated(text) and PAGINATED.search(source)):
        return Role(text, INDEX, gives_way=lists or not source.strip(), words=words)
    own = named(text)
    if own is None or not (lists or not source.strip()):
        return None
    same = not words and set(HEADING.findall(text.html)) <= own.anchors(posts)
    return Role(text, own, gives_way=same)


def may_be_paginated(text: Text) -> bool:
    """Tell whether Jekyll's plugins cut a page into several; to others `paginator` means nothing."""
    return paginated_anew(text.mapping) is not None or text.path.rpartition("/")[2].startswith("index.")


def named(text: Text) -> OwnPage | None:
    """Return the own page that a page's address, file or layout is named after; not that of a single tag, say."""
    stem = text.path.rpartition("/")[2].rpartition(".")[0]
    folder, _, last = text.url.strip("/").removesuffix(".html").rpartition("/")
    names = {stem, last} if not folder else {last}
    names.add(str(text.mapping.get("layout")))
    one = {"tag", "category"} & ({*text.mapping} | {str(text.mapping.get("layout"))})
    return (
        None
        if one
        else next((own for own in OWN_PAGES if {name.lower() for name in names} & own.names), None)
    )


def made_of(original: Original, text: Text) -> str:
    """Return what makes a page: its own text, else that of its layout where the blog has it; "" for neither."""
    if text.body.strip():
        return text.body
    layout = layouts.find(original.blog.layouts, text.mapping.get("layout"))
    return layout.read_text(encoding="utf-8", errors="replace") if layout else ""


def own_words(source: str) -> bool:
    """Tell whether a page says anything beside what its Liquid writes."""
    return bool(WORD.search(MARKUP.sub(" ", front_matter.body_of(source))))


def settle(settings: Settings, config: SiteConfig, found: list[Role], taken: set[str]) -> None:
    """Set where the site's own pages are: in place of the blog's; nowhere where a page of the blog stays.

    `taken` holds the files that the blog's pages are written to.
    """
    for role in found:
        usual = f"{role.own.setting.lower()}.html"
        if role.text.save_as != usual or not role.gives_way:
            settings[f"{role.own.setting}_URL"] = role.text.url.lstrip("/")
            settings[f"{role.own.setting}_SAVE_AS"] = role.text.save_as if role.gives_way else ""
    if "navbar-links" in config.mapping:  # Beautiful Jekyll's posts link to /tags/#Name
        settings.setdefault("TAGS_URL", "tags/")
        settings.setdefault("TAGS_SAVE_AS", "tags/index.html")
    index = next((role.text for role in found if role.own is INDEX and role.gives_way), None)
    paginate(settings, config, index.save_as if index else "index.html")
    make_room(settings, taken)
    for own in (INDEX, *OWN_PAGES):
        if f"{own.setting.lower()}.html" in taken:
            settings.setdefault(f"{own.setting}_SAVE_AS", "")


def make_room(settings: Settings, taken: set[str]) -> None:
    """Give the theme's own pages other names where the blog has files of theirs; the search has its index beside it."""
    for name in ("MEMOIR_SEARCH", "MEMOIR_TIMELINE", "MEMOIR_COMMENTS", "MEMOIR_EXPORT"):
        usual = str(getattr(MemoirSettings(), f"{name.removeprefix(PREFIX).lower()}_save_as"))
        if usual in taken or (name == "MEMOIR_SEARCH" and usual.replace(".html", ".json") in taken):
            settings[f"{name}_SAVE_AS"] = f"memoir-{usual}"
            if f"{name}_URL" in FIELDS:
                settings[f"{name}_URL"] = f"memoir-{usual}"


def paginate(settings: Settings, config: SiteConfig, index: str) -> None:
    """Set where the further pages of the index are: `paginate_path`, from the folder of the index on."""
    if "DEFAULT_PAGINATION" not in settings:
        return
    newer = paginated_anew(config.mapping)
    # The newer plugin's begins at the folder of the index.
    asked = config.text("paginate_path") if newer is None else newer.get("permalink")
    path = str(asked or "/page:num").strip("/").replace(":num", "{number}")
    folder = index.rpartition("/")[0]
    path = path.removeprefix(f"{folder}/") if folder else path
    settings["PAGINATION_PATTERNS"] = (
        (1, "{url}", "{save_as}"),
        (2, f"{{base_name}}/{path}/", f"{{base_name}}/{path}/index.html"),
    )


def further_page(settings: Settings) -> str:
    """Return the file of a further page of the index, with `{number}` in it; "" where the index has none."""
    patterns = settings.get("PAGINATION_PATTERNS", ())
    if "DEFAULT_PAGINATION" not in settings or len(patterns) < 2:
        return ""
    folder = str(settings.get("INDEX_SAVE_AS", "")).rpartition("/")[0]
    return str(patterns[1][2]).replace("{base_name}", folder).lstrip("/")
