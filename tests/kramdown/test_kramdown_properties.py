"""What holds for every text: it is converted, no word is lost or doubled, and the host's tree changes nothing."""

from __future__ import annotations

import re
from html import unescape

import markdown
from documents import documents
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from pelican_memoir.kramdown.convert import convert

_TAG = re.compile(r"<!--.*?-->|<[^>]*>", re.DOTALL)


class _Looks(Treeprocessor):
    """A tree processor that changes nothing: its presence alone brings the tree about."""

    def run(self, root: object) -> None:
        return None


class _WithTree(Extension):
    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802
        md.treeprocessors.register(_Looks(md), "looks", 5)


@settings(max_examples=400)
@given(st.text(max_size=200))
@example("\x02klzzwxh:0000\x03 \x00 \x02memoir-0\x03")
@example("\ud800".encode("utf-8", "replace").decode())
@example("- [ ] \u2028 \u0085 \x1c")
def test_any_text_is_converted(text: str) -> None:
    assert isinstance(convert(text)[0], str)


@settings(max_examples=300)
@given(documents)
@example("{::comment}{:/}")
@example("{::comment}<!-- c -->{:/}")
@example("{::nomarkdown}<div>{:/}")
@example("$$<b>$${: .a}회고")
@example("{::comment}a{:/} {::comment}b{:/}")
@example("a <!-- b --> c\n\n<!-- d -->\n\n<?e ?>\n\n<p><!-- f --></p>")
def test_the_tree_of_a_host_changes_nothing(text: str) -> None:
    direct = markdown.markdown(text, extensions=["pelican_memoir.kramdown"])
    through_tree = markdown.markdown(text, extensions=["pelican_memoir.kramdown", _WithTree()])
    assert through_tree == direct


_WORD = st.integers(min_value=0, max_value=10**6).map(lambda n: f"낱말{n}끝")
_AROUND = (
    *("{}", "*{}*", "**{}**", "> {}", "- {}", "1. {}", "# {}", "`{}`", "\n\n{}\n\n", "| {} |", "    {}"),
    *("<b>{}</b>", '"{}"'),
)


@settings(max_examples=300)
@given(
    st.lists(
        st.tuples(_WORD, st.sampled_from(_AROUND)), min_size=1, max_size=20, unique_by=lambda pair: pair[0]
    )
)
def test_no_word_is_lost_or_doubled(pairs: list[tuple[str, str]]) -> None:
    source = "\n".join(shape.format(word) for word, shape in pairs)
    shown = unescape(_TAG.sub(" ", convert(source)[0]))
    assert sorted(re.findall("낱말[0-9]+끝", shown)) == sorted(word for word, _ in pairs)
