"""What one build of a site remembers: results by all that they were made from, and the problems told with them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, ExitStack
from functools import cached_property
from pathlib import Path
from typing import Any

from pelican_memoir.errors import Location, Problem
from pelican_memoir.memory.inputs import UnknownInputError, digest, site_digest
from pelican_memoir.memory.plain import Names, NotPlainError, dumps, loads
from pelican_memoir.memory.profile import Profile, is_wished
from pelican_memoir.memory.store import NAME, PATIENCE, Store
from pelican_memoir.memory.texts import TextDigests
from pelican_memoir.repair import sizes_elsewhere
from pelican_memoir.repair.local_pictures import Pictures
from pelican_memoir.telling import listening, shown, tell

MARK = "MEMOIR"
"""The name in Pelican's settings by which a site is known to use the plugin, and what its build remembers is found."""


class Build:
    """Lives in the settings of one site for one build, and is not copied or pickled with them."""

    def __init__(self, settings: Mapping[str, Any] | None = None) -> None:
        """Take Pelican's settings; without any, nothing is remembered."""
        self.settings = settings or {}
        self.store = Store(None)
        self.profile = Profile()
        self.pictures = Pictures()
        self.names = Names(self.settings)
        self.texts = TextDigests()
        self.files: dict[str, bytes] = {}
        """Digests of the files that were read, by their paths."""
        self._last_file: tuple[str, bytes] = ("", b"")
        self.compiled_templates: Any = None
        """Jinja's bytecode cache for the environments of a run."""
        self.packs_texts = False
        """Whether the texts of posts are held packed."""
        self.together: Any = None
        """What this process does while others read posts with it; None while it reads alone."""
        self._ahead: dict[bytes, tuple[Any, list[Problem]]] = {}
        """What this process has made meanwhile of what it will be asked for again, with what was told of it."""
        self.others = ExitStack()
        """Copies of this process, which end when this is closed; whatever ends a build closes it."""
        self.is_new = False
        """Whether many posts were read anew, so that many pages are to be rendered."""
        self.asides: list[Callable[[Any], object]] = []
        """What is done with an article while its page is rendered and its text at hand, if several processes render."""
        self.afterwards: list[Callable[[], object]] = []
        """What copies do that have rendered their share of the pages, until there is nothing left of it."""
        self.is_helped = False
        """Whether copies are there that have rendered pages with this process."""
        self.generators: list[Any] = []
        """Pelican's, between the time when all are finalized and the end of the build."""
        self.at_end: list[Callable[[], object]] = []
        """What is to be called before the store is saved for the last time."""
        if settings is not None and settings["MEMOIR_CACHE"]:
            self.store = Store(Path(settings["CACHE_PATH"], NAME))

    def __reduce__(self) -> tuple[type[bool], tuple[bool]]:
        """Leave nothing but the mark where Pelican's own cache pickles settings: others read it too."""
        return bool, (True,)

    @classmethod
    def of(cls, settings: Mapping[str, Any]) -> Build:
        """Return what the build of these settings remembers; nothing where it has not begun."""
        found = settings.get(MARK)
        if isinstance(found, cls):
            return found
        nothing = cls()
        nothing.names = Names(settings)
        return nothing

    def begin(self) -> None:
        """Forget what a run before measured and saw, as under `--autoreload`."""
        self.profile = Profile()
        file = sizes_elsewhere.file_of(self.settings)
        sizes, problems = sizes_elsewhere.read(file, shown(str(file)))
        tell(problems)
        self.pictures = Pictures(sizes)
        self.names, self.texts = Names(self.settings), TextDigests()
        self.files, self._last_file = {}, ("", b"")
        self.at_end, self.asides, self.afterwards, self.is_new = [], [], [], False

    def end(self) -> None:
        """Keep for the next build what this one has read, and show its times where that is wished for."""
        self.others.close()
        for keep in self.at_end:
            keep()
        self.store.save(sweep=True)
        self.store.close()
        self.generators, self.at_end, self.asides, self.afterwards = [], [], [], []
        self._ahead.clear()
        self.texts.clear()
        self.profile.done("pages written")
        if is_wished(self.settings.get("MEMOIR_PROFILE", False)):
            self.profile.show()

    def read_together(self, together: Any, others: AbstractContextManager[object], patience: float) -> None:
        """Begin to read posts together with others, which are given as what starts and ends them.

        `patience` is how long to wait while they have the file, in seconds.
        """
        self.others.enter_context(others)
        self.others.callback(self._read_alone)  # however it ends, and before the others are waited for
        self.together, self.store.patience, self.is_new = together, patience, True

    def _read_alone(self) -> None:
        self.together.end()
        self.together, self.store.patience = None, PATIENCE

    def render_together(self, dissolve: Callable[[], object]) -> None:
        """Begin to render pages together with copies, which `dissolve` ends."""
        self.is_helped = True
        self.others.callback(self._render_alone)
        self.others.callback(dissolve)

    def _render_alone(self) -> None:
        self.is_helped = False

    def begins(self, path: str) -> None:
        """Let those who read with this process know that it reads a post anew."""
        if self.together is not None:
            self.together.begins(path)

    def has_read(self, path: str, result: Any) -> None:
        """Do with what a reader has made of a post what is done while others read."""
        if self.together is not None:
            self.together.has_read(path, result)

    @cached_property
    def common(self) -> bytes | None:
        """The digest of what all posts have in common, None where it cannot be known.

        Reckoned when first asked for: other plugins change settings until all are initialized.
        """
        try:
            return site_digest(self.settings) if self.settings else None
        except UnknownInputError:
            return None

    @property
    def remembers(self) -> bool:
        """Whether anything can be remembered: all that takes part is known."""
        return self.common is not None

    def file_digest(self, path: str, *, afresh: bool = False) -> bytes:
        """Return the digest of what a file holds, nothing where it cannot be read; `afresh`: holds now."""
        if afresh or path not in self.files:
            try:
                with open(path, "rb") as file:
                    data = file.read()
                self.files[path], self._last_file = digest(data), (path, data)
            except OSError:
                self.files[path] = b""
        return self.files[path]

    def data_of(self, path: str) -> bytes | None:
        """Return what the file held whose digest was asked for last, None of any other: it is not read twice."""
        last, data = self._last_file
        return data if last == path else None

    def key(self, *parts: str | bytes) -> bytes:
        """Return the key of what is made from `parts` and all that the site's posts have in common."""
        return digest(self.common or b"", *parts)

    def recall(self, key: bytes, is_valid: Callable[[Any], bool] = bool) -> Any | None:
        """Return what was made before and tell its problems again; None where nothing is known, or it is not valid."""
        found = self._ahead.pop(key, None) or self._remembered(key)
        if found is None or not is_valid(found[0]):
            return None
        made, problems = found
        self.profile.known += 1
        tell(problems)
        return made

    def _remembered(self, key: bytes) -> tuple[Any, list[Problem]] | None:
        text = self.store.get(key) if self.remembers else None
        if text is None:
            return None
        entry = loads(text, self.names, self.texts)
        return entry["made"], [_problem(*said) for said in entry["problems"]]

    def make(
        self, key: bytes, make: Callable[[], Any], keeps: Callable[[Any], bool] = bool, *, again: bool = False
    ) -> Any:
        """Return what `make` makes, and remember it with what is told meanwhile if it `keeps`.

        `again`: what is made while others read with this process is asked for again when all is read.
        """
        self.profile.made += 1
        if not self.remembers:
            return make()
        with listening() as heard:
            made = make()
        if heard.is_all and keeps(made):
            try:
                problems = [_said(problem) for problem in heard.problems]
                self.store.put(key, dumps({"made": made, "problems": problems}, self.texts))
            except NotPlainError:
                return made  # such a post is read in each build
            if again and self.together is not None:
                self._ahead[key] = (made, heard.problems)
        return made


def _said(problem: Problem) -> list[Any]:
    place = problem.location
    return [place.file, place.line, place.column, problem.code, problem.message, list(problem.lines)]


def _problem(
    file: str, line: int | None, column: int | None, code: str, message: str, lines: list[int]
) -> Problem:
    return Problem(Location(file, line, column), code, message, tuple(lines))
