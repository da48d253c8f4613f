"""Documents made by chance render as in kramdown."""

from __future__ import annotations

import pytest
from documents import documents
from hypothesis import HealthCheck, assume, given, settings
from oracle import Kramdown, comparable

from pelican_memoir.kramdown.convert import convert


@settings(max_examples=600, suppress_health_check=list(HealthCheck))
@given(text=documents)
def test_a_document_renders_as_in_kramdown(kramdown: Kramdown, text: str) -> None:
    try:
        expected = kramdown.html(text)
    except RuntimeError:  # kramdown itself fails on a few documents
        assume(False)
        pytest.fail("not reached")
    assert comparable(convert(text)[0]) == comparable(expected)
