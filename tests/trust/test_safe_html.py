"""`MEMOIR_SAFE_HTML`: what of a guest's post stays, what goes, and that all words stay."""

from __future__ import annotations

import re
from pathlib import Path

import html5lib
import pytest
from site_build import Build, build

from pelican_memoir.errors import SettingsError
from pelican_memoir.safe_html import SafeHtml

NAME = "_posts/2022-12-31-my-year.md"
SAFE = SafeHtml(wanted=True)


@pytest.fixture(autouse=True)
def _in_the_folder_of_the_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def build_with(tmp_path: Path, body: str, front_matter: str = "", **settings: object) -> Build:
    post = f"---\ntitle: 2022년 회고\n{front_matter}---\n{body}\n"
    return build(tmp_path, {NAME: post}, THEME="memoir", MEMOIR_SAFE_HTML=True, **settings)


def words(html: str) -> list[str]:
    tree = html5lib.parseFragment(html, namespaceHTMLElements=False)
    for parent in tree.iter():
        for child in list(parent):
            if child.tag in ("script", "style"):
                child.text = ""
    return "".join(tree.itertext()).split()


@pytest.mark.parametrize(
    "html",
    [
        '<h2 id="1분기" class="a memoir-quarter" number="1">1분기</h2>',
        '<figure class="wide"><img src="/a.png" alt="b" width="3" height="4"><figcaption>c</figcaption></figure>',
        '<table class="x"><tbody><tr><th style="text-align:right">a</th><td>b</td></tr></tbody></table>',
        '<pre><code class="language-python"><span class="k">if</span> x:</code></pre>',
        "<details open><summary>a</summary><p>b</p></details>",
        '<sup id="fnref:1"><a href="#fn:1" class="footnote" rel="footnote" role="doc-noteref">1</a></sup>',
        '<a href="{filename}/a.md">a</a><a href="{static}/b.png">b</a><a href="/c?d=1&amp;e=2#f">g</a>',
        '<a href="mailto:a@b.example">a</a><a href="tel:123">b</a>',
        "<p>\\[x^2 &lt; y\\] and “quotes” … &amp; <kbd>k</kbd><ruby>漢<rt>かん</rt></ruby></p>",
        '<video src="a.mp4" controls poster="b.png"></video>',
        '<h3 class="achievement" outcome="수상">a</h3>',
    ],
)
def test_what_stays(html: str) -> None:
    cleaned, problems = SAFE.clean_post(html, html, "a.md", 1)
    assert problems == ()
    assert words(cleaned) == words(html)
    tags = re.compile(r"<[^>]*>")
    assert [
        sorted(re.findall(r'[^\s<>]+|"[^"]*"', tag)) for tag in tags.findall(cleaned.replace('=""', ""))
    ] == [sorted(re.findall(r'[^\s<>]+|"[^"]*"', tag)) for tag in tags.findall(html.replace('=""', ""))]


@pytest.mark.parametrize(
    ("html", "gone", "told"),
    [
        ("a<script>alert(1)</script>b", "script", "<script>"),
        ("a\n<SCRIPT src=//x.example></SCRIPT>b", "SCRIPT", "<script>"),
        ('<a href="javascript:alert(1)">b</a>', "javascript", "href of <a>"),
        ('<a href="java&#10;script:alert(1)">b</a>', "script", "href of <a>"),
        ('<a href="data:text/html,x">b</a>', "data:", "href of <a>"),
        ('<img src=x onerror="alert(1)"> b', "onerror", "onerror of <img>"),
        ('<p onclick="x()" style="position:fixed;color:red">b</p>', "position", "onclick of <p>"),
        ('<iframe src="https://x.example">c</iframe>b', "iframe", "<iframe>"),
        ("<form action=/x><button>b</button></form>", "form", "<form>"),
        ('<svg onload="x()"><text>b</text></svg>', "svg", "<svg>"),
        ("<style>body{display:none}</style>b", "display", "<style>"),
        ('<base href="https://x.example/">b', "base", "<base>"),
        ('<meta http-equiv="refresh" content="0;url=x">b', "refresh", "<meta>"),
        ('<object data="x.swf"></object>b', "object", "<object>"),
        (
            '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=x()&gt;">',
            "<style",
            "",
        ),
        ("<x-widget>b</x-widget>", "x-widget", "<x-widget>"),
    ],
)
def test_what_goes(html: str, gone: str, told: str) -> None:
    cleaned, problems = SAFE.clean_post(html, html, "a.md", 7)
    assert gone not in cleaned
    assert not re.search(r"<[^>]*\son\w+=", re.sub(r'"[^"]*"', '""', cleaned))
    (problem,) = problems
    assert str(problem).startswith("a.md")
    assert told in problem.message
    assert str(problem).endswith("[memoir.safe]")


def test_its_line_is_told() -> None:
    source = "one\n\n<script>x</script>\n"
    assert SAFE.clean_post(source, source, "a.md", 5)[1][0].location.line == 7


def test_a_post_of_a_guest(tmp_path: Path) -> None:
    first = (
        "## 1분기\n\n### 1) 취업\n\n글 <script>alert(1)</script>끝\n\n{: .box-note}\n정리\n\n- [x] 했다\n\n"
    )
    body = first + "## 2분기\n\n글\n"
    done = build_with(tmp_path, body, "js: /evil.js\next-js: //x.example/a.js\nhead-extra: a.html\n")
    page = done.page("my-year.html")
    assert "alert(1)" not in page
    assert "evil.js" not in page
    assert "x.example" not in page
    assert page.count('data-period="quarter-1"') == 1
    article = done.contents["2022-12-31-my-year.md"]
    assert [period.number for period in article.memoir.periods] == [1, 2]
    assert "box-note" in article.content
    assert re.search(r"<input[^>]*checked", article.content)
    told = [line for line in done.log if "memoir.safe" in line]
    assert len(told) == 4
    assert f"content/{NAME}:3:5: js: has no effect, since MEMOIR_SAFE_HTML is on" in told[0]
    assert "<script>" in told[3]


def test_a_summary_is_cleaned_too(tmp_path: Path) -> None:
    done = build_with(tmp_path, "a", "excerpt: '<b>x</b><script>alert(1)</script>'\n")
    assert done.contents["2022-12-31-my-year.md"].metadata["summary"] == "<b>x</b>"


def test_the_site_itself_may_add_scripts(tmp_path: Path) -> None:
    values = [{"scope": {"path": ""}, "values": {"js": "/own.js"}}]
    done = build_with(tmp_path, "a", MEMOIR_DEFAULTS=values)
    assert "own.js" in done.page("my-year.html")
    assert not [line for line in done.log if "memoir.safe" in line]


def test_the_library_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pelican_memoir.settings.reading.find_spec", lambda name: None)
    with pytest.raises(SettingsError, match=r"MEMOIR_SAFE_HTML: nh3 is needed: .*pelican-memoir\[safe\]"):
        build_with(tmp_path, "a")
