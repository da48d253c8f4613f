"""Posts of several categories: Pelican lists a post under its first alone, Jekyll under each; under a tag once."""

from __future__ import annotations

from typing import Any

from pelican.generators import ArticlesGenerator


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
