"""The generator of the page that shows the comments of any post, so that no post needs a script for them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pelican.generators import Generator

from pelican_memoir.language_pages import by_language, files_by_language, root_from
from pelican_memoir.parameters.comments import SERVICES
from pelican_memoir.theming.location import is_own


def comments_files(articles: Iterable[Any], settings: Mapping[str, Any]) -> dict[str, str]:
    """Return language -> the file of its page; nothing where no service is named, or posts load comments themselves.

    The site's first language has one whatever its posts are: its pages may have comments.
    """
    is_asked_for = any(settings[f"MEMOIR_{name.upper()}"] for name in SERVICES)
    first, others = settings["MEMOIR_COMMENTS_SAVE_AS"], settings["MEMOIR_COMMENTS_LANG_SAVE_AS"]
    if not first or not is_asked_for or settings["MEMOIR_COMMENTS_LOAD"] == "always":
        return {}
    default = settings["DEFAULT_LANG"].lower()
    languages = dict.fromkeys((default, *by_language(articles, default)))
    return files_by_language(languages, first, others) if is_own(settings["THEME"]) else {}


class CommentsGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Writes the page for each language."""

    def generate_output(self, writer: Any) -> None:
        """Write the pages."""
        files = comments_files(self.context.get("memoir_published") or [], self.context)
        for language, url in (self.context.get("memoir_comments_pages") or {}).items():
            writer.write_file(
                files[language],
                self.get_template("comments"),
                self.context,
                self.settings["RELATIVE_URLS"],
                override_output=True,
                url=url,
                page_name="comments",
                page_lang=language,
                memoir_comments_root=root_from(files[language]),
            )
