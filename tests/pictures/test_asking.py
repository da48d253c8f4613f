"""What other hosts may answer, and what is made of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hosts import HUGE, Host, serving

from pelican_memoir.pictures.asking import AskingError, size_of
from pelican_memoir.repair.image_size import ENOUGH


@pytest.fixture
def host() -> Iterator[Host]:
    with serving() as found:
        yield found


@pytest.mark.parametrize(
    ("path", "size"),
    [
        ("a.png", (640, 360)),
        ("part.png", (640, 360)),
        ("b.gif", (30, 20)),
        ("badge.svg", (120, 20)),
        ("badge.svg?style=flat&logo=a b", (120, 20)),
        ("바 다.png", (640, 360)),
        ("to-png", (640, 360)),
    ],
)
def test_the_size_of_a_picture(host: Host, path: str, size: tuple[int, int]) -> None:
    assert size_of(f"{host.address}/{path}") == size


def test_it_is_asked_for_the_beginning_by_name(host: Host) -> None:
    size_of(f"{host.address}/a.png")
    (headers,) = host.headers
    assert headers["Range"] == f"bytes=0-{ENOUGH - 1}"
    assert headers["User-Agent"].startswith("pelican-memoir/")


def test_a_large_file_is_left_as_soon_as_its_size_is_known() -> None:
    with serving() as host:
        assert size_of(f"{host.address}/huge.png") == (640, 360)
        while not host.sent:
            pass
    assert host.sent[0] < HUGE


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("none.png", "it is gone (status 404); correct the address"),
        ("to-nowhere", "it is gone (status 404)"),
        ("to-circle", "it leads in a circle, or to what is not http (status 302)"),
        ("to-ftp", "it leads to ftp://127.0.0.1/a.png, and only http and https are asked"),
        ("to-file", "it leads in a circle, or to what is not http (status 302)"),
        ("page.png", "its size cannot be told from what came (text/html, 236 bytes"),
        ("empty.png", "its size cannot be told from what came (text/html, 0 bytes"),
        ("shapeless.svg", "its size cannot be told"),
        ("slow.png", "it comes too slowly"),
        ("silent.png", "no answer"),
    ],
)
def test_what_cannot_be_told_says_why(host: Host, path: str, message: str) -> None:
    with pytest.raises(AskingError) as told:
        size_of(f"{host.address}/{path}", silence=0.3, patience=0.2)
    assert message in str(told.value)


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/hostname",
        "ftp://127.0.0.1/a",
        "data:image/gif;base64,R0",
        "gopher://a/b",
        "http://",
        "http://a:b@host/c",
        "http://127.0.0.1:99999/",
        "//[",
    ],
)
def test_other_addresses_are_not_asked(address: str) -> None:
    with pytest.raises(AskingError, match="correct"):
        size_of(address)


def test_a_host_that_is_not_there() -> None:
    with pytest.raises(AskingError, match="no answer: "):
        size_of("http://127.0.0.1:9/a.png")
