"""What libyaml says of text that is no YAML, as a place and a phrase."""

from __future__ import annotations

import yaml

from pelican_memoir.errors import Location

HINTS = (
    ("mapping values are not allowed", "a value that holds ': ' must stand in quotes"),
    ("found character that cannot start any token", "indent with spaces, and quote a value that starts so"),
    ("could not find expected ':'", "each line reads 'key: value'"),
    ("did not find expected key", "is a quotation mark or the indentation missing?"),
    ("did not find expected alphabetic or numeric", "quote a value that starts with * or &"),
)


def read(error: yaml.YAMLError, file: str) -> tuple[Location, str]:
    """Return where `file` is no YAML, and why, with a hint where the mistake is a common one."""
    cause = " ".join(str(getattr(error, "problem", None) or error).split())
    mark = getattr(error, "problem_mark", None)
    if "end of stream" in cause:  # what was left open says more than where the text ran out
        mark = getattr(error, "context_mark", None) or mark
    location = Location(file, mark.line + 1, mark.column + 1) if mark else Location(file, 1)
    hint = next((f" ({hint})" for fragment, hint in HINTS if fragment in cause), "")
    return location, f"{cause}{hint}"
