"""The plugin's side towards Pelican: which signal does what. No other module knows Pelican's signals."""

from __future__ import annotations

import logging
from typing import Any

from pelican import signals
from pelican.generators import ArticlesGenerator

from pelican_memoir import packed_texts
from pelican_memoir import settings as memoir_settings
from pelican_memoir.caches import drop_broken, drop_outdated
from pelican_memoir.comments_page import CommentsGenerator, comments_files
from pelican_memoir.compiled_templates import CompiledTemplates
from pelican_memoir.content import attach, contents_of, keep_addresses, published_articles, relate
from pelican_memoir.embedding import lend_templates, with_lent_files
from pelican_memoir.export_files import ExportGenerator, feeds_of
from pelican_memoir.faults import (
    NotBuiltGenerator,
    check_zone,
    exclude_endless,
    exclude_jekylls,
    not_built,
    watch,
)
from pelican_memoir.feed_items import complete
from pelican_memoir.further_categories import list_once, list_under_all, tell_joined
from pelican_memoir.incremental.site import SiteDigests
from pelican_memoir.incremental.writer import ARTICLES, IncrementalWriter
from pelican_memoir.language_pages import addresses_of
from pelican_memoir.memory.build import MARK, Build
from pelican_memoir.memory.packed import LOOKED_AT
from pelican_memoir.memory.texts import TextDigests
from pelican_memoir.own_includes import missing_in_navigation
from pelican_memoir.owner_sheet import OwnerSheetGenerator, contrast_problems, sheet_of
from pelican_memoir.quick_lists import quicken
from pelican_memoir.reader import JekyllReader, taking_over
from pelican_memoir.reading_together import read_together
from pelican_memoir.redirects import RedirectGenerator
from pelican_memoir.scheduled import keep_scheduled
from pelican_memoir.search_page import SearchGenerator, search_files
from pelican_memoir.selection import ENDINGS, article_files
from pelican_memoir.share_images import ShareImageGenerator, give_share_images
from pelican_memoir.shared_addresses import keep_apart
from pelican_memoir.site.published import Published
from pelican_memoir.site.surroundings import surroundings
from pelican_memoir.site.timeline import memoirs_of, timelines
from pelican_memoir.telling import gathering, tell, without_traceback
from pelican_memoir.template_files import TemplateFilesGenerator
from pelican_memoir.theming import filters
from pelican_memoir.theming.location import is_own, live_theme
from pelican_memoir.theming.own_texts import own_texts
from pelican_memoir.timeline_page import TimelineGenerator, files_of, pages_of
from pelican_memoir.unlisted import mark_unlisted
from pelican_memoir.whole_build import giving_way, places_of, watched

NAMES = ("pelican_memoir", "pelican.plugins.memoir")
GENERATORS: list[type] = [
    TimelineGenerator,
    ExportGenerator,
    TemplateFilesGenerator,
    SearchGenerator,
    CommentsGenerator,
    ShareImageGenerator,
    RedirectGenerator,
    OwnerSheetGenerator,
    NotBuiltGenerator,  # last: what it says should be read last
]


def connect() -> None:
    """Connect to Pelican's signals; the second time changes nothing, as receivers are kept once."""
    signals.initialized.connect(on_initialized)
    signals.generator_init.connect(on_generator_init)
    signals.content_object_init.connect(on_content_object_init)
    signals.article_generator_init.connect(on_article_generator_init)
    signals.article_generator_finalized.connect(on_article_generator_finalized)
    signals.get_generators.connect(on_get_generators)
    signals.all_generators_finalized.connect(on_all_generators_finalized)
    signals.feed_generated.connect(on_feed_generated)
    signals.get_writer.connect(on_get_writer)
    signals.article_writer_finalized.connect(on_article_writer_finalized)
    signals.finalized.connect(on_finalized)
    logging.getLogger("pelican").addFilter(without_traceback)


def is_enabled(settings: dict[str, Any]) -> bool:
    """Tell whether the site of these settings uses the plugin: signals go to all sites of a process."""
    return any(name in (settings.get("PLUGINS") or ()) for name in NAMES)


def on_initialized(pelican: Any) -> None:
    """Check all settings, mark the site as ours, and queue up last for Markdown's readers.

    Raises `SettingsError` with all problems, which ends the build with exit status 1.
    """
    if not is_enabled(pelican.settings):
        return
    settings = memoir_settings.read(pelican.settings)
    check_zone(pelican.settings)
    drop_broken(pelican.settings)
    pelican.settings.update(memoir_settings.as_pelican(settings))
    drop_outdated(pelican.settings)
    exclude_endless(pelican.settings)
    exclude_jekylls(pelican.settings)
    pelican.settings[MARK] = Build(pelican.settings)
    pelican.run = watched(pelican)
    tell(contrast_problems(pelican.settings))
    tell(memoir_settings.without_effect(settings))
    tell(missing_in_navigation(pelican.settings))
    own_texts(settings.translations)
    pelican.theme = pelican.settings["THEME"] = live_theme(pelican.theme)
    if not is_own(pelican.theme):
        pelican.settings["THEME_STATIC_PATHS"] = with_lent_files(pelican.settings["THEME_STATIC_PATHS"])
    # Receivers are called in the order of connecting: here every other plugin has connected already.
    signals.readers_init.disconnect(on_readers_init)
    signals.readers_init.connect(on_readers_init)


def on_readers_init(readers: Any) -> None:
    """Take over Markdown's endings from the reader that has them."""
    if not readers.settings.get(MARK):
        return
    for ending in ENDINGS:
        previous = readers.reader_classes.get(ending)
        if previous is None or not issubclass(previous, JekyllReader):
            readers.reader_classes[ending] = taking_over(previous)


