"""Posts that have to do with one: those that share its tags and its category, the rarest saying most."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from pelican_memoir.site.post import Post

MOST = 4
"""Posts that are told of at most."""
_NEAREST = 8
"""Posts of a label that are weighed on each side of one, so that a post costs the same in a blog of any size."""

Label = tuple[str, str]


def related(
    posts: Sequence[Post], told: Mapping[int, Collection[int]] | None = None
) -> Iterator[tuple[Post, tuple[Post, ...]]]:
    """Give each post of one language, oldest first, with the posts related to it, the closest first.

    A tag or category that most posts bear says nothing. Of two posts that share as much the nearer in time goes first.
    `told` has by a post's `id` the ids of those that its page names already: its series. They are not told again.
    """
    bearers: dict[Label, list[int]] = {}
    for place, post in enumerate(posts):
        for label in labels_of(post):
            bearers.setdefault(label, []).append(place)
    telling = {label: places for label, places in bearers.items() if 1 < len(places) <= len(posts) / 2}
    position = {label: {place: at for at, place in enumerate(places)} for label, places in telling.items()}
    for place, post in enumerate(posts):
        shared: dict[int, int] = {}
        for label in labels_of(post):
            if places := telling.get(label):
                at = position[label][place]
                weight = 1000 // len(places)
                for other in places[max(0, at - _NEAREST) : at + _NEAREST + 1]:
                    shared[other] = shared.get(other, 0) + weight
        shared.pop(place, None)
        known = (told or {}).get(id(post), ())
        closest = sorted(
            (-weight, abs(other - place), -other)
            for other, weight in shared.items()
            if id(posts[other]) not in known
        )
        yield post, tuple(posts[-other] for _, _, other in closest[:MOST])


def labels_of(post: Post) -> set[Label]:
    """The tags and the category of a post by their slugs."""
    tags: Iterable[object] = getattr(post, "tags", None) or ()
    category = getattr(post, "category", None)
    found = {("tag", str(getattr(tag, "slug", tag))) for tag in tags}
    return found | ({("category", str(getattr(category, "slug", category)))} if category else set())
