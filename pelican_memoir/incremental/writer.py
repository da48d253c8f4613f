"""Pelican's writer, but that it leaves alone what would come out as it lies there, and has others render with it."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from pelican import signals
from pelican.utils import sanitised_join
from pelican.writers import Writer

from pelican_memoir.incremental.draft import AS_IT_LIES, Draft
from pelican_memoir.incremental.made_files import MadeFiles
from pelican_memoir.incremental.pages import Pages
from pelican_memoir.incremental.records import Ingredients, Records, made
from pelican_memoir.incremental.team import FEWEST, Done, Team, place_of, size_of_team
from pelican_memoir.memory.build import Build
from pelican_memoir.packed_texts import forget_shown

ARTICLES = "memoir_article_generator"
"""The name in the context by which other processes find what writes the articles and their lists."""
_ALONE = 24
"""Pages that have to be rendered before others are asked to help: after an edit there are few."""


class IncrementalWriter(Writer):  # type: ignore[misc]  # Pelican has no types
    """Renders a page where what its templates look at has changed since it was written, and writes what differs."""

    def __init__(self, output_path: str, settings: dict[str, Any] | None = None) -> None:
        """Take what Pelican gives."""
        super().__init__(output_path, settings=settings)
        self._build = Build.of(self.settings)
        self._records = Records(self._build.store, str(output_path))
        self._pages = Pages(self.settings, {})
        self._files = MadeFiles(self._records, lambda: self._pages)
        self._ingredients: Ingredients | None = None
        self._feed_state: str | None = None
        self._number = self._rendered = 0
        self._team: Team | None = None
        self._build.at_end.append(self._keep)

    def write_file(
        self, name: str, template: Any, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> None:
        """Render and write a page, or its pages, as Pelican does."""
        self._know(context)
        super().write_file(name, _Remembered(template, self), context, *args, **kwargs)

    def files_of(self, context: dict[str, Any]) -> MadeFiles:
        """Return what is known of files that are no pages."""
        self._know(context)
        return self._files

    def _know(self, context: dict[str, Any]) -> None:
        if not self._pages.prints.context:
            self._pages = Pages(self.settings, context)
            if self._build.is_new:
                self._ask_for_help(context)  # others begin with the pages while feeds are written here

    def write_feed(
        self,
        elements: Sequence[Any],
        context: dict[str, Any],
        path: str | None = None,
        url: str | None = None,
        feed_type: str = "atom",
        override_output: bool = False,
        feed_title: str | None = None,
    ) -> Any:
        """Write a feed as Pelican does, unless it lies there and nobody else wants to see it made."""
        self._know(context)
        self._ingredients = None
        rest = (path, url, feed_type, override_output, feed_title)
        shown = elements[: self.settings["FEED_MAX_ITEMS"]]
        # A feed without posts tells the time at which it is made.
        if path is None or not shown or not _is_unseen():
            return super().write_feed(elements, context, *rest)
        file = sanitised_join(self.output_path, path)
        files = self.files_of(context)
        state = files.state_of("feed", *map(str, rest), wholes=shown)
        if file not in self._written_files and files.is_as_it_was(Path(file), state):
            self._take(file, override_output)
            return None
        self._feed_state = state
        try:
            return super().write_feed(elements, context, *rest)
        finally:
            self._feed_state = None

    def render(self, template: Any, context: dict[str, Any]) -> str:
        """Return a page, or `AS_IT_LIES`."""
        number, self._number, self._ingredients = self._number, self._number + 1, None
        output_file = context["output_file"]
        path = Path(sanitised_join(self.output_path, output_file))
        is_free = (
            str(path) not in self._written_files
        )  # else Pelican judges whether it may be written once more
        done = self._team.take(number, output_file) if self._team else None
        if done and done.is_done and is_free:
            if done.record:
                self._records.put(path, done.record)
            return AS_IT_LIES
        if not self._pages.can_follow(template):
            return str(template.render(context))
        if is_free and self._lies_there(template, context, path):
            return AS_IT_LIES
        text, self._ingredients = self._render(template, context)
        self._rendered += 1
        if self._rendered == _ALONE and self._team is None:
            self._ask_for_help(context)
        return text

    def _keep(self) -> None:
        """Remember what was written, when everything is."""
        self._records.forget_lost()
        self._records.save()

    @property
    def _has_company(self) -> bool:
        return self._team is not None

    def _render(self, template: Any, context: dict[str, Any]) -> tuple[str, Ingredients | None]:
        rendered = self._pages.render(template, context)
        article = context.get("article")
        if article is not None:
            for do in self._build.asides if self._has_company else ():
                do(article)
            forget_shown(article)
        return rendered

    def _lies_there(self, template: Any, context: dict[str, Any], path: Path) -> bool:
        record = self._records.get(path)
        return record is not None and self._pages.is_as_it_was(record, template, context, path)

    def _ask_for_help(self, context: dict[str, Any]) -> None:
        """Have the rest rendered by several processes where they are many."""
        size = size_of_team(self.settings["MEMOIR_WORKERS"])
        left = len(self._pages.by_source) - self._number
        generator = context.get(ARTICLES)
        if size == 1 or left < FEWEST or generator is None:
            return
        build = self._build
        self._pages.look_at_all()
        self._records.load()
        build.store.rest()

        def work(place: int, size: int, say: Callable[[Done], None]) -> None:
            with signals.content_written.muted():
                generator.generate_pages(_Copy(self, place, size, say))
            build.store.save()

        def then() -> None:
            for do in build.afterwards:
                do()

        self._team = Team(size, work, then)
        build.render_together(self._team.dissolve)

    def leave_help(self) -> None:
        """Wait until those who help have rendered their share, and go on without."""
        if self._team is not None:
            self._team.leave()

    def _open_w(self, filename: str, encoding: str, override: bool = False) -> AbstractContextManager[Any]:
        """Open a file to write it; one whose place is taken already in this build is Pelican's to judge."""
        if filename in self._written_files:
            opened: AbstractContextManager[Any] = super()._open_w(filename, encoding, override)
            return opened
        self._take(filename, override)
        return Draft(Path(filename), encoding, self._remember)

    def _take(self, filename: str, override: bool) -> None:
        self._written_files.add(filename)
        if override:
            self._overridden_files.add(filename)

    def _remember(self, path: Path, data: bytes) -> None:
        if self._ingredients is not None:
            self._records.put(path, made(path, data, self._ingredients))
        elif self._feed_state is not None:
            self._files.remember(path, data, self._feed_state)


