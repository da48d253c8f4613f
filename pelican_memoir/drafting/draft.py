"""The Markdown of a draft: front matter as Jekyll wants it, last year's goals, and the periods with their posts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pelican_memoir.drafting.texts import Texts

_COMMENT_END = re.compile(r"--(!?)>")


@dataclass(frozen=True, slots=True)
class Line:
    """A post of the blog: its day (2024-02-03), its title, and the target of a link to it."""

    day: str
    title: str
    target: str


@dataclass(frozen=True, slots=True)
class Draft:
    """What goes into a draft.

    `periods` has a heading and the posts of each period, `goals` what was set for the year. `language` and `author` are
    '' where the site's own are meant.
    """

    year: int
    periods: tuple[tuple[str, tuple[Line, ...]], ...]
    goals: tuple[str, ...] = ()
    language: str = ""
    author: str = ""


def markdown(draft: Draft, texts: Texts) -> str:
    """Return the whole text of the file. It is marked as unpublished, in the way that Jekyll knows too."""
    years = {"year": draft.year, "before": draft.year - 1, "next": draft.year + 1}
    blocks = [front_matter(draft, texts), comment([texts.note])]
    if draft.goals:
        answers = [f"- {goal} →" for goal in draft.goals]
        blocks += ["## " + texts.goals_before.format(**years), "\n".join(answers)]
    for heading, posts in draft.periods:
        blocks.append(f"## {heading}")
        if posts:
            blocks.append(comment([texts.posts, "", *map(link, posts)]))
    blocks += ["## " + texts.goals_next.format(**years), "-"]
    return "\n\n".join(blocks) + "\n"


def front_matter(draft: Draft, texts: Texts) -> str:
    """Return the front matter with its fences."""
    return "\n".join(["---", *_front_matter_lines(draft, texts), "---"])


def _front_matter_lines(draft: Draft, texts: Texts) -> Iterator[str]:
    yield "layout: post"
    yield f"title: {quoted(texts.title.format(year=draft.year))}"
    yield f"date: {draft.year}-12-31"
    yield f"tags: [{quoted(texts.tag)}]"
    if draft.language:
        yield f"lang: {draft.language}"
    if draft.author:
        yield f"author: {quoted(draft.author)}"
    yield "published: false"


def quoted(text: str) -> str:
    """Return a text as YAML's double-quoted scalar, which JSON's string is."""
    return json.dumps(text, ensure_ascii=False)


def comment(lines: Sequence[str]) -> str:
    """Return lines as an HTML comment, which no title can end."""
    text = _COMMENT_END.sub(r"-- \1>", "\n".join(lines))
    return f"<!--\n{text}\n-->"


def link(post: Line) -> str:
    """Return a post as an item of a Markdown list."""
    title = re.sub(r"([\[\]\\])", r"\\\1", " ".join(post.title.split()))
    return f"- {post.day} [{title}]({post.target})"
