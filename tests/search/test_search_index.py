"""What is searched: the words of posts, in files of a bounded size."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pelican_memoir.language_pages import by_language
from pelican_memoir.search import Entry, shard, words_of
from pelican_memoir.search.words import comparable, fold
from pelican_memoir.search_page import index_name


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("<p>회<b>고</b>록</p><p>끝</p>", "회고록 끝"),
        ("<p>a<br>b</p><ul><li>c</li><li>d</li></ul>", "a b c d"),
        ("<pre><code>x &lt; <span>y</span></code></pre>", "x < y"),
        ("<table><tr><td>1</td><td>2</td></tr></table>", "1 2"),
        ("<script>no</script><style>no</style><svg><text>no</text></svg><!-- no -->yes", "yes"),
        (
            "<math><semantics><msub><mi>x</mi><mn>1</mn></msub><annotation>x_1</annotation></semantics></math>",
            "x1",
        ),
        ('<img alt="그림" src="a.png">', ""),
        ("&#xD800; <p>a &amp; b", "\ufffd a & b"),
    ],
)
def test_words(markup: str, words: str) -> None:
    assert words_of(markup) == words


@given(st.text(max_size=50))
def test_places_stay_when_a_text_is_folded(text: str) -> None:
    shown = comparable(text)
    assert len(fold(shown).encode("utf-16-le")) == len(shown.encode("utf-16-le"))
    assert fold(shown) == fold(text) or fold(fold(shown)) == fold(fold(text))


def test_most_texts_are_shown_as_written() -> None:
    assert comparable("2022년 회고, ＡＢＣ와 ①") == "2022년 회고, ＡＢＣ와 ①"
    assert comparable("㈱바다") == "(株)바다"


def test_a_part_ends_when_it_is_full_and_keeps_every_entry_in_order() -> None:
    entries = [Entry(f"글 {n}", f"{n}.html", "2022년", ("태그",), "가" * 40).to_json() for n in range(3)]
    part, count = shard(iter(entries), size=len(entries[0]) + 1)
    assert (json.loads(part), count) == ([json.loads(entry) for entry in entries[:2]], 2)
    assert shard(entries, size=1)[1] == 1
    assert shard(entries) == (f"[{','.join(entries)}]\n".encode(), 3)
    assert shard([]) == (b"[]\n", 0)


def test_names() -> None:
    assert [index_name("search.html", number) for number in (1, 2)] == ["search.json", "search-2.json"]
    assert index_name("찾기/index.html", 1) == "찾기/index.json"


def test_the_first_language_comes_first() -> None:
    class Post:
        def __init__(self, lang: str) -> None:
            self.lang = lang

    assert list(by_language([Post("en"), Post("KO"), Post("ja"), Post("")], "ko")) == ["ko", "en", "ja"]
