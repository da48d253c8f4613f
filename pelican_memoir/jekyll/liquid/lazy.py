"""Variables that are computed when a template asks for them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Generic, TypeVar

Subject = TypeVar("Subject")
Computed = Mapping[str, Callable[[Subject], Any]]


class Lazy(Mapping[str, Any], Generic[Subject]):
    """The variables of a subject: what `computed` makes of it, and beside that what is `given`."""

    def __init__(self, subject: Subject, computed: Computed[Subject], given: Mapping[str, Any]) -> None:
        self.subject, self.computed, self.given = subject, computed, given
        self.cache: dict[str, Any] = {}

    def __getitem__(self, key: str) -> Any:
        if key not in self.cache:
            self.cache[key] = self.computed[key](self.subject) if key in self.computed else self.given[key]
        return self.cache[key]

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys((*self.given, *self.computed)))

    def __len__(self) -> int:
        return len(list(iter(self)))
