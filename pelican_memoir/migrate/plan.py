"""The plan of a move: every file with its place in the new site, every text with its address, the settings.

Planning reads the blog and writes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import quote
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pelican_memoir import settings as memoir_settings
from pelican_memoir.errors import Problem, in_order
from pelican_memoir.jekyll import permalink, source_tree, web_address
from pelican_memoir.jekyll.fields import FIELDS
from pelican_memoir.jekyll.redirection import addresses
from pelican_memoir.jekyll.site_config import NAMES
from pelican_memoir.jekyll.source_tree import SourceTree
from pelican_memoir.jekyll.values import Site
from pelican_memoir.migrate import included, language, names, own_pages, plugins, site_map, site_paths
from pelican_memoir.migrate.collisions import collisions
from pelican_memoir.migrate.conf import Translation, translate
from pelican_memoir.migrate.links import dead_links
from pelican_memoir.migrate.liquid_sources import Sources
from pelican_memoir.migrate.own_pages import Role
from pelican_memoir.migrate.texts import Text, read
from pelican_memoir.original import Original
from pelican_memoir.parameters.front_matter import PARAMETERS

CONTENT = "content"
KNOWN = frozenset((*(entry.key for entry in FIELDS), *PARAMETERS)) | frozenset(
    "layout memoir gh-repo gh-badge subtitle use_math mathjax math katex redirect_from redirect_to"
    " render_with_liquid sitemap image image.path image.facebook canonical_url header header.og_image"
    " header.overlay_image header.image header.teaser".split()
)

Progress = Callable[[int, int], None]


def unseen(done: int, total: int) -> None:
    """Show no progress."""


@dataclass(slots=True)
class Plan:
    """All that a move will do.

    `copies` are files of the blog, by their place below the new site; `made` are texts that are written there beside
    them. `files` are those with Liquid that are no pages; `giving_way` are pages in whose place the site has its own;
    `included` are files that only an `include_relative` reads.
    """

    tree: SourceTree
    translation: Translation
    copies: dict[str, str] = field(default_factory=dict)
    made: dict[str, str] = field(default_factory=dict)
    texts: list[Text] = field(default_factory=list)
    files: list[Text] = field(default_factory=list)
    giving_way: list[Role] = field(default_factory=list)
    included: list[str] = field(default_factory=list)
    left_out: list[tuple[str, str]] = field(default_factory=list)
    unused_keys: dict[str, list[str]] = field(default_factory=dict)
    """Front-matter keys without effect, with the files that have them."""
    problems: list[Problem] = field(default_factory=list)

    @property
    def posts(self) -> list[Text]:
        """The posts and drafts."""
        return [text for text in self.texts if text.kind in ("post", "draft")]

    @property
    def pages(self) -> list[Text]:
        """The pages, and the documents of other collections."""
        return [text for text in self.texts if text.kind in ("page", "document")]

    @property
    def site(self) -> str:
        """The address of the site, "" where the blog does not say it."""
        return str(self.translation.publish.get("SITEURL", ""))


def make(tree: SourceTree, progress: Progress = unseen, said: Translation | None = None) -> Plan:
    """Return the plan for a blog; `progress` is told how many of all files have been looked at.

    `said` is what a site has settled already, in place of what its configuration becomes.
    """
    plan = Plan(
        tree,
        said or translate(tree.config),
        left_out=[*tree.left_out, *plugins.own_code(tree)],
        problems=list(tree.problems),
    )
    mounted = None if said is None else web_address.split(plan.site).path.rstrip("/")
    original = replace(original_of(tree, plan.translation), mounted=mounted)
    read_all(plan, original, progress)
    bodies = (text.body for text in plan.texts if text.kind == "post")
    plan.translation.settings["DEFAULT_LANG"] = original.site.language or language.guess(bodies)
    settle(plan, original)
    liquid = Sources(tree, [*plan.texts, *plan.files], plan.included)
    plan.copies.update(liquid.copies())
    without_effect(plan, liquid)
    dead = dead_links(plan.texts, known_addresses(plan), plan.site)
    static = [file.path for file in tree.of("static")]
    twice = collisions([*plan.texts, *plan.files], static)
    plan.problems = in_order((*plan.problems, *dead, *twice))
    return plan


def original_of(tree: SourceTree, translation: Translation) -> Original:
    """Return the blog as Jekyll shows it, by its configuration; the language is "" where that says none."""
    own = {name: value for name, value in translation.settings.items() if name in memoir_settings.FIELDS}
    said = tree.config.text("lang", "language", "locale").replace("_", "-").split("-")[0].lower()
    return Original(tree, memoir_settings.read(own), Site(zone(translation), said))


def original_around(file: Path) -> Original:
    """Return the blog that a file belongs to: that of the nearest folder above it with a configuration, or its own."""
    above = [folder for folder in file.absolute().parents if any((folder / name).is_file() for name in NAMES)]
    tree = source_tree.without_files((above or [file.absolute().parent])[0])
    if not file.absolute().is_relative_to(tree.folder.absolute()):
        tree = replace(tree, folder=tree.home)
    return original_of(tree, translate(tree.config))


def zone(translation: Translation) -> ZoneInfo:
    """Return the time zone; one that is not known is told, and is UTC."""
    name = translation.settings.setdefault("TIMEZONE", "UTC")
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        translation.unused["timezone"] = f"no time zone is called {name!r}; UTC is used"
        translation.settings["TIMEZONE"] = "UTC"
        return ZoneInfo("UTC")


def read_all(plan: Plan, original: Original, progress: Progress) -> None:
    """Read all texts into the plan, with what is wrong with them, and give each file its place."""
    within = plan.tree.folder.relative_to(plan.tree.home).as_posix()
    prefix = "" if within == "." else f"{within}/"
    for number, file in enumerate(plan.tree.files, 1):
        plan.copies[f"{CONTENT}/{file.path}"] = f"{prefix}{file.path}"
        if file.kind not in ("static", "unwritten"):
            text, problems = read(original, file)
            plan.problems.extend(problems)
            if text is not None:
                is_page = text.kind != "template" and not text.is_document
                (plan.texts if is_page else plan.files).append(text)
        progress(number, len(plan.tree.files))
    plan.included = included.of(plan.tree, original.included)
    plan.copies.update({f"{CONTENT}/{path}": f"{prefix}{path}" for path in plan.included})
    plan.left_out = [row for row in plan.left_out if row[0] not in plan.included]


def settle(plan: Plan, original: Original) -> None:
    """Decide which pages give way to the site's own, and set where everything is."""
    settings, config = plan.translation.settings, plan.tree.config
    roles = own_pages.roles(original, plan.texts)
    plan.giving_way = [role for role in roles if role.gives_way]
    gone = {role.text.path for role in plan.giving_way}
    for path in gone:
        del plan.copies[f"{CONTENT}/{path}"]
    plan.texts = [text for text in plan.texts if text.path not in gone]
    taken = {text.save_as for text in (*plan.texts, *plan.files) if text.is_shown}
    static = [file.path for file in plan.tree.of("static")]
    own_pages.settle(settings, config, roles, {*taken, *static})
    plugins.feeds(settings, config, plan.files)
    if plan.site and ("FEED_ALL_ATOM" in settings or "FEED_ALL_RSS" in settings):
        settings["FEED_DOMAIN"] = plan.site  # a feed needs whole addresses, before publishing too
    plugins.archives(settings, config)
    plan.translation.unused.update(plugins.left_undone(config))
    used = {
        kind: {str(name) for text in plan.posts for name in text.post.metadata.get(key, ())}
        for kind, key in (("TAG", "tags"), ("CATEGORY", "categories"))
    }
    for kind, found in used.items():
        names.keep_apart(settings, kind, found)
    plan.translation.unused.update(plugins.feeds_left(settings, config, used))
    mapped = site_map.files(config, settings, {*taken, *static}, roles)
    plan.made.update({f"{CONTENT}/{path}": text for path, text in mapped.items()})
    pages = [text.path for text in plan.pages]
    templates = [*(text.path for text in plan.files), *mapped]
    site_paths.settle(settings, plan.tree, pages, templates, static)
    included.settle(settings, plan.included, (file.path for file in plan.tree.files))
    slugs = [permalink.slugify(text.slug).lower() for text in plan.pages if text.is_shown]
    if len(set(slugs)) < len(slugs):
        settings["PAGE_TRANSLATION_ID"] = ""  # Jekyll's pages of one name are no translations of each other