class _Copy(IncrementalWriter):
    """The writer of another process: it goes through all pages, renders its own, and says what it did."""

    def __init__(self, first: IncrementalWriter, place: int, size: int, say: Callable[[Done], None]) -> None:
        super().__init__(first.output_path, first.settings)
        self._pages = first._pages
        self._records = first._records
        self._begin = first._number
        self._place, self._size, self._say = place, size, say

    @property
    def _has_company(self) -> bool:
        return True

    def render(self, template: Any, context: dict[str, Any]) -> str:
        number, self._number = self._number, self._number + 1
        if number >= self._begin and place_of(number, self._size) == self._place:
            path = Path(sanitised_join(self.output_path, context["output_file"]))
            self._say(self._done(number, template, context, path))
        return AS_IT_LIES

    def _done(self, number: int, template: Any, context: dict[str, Any], path: Path) -> Done:
        name = context["output_file"]
        if str(path) in self._written_files or not self._pages.can_follow(template):
            return Done(number, name, False)
        if self._lies_there(template, context, path):
            return Done(number, name, True)
        text, ingredients = self._render(template, context)
        if ingredients is None:
            return Done(number, name, False)
        path.parent.mkdir(parents=True, exist_ok=True)
        written: list[bytes] = []
        with Draft(path, "utf-8", lambda _, data: written.append(data)) as draft:
            draft.write(text)
        return Done(number, name, True, made(path, written[0], ingredients))

    def _open_w(self, filename: str, encoding: str, override: bool = False) -> AbstractContextManager[Any]:
        self._written_files.add(filename)
        return io.StringIO()


def _is_unseen() -> bool:
    """Tell whether no other plugin looks at feeds; we do ourselves, while they are made."""
    return len(signals.feed_generated.receivers) <= 1 and not signals.feed_written.receivers


class _Remembered:
    """A template as Pelican's writer uses one, which renders only where it must."""

    def __init__(self, template: Any, writer: IncrementalWriter) -> None:
        self._template, self._writer = template, writer

    def render(self, context: dict[str, Any]) -> str:
        return self._writer.render(self._template, context)
