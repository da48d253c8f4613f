"""Where the system keeps a face for a language: asked of fontconfig, else at the places that systems have."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_WINDOWS, _MAC = "C:/Windows/Fonts", "/System/Library/Fonts"
_KNOWN = {
    "ko": (f"{_MAC}/AppleSDGothicNeo.ttc#6", f"{_WINDOWS}/malgunbd.ttf", f"{_WINDOWS}/malgun.ttf"),
    "ja": (f"{_MAC}/ヒラギノ角ゴシック W6.ttc", f"{_WINDOWS}/YuGothB.ttc", f"{_WINDOWS}/meiryob.ttc"),
    "zh": (f"{_MAC}/PingFang.ttc#4", f"{_MAC}/STHeiti Medium.ttc", f"{_WINDOWS}/msyhbd.ttc"),
    "": (f"{_MAC}/HelveticaNeue.ttc#1", f"{_MAC}/Helvetica.ttc#1", f"{_WINDOWS}/segoeuib.ttf"),
}
_CJK = ("ko", "ja", "zh")
_FOLDERS = (
    *("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts"),
    *("/var/cache/fontconfig", "~/.cache/fontconfig"),
    *(_MAC, "/Library/Fonts", "~/Library/Fonts", _WINDOWS),
)
"""Folders that change when faces are installed or taken away: fontconfig keeps its own list of them."""


@dataclass(frozen=True, slots=True)
class Face:
    """A face in a file of fonts; `index` is its place in a collection."""

    path: str
    index: int = 0

    @property
    def name(self) -> str:
        """What tells it from others on another machine too."""
        return f"{Path(self.path).name}#{self.index}"


def face_of(text: str) -> Face:
    """Return the face that a path names, `fonts.ttc#2` for the third of a collection."""
    path, _, index = text.partition("#")
    return Face(path, int(index) if index.isdigit() else 0)


def state() -> str:
    """Return what differs when faces are installed or taken away, by the times of the folders that know of them."""
    times = []
    for folder in _FOLDERS:
        try:
            times.append(Path(folder).expanduser().stat().st_mtime_ns)
        except (OSError, RuntimeError):  # a user without a home
            times.append(0)
    return repr(times)


@cache
def candidates(language: str) -> tuple[Face, ...]:
    """Return the bold faces that this system may have for a language, the likeliest first; of files that are there.

    The faces of the other languages come behind: a Korean title can quote Japanese.
    """
    own = language.split("-")[0]
    order = (own, *(other for other in _CJK if other != own), "")
    found = (face for each in order for face in (*_asked(each), *map(face_of, _KNOWN.get(each, ()))))
    return tuple(face for face in dict.fromkeys(found) if Path(face.path).is_file())


def _asked(language: str) -> Iterator[Face]:
    tool = shutil.which("fc-match")
    if tool is None:
        return
    pattern = "sans-serif:bold" + (f":lang={'zh-cn' if language == 'zh' else language}" if language else "")
    try:
        done = subprocess.run(
            [tool, "--format", "%{file}\t%{index}", pattern],
            capture_output=True,
            timeout=10,
            check=True,
            text=True,
        )
    except (OSError, subprocess.SubprocessError, UnicodeDecodeError):
        return
    path, _, index = done.stdout.partition("\t")
    # The upper half of fontconfig's index names an instance of a variable font.
    yield Face(path, int(index) & 0xFFFF if index.strip().isdigit() else 0)
