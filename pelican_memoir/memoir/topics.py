"""What a memoir has beside its periods: sections by topic, highlights, how it opens and closes."""

from __future__ import annotations

from pelican_memoir.memoir.content import item_text, paragraphs, top_lists
from pelican_memoir.memoir.entries import numbered
from pelican_memoir.memoir.marks import is_skipped
from pelican_memoir.memoir.model import PostPeriod, Section
from pelican_memoir.memoir.outline import Heading, Outline
from pelican_memoir.memoir.sections import is_closing, is_goals, is_next_part, is_opening

_FEWEST = 2


def topic_headings(outline: Outline, year: int | None, part: PostPeriod | None = None) -> list[Heading]:
    """The headings that a memoir by topic is made of: the numbered ones, else all of the highest level with two."""
    real = [
        heading
        for heading in outline.headings
        if heading.level is not None and not is_skipped(heading.element)
    ]
    for level in sorted({heading.rank for heading in real}):
        at_level = [heading for heading in real if heading.rank == level]
        counted = [heading for heading in at_level if numbered(heading.text)[0] is not None]
        if len(counted) >= _FEWEST:
            return counted
        if len(at_level) >= _FEWEST:
            return [heading for heading in at_level if not _is_frame(heading.text, year, part)]
    return []


def _is_frame(text: str, year: int | None, part: PostPeriod | None) -> bool:
    return is_opening(text) or is_closing(text) or is_goals(text, year) or is_next_part(text, part)


def sections_of(headings: list[Heading]) -> tuple[Section, ...]:
    """The sections of a memoir by topic."""
    return tuple(
        Section(number, heading.text, title, heading.anchor)
        for heading in headings
        for number, title in [numbered(heading.text)]
    )


def highlights_of(outline: Outline, first: int) -> tuple[str, ...]:
    """The list that opens a memoir by topic, before its first section at `first`."""
    lists = top_lists(outline, 0, first)
    if not lists or lists[0].prose_before:
        return ()
    return tuple(text for item in lists[0].items if (text := item_text(item)))


def opening_of(outline: Outline, first: int) -> str:
    """The prose before the first period or section, a line a paragraph."""
    return "\n".join(paragraphs(outline, 0, first))


def closing_of(outline: Outline, after: int) -> str:
    """The prose of the section that closes the memoir, its list where it has no prose; '' without such a section."""
    headings = [h for h in outline.headings if h.start >= after and is_closing(h.text)]
    if not headings:
        return ""
    heading = headings[-1]
    end = outline.section_end(heading)
    prose = paragraphs(outline, heading.content, end)
    if not prose:
        prose = [item_text(item) for each in top_lists(outline, heading.content, end) for item in each.items]
    return "\n".join(filter(None, prose))
