"""Makes the achievements of a period: number, title, first sentence, pictures, links and how each ended."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from pelican_memoir.memoir.codec import map_texts
from pelican_memoir.memoir.content import first_sentence, item_text, paragraphs
from pelican_memoir.memoir.element import Element, text_of
from pelican_memoir.memoir.entries import Entry, cells, entries, numbered
from pelican_memoir.memoir.marks import marked_outcome, outcome_from
from pelican_memoir.memoir.model import Achievement, Image, Link, Outcome
from pelican_memoir.memoir.normalise import plain
from pelican_memoir.memoir.outcomes import outcomes_of_each
from pelican_memoir.memoir.outline import Outline, spaced
from pelican_memoir.memoir.period_words import compiled
from pelican_memoir.memoir.periods import Found, Part
from pelican_memoir.memoir.sections import group_of, names_what_was_done

_FEWEST_GROUPS = 2
_WORD = re.compile(r"\w")
_BARE_URL = re.compile(r"https?://[^\s<>\"'`|\\^{}]*[^\s<>\"'`|\\^{}.,;:!?)\]]")
_UNQUOTED = re.compile(r"http(?<!href=\"http)(?<!src=\"http)")
"""What every URL in the text begins with, if no character of it is written as a reference."""

_REPOSITORY = re.compile(
    r"https?://(?:www\.)?(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org)/[\w.-]+/[\w.-]+"
)
_NOT_REPOSITORY = re.compile(r"https?://[^/]+/(?:sponsors|orgs|topics|settings|features|user-attachments)/")


def entries_of(found: Found, outline: Outline) -> list[Entry]:
    """The entries of a period. One told by several headings has one entry for each, so that none is lost."""
    several = len(found.parts) > 1
    return [entry for part in found.parts for entry in _of_part(part, outline, several)]


def _of_part(part: Part, outline: Outline, several: bool) -> list[Entry]:
    heading, title = part.candidate.heading, part.candidate.reading.title
    if heading.element.name == "tr":
        return cells(heading.element)
    inner = _ungrouped(entries(outline, heading.content, part.end, titled=bool(title)), outline)
    if title and (several or not inner):
        return [Entry(title, heading.element, heading.content, part.end)]
    return inner


def _ungrouped(found: list[Entry], outline: Outline) -> list[Entry]:
    """The entries of a period that is told in groups ("한 일", "배운 점", "아쉬운 점"): what is below "한 일".

    One group alone is an entry as others are.
    """
    groups = [group_of(entry.text) if entry.element.name != "li" else None for entry in found]
    done = [entry.element.name != "li" and names_what_was_done(entry.text) for entry in found]
    if len({group for group in groups if group}) + any(done) < _FEWEST_GROUPS:
        return found
    told: list[Entry] = []
    for entry, group, is_done in zip(found, groups, done, strict=True):
        if is_done:
            told += entries(outline, entry.start, entry.end) or [entry]
        elif group is None:
            told.append(entry)
    return told


def achievements(
    entries: Sequence[Entry],
    outline: Outline,
    laid_down: Mapping[str, str | None],
    written: Callable[[str], str] = str,
) -> tuple[Achievement, ...]:
    """The achievements from entries. `laid_down` are the author's `Overrides.achievements`: how each ended.

    `written` makes a text what its author wrote, as `AsWritten` does.
    """
    prose = [list(_prose(entry, outline)) for entry in entries]
    endings = [_laid_down(entry, laid_down) for entry in entries]
    names = [numbered(entry.text) for entry in entries]
    stories = [
        [title, *texts, *_results(entry, outline)] if ending is None else []
        for entry, (_, title), texts, ending in zip(entries, names, prose, endings, strict=True)
    ]
    parts = zip(entries, names, prose, endings, outcomes_of_each(stories), strict=True)
    return tuple(
        [
            _achievement(entry, name, outline, texts, told if ending is None else ending, written)
            for entry, name, texts, ending, told in parts
        ]
    )


def _achievement(
    entry: Entry,
    name: tuple[int | None, str],
    outline: Outline,
    prose: Sequence[str],
    outcomes: tuple[Outcome, ...],
    written: Callable[[str], str],
) -> Achievement:
    number, title = name
    images, links = _media(entry, outline, written)
    text = written(entry.text)
    return Achievement(
        number=number,
        text=text,
        title=text if title == entry.text else written(title),
        anchor=None if entry.element.is_bare else entry.element.attributes.get("id") or None,
        summary=written(first_sentence(prose[0])) if prose else "",
        images=images,
        links=links,
        repository=next((found for link in links if (found := repository_of(link.url))), None)
        if links
        else None,
        outcomes=tuple([map_texts(each, written) for each in outcomes]) if outcomes else (),
    )


def _laid_down(entry: Entry, laid_down: Mapping[str, str | None]) -> tuple[Outcome, ...] | None:
    """How it ended as the front matter says, else as the text is marked; None where its own words have to say."""
    ending = laid_down.get(plain(entry.text)) if laid_down else None
    return outcome_from(ending) if ending is not None else marked_outcome(entry.element)


def _prose(entry: Entry, outline: Outline) -> Iterator[str]:
    for text in (*_behind_bold_line(entry), *paragraphs(outline, entry.start, entry.end)):
        words = _BARE_URL.sub("", text) if "http" in text else text
        if _WORD.search(words) and text != entry.text:
            yield text


def _behind_bold_line(entry: Entry) -> Iterator[str]:
    """What follows a bold first line in its own paragraph."""
    if entry.element.name == "p":
        text = spaced(text_of(entry.element))
        if text.startswith(entry.text) and (rest := text[len(entry.text) :].lstrip()):
            yield rest


def _results(entry: Entry, outline: Outline) -> Iterator[str]:
    """What the list below an achievement says of how it ended.

    Below a heading it is what has a label ("결과: 은상"), below an item of a list all of it.
    """
    own = entry.element
    for element in outline.between(entry.start, entry.end):
        if element.name == "li" and element is not own:
            text = item_text(element)
            if own.name == "li" or compiled(r"(?:%s)\s*:", "outcomes.results").match(plain(text)):
                yield text


def _media(
    entry: Entry, outline: Outline, written: Callable[[str], str]
) -> tuple[tuple[Image, ...], tuple[Link, ...]]:
    """The pictures, and the links and bare URLs; a URL that is told twice counts once."""
    html, start, end = outline.tree.html, entry.element.start, entry.end
    may_be_bare = _UNQUOTED.search(html, start, end) is not None or html.find("&#", start, end) >= 0
    elements = outline.between(start + 1, end) if may_be_bare else outline.media_between(start + 1, end)
    if not elements and not may_be_bare and entry.element.name not in ("a", "img"):
        return (), ()
    images: list[Image] = []
    links: dict[str, Link] = {}
    for element in (entry.element, *elements):
        if element.name == "img":
            if element.attributes.get("src") and element.start >= entry.start:
                alt = written(spaced(element.attributes.get("alt", "")))
                images.append(Image(element.attributes["src"], alt))
        elif element.name == "a":
            url = element.attributes.get("href", "")
            if url and url[0] != "#" and url not in links:
                links[url] = Link(url, written(spaced(text_of(element))))
        elif may_be_bare and element.name in ("p", "li"):
            for url in _bare_urls(element):
                links.setdefault(url, Link(url, written(url)))
    return tuple(images), tuple(links.values())


def _bare_urls(element: Element) -> list[str]:
    own = [child for child in element.children if isinstance(child, str) and "http" in child]
    return _BARE_URL.findall(" ".join(own)) if own else []


def repository_of(url: str) -> str | None:
    """The repository that a URL leads to or into ("https://github.com/owner/name"), else None."""
    match = _REPOSITORY.match(url)
    if match is None or _NOT_REPOSITORY.match(url):
        return None
    return match.group().removesuffix(".git")
