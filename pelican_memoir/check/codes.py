"""Every code that `pelican-memoir check` tells, how grave it is, and what it is about."""

from __future__ import annotations

CODES: dict[str, tuple[str, str]] = {
    "memoir.front-matter": ("error", "front matter that cannot be read, or a value that its key cannot use"),
    "memoir.config": ("error", "a _config.yml that cannot be read"),
    "memoir.encoding": ("error", "bytes that are no UTF-8"),
    "memoir.empty": ("warning", "a file without any text"),
    "memoir.unreadable": ("error", "a file that cannot be opened"),
    "memoir.file-name": ("error", "a date in a file's name that no calendar has"),
    "memoir.duplicate-url": ("error", "two posts or pages with one address"),
    "memoir.duplicate-slug": ("warning", "two posts of one language with one slug"),
    "memoir.link": ("error", "a link or an image that leads to no page and no file of the blog"),
    "memoir.anchor": ("error", "a link to a place in a page that is not there"),
    "memoir.liquid": ("error", "Liquid that cannot be rendered, and is kept as text"),
    "memoir.data": ("error", "a file of _data that cannot be read"),
    "memoir.kramdown": ("warning", "markup that is surely not meant so"),
    "memoir.alt": ("warning", "a picture without alternative text"),
    "memoir.width": ("warning", "a picture wider than its place, or next to nothing"),
    "memoir.heading-jump": ("warning", "a heading more than one level below the one before"),
    "memoir.number-twice": ("warning", "two items of one period with the same number"),
    "memoir.period-order": ("warning", "a period that stands behind a later one"),
    "memoir.future-date": ("warning", "a date that is still to come"),
}


def is_error(code: str) -> bool:
    """Whether a problem with this code makes the exit status 1; codes that are not listed do."""
    return CODES.get(code, ("error", ""))[0] == "error"
