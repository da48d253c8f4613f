"""What happens where a tool or the corpus is missing."""

from __future__ import annotations

import os
from typing import NoReturn

import pytest

REQUIRE_ALL = os.environ.get("MEMOIR_REQUIRE_ALL") == "1"


def lacking(reason: str) -> NoReturn:
    """Skip for a missing tool, or fail where everything has to be there (`MEMOIR_REQUIRE_ALL=1`)."""
    if REQUIRE_ALL:
        pytest.fail(reason)
    pytest.skip(reason)
