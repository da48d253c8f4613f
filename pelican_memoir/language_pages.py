"""Pages of the plugin's own of which each language of the site has one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from typing import Any


def by_language(articles: Iterable[Any], default: str) -> dict[str, list[Any]]:
    """Return language -> its articles, the site's first language first."""
    found: defaultdict[str, list[Any]] = defaultdict(list)
    for article in articles:
        found[(article.lang or default).lower()].append(article)
    return {language: found[language] for language in sorted(found, key=lambda each: (each != default, each))}


def files_by_language(languages: Iterable[str], first: str, others: str) -> dict[str, str]:
    """Return language -> the file of its page: `first` for the first one, else the pattern `others`; empty: none."""
    patterns = ((language, others if place else first) for place, language in enumerate(languages))
    return {language: pattern.replace("{lang}", language) for language, pattern in patterns if pattern}


def addresses_of(files: Mapping[str, str]) -> dict[str, str]:
    """Return language -> the address of its page: its file, without `index.html`."""
    return {
        language: file[: -len("index.html")] if PurePosixPath(file).name == "index.html" else file
        for language, file in files.items()
    }


def root_from(file: str) -> str:
    """Return the address of the site's root, as a page in this file has it."""
    return "../" * (len(PurePosixPath(file).parts) - 1) or "./"
