"""Compares what Jekyll wrote with what Pelican wrote: pages that are missing, anchors that are missing, words lost."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from urllib.parse import unquote

from bs4 import BeautifulSoup, Tag

WORD = re.compile(r"\w+")
CONTENT = (".blog-post", ".post-content", ".e-content", "article", "main", "body")
"""Where a page's own text is, the narrowest first: Beautiful Jekyll, minima, others."""
UNSEEN = ("script", "style", "noscript", "template")
FURTHER = re.compile(r"(?:\A|/)page/?\d+(?:/index)?\.html\Z")
"""The further pages of an index."""
PLACEHOLDERS = {
    "{number}": r"\d+",
    "{slug}": r"[^/]+",
    "{date:%Y}": r"\d{4}",
    "{date:%m}": r"\d{2}",
    "{date:%d}": r"\d{2}",
}
GENERATED = re.compile(
    r"(?:page|blog/page|tags?|categories|category|archives?|authors?)/?\d*/?(?:index)?(?:\.html)?$"
)


@dataclass(frozen=True, slots=True)
class Loss:
    """Something of the old site that the new one has not: `what` is "page", "anchor" or "words"."""

    page: str
    what: str
    detail: str

    def __str__(self) -> str:
        return (
            f"{self.page}: {self.what} missing: {self.detail}"
            if self.detail
            else f"{self.page}: {self.what} missing"
        )


def verify(
    old: Path,
    new: Path,
    progress: Callable[[int, int], None] = lambda done, total: None,
    replaced: Mapping[str, str] = MappingProxyType({}),
    further: str = "",
    archives: Sequence[str] = (),
) -> list[Loss]:
    """Return what the output folder `new` has not of the output folder `old`, page by page.

    `replaced` are pages that the new site has of its own, each with its kind: of these no words are compared, and of
    an index, which may show whole posts, no anchors either. `further` is the file of the further pages of the index,
    with `{number}` in it, `archives` are the files of pages of tags, categories and days, with `{slug}` or `{date:%Y}`.

    Raises `NotADirectoryError` where one of them is none.
    """
    for folder in (old, new):
        if not folder.is_dir():
            raise NotADirectoryError(f"{folder} is no folder")
    pages = sorted(path for path in old.rglob("*.html") if path.is_file())
    paged = _matching([further] if further else ())
    archived = _matching(each for each in archives if not each.startswith("{slug}"))  # which is any page
    losses: list[Loss] = []
    for number, page in enumerate(pages, 1):
        name = page.relative_to(old).as_posix()
        is_further = bool(FURTHER.search(name) or paged.fullmatch(name))
        made = name in replaced or name in ("index.html", "404.html") or bool(GENERATED.fullmatch(name))
        made = made or bool(archived.fullmatch(name))
        is_index = replaced.get(name) == "index" or is_further
        losses.extend(_losses(name, page, _there(new, page.relative_to(old)), made or is_further, is_index))
        progress(number, len(pages))
    return losses


def _matching(patterns: Iterable[str]) -> re.Pattern[str]:
    """Return what the names of files match that Pelican makes of patterns; of none, nothing does."""
    found = [
        "".join(PLACEHOLDERS.get(part) or re.escape(part) for part in re.split(r"(\{[^}]*\})", pattern))
        for pattern in patterns
    ]
    return re.compile("|".join(found) if found else r"(?!)")


def _there(new: Path, path: Path) -> Path | None:
    """The file of the same address: `a.html` and `a/index.html` answer to `/a` alike."""
    if path.name != "index.html":
        others = [path.with_suffix("") / "index.html"]
    else:
        others = [path.parent.with_suffix(".html")] if path.parent.name else []
    return next((new / name for name in (path, *others) if (new / name).is_file()), None)


def _losses(name: str, old: Path, new: Path | None, generated: bool, is_index: bool) -> Iterator[Loss]:
    if new is None:
        yield Loss(name, "page", "")
        return
    before, after = _read(old), _read(new)
    if before.find("meta", attrs={"http-equiv": "refresh"}) is not None:
        return
    targets = () if is_index else before.find_all(True, id=True)
    anchors = {str(tag["id"]) for tag in targets if _is_target(tag)}
    names = {str(tag.get("id")) for tag in after.find_all(True, id=True)}
    names |= {unquote(name) for name in names}  # an id with white space is written as links write it
    names |= {str(tag.get("name")) for tag in after.find_all("a", attrs={"name": True})}
    for anchor in sorted(anchors - names):
        yield Loss(name, "anchor", f"#{anchor}")
    if not generated:
        lost = _words(_content(before)) - _words(after)
        if lost:
            shown = ", ".join(
                f"{word} ({count})" if count > 1 else word for word, count in lost.most_common(10)
            )
            yield Loss(name, "words", shown + (" …" if len(lost) > 10 else ""))


def _read(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_text(encoding="utf-8", errors="replace"), "html.parser")


def _is_target(tag: Tag) -> bool:
    """Headers and footnotes: what links from elsewhere lead to. Ids of the old theme's frame are no one's."""
    return bool(re.fullmatch("h[1-6]", tag.name)) or str(tag["id"]).startswith(("fn:", "fnref:"))


def _content(soup: BeautifulSoup) -> Tag:
    for selector in CONTENT:
        found = soup.select_one(selector)
        if found is not None:
            return found
    return soup


def _words(tag: Tag) -> Counter[str]:
    """Every visible word and how often it stands there."""
    for unseen in tag.find_all(UNSEEN):
        unseen.extract()
    for code in tag.find_all(["pre", "code"]):  # highlighters cut the same text otherwise
        code.string = code.get_text()
    text = unicodedata.normalize("NFC", tag.get_text(" "))
    return Counter(WORD.findall(text))
