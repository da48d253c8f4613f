"""Links within a built site that lead nowhere: the file is not there, or the anchor is not in it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from bs4 import BeautifulSoup

HOME = "https://site.invalid/"


@dataclass(frozen=True, slots=True)
class Dead:
    """A link on a page (its path in the output) that leads nowhere."""

    page: str
    link: str


def dead_links(output: Path, addresses: tuple[str, ...] = ()) -> set[Dead]:
    """Return the dead links of all pages; `addresses` are those that the site is shown at."""
    pages = {
        path.relative_to(output).as_posix(): BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        for path in output.rglob("*.html")
    }
    anchors = {
        name: {str(tag[key]) for key in ("id", "name") for tag in page.find_all(attrs={key: True})}
        for name, page in pages.items()
    }
    found: set[Dead] = set()
    for name, page in pages.items():
        for tag in page.find_all(["a", "img", "link", "script", "source"]):
            link = str(tag.get("href") or tag.get("src") or "")
            own = next(
                (link.removeprefix(address) for address in addresses if link.startswith(address)), link
            )
            if own and not _is_alive(urljoin(HOME + name, own), output, anchors):
                found.add(Dead(name, link))
    return found


def _is_alive(target: str, output: Path, anchors: dict[str, set[str]]) -> bool:
    parts = urlsplit(target)
    if f"{parts.scheme}://{parts.netloc}/" != HOME:
        return True
    path = unquote(parts.path).strip("/")
    # As the hosts of such sites do: `/about` is shown from `about.html` or `about/index.html`.
    names = (path, f"{path}.html", f"{path}/index.html".lstrip("/"))
    name = next((each for each in names if (output / each).is_file()), None)
    anchor = unquote(parts.fragment)
    return name is not None and (not anchor or name not in anchors or anchor in anchors[name])
