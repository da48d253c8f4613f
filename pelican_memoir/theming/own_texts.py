"""The texts of the interface that a site's owner brings along, in languages of their own or in other words."""

from __future__ import annotations

from pathlib import Path

from pelican_memoir.errors import SettingsError
from pelican_memoir.settings import problem
from pelican_memoir.theming.labels import Catalogues, catalogues

SETTING = "MEMOIR_TRANSLATIONS"


def own_texts(folder: str) -> Catalogues:
    """Read the catalogues of the folder that the site names; none where it names none.

    Raises `SettingsError` where the folder has none, or one that cannot be read.
    """
    if not folder:
        return {}
    try:
        found = catalogues(Path(folder))
    except (OSError, ValueError) as error:
        raise SettingsError(problem(SETTING, f"a catalogue cannot be read: {error}")) from error
    if not found:
        missing = f"no LANGUAGE/LC_MESSAGES/messages.po in {folder}"
        raise SettingsError(problem(SETTING, missing))
    return found
