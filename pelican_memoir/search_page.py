"""The generator of the search: a page and an index for each language that has posts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any

from pelican.generators import Generator

from pelican_memoir.incremental.made_files import MadeFiles, made_files
from pelican_memoir.language_pages import by_language, files_by_language
from pelican_memoir.memory.build import Build
from pelican_memoir.memory.inputs import code, digest
from pelican_memoir.output_files import file_in, replace
from pelican_memoir.packed_texts import digest_of
from pelican_memoir.search import Entry, shard, words_of
from pelican_memoir.theming.dates import date_text
from pelican_memoir.theming.fields import address
from pelican_memoir.theming.location import is_own
from pelican_memoir.theming.reading import title_text


def search_files(articles: Iterable[Any], settings: Mapping[str, Any]) -> dict[str, str]:
    """Return language -> the file of its search page, for every language whose page is wanted.

    Only our own theme has a page that knows the index; another's `search.html` belongs to another plugin.
    """
    if not settings["MEMOIR_SEARCH_SAVE_AS"] or not is_own(settings["THEME"]):
        return {}
    languages = by_language(articles, settings["DEFAULT_LANG"].lower())
    return files_by_language(
        languages, settings["MEMOIR_SEARCH_SAVE_AS"], settings["MEMOIR_SEARCH_LANG_SAVE_AS"]
    )


class SearchGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Writes the index beside the page: `search.json` beside `search.html`, `search-2.json` where one is not enough."""

    def generate_context(self) -> None:
        """Have the entries of the index made by those who render the pages."""
        Build.of(self.settings).asides.append(self.make_entry)

    def generate_output(self, writer: Any) -> None:
        """Write the pages and what they search."""
        for language, save_as, articles in self.searched():
            names = self.write_index(made_files(writer, self.context), articles, save_as, language)
            self.write_page(writer, language, save_as, names)

    def searched(self) -> Iterator[tuple[str, str, list[Any]]]:
        """Yield each language with the file of its page and its articles, the newest first."""
        articles = self.context.get("memoir_published") or []
        files = search_files(articles, self.context)
        languages = by_language(articles, self.settings["DEFAULT_LANG"].lower())
        for language in self.context.get("memoir_search_pages") or ():
            newest_first = sorted(languages[language], key=lambda article: article.date, reverse=True)
            yield language, files[language], newest_first

    def make_entry(self, article: Any) -> None:
        """Remember the entry of an article that is searched."""
        place = self.places.get(id(article))
        if place is not None:
            known_entry(article, *place, Build.of(self.settings))

    @cached_property
    def places(self) -> dict[int, tuple[str, str]]:
        """Where the page lies that searches an article, seen from the root, and its language; by the article's id."""
        return {
            id(article): (way_up(save_as), language)
            for language, save_as, articles in self.searched()
            for article in articles
        }

    def write_index(self, files: MadeFiles, articles: list[Any], save_as: str, language: str) -> list[str]:
        """Write the parts of the index that are not known to lie there, and return the names of all."""
        up, build = way_up(save_as), Build.of(self.settings)
        names: list[str] = []
        place = 0
        while place < len(articles) or not names:
            names.append(index_name(save_as, len(names) + 1))
            path, left = file_in(self.output_path, names[-1]), articles[place:]
            count = files.count_of_part(path, left, "search", language)
            if not count:
                part, count = shard(known_entry(article, up, language, build) for article in left)
                replace(path, part)
                files.remember_part(path, part, left, count, "search", language)
            place += count
        return names

    def write_page(self, writer: Any, language: str, save_as: str, index: list[str]) -> None:
        """Write the page of one language."""
        writer.write_file(
            save_as,
            self.get_template("search"),
            self.context,
            self.settings["RELATIVE_URLS"],
            override_output=True,
            url=self.context["memoir_search_pages"][language],
            page_name="search",
            page_lang=language,
            memoir_search_index=[address(PurePosixPath(name).name) for name in index],
        )


def way_up(save_as: str) -> str:
    """Return what leads from a page to the root of the site."""
    return "../" * (len(PurePosixPath(save_as).parts) - 1)


def index_name(save_as: str, number: int) -> str:
    """Return the file of a part of the index, beside the page: `search.json`, `search-2.json`."""
    path = PurePosixPath(save_as)
    stem = path.stem if number == 1 else f"{path.stem}-{number}"
    return str(path.with_name(f"{stem}.json"))


def known_entry(article: Any, up: str, language: str, build: Build) -> str:
    """Return what is searched of an article as JSON: what is remembered of the same text, else made of it anew."""
    title, url, date, tags = about(article, up, language)
    key = digest("search", code(), title, url, date, *tags, "", digest_of(article, build.texts))
    found = build.store.get(key)
    if found is None:
        text = article._content  # `content` leads its links elsewhere, and Pelican would hold both
        found = Entry(title, url, date, tags, words_of(text)).to_json()
        build.store.put(key, found)
    return found


def about(article: Any, up: str, language: str) -> tuple[str, str, str, tuple[str, ...]]:
    """Return an article's title, address, date and tags as they are searched."""
    return (
        title_text(article.title),
        address(up + article.url),
        date_text(article.date, language),
        tuple(str(tag) for tag in getattr(article, "tags", ())),
    )
