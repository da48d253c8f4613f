"""Digests of the texts of posts: each takes part in many keys, and a cache knows those of the texts that it gives."""

from __future__ import annotations

from pelican_memoir.memory.inputs import digest


class TextDigests:
    """The digests of one build. One that is known is found by the very object: a text that was changed is another."""

    def __init__(self, *, most: int | None = None) -> None:
        """`most`: how many texts may be held, the last ones; a large blog's are packed as soon as they are read."""
        self._most = most
        self._known: dict[int, tuple[str, bytes]] = {}  # what is held keeps its id

    def of(self, text: str) -> bytes:
        """Return the digest of a text, reckoned where it is not known."""
        known = self._known.get(id(text))
        return digest(text) if known is None else known[1]

    def know(self, text: str, found: bytes) -> None:
        """Hold a text with its digest."""
        self._known[id(text)] = (text, found)
        if self._most is not None and len(self._known) > self._most:
            del self._known[next(iter(self._known))]

    def forget(self, text: str) -> None:
        """Let go of a text that nobody will ask for again."""
        self._known.pop(id(text), None)

    def clear(self) -> None:
        """Let go of all."""
        self._known.clear()
