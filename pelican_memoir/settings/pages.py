"""The files that a build writes beside posts: timelines, exports, feeds."""

from __future__ import annotations

from dataclasses import dataclass

from pelican_memoir.settings.checks import file_or_none, pattern_of_language, text
from pelican_memoir.settings.setting import setting


@dataclass(frozen=True)
class Pages:
    """Where what spans posts is written."""

    timeline_save_as: str = setting(
        "timeline.html", file_or_none, "The file of the timeline over all years. Empty: none, in no language."
    )
    timeline_url: str = setting("timeline.html", text, "The address of the timeline.")
    timeline_lang_save_as: str = setting(
        "timeline-{lang}.html",
        pattern_of_language,
        "The file of the timeline in each language but the site's first. Empty: none.",
    )
    timeline_lang_url: str = setting(
        "timeline-{lang}.html", pattern_of_language, "The address of the timeline in another language."
    )
    search_save_as: str = setting(
        "search.html",
        file_or_none,
        "The page that searches the posts; its index lies beside it (`docs/search.md`). Empty: none, in no language.",
    )
    search_lang_save_as: str = setting(
        "search-{lang}.html",
        pattern_of_language,
        "The search page of each language but the site's first. Empty: none.",
    )
    comments_save_as: str = setting(
        "comments.html",
        file_or_none,
        "The page that shows a post's comments to readers who ask for them, where a service holds them"
        " (`docs/beautiful-jekyll.md`). Empty: none, posts link to the service.",
    )
    comments_lang_save_as: str = setting(
        "comments-{lang}.html",
        pattern_of_language,
        "The same page for each language but the site's first. Empty: none.",
    )
    share_image: str = setting(
        "share",
        file_or_none,
        "The folder of the pictures that memoirs are shared with, drawn where Pillow is installed"
        " (`docs/share-image.md`). Empty: none.",
    )
    share_image_font: str = setting(
        "",
        text,
        "A font file for these pictures; `fonts.ttc#2` is the third of a collection. Empty: the system's.",
    )
    export_save_as: str = setting(
        "memoirs.json", file_or_none, "The file that holds all memoirs as JSON. Empty or None: none."
    )
    feed_atom: str = setting(
        "feeds/achievements.atom.xml",
        file_or_none,
        "The Atom feed of achievements in the site's first language. Empty or None: none, in no language.",
    )
    feed_lang_atom: str = setting(
        "feeds/achievements-{lang}.atom.xml",
        pattern_of_language,
        "The Atom feed of achievements in each other language. Empty or None: none.",
    )
