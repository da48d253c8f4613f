"""Documents made by chance: pieces of every construct, nested, with Korean, HTML and attribute lists."""

from __future__ import annotations

from hypothesis import strategies as st

_WORDS = tuple("회고|한 해|1분기|a|snake_case|2,301팀|👣|é|「」|end.|x<y|50%|nbsp\u00a0x".split("|"))
_MARKS = (
    *"* ** _ __ ` `` [ ] ( ) ![ ](x) [a] [^1] \" ' \\ $$ ~~ <b> </b> <br> <span> </span> <div> </div>".split(),
    *"& &amp; -- ... << >> {:.b {:/} {::comment} <http://a.example> | : &#8364;".split(),
    *('<img src="a">', "<!-- c -->", "{: .a}", "{:.b #c}", "  \n", "\\\n"),
)
_STARTS = (
    *("", "", "", "", "- ", "* ", "1. ", "> ", "# ", "### ", "    ", "  ", "\t", ": ", "| "),
    *("- [ ] ", "   ", "- > "),
)
_LINES = (
    *("", "", "---", "***", "===", "```", "```py", "~~~", "^", "{: .box-note}", "{:toc}", "<div>", "</div>"),
    *("$$", "|--|:-:|", '<div markdown="1">', "[a]: /b 'c'", "[^1]: note", "*[a]: abbr", "{:x: .y}", "<br/>"),
    *("<!-- c", "-->", "<table>", "<p>"),
)

_text = st.lists(st.sampled_from(_WORDS + _MARKS + (" ", " ", " ")), min_size=1, max_size=9).map("".join)
_line = st.one_of(st.sampled_from(_LINES), st.tuples(st.sampled_from(_STARTS), _text).map("".join))
documents = st.lists(_line, min_size=1, max_size=12).map("\n".join)
"""Small documents in which anything may stand next to anything."""