def known_addresses(plan: Plan) -> Iterator[str]:
    """Yield every address that links may lead to, percent-encoded."""
    settings = plan.translation.settings
    yield from ("/", "/archives.html", "/categories.html", "/tags.html")
    for text in (*plan.texts, *plan.files):
        if text.is_shown:
            yield text.url
            yield from ("/" + old.lstrip("/") for old in addresses(text.mapping.get("redirect_from")))
    for role in plan.giving_way:
        yield role.text.url
    moved = settings.get("EXTRA_PATH_METADATA", {})
    for file in plan.tree.of("static"):
        yield quote("/" + moved.get(file.path, {"path": file.path})["path"])  # a name may hold `%` itself
    for name, value in settings.items():
        if name.endswith(("_URL", "_ATOM", "_RSS")) and isinstance(value, str) and "{" not in value:
            yield "/" + value
    for key, name in (("tags", "TAG_URL"), ("categories", "CATEGORY_URL")):
        for word in {word for text in plan.posts for word in text.post.metadata.get(key, ())}:
            yield "/" + str(settings.get(name, "")).replace("{slug}", permalink.slugify(word))


def without_effect(plan: Plan, liquid: Sources) -> None:
    """Note the keys of front matter and configuration that neither we nor the blog's Liquid make anything of."""
    used = liquid.names()
    for text in (*plan.texts, *plan.files):
        for key in text.own_keys:
            if key not in KNOWN and key not in used:
                plan.unused_keys.setdefault(key, []).append(text.path)
    for key in [key for key in plan.translation.unused if key in used]:
        del plan.translation.unused[key]
