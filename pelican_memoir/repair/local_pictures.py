"""Finds the file behind a picture's address in a blog's folder, and reads its size."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from pelican_memoir.repair.image_size import ENOUGH, image_size
from pelican_memoir.repair.page import Size

_PLACEHOLDER = re.compile(r"[{|](?:static|attach|filename|photo|image)[|}]")
_BEHIND = re.compile(r"[?#]")
_UPWARDS = re.compile(r"^(?:\.{0,2}/)+")
SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")
"""What the address of a picture from elsewhere begins with."""


class Pictures:
    """The pictures of one build, each file looked at once, however many posts show it."""

    def __init__(self, elsewhere: Mapping[str, Size] | None = None) -> None:
        """Know none yet but those from elsewhere, by their addresses."""
        self.elsewhere = elsewhere or {}
        self._sizes: dict[tuple[str, str], Size | None] = {}
        self._roots: dict[str, Path] = {}

    def size_of(self, path: str, root: str) -> Size | None:
        """Return the size of a picture below the root; None where there is none, or one of an unknown kind."""
        if (path, root) not in self._sizes:
            data = self._beginning(Path(path), root)
            self._sizes[path, root] = None if data is None else image_size(data)
        return self._sizes[path, root]

    def _beginning(self, file: Path, root: str) -> bytes | None:
        try:
            if root not in self._roots:
                self._roots[root] = Path(root).resolve()
            resolved = file.resolve()
            if not resolved.is_relative_to(self._roots[root]) or not resolved.is_file():
                return None
            with resolved.open("rb") as stream:
                return stream.read(ENOUGH)
        except (OSError, ValueError):
            return None


@dataclass
class Sizes:
    """The sizes of a post's pictures, looked up once; `asked` are those that were asked for."""

    root: str
    folder: str
    home: str
    pictures: Pictures = field(default_factory=Pictures)
    asked: dict[str, Size | None] = field(default_factory=dict)

    @classmethod
    def around(
        cls, settings: Mapping[str, Any], source_path: str | None, pictures: Pictures | None = None
    ) -> Sizes:
        """Return those of the post at `source_path` in the blog of Pelican's settings."""
        root = str(settings["PATH"])
        folder = os.path.dirname(source_path) if source_path else root
        return cls(root, folder, settings.get("SITEURL") or "", pictures or Pictures())

    def of(self, address: str) -> Size | None:
        """Return the size of the picture at an address, None where it is not known."""
        if address not in self.asked:
            paths = paths_of(address, root=self.root, folder=self.folder, home=self.home)
            sizes = (self.pictures.size_of(path, self.root) for path in paths)
            local = next((size for size in sizes if size is not None), None)
            self.asked[address] = local or self.pictures.elsewhere.get(address.strip())
        return self.asked[address]

    def agree(self, known: Iterable[tuple[str, Iterable[int] | None]]) -> bool:
        """Tell whether pictures still have the sizes that were known of them."""
        return all(self.of(address) == (tuple(size) if size else None) for address, size in known)


def paths_of(address: str, *, root: str, folder: str, home: str = "") -> list[str]:
    """Return the files that the address of a picture may mean, the likelier first; none where it is elsewhere.

    `root` is the blog's folder, which `/` stands for, `folder` that of the post, `home` the site's own address.
    """
    path = _PLACEHOLDER.sub("", address.strip())
    if home and path.startswith(home.rstrip("/") + "/"):
        path = path[len(home.rstrip("/")) :]
    if not path or SCHEME.match(path):
        return []
    path = unquote(_BEHIND.split(path, maxsplit=1)[0])
    below = os.path.join(root, _UPWARDS.sub("", path))
    # A relative address is meant from where the post is shown, which in Jekyll is most often below the root.
    return [below] if path.startswith("/") else [os.path.join(folder, path), below]
