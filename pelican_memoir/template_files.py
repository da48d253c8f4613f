"""Files that are no pages and hold Liquid, such as a feed or a search index: rendered, and written at their address."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from pelican.generators import Generator

from pelican_memoir.errors import Location, Problem
from pelican_memoir.output_files import CODE, place_in, write
from pelican_memoir.reader import JekyllReader
from pelican_memoir.selection import template_files
from pelican_memoir.telling import shown, tell


class TemplateFilesGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Renders the files that `MEMOIR_TEMPLATES` names.

    Runs before the static files are looked for, so that none is copied as it is; and before memoirs are read, so that
    the articles' HTML is what Jekyll would have shown.
    """

    def generate_context(self) -> None:
        """Render all files; what is wrong with one is logged."""
        self.written: list[tuple[str, str]] = []
        reader = JekyllReader(self.settings)
        self.paths = paths = list(template_files(self.settings, reader.options.templates))
        if paths:
            reader.blogs.html = self.finished()
        for path in paths:
            self._add_failed_source_path(path)  # so that it is not taken for a file to be copied
            self.render(reader, path)

    def finished(self) -> Callable[[str], str | None]:
        """Return what tells the HTML of a text that has been read in this build."""
        known = ("articles", "hidden_articles", "pages", "hidden_pages")
        contents = [content for name in known for content in self.context.get(name, ())]
        return {content.get_relative_source_path(): content._content for content in contents}.get

    def render(self, reader: JekyllReader, path: str) -> None:
        """Render the file at `path`."""
        file = shown(str(Path(self.settings["PATH"], path)))
        found, problems = reader.load(path, file)
        tell(problems)
        if found is None or found.metadata.get("status") == "skip":
            return
        source = found.source
        made = reader.templates.render(source.body, found, path, file=file, line=source.body_line)
        tell(made.problems)
        address, wrong = reader.address(found, file, path)
        tell(wrong)
        save_as = address.get("save_as") or path
        if place_in(self.output_path, save_as) is None:
            message = f"a link in the output leads {save_as} out of it; the file is not written"
            tell([Problem(Location(file), CODE, message)])
            return
        self.written.append((save_as, made.text))

    def generate_output(self, writer: Any) -> None:
        """Write the rendered files."""
        for save_as, text in self.written:
            write(self.output_path, save_as, text)
