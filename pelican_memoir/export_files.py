"""The generator of what machines read of the memoirs: `memoirs.json`, and a feed of achievements in each language."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from feedgenerator import Atom1Feed
from pelican.generators import Generator

from pelican_memoir.incremental.made_files import made_files
from pelican_memoir.output_files import file_in
from pelican_memoir.site.achievement_entries import HOME, Entry, achievement_entries, domain_of
from pelican_memoir.site.export import export
from pelican_memoir.site.timeline import LanguageTimeline
from pelican_memoir.theming.dates import year_text
from pelican_memoir.theming.fields import address
from pelican_memoir.theming.labels import label
from pelican_memoir.theming.outcomes import endings
from pelican_memoir.theming.periods import period_label
from pelican_memoir.theming.reading import title_text

# XML 1.0 has no place for these, not even as references.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def feeds_of(timelines: Iterable[LanguageTimeline], settings: Mapping[str, Any]) -> dict[str, str]:
    """Return language -> the file of its feed, for every language that has achievements and whose feed is wanted."""
    feeds: dict[str, str] = {}
    if not settings["MEMOIR_FEED_ATOM"]:
        return feeds
    for place, timeline in enumerate(timelines):
        pattern = settings["MEMOIR_FEED_ATOM" if place == 0 else "MEMOIR_FEED_LANG_ATOM"]
        if pattern and has_achievements(timeline):
            feeds[timeline.language] = pattern.replace("{lang}", timeline.language)
    return feeds


def has_achievements(timeline: LanguageTimeline) -> bool:
    """Tell whether any memoir of a timeline has an achievement."""
    posts = (post for year in timeline.years for post in (*year.memoirs, *year.partials))
    return any(period.achievements for post in posts if post.memoir for period in post.memoir.periods)


class ExportGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Writes `MEMOIR_EXPORT_SAVE_AS`, `MEMOIR_FEED_ATOM` and `MEMOIR_FEED_LANG_ATOM` where the site has memoirs."""

    def generate_output(self, writer: Any) -> None:
        """Write the files."""
        posts = self.context.get("memoir_published")
        if not posts or not self.context.get("memoir_timelines"):
            return
        files = made_files(writer, self.context)
        # All that is told of posts stands beside their texts: titles, dates, addresses, memoirs.
        state = files.state_of("export", cards=posts)
        if save_as := self.settings["MEMOIR_EXPORT_SAVE_AS"]:
            files.write(file_in(self.output_path, save_as), state, partial(self.exported, posts))
        for language, save_as in self.context["memoir_feeds"].items():
            make = partial(self.feed, posts, language, save_as)
            files.write(file_in(self.output_path, save_as), state, make)

    def exported(self, posts: Sequence[Any]) -> Iterator[str]:
        """Return all memoirs as JSON, in pieces."""
        return export(
            posts,
            title=title_text(self.settings["SITENAME"]),
            url=self.settings["SITEURL"],
            language=self.settings["DEFAULT_LANG"].lower(),
            address=lambda post: self.link(self.settings["SITEURL"], post),
            target=lambda post, url: target_of(post, self.settings["SITEURL"], url),
        )

    def feed(self, posts: Sequence[Any], language: str, save_as: str) -> tuple[str]:
        """Return the achievements of one language as an Atom feed, the newest `FEED_MAX_ITEMS` of them."""
        base = self.settings["SITEURL"] or self.settings.get("FEED_DOMAIN") or ""
        domain = domain_of(self.settings.get("FEED_DOMAIN") or base)
        own = self.settings.get("FEED_DOMAIN") or base
        name = title_text(self.settings["SITENAME"])
        feed = Atom1Feed(
            title=writable(f"{name} – {label('Achievements', language)}"),
            link=address(base + "/"),
            description=None,
            language=language,
            feed_url=address(f"{own}/{save_as}"),
            feed_guid=f"tag:{domain or HOME},2000-01-01:memoir/{language}/achievements",
            author_name=writable(str(self.settings.get("AUTHOR") or name)),
        )
        entries = achievement_entries(posts, language=language, domain=domain)
        for entry in entries[: self.settings["FEED_MAX_ITEMS"]]:
            feed.add_item(**item_of(entry, self.link(base, entry.post), language))
        return (feed.writeString("utf-8"),)

    def link(self, base: str, post: Any) -> str:
        """Return a post's address, as text that every reader of addresses understands."""
        return address(f"{base}/{post.url}")


def target_of(content: Any, siteurl: str, url: str) -> str:
    """Return where a link in a text leads: `{static}` and `{filename}` become what Pelican writes into the page."""
    if not url.startswith(("{", "|")):
        return url
    before, behind = '<a href="', '">'
    tag: str = content._update_content(f"{before}{html.escape(url)}{behind}", siteurl)
    return html.unescape(tag.removeprefix(before).removesuffix(behind))


def item_of(entry: Entry, url: str, language: str) -> dict[str, Any]:
    """Return one achievement as the feed generator wants it; the text is HTML, so it is escaped."""
    year = (entry.post.memoir.year if entry.post.memoir else None) or entry.published.year
    summary = entry.achievement.summary
    said = [ending.words for ending in endings(entry.achievement) if ending.words not in summary]
    said += [summary] if summary else []
    return {
        "title": writable(entry.achievement.title),
        "link": url + (f"#{address(entry.anchor)}" if entry.anchor else ""),
        "description": "".join(f"<p>{html.escape(writable(text))}</p>" for text in said),
        "unique_id": entry.id,
        "author_name": writable(entry.author) or None,
        "pubdate": entry.published,
        "updateddate": entry.updated,
        "categories": [year_text(year, language), period_label(entry.period, language)],
    }


def writable(text: str) -> str:
    """Return a text without the characters that no XML may hold."""
    return _UNWRITABLE.sub("", text)
