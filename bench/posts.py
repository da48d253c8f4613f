"""Makes a blog of any size: posts of 8 to 12 KB, years in review and what stands between them.

The same number gives the same posts, byte for byte, on every machine.
"""

from __future__ import annotations

import datetime
import random
import struct
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bench import words

FIRST_YEAR, YEARS = 2004, 20
"""The years that a blog covers, whatever the number of its posts."""
MEMOIR_EVERY = 20
"""One post of so many is a year in review."""
SMALLEST, LARGEST = 8_300, 11_700
"""Bytes of a post's text."""
PICTURES = 12


@dataclass(frozen=True, slots=True)
class Post:
    """A post: what any generator's front matter says of it, and its text."""

    name: str
    title: str
    date: datetime.datetime
    category: str
    tags: tuple[str, ...]
    body: str

    def for_jekyll(self) -> str:
        """Return the file's text with YAML front matter, which Jekyll and Hugo read."""
        return (
            f"---\nlayout: post\ntitle: {self.title}\nsubtitle: {self.category}에 대한 글\n"
            f"date: {self.date:%Y-%m-%d %H:%M:%S} +0900\ncategories: [{self.category}]\n"
            f"tags: [{', '.join(self.tags)}]\nexcerpt_separator: <!--more-->\n---\n{self.body}"
        )

    def for_pelican(self) -> str:
        """Return the file's text with the front matter of Pelican's own Markdown reader."""
        return (
            f"Title: {self.title}\nDate: {self.date:%Y-%m-%d %H:%M}\nCategory: {self.category}\n"
            f"Tags: {', '.join(self.tags)}\nSlug: {self.name[11:]}\n\n{self.body}"
        )


def posts(count: int, memoir_every: int = MEMOIR_EVERY) -> Iterator[Post]:
    """Yield `count` posts, the oldest first, spread evenly over `YEARS` years."""
    first = datetime.datetime(FIRST_YEAR, 1, 1, 9)
    step = datetime.timedelta(days=365.2 * YEARS) / count
    for number in range(count):
        rng = random.Random(number)
        date = (first + step * number).replace(second=0, microsecond=0)
        if number % memoir_every == memoir_every - 1:
            yield _memoir(rng, number, date)
        else:
            yield _ordinary(rng, number, date)


def write(folder: Path, count: int, text_of: Callable[[Post], str] = Post.for_jekyll) -> None:
    """Write the files of `count` posts into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for post in posts(count):
        (folder / f"{post.name}.md").write_text(text_of(post), encoding="utf-8")


def write_pictures(folder: Path) -> None:
    """Write the few local pictures that the posts show."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(PICTURES):
        (folder / f"{number}.png").write_bytes(_png(320 + 16 * number, 180, 20 * number))


def _ordinary(rng: random.Random, number: int, date: datetime.datetime) -> Post:
    title = f"{rng.choice(words.THINGS)} {rng.choice(words.TOPICS)} ({number})"
    parts = [_paragraph(rng), "<!--more-->\n\n"]
    while _size(parts) < SMALLEST:
        parts.append(f"## {rng.choice(words.THINGS)}, {rng.choice(words.TOPICS)}\n\n")
        parts += [_paragraph(rng), rng.choice(_BLOCKS)(rng), _paragraph(rng)]
        parts += [f"### {rng.choice(words.THINGS)}\n\n", rng.choice(_BLOCKS)(rng), _paragraph(rng)]
    tags = tuple(rng.sample(words.TAGS, 3))
    return Post(
        f"{date:%Y-%m-%d}-note-{number}", title, date, rng.choice(words.CATEGORIES), tags, _cut(parts)
    )


def _memoir(rng: random.Random, number: int, date: datetime.datetime) -> Post:
    parts = [f"<div align=center><h2>{date.year}년을 마무리하며</h2></div>\n\n<!--more-->\n\n"]
    parts += ["## 한 해를 돌아보며\n\n", _paragraph(rng), "---\n\n"]
    for quarter in range(1, 5):
        parts.append(f"## {quarter}분기 [{quarter * 3 - 2}월~{quarter * 3}월]\n\n")
        for place in range(1, 4):
            outcome = f" - {rng.choice(words.OUTCOMES)}" if rng.random() < 0.5 else ""
            parts += [f"#### {place}) {rng.choice(words.WORKS)}{outcome}\n\n", _centred(rng)]
            parts += [f"> https://example.org/works/{rng.randrange(9999)}\n\n", _paragraph(rng)]
        parts.append(f"{{: .box-note}}\n**{quarter}분기를 마치며.** {_sentence(rng)}\n\n---\n\n")
    parts += [
        f"## {date.year + 1}년 목표\n\n",
        "".join(f"- {work}\n" for work in rng.sample(words.WORKS, 4)),
        "\n",
    ]
    while _size(parts) < SMALLEST:
        parts.append(_paragraph(rng))
    title = f"{date.year}년 한 해를 돌아보는 회고록 ({number})"
    return Post(f"{date:%Y-%m-%d}-memoir-{number}", title, date, "일상", ("회고", "정리"), _cut(parts))


def _sentence(rng: random.Random) -> str:
    text = rng.choice(words.SENTENCES)
    while "{" in text:
        start, end = text.index("{"), text.index("}")
        text = text[:start] + _word(rng, text[start + 1 : end]) + text[end + 1 :]
    return text


def _word(rng: random.Random, kind: str) -> str:
    if kind == "number":
        return str(rng.randrange(2, 99))
    if kind == "code":
        return f"run --every {rng.randrange(2, 60)}"
    return rng.choice({"thing": words.THINGS, "time": words.TIMES, "person": words.PEOPLE}[kind])


def _paragraph(rng: random.Random) -> str:
    return " ".join(_sentence(rng) for _ in range(rng.randrange(3, 6))) + "\n\n"


def _list(rng: random.Random) -> str:
    return "".join(f"- {_sentence(rng)}\n" for _ in range(rng.randrange(3, 6))) + "\n"


def _table(rng: random.Random) -> str:
    rows = "".join(
        f"| {rng.choice(words.THINGS)} | {rng.randrange(999)} | {rng.random():.2f} |\n" for _ in range(5)
    )
    return f"| 이름 | 횟수 | 비율 |\n|---|---:|:---:|\n{rows}\n"


def _code(rng: random.Random) -> str:
    language, source = rng.choice(words.CODE)
    return f"```{language}\n{source.replace('{number}', str(rng.randrange(99)))}```\n\n"


def _quote(rng: random.Random) -> str:
    return f"> {_sentence(rng)}\n> {_sentence(rng)}\n\n"


def _picture(rng: random.Random) -> str:
    return f"![{rng.choice(words.THINGS)}](/assets/{rng.randrange(PICTURES)}.png)\n\n"


def _centred(rng: random.Random) -> str:
    address = f"https://images.example.org/{rng.randrange(9999)}.png"
    return f'<div align="center">\n    <img src="{address}"\n    width="80%"/>\n</div>\n\n'


_BLOCKS = (_list, _list, _table, _code, _quote, _picture, _centred)


def _size(parts: list[str]) -> int:
    return sum(len(part.encode()) for part in parts)


def _cut(parts: list[str]) -> str:
    """Join the parts, without the last ones where they are too long."""
    while _size(parts) > LARGEST:
        parts.pop()
    return "".join(parts)


def _png(width: int, height: int, grey: int) -> bytes:
    """Return a picture of one shade of grey."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\0" + bytes([grey]) * width) * height
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    end = chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + end
