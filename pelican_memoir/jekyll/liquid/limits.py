"""How much one post's templates may do before they are taken for a mistake."""

from __future__ import annotations

from io import StringIO
from typing import Any

from liquid.exceptions import OutputStreamLimitError, ResourceLimitError
from liquid.output import LimitedStringIO

LOOPS = 100_000
"""Runs of all loops together, and items of an array."""

OUTPUT = 5_000_000
"""Bytes that one construct may write."""

VARIABLES = 20_000_000
"""Bytes that variables may hold."""

STEPS = 100_000
"""Tags and outputs that are rendered."""

DEPTH = 20
"""Includes within includes."""


class Output(LimitedStringIO):
    """A stream of limited length; half characters, which a data file's escapes can bring in, count as others do."""

    def write(self, text: str) -> int:
        """Write a text; raises `OutputStreamLimitError` beyond the limit."""
        self.size += len(text.encode("utf-8", errors="surrogatepass"))
        if self.size > self.limit:
            raise OutputStreamLimitError("output stream limit reached", token=None)
        return StringIO.write(self, text)


def refuse_size(value: object) -> None:
    """Raise `ResourceLimitError` for a range or an array that is too long, or such a text."""
    if isinstance(value, range) and (value.stop - value.start) > LOOPS:
        raise ResourceLimitError("a range of that length is not allowed", token=None)
    if isinstance(value, list) and len(value) > LOOPS:
        raise ResourceLimitError("an array of that length is not allowed", token=None)
    if isinstance(value, str) and len(value) > OUTPUT:
        raise ResourceLimitError("the text grows too long", token=None)


def refuse_arguments(name: str, arguments: tuple[Any, ...]) -> None:
    """Raise `ResourceLimitError` where a filter's arguments would make too much."""
    for argument in arguments:
        refuse_size(argument)
    if name in ("replace", "join") and len(arguments) > 1:
        lengths = [len(argument) for argument in arguments if hasattr(argument, "__len__")]
        if lengths and lengths[0] * max(lengths[-1], 1) > OUTPUT * 10:
            raise ResourceLimitError("the text grows too long", token=None)
    if name == "times" and sum(a.bit_length() for a in arguments if isinstance(a, int)) > 10_000:
        raise ResourceLimitError("the number grows too large", token=None)
