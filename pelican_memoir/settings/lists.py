"""How lists of posts and the feeds present a post."""

from __future__ import annotations

from dataclasses import dataclass

from pelican_memoir.settings.checks import count, flag, text
from pelican_memoir.settings.setting import setting


@dataclass(frozen=True)
class Lists:
    """What lists and feeds say of posts."""

    date_format: str = setting(
        "",
        text,
        "How dates are written, as Ruby's `strftime` has it (`%B %-d, %Y`). Empty: as the language does.",
    )
    excerpt_length: int = setting(0, count, "Words of a post's excerpt in a list. 0: a sentence or two.")
    feed_jekyll_ids: bool = setting(
        False,
        flag,
        "Whether posts have the ids in feeds that jekyll-feed gave them, so that readers see none anew after a move;"
        " posts without a category have none there, then.",
    )
    feed_show_excerpt: bool = setting(True, flag, "Whether lists of posts show excerpts.")
    feed_show_tags: bool = setting(False, flag, "Whether lists of posts show their tags.")
    rss_description: str = setting("", text, "What the feeds say of the site. Empty: `SITESUBTITLE`.")
