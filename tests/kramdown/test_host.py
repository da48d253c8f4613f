"""The dialect inside Python-Markdown: beside other extensions, in any order, document after document."""

from __future__ import annotations

from importlib import import_module
from typing import Any
from xml.etree.ElementTree import Element

import markdown
import pytest
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor, Pattern
from markdown.postprocessors import Postprocessor
from markdown.util import AtomicString

from pelican_memoir.kramdown import KramdownExtension
from pelican_memoir.kramdown.options import OptionError

DIALECT = "pelican_memoir.kramdown"


def _html(text: str, *extensions: Any, **configs: Any) -> str:
    return markdown.markdown(text, extensions=[*extensions, DIALECT], extension_configs=configs)


def test_it_works_by_its_name_alone() -> None:
    html = markdown.markdown("## 1분기 [1월~3월]\n글\n- 목록", extensions=[DIALECT])
    assert html == '<h2 id="1분기-1월3월">1분기 [1월~3월]</h2>\n<p>글</p>\n<ul>\n  <li>목록</li>\n</ul>'


def test_options_come_by_extension_configs() -> None:
    configs = {DIALECT: {"hard_wrap": True, "auto_ids": "false"}}
    html = markdown.markdown("# a\nb\nc", extensions=[DIALECT], extension_configs=configs)
    assert html == "<h1>a</h1>\n<p>b<br />\nc</p>"


def test_an_unknown_option_is_refused() -> None:
    with pytest.raises(KeyError):
        KramdownExtension(smart_quote="x")


@pytest.mark.parametrize(
    ("name", "value"), [("toc_levels", "0..9"), ("smart_quotes", "a,b"), ("footnote_nr", "x")]
)
def test_a_wrong_value_names_its_option(name: str, value: str) -> None:
    with pytest.raises(OptionError, match=name):
        KramdownExtension(**{name: value})


def test_options_in_a_text_end_with_it() -> None:
    md = markdown.Markdown(extensions=[DIALECT])
    assert md.convert('{::options auto_ids="false" /}\n\n# a') == "<h1>a</h1>"
    assert md.reset().convert("# a") == '<h1 id="a">a</h1>'


@pytest.mark.parametrize("before", [True, False])
def test_stock_extensions_give_way(before: bool) -> None:
    stock = ["extra", "codehilite", "toc", "smarty", "sane_lists"]
    order = [*stock, DIALECT] if before else [DIALECT, *stock]
    text = '# 가 나\n\n```py\nx\n```\n\n*[a]: b\n\n[^1] "a"\n\n[^1]: c\n\n- d\n{: .e}\n'
    assert markdown.markdown(text, extensions=order) == markdown.markdown(text, extensions=[DIALECT])


def test_documents_do_not_see_each_other() -> None:
    md = markdown.Markdown(extensions=[DIALECT])
    first = md.convert("# a\n\n[l][d] [^1]\n\n[d]: x\n[^1]: y")
    assert md.reset().convert("[l][d] [^1]\n\n# a") == '<p>[l][d] [^1]</p>\n\n<h1 id="a">a</h1>'
    assert md.reset().convert("# a\n\n[l][d] [^1]\n\n[d]: x\n[^1]: y") == first


class _Mention(InlineProcessor):
    def handleMatch(self, m: Any, data: str) -> Any:  # noqa: N802
        element = Element("a")
        element.set("href", f"/@{m.group(1)}")
        element.text = AtomicString(f"*{m.group(1)}*")
        return element, m.start(0), m.end(0)


class _Old(Pattern):
    def handleMatch(self, m: Any) -> Any:  # noqa: N802
        element = Element("u")
        element.text = m.group(2)
        return element


class _Shout(Postprocessor):
    def run(self, text: str) -> str:
        return text.replace("!!", "‼")


class _Others(Extension):
    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802
        md.inlinePatterns.register(_Mention(r"@(\w+)", md), "mention", 75)
        md.inlinePatterns.register(_Old(r"\+\+(.+?)\+\+", md), "old", 70)
        md.postprocessors.register(_Shout(md), "shout", 5)


def test_inline_patterns_and_postprocessors_of_others_take_part() -> None:
    html = _html("**@kim** 과 ++*밑줄*++ `@code` [@in](x) \\@no!!", _Others())
    assert html == (
        '<p><strong><a href="/@kim">*kim*</a></strong> 과 <u><em>밑줄</em></u> '
        '<code class="language-plaintext highlighter-rouge">@code</code> '
        '<a href="x"><a href="/@in">*in*</a></a> \\<a href="/@no">*no*</a>‼</p>'
    )


def test_pymdownx_takes_part() -> None:
    html = _html("==표시== H~2~O x^2^ 와 **굵게**", "pymdownx.mark", "pymdownx.tilde", "pymdownx.caret")
    assert html == "<p><mark>표시</mark> H<sub>2</sub>O x<sup>2</sup> 와 <strong>굵게</strong></p>"


def test_superfences_and_tree_processors_of_pymdownx_take_part() -> None:
    html = _html(
        "# 제목\n\n```py\nx = 1\n```\n\n- [ ] 할 일\n", "pymdownx.superfences", "pymdownx.pathconverter"
    )
    assert '<h1 id="제목">제목</h1>' in html
    assert '<div class="highlight">' in html
    assert 'class="task-list-item-checkbox"' in html


def test_math_of_render_math_takes_part() -> None:
    module = import_module("pelican.plugins.render_math.pelican_mathjax_markdown_extension")
    extension = module.PelicanMathJaxExtension(
        {"math_tag_class": "math", "mathjax_script": "x < y", "auto_insert": True}
    )
    html = markdown.markdown("# 제목\n\n값은 $a_1*b*$ 이고 *강조*", extensions=[extension, DIALECT])
    assert '<span class="math">\\(a_1*b*\\)</span>' in html
    assert html.endswith('<script type="text/javascript">x < y</script>')
    assert "<em>강조</em>" in html
    assert '<h1 id="제목">제목</h1>' in html


def test_marks_of_the_host_cannot_be_written_by_an_author() -> None:
    assert markdown.markdown("a \x02wzxhzdk:0\x03 b", extensions=[DIALECT]) == "<p>a wzxhzdk:0 b</p>"


def test_problems_have_lines() -> None:
    md = markdown.Markdown(extensions=[DIALECT])
    md.convert("글 </b>\n\n> 둘 {: .x}\n\n- 셋\n- [^x]\n\n{::unknown}\nx\n\n<div>\n열린\n")
    problems = [(problem.location.line, problem.code) for problem in md.kramdown_problems]
    assert [line for line, _ in problems] == [8, 11, 1, 3, 6]
    assert {code for _, code in problems} == {"memoir.kramdown"}


def test_an_id_given_twice_is_told() -> None:
    md = markdown.Markdown(extensions=[DIALECT])
    md.convert('# a {#x}\n\n글\n{: #x}\n\n<div id="x"></div>\n\n# 나\n\n# 나\n\n# 다 {#나-1}\n')
    told = [(problem.location.line, problem.message.split(" is ")[0]) for problem in md.kramdown_problems]
    assert sorted(told) == [(1, "the id x"), (6, "the id x"), (12, "the id 나-1")]
