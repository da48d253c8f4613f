"""What differs has another fingerprint, and what nobody can know has none."""

from __future__ import annotations

import datetime
from collections import OrderedDict
from types import SimpleNamespace
from typing import Any

import pytest
from jinja2.defaults import DEFAULT_NAMESPACE
from pelican.contents import Article
from pelican.settings import DEFAULT_CONFIG
from pelican.urlwrappers import Category, Tag

from pelican_memoir.incremental.content_in import is_on_card
from pelican_memoir.incremental.fingerprints import Fingerprints, UnknowableError, digest
from pelican_memoir.memoir.model import Memoir

SETTINGS = {**DEFAULT_CONFIG, "PATH": "/blog", "TIMEZONE": "UTC"}


def article(name: str = "a", content: str = "<p>글</p>", **metadata: Any) -> Article:
    """Return an article as Pelican makes it."""
    known = {
        "title": name,
        "date": datetime.datetime(2022, 1, 1),
        "slug": name,
        "category": Category("c", SETTINGS),
    }
    return Article(content, {**known, **metadata}, SETTINGS, f"/blog/{name}.md", {})


@pytest.fixture
def prints() -> Fingerprints:
    """The fingerprints of a build without content."""
    return Fingerprints({"generated_content": {}, "static_content": {}})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (1, "1"),
        (1, True),
        ("a", "b"),
        ("가" * 300, "가" * 299 + "나"),
        ([1, [2]], [[1], 2]),
        ((1, 2), (2, 1)),
        ({"a": 1}, {"a": 2}),
        ({"a": [1]}, {"a": ["1"]}),
        ({"a": datetime.date(2022, 1, 1)}, {"a": datetime.datetime(2022, 1, 1)}),
        ({"a": Tag("물", SETTINGS)}, {"a": "Tag('물')"}),
        (None, ""),
        (datetime.date(2022, 1, 1), datetime.datetime(2022, 1, 1)),
        (Tag("물", SETTINGS), Category("물", SETTINGS)),
        (Tag("물", SETTINGS), Tag("배", SETTINGS)),
        (Memoir(year=2022, title="a", language="ko"), Memoir(year=2023, title="a", language="ko")),
        (OrderedDict(a=1, b=2), OrderedDict(b=2, a=1)),
    ],
)
def test_what_differs_is_told_apart(prints: Fingerprints, one: object, other: object) -> None:
    assert prints.of_value(one) != prints.of_value(other)
    assert prints.of_value(one) == Fingerprints({}).of_value(one)


@pytest.mark.parametrize(
    "value",
    [
        object(),
        lambda: 1,
        iter([]),
        SimpleNamespace(),
        DEFAULT_NAMESPACE["lipsum"],
        [object()],
        {"a": object()},
        {"a": [1, object()]},
        {object(): 1},
    ],
)
def test_what_cannot_be_known_has_no_fingerprint(prints: Fingerprints, value: object) -> None:
    with pytest.raises(UnknowableError):
        prints.of_value(value)


def test_texts_are_kept_apart_in_a_digest() -> None:
    assert digest(["ab", "c"]) != digest(["a", "bc"])


@pytest.mark.parametrize(
    "metadata", [{"title": "b"}, {"date": datetime.datetime(2022, 1, 2)}, {"tags": [Tag("물", SETTINGS)]}]
)
def test_content_is_known_by_all_that_it_holds(prints: Fingerprints, metadata: dict[str, Any]) -> None:
    assert prints.of_content(article()) == prints.of_content(article())
    assert prints.of_content(article()) != prints.of_content(article(**metadata))
    assert prints.of_content(article()) != prints.of_content(article(content="<p>다른 글</p>"))


def test_the_text_is_not_on_the_card(prints: Fingerprints) -> None:
    assert prints.of_card(article()) == prints.of_card(article(content="<p>다른 글</p>"))
    assert prints.of_card(article()) != prints.of_card(article(summary="<p>다른 글</p>"))


@pytest.mark.parametrize(
    ("name", "is_there"),
    [
        *[(name, True) for name in ("title", "date", "url", "save_as", "status", "metadata", "nothing")],
        *[(name, False) for name in ("content", "_content", "summary", "get_content", "get_summary")],
    ],
)
def test_what_follows_from_the_text_is_not_on_the_card(name: str, is_there: bool) -> None:
    assert is_on_card(article(), name) == is_there


def test_a_summary_of_its_own_is_on_the_card() -> None:
    assert is_on_card(article(summary="<p>글</p>"), "summary")


def test_content_in_other_content_is_known_by_its_source(prints: Fingerprints) -> None:
    def beside(other: Article) -> str:
        one = article()
        one.neighbour = other
        return prints.of_content(one)

    assert beside(article("b")) == beside(article("b", content="<p>다른 글</p>"))
    assert beside(article("b")) != beside(article("c"))


def test_content_that_links_depends_on_where_links_lead() -> None:
    def linking(target: str) -> str:
        known = {"generated_content": {"b.md": article("b", slug=target)}, "static_content": {}}
        return Fingerprints(known).of_content(article(content='<a href="{filename}b.md">b</a>'))

    assert linking("b") == linking("b") != linking("c")


def test_content_that_attaches_files_is_not_known(prints: Fingerprints) -> None:
    with pytest.raises(UnknowableError):
        prints.of_content(article(content='<img src="{attach}a.png">'))
