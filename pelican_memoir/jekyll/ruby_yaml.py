"""A YAML 1.1 loader that gives the types Ruby gives, at the speed of libyaml, and knows where each key stands."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import Any

import yaml

from pelican_memoir.jekyll.ruby_scalars import scalar, to_text

PLAIN = "!plain"
MERGE = "tag:yaml.org,2002:merge"
DEFAULT_TAGS: dict[type[yaml.Node], str] = {
    yaml.ScalarNode: yaml.resolver.BaseResolver.DEFAULT_SCALAR_TAG,
    yaml.SequenceNode: yaml.resolver.BaseResolver.DEFAULT_SEQUENCE_TAG,
    yaml.MappingNode: yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG,
}
MAX_DEPTH = 100
MAX_NODES = 100_000

_OPENING = "[{-?:"
"""Each level of a text has one of these of its own."""

Places = dict[str, tuple[int, int]]

SafeLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class RubyLoader(SafeLoader):  # type: ignore[misc]
    """libyaml's safe loader with Ruby's scalar types; a tag it does not know is passed over, as Psych does."""

    def resolve(self, kind: type[yaml.Node], value: Any, implicit: Any) -> str:
        """Return the tag of a node that has none: plain scalars have their types from `scalar`."""
        if kind is yaml.ScalarNode and implicit[0]:
            return MERGE if value == "<<" else PLAIN
        return DEFAULT_TAGS[kind]

    def construct_plain(self, node: yaml.ScalarNode) -> object:
        """Return the value of a plain scalar."""
        return scalar(node.value)

    def construct_tagged(self, _suffix: str, node: yaml.Node) -> object:
        """Return what a node of an unknown tag holds, without the tag."""
        if isinstance(node, yaml.ScalarNode):
            return scalar(node.value)
        if isinstance(node, yaml.SequenceNode):
            return self.construct_sequence(node, deep=True)
        assert isinstance(node, yaml.MappingNode)
        return self.construct_mapping(node, deep=True)

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        """Return a mapping; a key that Python takes for another (`true` for 1) or for none (a list) becomes text."""
        self.flatten_mapping(node)
        mapping: dict[Hashable, Any] = {}
        for key_node, value_node in node.value:
            key = self.construct_object(key_node, deep=True)
            distinct = isinstance(key, Hashable) and not isinstance(key, bool)
            mapping[key if distinct else to_text(key)] = self.construct_object(value_node, deep=deep)
        return mapping


RubyLoader.add_constructor(PLAIN, RubyLoader.construct_plain)
RubyLoader.add_multi_constructor("!", RubyLoader.construct_tagged)
RubyLoader.add_multi_constructor("tag:", RubyLoader.construct_tagged)


def load(text: str) -> tuple[object, Places]:
    """Return the first document of `text` and the place (line, column, from 1) of each value.

    Top-level keys are text, whatever YAML makes of them. Raises `yaml.YAMLError` (with `problem_mark` where the place
    is known) for text that is no YAML, that refers to itself, or that is nested or expanded beyond all reason.
    """
    refuse_depth(text)
    loader = RubyLoader(text)
    try:
        node = loader.get_node() if loader.check_node() else None
        if node is None:
            return None, {}
        # Without aliases a character makes three nodes at most: a mapping, its key and its value.
        if "*" in text or len(text) > MAX_NODES // 3:
            refuse_expansion(node)
        value = loader.construct_document(node)
    except (ValueError, TypeError, OverflowError) as error:
        raise yaml.YAMLError(str(error)) from error
    finally:
        loader.dispose()
    if not isinstance(value, dict):
        return value, {}
    return {to_text(key): item for key, item in value.items()}, places_of(node)


def places_of(node: yaml.MappingNode, within: str = "", depth: int = 3) -> Places:
    """Return where the value of each key begins; a value left out stands where its key does.

    The keys of a mapping in a mapping follow its own behind a point (`memoir.year`), `depth` mappings down.
    """
    places: Places = {}
    for key, value in node.value:
        if isinstance(key, yaml.ScalarNode):
            empty = isinstance(value, yaml.ScalarNode) and not value.value
            mark = key.start_mark if empty else value.start_mark
            places.setdefault(within + key.value, (mark.line + 1, mark.column + 1))
            if isinstance(value, yaml.MappingNode) and depth > 1:
                for name, place in places_of(value, f"{within}{key.value}.", depth - 1).items():
                    places.setdefault(name, place)
    return places


def refuse_depth(text: str) -> None:
    """Raise `yaml.YAMLError` where `text` is nested too deep: libyaml's composer recurses on the C stack."""
    if sum(map(text.count, _OPENING)) <= MAX_DEPTH:
        return
    depth = 0
    for event in events_of(text):
        if isinstance(event, (yaml.SequenceStartEvent, yaml.MappingStartEvent)):
            depth += 1
            if depth > MAX_DEPTH:
                raise too_deep(event.start_mark)
        elif isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent)):
            depth -= 1
        elif isinstance(event, yaml.DocumentEndEvent):
            break


def events_of(text: str) -> Iterator[yaml.Event]:
    """Yield what libyaml reads; it looks ahead, and may give up at a depth of its own before its first event."""
    try:
        yield from yaml.parse(text, Loader=RubyLoader)
    except yaml.MarkedYAMLError as error:
        if "nesting depth" in (error.problem or ""):
            raise too_deep(error.problem_mark) from error
        raise


def too_deep(mark: Any) -> yaml.MarkedYAMLError:
    """Return the error of a text that is nested deeper than any front matter is."""
    return refusal(f"nested more than {MAX_DEPTH} levels deep", mark)


def refuse_expansion(root: yaml.Node) -> None:
    """Raise `yaml.YAMLError` where aliases make a value hold itself, or swell it beyond `MAX_NODES`."""
    sizes: dict[int, int] = {}

    def size(node: yaml.Node) -> int:
        known = sizes.get(id(node))
        if known == 0:
            raise refusal("a value refers to itself", node.start_mark)
        if known is not None:
            return known
        sizes[id(node)] = 0
        total = 1 + sum(size(child) for child in children(node))
        if total > MAX_NODES:
            raise refusal("aliases make this value too large", node.start_mark)
        sizes[id(node)] = total
        return total

    size(root)


def refusal(reason: str, mark: Any) -> yaml.MarkedYAMLError:
    """Return the error that names a reason and its place."""
    return yaml.MarkedYAMLError(problem=reason, problem_mark=mark)


def children(node: yaml.Node) -> list[yaml.Node]:
    """Return the nodes directly below a node."""
    if isinstance(node, yaml.MappingNode):
        return [child for pair in node.value for child in pair]
    return list(node.value) if isinstance(node, yaml.SequenceNode) else []