def on_generator_init(generator: Any) -> None:
    """Give templates the theme's filters, not by a setting, which Pelican's cache would pickle; and the partials."""
    if generator.settings.get(MARK):
        watch(generator.env)
        generator.env.auto_reload = False  # a build makes its own: no file is asked at each include
        compiled = Build.of(generator.settings).compiled_templates
        if compiled is not None:  # as in every build, but not where a generator is used by itself
            compiled.serve(generator.env)
        own = own_texts(generator.settings["MEMOIR_TRANSLATIONS"])
        for name, function in filters(own).items():
            generator.env.filters.setdefault(name, function)
        if not is_own(generator.theme):
            lend_templates(generator.env)


def on_article_generator_init(generator: Any) -> None:
    """Have copies read with Pelican where many posts are new: all plugins are ready, and no post has been asked for."""
    build = Build.of(generator.settings)
    build.profile.done("theme and other generators made")
    for reader in generator.readers.readers.values():
        if isinstance(reader, JekyllReader):
            paths = list(article_files(generator.settings))
            build.packs_texts = packed_texts.pays(len(paths), generator.settings)
            build.texts = TextDigests(most=LOOKED_AT if build.packs_texts else None)
            read_together(reader, build, paths)
            return


def on_content_object_init(content: Any) -> None:
    """Hold the texts of a large blog's posts packed."""
    build = Build.of(content.settings)
    if build.packs_texts:
        packed_texts.pack(content, build.texts)


def on_article_generator_finalized(generator: Any) -> None:
    """Keep posts of later dates away from their addresses, and list each under all that it names, and once."""
    if generator.settings.get(MARK):
        Build.of(generator.settings).others.close()  # all posts are read
        keep_scheduled(generator)
        list_under_all(generator)
        list_once(generator)
        tell_joined(generator)
        Build.of(generator.settings).profile.done("posts read and ordered")


def on_get_generators(pelican: Any) -> list[Any] | None:
    """Add the pages of all years, what machines read, files with Liquid, and the pages of old addresses."""
    if not pelican.settings.get(MARK):
        return None
    build = Build.of(pelican.settings)
    build.begin()
    build.compiled_templates = CompiledTemplates(
        SiteDigests(pelican.settings), pelican.settings["PATH"], is_kept=pelican.settings["MEMOIR_CACHE"]
    )
    return GENERATORS


def on_all_generators_finalized(generators: list[Any]) -> None:
    """Read the memoirs of all content, and join the years.

    Not before: each generator's cache holds the content of those before it, and would pickle our classes.
    """
    context = generators[0].context
    if not context.get(MARK):
        return
    build = Build.of(context)
    build.profile.done("pages and other files read")
    context["memoir_not_built"] = not_built(generators)
    keep_apart(generators, context)
    with gathering():
        for generator in generators:
            attach(generator, build)
    build.profile.done("memoirs read, posts repaired")
    articles = Published(published_articles(generators))
    found = timelines(articles, default=context["DEFAULT_LANG"].lower())
    context["memoirs"] = memoirs_of(articles, language=found[0].language) if found else []
    context["memoir_timeline"] = found[0].years if found else ()
    context["memoir_timelines"] = found
    timeline_files, searched = files_of(found, context), search_files(articles, context)
    commented = comments_files(articles, context)
    files = {*timeline_files.values(), *searched.values(), *commented.values()}
    places = places_of(generators, context, files)
    context["memoir_timeline_pages"] = giving_way(
        pages_of(found, context), timeline_files, places, "MEMOIR_TIMELINE_SAVE_AS"
    )
    context["memoir_feeds"] = feeds_of(found, context)
    context["memoir_published"] = articles
    context["memoir_search_pages"] = giving_way(
        addresses_of(searched), searched, places, "MEMOIR_SEARCH_SAVE_AS"
    )
    context["memoir_comments_pages"] = giving_way(
        addresses_of(commented), commented, places, "MEMOIR_COMMENTS_SAVE_AS"
    )
    context[ARTICLES] = next((each for each in generators if isinstance(each, ArticlesGenerator)), None)
    context["memoir_owner_sheet"] = sheet_of(context)
    around = surroundings(articles)
    for generator in generators:
        relate(generator, articles, around)
    mark_unlisted(generators, (each for generator in generators for each in contents_of(generator)))
    images = context["memoir_share_images"] = give_share_images(articles, context)
    build.afterwards.append(images.draw_next)
    build.generators = generators
    build.profile.done("years, series and lists joined")


def on_get_writer(pelican: Any) -> type | None:
    """Leave alone what would come out as it lies there, unless another plugin has a writer of its own."""
    for generator in Build.of(pelican.settings).generators:
        keep_addresses(generator)
        quicken(generator)
    wanted = pelican.settings.get(MARK) and pelican.settings["MEMOIR_CACHE"]
    return IncrementalWriter if wanted and len(signals.get_writer.receivers) == 1 else None


def on_article_writer_finalized(generator: Any, writer: Any) -> None:
    """Wait until the processes that help to render have done with it: what they have made is there from then on."""
    if isinstance(writer, IncrementalWriter):
        writer.leave_help()


def on_finalized(pelican: Any) -> None:
    """Keep what this build has read, and show its times."""
    if pelican.settings.get(MARK):
        Build.of(pelican.settings).end()


def on_feed_generated(context: dict[str, Any], feed: Any) -> None:
    """Let a feed say of the site what `MEMOIR_RSS_DESCRIPTION` says, and of posts what Jekyll's feed said."""
    if context.get(MARK):
        complete(feed, context, ids=bool(context.get("MEMOIR_FEED_JEKYLL_IDS")))
    said = context.get("MEMOIR_RSS_DESCRIPTION")
    if context.get(MARK) and said:
        feed.feed["description"] = feed.feed["subtitle"] = said
