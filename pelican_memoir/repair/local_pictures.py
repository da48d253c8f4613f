"""Finds the file behind a picture's address in a blog's folder, and reads its size."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from pelican_memoir.repair.image_size import ENOUGH, image_size
from pelican_memoir.repair.page import Size

_PLACEHOLDER = re.compile(r"[{|](?:static|attach|filename|photo|image)[|}]")
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")


@dataclass
class Sizes:
    """The sizes of a post's local pictures, looked up once; `asked` are those that were asked for."""

    root: Path
    folder: Path
    home: str
    asked: dict[str, Size | None] = field(default_factory=dict)

    @classmethod
    def around(cls, settings: Mapping[str, Any], source_path: str | None) -> Sizes:
        """Return those of the post at `source_path` in the blog of Pelican's settings."""
        root = Path(settings["PATH"])
        folder = Path(source_path).parent if source_path else root
        return cls(root, folder, settings.get("SITEURL") or "")

    def of(self, address: str) -> Size | None:
        """Return the size of the picture at an address, None where it is elsewhere or unknown."""
        if address not in self.asked:
            self.asked[address] = local_size(address, root=self.root, folder=self.folder, home=self.home)
        return self.asked[address]

    def agree(self, known: Iterable[tuple[str, Iterable[int] | None]]) -> bool:
        """Tell whether pictures still have the sizes that were known of them."""
        return all(self.of(address) == (tuple(size) if size else None) for address, size in known)


def local_size(address: str, *, root: Path, folder: Path, home: str = "") -> Size | None:
    """Return the size of the picture at an address; None where it is elsewhere, missing or of an unknown kind.

    `root` is the blog's folder, which `/` stands for, `folder` that of the post, `home` the site's own address.
    """
    path = _PLACEHOLDER.sub("", address.strip())
    if home and path.startswith(home.rstrip("/") + "/"):
        path = path[len(home.rstrip("/")) :]
    if not path or _SCHEME.match(path):
        return None
    path = unquote(re.split(r"[?#]", path, maxsplit=1)[0])
    bare = re.sub(r"^(?:\.{0,2}/)+", "", path)
    # A relative address is meant from where the post is shown, which in Jekyll is most often below the root.
    for file in ([] if path.startswith("/") else [folder / path]) + [root / bare]:
        data = _beginning(file, root)
        if data is not None:
            return image_size(data)
    return None


def _beginning(file: Path, root: Path) -> bytes | None:
    """Return the first bytes of a file that lies below the root, None where there is none."""
    try:
        resolved = file.resolve()
        if not resolved.is_relative_to(root.resolve()) or not resolved.is_file():
            return None
        with resolved.open("rb") as stream:
            return stream.read(ENOUGH)
    except (OSError, ValueError):
        return None
