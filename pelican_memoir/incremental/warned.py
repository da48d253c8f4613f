"""Whether something was warned of meanwhile."""

from __future__ import annotations

import logging
from types import TracebackType


class Warned(logging.Handler):
    """Within its `with`, it is true as soon as anybody has logged a warning or worse."""

    def __init__(self) -> None:
        """Nothing has been heard yet."""
        super().__init__(logging.WARNING)
        self._is_heard = False

    def __bool__(self) -> bool:
        return self._is_heard

    def emit(self, record: logging.LogRecord) -> None:
        """Hear a warning."""
        self._is_heard = True

    def __enter__(self) -> Warned:
        logging.getLogger().addHandler(self)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        logging.getLogger().removeHandler(self)
