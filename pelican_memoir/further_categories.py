"""Posts of several categories: Pelican lists a post under its first alone, Jekyll under each; under a tag once."""

from __future__ import annotations

import re
from typing import Any

from pelican.generators import ArticlesGenerator

from pelican_memoir.errors import Location, Problem
from pelican_memoir.output_files import CODE
from pelican_memoir.telling import shown, tell

_BETWEEN_WORDS = re.compile(r"[\s_-]+")


def list_under_all(generator: ArticlesGenerator) -> None:
    """List each article under its further categories too, in the order that its category's articles have."""
    categories = {category: list(articles) for category, articles in generator.categories}
    before = sum(map(len, categories.values()))
    for article in generator.articles:
        for category in article.metadata.get("further_categories", ()):
            categories.setdefault(category, []).append(article)
    if sum(map(len, categories.values())) == before:
        return
    places = {article: place for place, article in enumerate(generator.articles)}
    for articles in categories.values():
        articles.sort(key=places.__getitem__)
    reverse: Any = generator.settings["REVERSE_CATEGORY_ORDER"]
    generator.categories = sorted(categories.items(), key=lambda entry: entry[0], reverse=reverse)
    generator._update_context(("categories",))


def list_once(generator: ArticlesGenerator) -> None:
    """List each article once under a tag of which it has two spellings: `C++` and `C#` are one to Pelican's slugs."""
    for articles in generator.tags.values():
        articles[:] = dict.fromkeys(articles)  # the very list, which templates see already


def tell_joined(generator: ArticlesGenerator) -> None:
    """Tell which tags and categories share a page though they are words of their own, as `C++` and `C#` do.

    Words of two languages may be the same word: `日記` and `日记`.
    """
    for kind, words_of in (("tag", _tags), ("category", _categories)):
        known: dict[tuple[str, str], dict[str, tuple[Any, Any]]] = {}
        for article in generator.articles:
            for each in words_of(article):
                spelling = _BETWEEN_WORDS.sub("", each.name).casefold()
                known.setdefault((each.slug, article.lang), {}).setdefault(spelling, (each, article))
        for joined in known.values():
            if len(joined) > 1:
                tell([_joined(kind, list(joined.values()))])


def _tags(article: Any) -> list[Any]:
    return list(getattr(article, "tags", ()))


def _categories(article: Any) -> list[Any]:
    return [article.category, *article.metadata.get("further_categories", ())]


def _joined(kind: str, found: list[tuple[Any, Any]]) -> Problem:
    names = sorted(each.name for each, _ in found)
    page = found[0][0].url
    return Problem(
        Location(shown(found[-1][1].source_path)),
        CODE,
        f"{' and '.join(map(repr, names))} share one {kind} page, {page}, as Pelican makes one slug of them;"
        f" give each its own by {kind.upper()}_REGEX_SUBSTITUTIONS",
    )
