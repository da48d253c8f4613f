"""The periods of a post: each with its stretch, those told by several headings merged into one."""

from __future__ import annotations

from dataclasses import dataclass

from pelican_memoir.memoir.candidates import Candidate
from pelican_memoir.memoir.entries import numbered
from pelican_memoir.memoir.outline import BOLD_RANK, Heading, Outline
from pelican_memoir.memoir.reading import Reading
from pelican_memoir.memoir.sections import is_closing, is_goals


@dataclass(frozen=True, slots=True)
class Part:
    """One heading of a period and where its content ends; a month that is told by several headings has several."""

    candidate: Candidate
    end: int


@dataclass(frozen=True, slots=True)
class Found:
    """A period of the post."""

    parts: tuple[Part, ...]

    @property
    def reading(self) -> Reading:
        return self.parts[0].candidate.reading

    @property
    def heading(self) -> Heading:
        return self.parts[0].candidate.heading

    @property
    def end(self) -> int:
        return self.parts[-1].end


def with_sections(kept: list[Candidate], outline: Outline, year: int | None) -> list[Found]:
    """Gives every period its stretch and merges headings that follow each other for the same period."""
    stops = frozenset(candidate.heading.start for candidate in kept)
    found: list[Found] = []
    for index, candidate in enumerate(kept):
        following = kept[index + 1].heading if index + 1 < len(kept) else None
        end = outline.section_end(candidate.heading, stops, through_bold=_is_bold(following))
        if index == len(kept) - 1:
            end = _before_closing(candidate.heading, end, outline, year)
        part = Part(candidate, end)
        if found and _is_same(found[-1].reading, candidate.reading):
            found[-1] = Found((*found[-1].parts, part))
        else:
            found.append(Found((part,)))
    return found


def _is_bold(heading: Heading | None) -> bool:
    """Between two periods in bold what else is bold belongs to the first: all bold paragraphs are of one rank."""
    return heading is not None and heading.rank == BOLD_RANK and heading.element.name == "p"


def _is_same(one: Reading, other: Reading) -> bool:
    return (one.kind, one.number, one.end_number, one.year) == (
        other.kind,
        other.number,
        other.end_number,
        other.year,
    )


def _before_closing(heading: Heading, end: int, outline: Outline, year: int | None) -> int:
    """The last period also ends where the author closes the year at a lower level ("#### 마무리" below "### 12월").

    What begins a numbering closes nothing: "1) 프로젝트 마무리" is the first thing that the period brought.
    """
    inner = outline.headings_between(heading.content, end)
    usual = {other.text for other in outline.headings if other.start < heading.start}
    top = min((other.rank for other in inner), default=0)
    for other in inner:
        if (
            other.rank == top
            and other.text not in usual
            and ((is_closing(other.text) and numbered(other.text)[0] != 1) or is_goals(other.text, year))
        ):
            return other.start
    return end
