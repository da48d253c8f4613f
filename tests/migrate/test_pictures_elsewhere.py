"""Pictures from elsewhere without a size are counted in the report of a move."""

from __future__ import annotations

from pathlib import Path

from pelican_memoir.jekyll import source_tree
from pelican_memoir.migrate import plan, report

POST = """---
title: a
---
![a](https://pictures.example/a.png) <img src='//pictures.example/b.png' width=3 alt="">
<img src="https://pictures.example/sized.png" width="3" height="2" alt="">
<img src="https://pictures.example/shared.png" width="80%" height="2" alt="">
![own](https://own.example/c.png) ![here](/d.png) <img alt=""> ![inside](data:image/gif;base64,R0)
"""


def test_they_are_counted_and_the_command_is_named(tmp_path: Path) -> None:
    (tmp_path / "_posts").mkdir()
    (tmp_path / "_config.yml").write_text("url: https://own.example\n", encoding="utf-8")
    (tmp_path / "_posts" / "2022-01-01-a.md").write_text(POST, encoding="utf-8")
    (tmp_path / "_posts" / "2022-01-02-b.md").write_text("---\ntitle: b\n---\nb\n", encoding="utf-8")
    found = plan.make(source_tree.read(tmp_path))
    assert report.as_data(found)["pictures_without_size"] == [{"file": "_posts/2022-01-01-a.md", "count": 3}]
    told = report.as_lines(found).split("which pelican-memoir pictures asks their hosts for:\n")[1]
    assert told.startswith("  _posts/2022-01-01-a.md: 3 pictures")
