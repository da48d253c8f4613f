"""The targets of the fuzzer on what it has found, on its seeds, and on inputs made by chance of its dictionaries."""

from __future__ import annotations

import ast
import importlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fuzz.__main__ import HERE, TARGETS
from fuzz.limits import Check, TooLargeError, TooSlowError, grown, timed, weighed

CASES = Path(__file__).parent.parent / "fuzz_cases"
FILES = [
    pytest.param(target, file, id=f"{target}/{file.name}")
    for target in TARGETS
    for folder in (CASES, HERE / "seeds")
    for file in sorted((folder / target).glob("*"))
]


def check_of(target: str) -> Check:
    check: Check = importlib.import_module(f"fuzz.{target}").check
    return check


def words_of(target: str) -> list[bytes]:
    """The words of a target's dictionary."""
    lines = (HERE / "dictionaries" / f"{target}.dict").read_text(encoding="utf-8").splitlines()
    return [ast.literal_eval(f"b{line}") for line in lines if line]


@pytest.mark.parametrize(("target", "file"), FILES)
def test_what_was_found_and_the_seeds(target: str, file: Path) -> None:
    weighed(check_of(target), file.read_bytes())


@pytest.mark.parametrize("target", TARGETS)
def test_each_target_has_seeds_and_a_dictionary(target: str) -> None:
    assert len(list((HERE / "seeds" / target).iterdir())) >= 5
    assert len(words_of(target)) >= 20


@pytest.mark.parametrize("target", TARGETS)
def test_inputs_made_by_chance(target: str) -> None:
    check = check_of(target)
    pieces = st.one_of(
        st.sampled_from(words_of(target)), st.text(max_size=4).map(str.encode), st.binary(max_size=2)
    )

    @settings(max_examples=60)
    @given(st.lists(pieces, max_size=25).map(b"".join))
    def search(data: bytes) -> None:
        check(data)

    search()


def test_an_input_that_takes_too_long_is_found() -> None:
    def spin(data: bytes) -> None:
        while len(data) < 10**7:
            data += data

    with pytest.raises(TooSlowError, match="1 bytes took"):
        timed(spin, b"x", slowed=0.0)


def test_an_input_that_takes_too_much_memory_is_found() -> None:
    def blow_up(data: bytes) -> None:
        assert len(data * 10**6) == 4 * 10**6

    with pytest.raises(TooLargeError, match="4 bytes took"):
        weighed(blow_up, b"4444")
    weighed(lambda data: None, b"4444")


def test_a_repeated_input_is_as_long_as_it_shall_be() -> None:
    assert len(grown(b"abc")) == 10_000
    assert grown(b"") == b""
