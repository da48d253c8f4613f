"""Where the theme lies: beside the installed package, or in the checkout."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent


def theme_path() -> str:
    """The theme's folder, for Pelican's `THEME` setting.

    The package's own copy comes first, then the checkout's `theme/`: an editable install shows what is being
    edited. Raises FileNotFoundError where neither is there.
    """
    candidates = (PACKAGE / "theme", PACKAGE.parent / "theme")
    for candidate in candidates:
        if (candidate / "templates" / "base.html").is_file():
            return str(candidate)
    raise FileNotFoundError(f"the theme is missing; looked in {', '.join(map(str, candidates))}")
