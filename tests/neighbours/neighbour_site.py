"""A small site, built beside other plugins, each time in another process: once imported, a plugin never leaves one."""

from __future__ import annotations

import json
import os
import struct
import subprocess
import sys
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup
from warm_pelican import WarmPelican

MEMOIR = """---
layout: post
lang: ko
title: "{year}년 회고"
subtitle: 한 해를 돌아보며
tags: [회고, 일상]
category: 일상
series: 해마다
date: {year}-12-31 21:00:00 +0900
excerpt_separator: <!--more-->
---
올해도 '긍정'의 힘으로 살았다.
<!--more-->

## 1분기 [1월~3월]

### 1) 자격증 취득

![배]({{static}}/images/boat.png){{: .image-process-small}}

두 번째에 붙었다.

> 다시 하면 된다.
{{: .box-note}}

## 2분기 [4월~6월]

### 1) 공모전 우수상

[글]({{filename}}2022-03-05-tides.md)을 썼다.

## 3분기 [7월~9월]

### 1) 이사

## 4분기 [10월~12월]

### 1) 입사
"""

CONTENT: dict[str, str | bytes] = {
    "_posts/2022-12-31-year-2022.md": MEMOIR.format(year=2022),
    "_posts/2023-12-31-year-2023.md": MEMOIR.format(year=2023),
    "_posts/2022-12-31-year-2022-en.md": "---\ntitle: 2022 in review\nslug: year-2022\nlang: en\n"
    "tags: [review]\ncategory: life\n---\nA year of tides.\n\n## Q1\n\n### Certificate\n\nPassed.\n\n## Q2\n\n"
    "### Moving\n\n## Q3\n\n### New job\n\n## Q4\n\n### A talk\n",
    "_posts/2022-03-05-tides.md": "---\ntitle: 물때 계산\nlang: ko\ntags: [바다]\ncategory: 기록\nseries: 해마다\n"
    'image: "/images/boat.png"\n---\n$$h(t) = \\sum_i a_i \\cos(\\omega_i t)$$ 로 적는다.\n\n'
    "![표]({static}/images/boat.png)\n\n뒤이어 '조화' 분석을 한다.\n",
    "notes/native.md": "Title: A native note\nLang: ko\nDate: 2022-06-01 10:00\nTags: notes\nCategory: notes\n\n"
    "Text with *emphasis* and a [link]({filename}../_posts/2022-03-05-tides.md).\n",
    "pages/about.md": "---\ntitle: 소개\nlang: ko\n---\n배를 탄다.\n",
}

SETTINGS: dict[str, Any] = {
    "SITENAME": "Neighbours",
    "SITEURL": "https://neighbours.example",
    "AUTHOR": "누군가",
    "TIMEZONE": "Asia/Seoul",
    "DEFAULT_LANG": "ko",
    "PATH": "content",
    "STATIC_PATHS": ["images"],
    "THEME": "memoir",
    "USE_FOLDER_AS_CATEGORY": False,
    "FEED_ALL_ATOM": "feeds/all.atom.xml",
    "FEED_ALL_RSS": "feeds/all.rss.xml",
}

# Runs behind all other plugins, and writes down what they left on the content.
PROBE = """
import json
from pelican import signals

SEEN = "series next_article related_posts similar_posts share_post featured_image memoir".split()


def look(generators):
    context = generators[0].context
    if context["DEFAULT_LANG"] != "ko":  # a subsite, built after the site that is looked at
        return
    seen = {"context": sorted(key for key in context if isinstance(key, str)), "articles": {}}
    for article in [*context.get("articles", ()), *context.get("translations", ())]:
        seen["articles"][f"{article.slug}.{article.lang}"] = {
            name: repr(getattr(article, name))[:200] for name in SEEN if getattr(article, name, None)
        } | {"summary": article.summary, "content": article.content}
    with open(generators[0].settings["PROBE"], "w", encoding="utf-8") as file:
        json.dump(seen, file, ensure_ascii=False)


def register():
    signals.all_generators_finalized.connect(look)
"""

UNINSTALLED = (
    "import sys; sys.modules['pelican_memoir'] = None; sys.argv[0] = 'pelican'; "
    "from pelican import main; sys.exit(main())"
)
"""Pelican where our package cannot be imported, though the namespace package is still there."""


@dataclass(frozen=True, slots=True)
class Site:
    """A site on disk. Each build takes the plugins in the order given, and puts its output in place of the last one."""

    root: Path
    warm: WarmPelican

    @property
    def output(self) -> Path:
        """The folder of the output."""
        return self.root / "output"

    def build(
        self, plugins: Iterable[str], settings: Mapping[str, Any] = {}, *, uninstalled: bool = False
    ) -> Built:
        """Build the site, and assert that Pelican ended well."""
        chosen = {
            **SETTINGS,
            **settings,
            "PLUGINS": [*plugins, "probe"],
            "PROBE": str(self.root / "probe.json"),
        }
        if uninstalled:
            chosen["THEME"] = "simple"
        lines = [f"{name} = {value!r}" for name, value in chosen.items()]
        (self.root / "pelicanconf.py").write_text(
            "\n".join(["PLUGIN_PATHS = ['plugins']", *lines]), encoding="utf-8"
        )
        if uninstalled:
            status, said = without_our_package(self.root)
        else:
            status, said = self.warm.run(self.root, "--delete-output-directory")
        assert status == 0, said
        return Built(self.output, json.loads((self.root / "probe.json").read_text(encoding="utf-8")), said)


@dataclass(frozen=True, slots=True)
class Built:
    """What a build left: its output, what the probe saw, and what was said."""

    output: Path
    seen: dict[str, Any]
    said: str

    def article(self, name: str) -> dict[str, Any]:
        """Return what the probe saw on an article, by slug and language."""
        found: dict[str, Any] = self.seen["articles"][name]
        return found

    def page(self, name: str) -> str:
        """Return an output file."""
        return (self.output / name).read_text(encoding="utf-8")

    def complaints(self) -> list[str]:
        """Return what was said as a warning or worse."""
        return [
            line
            for line in self.said.splitlines()
            if line.lstrip().startswith(("WARNING", "ERROR", "CRITICAL"))
        ]

    def words(self, name: str) -> str:
        """Return the words of a page's post, white space folded; formulas aside, which neighbours may rewrite."""
        post = BeautifulSoup(self.page(name), "html.parser").select_one(".e-content")
        assert post is not None
        for formula in post.select(".math, math"):
            formula.decompose()
        return " ".join(post.get_text(" ").split())


def without_our_package(folder: Path) -> tuple[int, str]:
    """Build the site in a folder where our package cannot be imported; return the exit status, and what was said."""
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", UNINSTALLED, "--delete-output-directory"],
        cwd=folder,
        env={**os.environ, "NO_COLOR": "1", "COLUMNS": "500"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )
    return done.returncode, done.stdout + done.stderr


def write(root: Path, warm: WarmPelican) -> Site:
    """Write the site below `root`, to be built by `warm`."""
    files: dict[str, str | bytes] = {f"content/{name}": text for name, text in CONTENT.items()}
    files |= {"content/images/boat.png": png(320, 200), "plugins/probe.py": PROBE}
    for name, text in files.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode() if isinstance(text, str) else text)
    return Site(root, warm)


def png(width: int, height: int) -> bytes:
    """Return a picture of one colour."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\0" + b"\x20\x60\xa0" * width) * height
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )
