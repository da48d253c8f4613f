"""Liquid in whole builds: posts, excerpts, links, warnings."""

from __future__ import annotations

from html import unescape
from pathlib import Path

import pytest
from site_build import build

YEAR = "_posts/2022-12-31-year.md"
OLD = "_posts/2021-12-31-old.md"


def test_a_blog_with_liquid(tmp_path: Path) -> None:
    files = {
        "_config.yml": "title: Blog\nauthor: Kim\n",
        "_includes/box.html": "<b>{{ include.text }}</b>",
        YEAR: "---\ntitle: Year\n---\n{% highlight text %}\none\n\ntwo\n{% endhighlight %}\n\n"
        "{{ site.title }} {{ page.title | upcase }} {% include box.html text=site.author %}"
        " [old]({% post_url 2021-12-31-old %}) [same]({% link _posts/2021-12-31-old.md %})\n",
        OLD: "---\ntitle: Old\nrender_with_liquid: false\n---\n{{ page.title }}\n",
    }
    done = build(tmp_path, files, ARTICLE_EXCLUDES=["_includes"])
    assert done.log == []
    year = done.contents["2022-12-31-year.md"]
    assert 'data-lang="text">one\n\ntwo</code>' in year.content
    assert year.summary.count("</figure>") == 1
    assert "two" not in year.summary
    assert "Blog YEAR <b>Kim</b>" in year.content
    assert year.content.count('href="./old.html"') + year.content.count('href="/old.html"') == 2
    assert "{{ page.title }}" in done.contents["2021-12-31-old.md"].content


def test_it_can_be_switched_off(tmp_path: Path) -> None:
    done = build(tmp_path, {YEAR: "---\ntitle: Year\n---\n{{ page.title }}\n"}, MEMOIR_LIQUID=False)
    assert "{{ page.title }}" in done.contents["2022-12-31-year.md"].content


def test_an_excerpt_that_asks_for_itself_ends(tmp_path: Path) -> None:
    body = "x {{ site.posts.first.excerpt }} {{ page.excerpt }} {{ page | jsonify | size }}"
    done = build(tmp_path, {YEAR: f"---\ntitle: Year\n---\n{body}\n\nmore\n"})
    assert done.contents["2022-12-31-year.md"].content.count("x ") >= 3


def test_warnings_have_their_lines(tmp_path: Path) -> None:
    body = "{% for i in (1..9) %}\nx\n{% endfor %}\n\n{% foo %}\n\n<div>never closed\n"
    done = build(tmp_path, {YEAR: f"---\ntitle: Year\n---\n{body}"})
    places = [line.partition("2022-12-31-year.md:")[2].split(":")[0] for line in done.log]
    assert places == ["8", "10"]
    assert "unknown tag `foo`" in done.log[0]


def test_permalinks_are_written_out(tmp_path: Path) -> None:
    files = {
        YEAR: "---\ntitle: Year\n---\n{% post_url 2021-12-31-old %} {{ site.posts.last.url | relative_url }}"
        " {{ page.url | absolute_url }}\n",
        OLD: "---\ntitle: Old\n---\nOld.\n",
    }
    settings = {"MEMOIR_PERMALINK": "/:year/:title/", "SITEURL": "https://x.org/blog"}
    content = build(tmp_path, files, **settings).contents["2022-12-31-year.md"].content
    assert "/blog/2021/old/ /blog/2021/old/ https://x.org/blog/2022/year/" in content


@pytest.mark.parametrize(
    ("front_matter", "shown"),
    [
        ("title: >\n  folded\n  line", '"folded line\\n"'),
        ('title: "padded "', '"padded "'),
        ("title: 2022", "2022"),
        ("title: true", "true"),
        ("title: [a, 1]", '["a",1]'),
        ("title: ''", '""'),
        ("title: false", '"Year"'),
        ("title:", '"Year"'),
    ],
)
def test_a_title_is_what_the_front_matter_has(tmp_path: Path, front_matter: str, shown: str) -> None:
    post = f"---\n{front_matter}\n---\n`{{{{ page.title | jsonify }}}}`\n"
    content = build(tmp_path, {YEAR: post}).contents["2022-12-31-year.md"].content
    assert unescape(content).endswith(f">{shown}</code></p>")


@pytest.mark.parametrize("date", ["2022-12-31 03:04:05.678 +0000", "'2022-12-31 03:04:05.678'"])
def test_a_date_has_no_parts_of_a_second(tmp_path: Path, date: str) -> None:
    post = f"---\ntitle: x\ndate: {date}\nmade: 2022-12-31 03:04:05.678 +0000\n---\n"
    body = "{{ page.date | date: '%S %L' }} {{ page.made | date: '%L' }}\n"
    done = build(tmp_path, {YEAR: post + body}).contents["2022-12-31-year.md"]
    assert done.content == "<p>05 000 678</p>"
    assert done.date.microsecond == 0


@pytest.mark.parametrize(
    ("front_matter", "shown"),
    [
        ("tags: [2015, true, 1.5, ~, [word, 7]]", '[2015,true,1.5,"word",7] yes'),
        ("tags: [2015, 2015]", "[2015] yes"),
        ("tag: 2015\ntags: [x]", "[2015] yes"),
        ("tags: 2015 b", '["2015","b"] no'),
    ],
)
def test_tags_that_are_no_texts_stay_what_they_are(tmp_path: Path, front_matter: str, shown: str) -> None:
    body = "{{ page.tags | jsonify }} {% if page.tags contains 2015 %}yes{% else %}no{% endif %}"
    done = build(tmp_path, {YEAR: f"---\ntitle: Year\n{front_matter}\n---\n```\n{body}\n```\n"})
    assert shown in unescape(done.contents["2022-12-31-year.md"].content)


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        (
            "birds.yml",
            "a:\n  b: [1\nc: 2\n",
            "birds.yml:3:2: the file is no valid YAML: did not find expected ',' or ']'",
        ),
        (
            "birds.json",
            '{"a":\n 1,}',
            "birds.json:2:4: the file is no valid JSON: Expecting property name enclosed in double quotes",
        ),
        (
            "birds.csv",
            'a,b\n1,2\n"x,1\ny,2\n',
            "birds.csv:3: the file is no valid table: unexpected end of data",
        ),
        (
            "birds.csv",
            'a,b\n1,2\n"x"y,1\n',
            "birds.csv:3: the file is no valid table: ',' expected after '\"'",
        ),
    ],
)
def test_a_file_of_data_that_cannot_be_read_is_told_for_each_text_that_asks(
    tmp_path: Path, name: str, text: str, told: str
) -> None:
    asks = "---\ntitle: Year\n---\none {{ site.data.deep.birds.a }} two\n"
    files = {
        "_config.yml": "title: B\n",
        f"_data/deep/{name}": text,
        YEAR: asks,
        OLD: asks.replace("Year", "Old"),
    }
    done = build(tmp_path, {**files, "_posts/2020-01-01-x.md": "---\ntitle: x\n---\n{{ page.title }}\n"})
    assert "<p>one  two</p>" in done.contents["2022-12-31-year.md"].content
    line = f"_data/deep/{told}; templates see nothing of it [memoir.data]"
    assert set(done.log) == {line}


def test_an_include_in_another_encoding_is_told_by_its_path(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "_config.yml": "title: B\n",
        "_includes/box.html": "caf\xe9".encode("latin-1"),
        YEAR: "---\ntitle: Year\n---\n{% include box.html %}\n",
    }
    [line] = build(tmp_path, files, ARTICLE_EXCLUDES=["_includes"]).log
    assert line.startswith("_includes/box.html:1:4: byte 0xe9 is no valid UTF-8: save the file as UTF-8")


def test_what_is_wrong_with_a_permalink_is_told_once_though_others_ask_for_the_address(
    tmp_path: Path,
) -> None:
    files = {
        "_config.yml": "title: B\n",
        YEAR: "---\ntitle: Year\n---\n{{ site.posts.last.url }} {{ page.url }}\n",
        OLD: "---\ntitle: Old\npermalink: /../up/:title/\n---\n{{ page.url }}\n",
    }
    done = build(tmp_path, files)
    assert len(done.log) == 1
    assert "content/_posts/2021-12-31-old.md:3:12: permalink: /../up/:title/ climbs out" in done.log[0]
    assert "/up/old/" in done.contents["2022-12-31-year.md"].content
