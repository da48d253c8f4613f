"""How often something was warned of meanwhile."""

from __future__ import annotations

import logging
from types import TracebackType


class Warned(logging.Handler):
    """Within its `with`, it counts what anybody logs as a warning or worse."""

    def __init__(self) -> None:
        """Nothing has been heard yet."""
        super().__init__(logging.WARNING)
        self.count = 0

    def emit(self, record: logging.LogRecord) -> None:
        """Hear a warning."""
        self.count += 1

    def __enter__(self) -> Warned:
        logging.getLogger().addHandler(self)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        logging.getLogger().removeHandler(self)
