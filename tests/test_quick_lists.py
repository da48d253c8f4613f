"""Lists of posts tell at once whether a post is in them, and are lists in all else."""

from __future__ import annotations

from collections import defaultdict
from types import SimpleNamespace

from pelican.generators import ArticlesGenerator

from pelican_memoir.quick_lists import QuickList, quicken


class Equal:
    """Content that asks what it is compared with."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Equal)

    __hash__ = None  # type: ignore[assignment]


def test_it_holds_what_the_list_holds() -> None:
    posts = [object(), object()]
    quick = QuickList(posts)
    assert quick == posts
    assert all(post in quick for post in posts)
    assert object() not in quick
    assert 1 not in quick


def test_what_has_a_likeness_of_its_own_is_compared() -> None:
    assert Equal() in QuickList([Equal()])
    assert 1.0 in QuickList([1])


def test_a_list_that_has_changed_is_gone_through() -> None:
    first, second = object(), object()
    quick = QuickList([first])
    quick.append(second)
    assert second in quick
    quick.clear()
    assert first not in quick


def test_the_lists_of_a_generator_are_quick() -> None:
    class Post(SimpleNamespace):
        __eq__ = object.__eq__
        __hash__ = object.__hash__

    posts = [Post() for _ in range(50)]
    generator = object.__new__(ArticlesGenerator)
    generator.tags = defaultdict(list, {"a": posts[:20]})
    generator.categories, generator.authors = [("b", posts)], [("c", posts[:1])]
    quicken(generator)
    lists = [*generator.tags.values(), *(each for _, each in (*generator.categories, *generator.authors))]
    assert [[post in each for post in posts].count(True) for each in lists] == [20, 50, 1]
    assert [type(each) for each in lists] == [QuickList] * 3
    assert generator.tags["none"] == []
