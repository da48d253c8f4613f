"""Where the theme lies: beside the installed package, or in the checkout."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
CHECKOUT = PACKAGE.parent / "theme"
INSTALLED = PACKAGE.parent / "pelican" / "themes" / "memoir"


def theme_path() -> str:
    """Return the theme's folder, for Pelican's `THEME` setting: the installed one, in a checkout the checkout's.

    Raises FileNotFoundError where neither is there.
    """
    for candidate in (INSTALLED, CHECKOUT):
        if (candidate / "templates" / "base.html").is_file():
            return str(candidate)
    raise FileNotFoundError(f"the theme is missing; looked in {INSTALLED}, {CHECKOUT}")


def is_own(theme: str) -> bool:
    """Tell whether a theme is ours, which has everything already."""
    return Path(theme).resolve() == Path(theme_path()).resolve()


def live_theme(chosen: str) -> str:
    """Return the theme that a build should use, given the one that Pelican has chosen.

    An editable install leaves a copy of the theme among Pelican's own, for `THEME = "memoir"`. The copy grows stale
    while the checkout is edited, so the checkout's theme stands in for it. Every other theme is left alone.
    """
    is_copy = Path(chosen).parts[-3:] == INSTALLED.parts[-3:] and Path(chosen) != INSTALLED
    return str(CHECKOUT) if is_copy and (CHECKOUT / "templates" / "base.html").is_file() else chosen
