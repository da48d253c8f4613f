"""Where an excerpt ends, and the link definitions that it takes along."""

from __future__ import annotations

import pytest

from pelican_memoir.jekyll.excerpt import cut


@pytest.mark.parametrize(
    ("body", "separator", "excerpt"),
    [
        ("one\n\ntwo", "\n\n", "one"),
        ("one\ntwo", "\n\n", "one\ntwo"),
        ("one\n<!--more-->\ntwo", "<!--more-->", "one\n"),
        ("one\n<!--more-->", "<!--more-->", "one\n"),
        ("one\n\ntwo", "", None),
        ("a [b] c\n\ntext\n[b]: http://x\n[d]: http://y", "\n\n", "a [b] c\n\n[b]: http://x"),
        ("a [^1] c\n\n   [^1]: note", "\n\n", "a [^1] c\n\n[^1]: note"),
        ("a [b] c\n\n    [b]: too far in", "\n\n", "a [b] c"),
        ("{% raw %}a\n\nb{% endraw %}", "\n\n", "{% raw %}a\n{% endraw %}"),
        (
            "{% if x %}{% for i in y %}a\n\nb",
            "\n\n",
            "{% if x %}{% for i in y %}a\n{% endfor %}\n{% endif %}",
        ),
        ("{% if x %}a{% endif %}{% foo %}\n\nb", "\n\n", "{% if x %}a{% endif %}{% foo %}"),
        ("a [b] [c]\n\n[c]: 2\n[b]: 1", "\n\n", "a [b] [c]\n\n[c]: 2\n[b]: 1"),
    ],
)
def test_cut(body: str, separator: str, excerpt: str | None) -> None:
    assert cut(body, separator) == excerpt
