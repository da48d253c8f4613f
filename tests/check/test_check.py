"""`pelican-memoir check` finds what is wrong, at its place, and nothing in a sound blog."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import pytest

from pelican_memoir.check.codes import CODES
from pelican_memoir.check.command import find
from pelican_memoir.cli import main

NOW = datetime(2024, 1, 1)
MEMOIR = """---
title: 2022년 회고
---
## 2분기 [4월~6월]
#### 1) 하나
#### 1) 둘
![](/assets/a.png)
<img src="/assets/a.png" alt="넓은" width="910%">

## 1분기 [1월~3월]
### 1) 셋
[여기](#없는-곳) [거기](/2021/05/05/walk.html#there) [저기](/gone/)
"""
FILES = {
    "_config.yml": "title: 글\npermalink: date\n",
    "_posts/2022-12-31-memoir.md": MEMOIR,
    "_posts/2021-05-05-walk.md": "---\ntitle: 산책\n---\n## 숲\n[여기](#숲)\n",
    "_posts/2021-05-06-walk.md": "---\ntitle: 또 산책\npermalink: /2021/05/05/walk.html\ntags: 3\n---\n글\n",
    "_posts/2031-01-01-later.md": "---\ntitle: 나중\n---\n글\n",
    "assets/a.png": "x",
}


def _blog(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_each_thing_is_told_at_its_place(tmp_path: Path) -> None:
    found = [str(problem) for problem in find(_blog(tmp_path, FILES), NOW)]
    assert found == [
        "_posts/2021-05-06-walk.md: /2021/05/05/walk.html is the address of _posts/2021-05-05-walk.md too;"
        " give one of them another permalink"
        " [memoir.duplicate-url]",
        "_posts/2021-05-06-walk.md: the slug walk is that of _posts/2021-05-05-walk.md too [memoir.duplicate-slug]",
        "_posts/2021-05-06-walk.md:4:7: tags: expected a list, got 3 [memoir.front-matter]",
        "_posts/2022-12-31-memoir.md:5: h4 '1) 하나' follows an h2; h3 is the next level [memoir.heading-jump]",
        "_posts/2022-12-31-memoir.md:6: '1) 둘': 2분기 [4월~6월] has number 1 twice [memoir.number-twice]",
        "_posts/2022-12-31-memoir.md:7: /assets/a.png has no alternative text [memoir.alt]",
        '_posts/2022-12-31-memoir.md:8: width="910%" cannot be meant [memoir.width]',
        "_posts/2022-12-31-memoir.md:10: '1분기 [1월~3월]' stands behind a later period [memoir.period-order]",
        "_posts/2022-12-31-memoir.md:12: /gone/ leads nowhere in the blog [memoir.link]",
        "_posts/2022-12-31-memoir.md:12: #없는-곳 is no place in this page [memoir.anchor]",
        "_posts/2022-12-31-memoir.md:12: /2021/05/05/walk.html#there leads to a place that is not in that page"
        " [memoir.anchor]",
        "_posts/2031-01-01-later.md: the date 2031-01-01 is still to come [memoir.future-date]",
    ]


def test_the_exit_status_is_that_of_errors(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    blog = _blog(tmp_path / "bad", FILES)
    assert main(["check", "--json", str(blog)]) == 1
    told = json.loads(capsys.readouterr().out)
    assert {row["severity"] for row in told} == {"error", "warning"}
    assert {row["code"] for row in told} <= set(CODES)
    fine = _blog(tmp_path / "fine", {"_posts/2021-05-05-walk.md": FILES["_posts/2021-05-05-walk.md"]})
    assert main(["check", str(fine)]) == 0
    assert capsys.readouterr().out == ""
    assert main(["check", str(tmp_path / "nowhere")]) == 1


def test_codes_are_documented() -> None:
    page = (Path(__file__).parents[2] / "docs" / "check.md").read_text(encoding="utf-8")
    for code, (severity, help_text) in CODES.items():
        assert f"| `{code}` | {severity} | {help_text} |" in page


def test_what_stands_twice_is_told_in_its_own_line_and_code_is_no_markup(tmp_path: Path) -> None:
    post = (
        "---\ntitle: x\n---\n`[a](/gone/)` ![](/assets/a.png)\n\n```\n![](/assets/a.png)\n[b](/gone/)\n```\n\n"
        "<img src='/assets/a.png' width=9000 alt='wide'>\n\n{{ page.title | nothing }} {% include gone.html %}\n"
    )
    files = {"_posts/2021-01-01-a.md": post, "_posts/2021-02-30-b.md": "---\n---\nx\n", "assets/a.png": "x"}
    assert [str(problem).removeprefix("_posts/") for problem in find(_blog(tmp_path, files), NOW)] == [
        "2021-01-01-a.md:4: /assets/a.png has no alternative text [memoir.alt]",
        '2021-01-01-a.md:11: width="9000" cannot be meant [memoir.width]',
        "2021-01-01-a.md:13:1: unknown filter 'nothing'; it is kept as text [memoir.liquid]",
        "2021-01-01-a.md:13:28: include: the blog has no 'gone.html'; it is kept as text [memoir.liquid]",
        "2021-02-30-b.md: the file's name has a date that no calendar has: 2021-02-30;"
        " give it another name, or a date in the front matter [memoir.file-name]",
    ]


def test_a_migrated_site_is_checked_by_its_own_settings(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = {
        "_config.yml": "title: x\nbaseurl: /base\nurl: https://x.example\npermalink: /:title/\n",
        "_includes/box.html": "<p>box</p>",
        "_posts/2021-01-01-a.md": (
            "---\ntitle: a\n---\n{% include box.html %} [b]({{ '/b/' | relative_url }}) [c](/c/)\n"
        ),
        "_posts/2021-01-02-b.md": "---\ntitle: b\n---\nx\n",
    }
    blog, site = _blog(tmp_path / "blog", files), tmp_path / "site"
    assert main(["migrate", str(blog), str(site)]) == 0
    capsys.readouterr()
    assert main(["check", str(site)]) == 1
    assert (
        capsys.readouterr().out == "_posts/2021-01-01-a.md:4: /c/ leads nowhere in the blog [memoir.link]\n"
    )
    (site / "pelicanconf.py").write_text("1 / 0\n", encoding="utf-8")
    assert main(["check", str(site)]) == 1
    assert "cannot be read: ZeroDivisionError" in capsys.readouterr().err
