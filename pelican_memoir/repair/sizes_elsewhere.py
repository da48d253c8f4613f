"""The file that holds the sizes of pictures from elsewhere: sorted, one a line, so that a change of it can be read."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pelican_memoir.errors import Location, Problem
from pelican_memoir.repair.page import Size

CODE = "memoir.picture-sizes"
SETTING = "MEMOIR_PICTURE_SIZES"
MOST = 100_000
"""Pixels of a side: no picture is wider, and a larger number is a slip."""


def file_of(settings: Mapping[str, Any]) -> Path | None:
    """Return the file that Pelican's settings name, from the folder that the content lies in; None without a name."""
    name = settings.get(SETTING)
    return Path(settings["PATH"]).absolute().parent / name if name and "PATH" in settings else None


def read(file: Path | None, shown: str) -> tuple[dict[str, Size], list[Problem]]:
    """Return the sizes by address, and what is wrong with the file, which is called `shown`; no file holds none."""
    try:
        text = file.read_text(encoding="utf-8") if file else "{}"
        said = json.loads(text)
    except FileNotFoundError:
        return {}, []
    except json.JSONDecodeError as error:
        return {}, [_problem(shown, f"{error.msg}; no size of it is used", error.lineno, error.colno)]
    except (OSError, ValueError, RecursionError) as error:
        return {}, [_problem(shown, f"it cannot be read: {error}; no size of it is used")]
    if not isinstance(said, dict):
        return {}, [_problem(shown, "expected an object of addresses; no size of it is used", 1)]
    wrong = [
        _problem(
            shown, f"{address}: expected [width, height] in pixels; it is not used", _line(text, address)
        )
        for address, value in said.items()
        if not is_size(value)
    ]
    return {address: (value[0], value[1]) for address, value in said.items() if is_size(value)}, wrong


def is_size(value: object) -> bool:
    """Tell whether a value is a width and a height."""
    return (
        isinstance(value, (list, tuple))
        and len(value) == 2
        and all(type(side) is int and 1 <= side <= MOST for side in value)
    )


def write(file: Path, sizes: Mapping[str, Size]) -> None:
    """Write the file anew, as a whole or not at all. Raises `OSError`."""
    lines = (
        f" {json.dumps(address, ensure_ascii=False)}: [{width}, {height}]"
        for address, (width, height) in sorted(sizes.items())
    )
    text = "{\n" + ",\n".join(lines) + "\n}\n" if sizes else "{}\n"
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_name(f"{file.name}.new")
    beside.write_text(text, encoding="utf-8", newline="\n")
    os.replace(beside, file)


def _line(text: str, address: str) -> int | None:
    place = text.find(json.dumps(address, ensure_ascii=False))
    return text.count("\n", 0, place) + 1 if place >= 0 else None


def _problem(file: str, message: str, line: int | None = None, column: int | None = None) -> Problem:
    again = "; mend it, or delete it and run `pelican-memoir pictures`"
    return Problem(Location(file, line, column), CODE, message + again)
