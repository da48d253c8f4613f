"""A post's tree is gone as soon as nobody has it: a build reads thousands, and the collector comes when it likes."""

from __future__ import annotations

import gc

import pytest

from pelican_memoir.memoir.element import Element
from pelican_memoir.memoir.tree import parse


def elements_alive() -> int:
    return sum(isinstance(each, Element) for each in gc.get_objects())


def test_a_tree_needs_no_collector() -> None:
    gc.collect()
    gc.disable()
    try:
        before = elements_alive()
        tree = parse("<div><p>한 <b>해</b></p></div>" * 50)
        assert elements_alive() == before + 151  # and the root
        del tree
        assert elements_alive() == before
    finally:
        gc.enable()


def test_an_element_outlives_its_tree_without_its_parent() -> None:
    (paragraph,) = parse("<p>글</p>").elements
    assert paragraph.children == ["글"]
    with pytest.raises(AttributeError):
        _ = paragraph.parent
