"""What a test wants to know of a written HTML page: its ids, its links, the ids it refers to, its words."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

ADDRESSES = {"href", "src", "poster", "data", "action"}
REFERENCES = {"aria-labelledby", "aria-describedby", "aria-controls", "aria-details", "for", "headers"}


@dataclass
class Page(HTMLParser):
    """A page read once: `ids` as they come, `links` and `references` with the tag that carries them."""

    file: Path
    ids: list[str] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    references: list[tuple[str, str]] = field(default_factory=list)
    tags: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    text: str = ""

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.feed(self.file.read_text(encoding="utf-8"))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take down what the tag names."""
        self.tags.append((tag, dict(attrs)))
        for name, value in attrs:
            if value is None:
                continue
            if name == "id":
                self.ids.append(value)
            elif name in ADDRESSES:
                self.links.append((tag, value))
            elif name == "srcset":
                self.links += [
                    (tag, candidate.split()[0]) for candidate in value.split(",") if candidate.strip()
                ]
            elif name in REFERENCES:
                self.references += [(name, reference) for reference in value.split()]

    def handle_data(self, data: str) -> None:
        """Keep the words."""
        self.text += data

    def having(self, tag: str, **attributes: str) -> list[dict[str, str | None]]:
        """Return the attributes of all such tags; `class_` asks for one of the classes."""

        def fits(found: dict[str, str | None]) -> bool:
            return all(
                value in (found.get("class") or "").split() if name == "class_" else found.get(name) == value
                for name, value in attributes.items()
            )

        return [found for name, found in self.tags if name == tag and fits(found)]


def broken_links(output: Path, pages: list[Page]) -> list[str]:
    """Return a line for each internal address or anchor that leads nowhere."""
    by_file = {page.file: page for page in pages}
    wrong = []
    for page in pages:
        shown = page.file.relative_to(output)
        for _, link in page.links:
            target = resolve(output, page.file, link)
            if target is None:
                continue
            file, anchor = target
            if not file.is_file():
                wrong.append(f"{shown}: {link}: no such file")
            elif anchor and file in by_file and anchor not in by_file[file].ids:
                wrong.append(f"{shown}: {link}: no such anchor")
        wrong += [
            f"{shown}: {name}={ref}: no such id" for name, ref in page.references if ref not in page.ids
        ]
    return wrong


def resolve(output: Path, file: Path, link: str) -> tuple[Path, str] | None:
    """Return the file and the anchor that an internal link means; None for a link to elsewhere."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return None
    path = unquote(parts.path)
    if not path:
        target = file
    else:
        target = output / path.lstrip("/") if path.startswith("/") else file.parent / path
        target = target.resolve()
        if path.endswith("/") or target.is_dir():
            target /= "index.html"
    return target, unquote(parts.fragment)
