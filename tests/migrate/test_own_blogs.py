"""Blogs made to be hard: what the real Jekyll writes of them, the migrated sites have, too."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from lacking import lacking

from pelican_memoir.cli import main
from pelican_memoir.migrate.verify import verify

JAPANESE = {
    "_config.yml": (
        "title: 試験のブログ\nlang: ja\npermalink: /:categories/:year/:title:output_ext\ntimezone: Asia/Tokyo\n"
        "collections: {works: {output: true, permalink: '/w/:name/'}}\n"
        "defaults:\n  - scope: {path: '', type: posts}\n    values: {author: 花子, tags: [既定]}\n"
    ),
    "_includes/box.html": '<div class="box">{{ include.text }} {{ site.title }}</div>\n',
    "_posts/2022-05-01-first.md": (
        "---\ntitle: 最初\ncategory: メモ\n---\n{% raw %}{{ そのまま }}{% endraw %}\n\n"
        "{% highlight python %}\nx = 1\n{% endhighlight %}\n"
    ),
    "_posts/2023-12-31-review.md": (
        "---\ntitle: 2023年の振り返り\nredirect_from: [/old-2023/]\n---\n## 1月\n- 仕事を始めた\n\n"
        '{% include box.html text="大事" %}\n\n[仕事]({% link _works/one.md %}) [前]({% post_url 2022-05-01-first %})\n'
    ),
    "日記/_posts/2022-06-01-日記 の 名前.md": "---\ntitle: 日記の一つ\n---\n本文\n",
    "_works/one.md": "---\ntitle: 作品\n---\n作品の説明\n",
    "_drafts/later.md": "---\ntitle: 下書き\n---\nまだ\n",
    "img/絵 1.png": "png",
}
WINDOWS = {
    "_config.yml": "title: Fenster\r\npermalink: pretty\r\nexcerpt_separator: <!--more-->\r\nfuture: true\r\n",
    "_posts/2021/2021-03-04-My First Post.md": (
        "---\r\ntitle: 'Eins: zwei'\r\ntags: a b\r\n---\r\nAnfang\r\n<!--more-->\r\n\r\n* eins\r\n* zwei\r\n\r\n"
        "```js\r\nlet x = 1;\r\n```\r\n\r\n| a | b |\r\n|---|---|\r\n| 1 | 2 |\r\n"
    ),
    "_posts/2021-03-05-ümläut & co.md": "\ufeff---\r\ntitle: Ü\r\npermalink: /:year/über/:title/\r\n---\r\nText\r\n",
    "_posts/2031-01-01-zukunft.md": "---\r\ntitle: Zukunft\r\n---\r\nBald\r\n",
    "_posts/2020-02-02-hidden.md": "---\r\ntitle: Weg\r\npublished: false\r\n---\r\nWeg\r\n",
    "Über mich.md": "---\r\ntitle: Über mich\r\n---\r\nIch\r\n",
    "docs/index.md": "---\r\ntitle: Unterlagen\r\n---\r\nHier\r\n",
    "assets/a b.txt": "text",
}


@pytest.mark.slow
@pytest.mark.parametrize("files", [JAPANESE, WINDOWS], ids=["japanese", "windows"])
def test_nothing_that_jekyll_writes_is_lost(tmp_path: Path, files: dict[str, str]) -> None:
    if shutil.which("jekyll") is None:
        lacking("jekyll is not installed")
    blog, old, site = tmp_path / "blog", tmp_path / "old", tmp_path / "site"
    for name, text in files.items():
        (blog / name).parent.mkdir(parents=True, exist_ok=True)
        (blog / name).write_bytes(text.encode())
    command = [
        "jekyll",
        "build",
        "--source",
        str(blog),
        "--destination",
        str(old),
        "--disable-disk-cache",
        "--quiet",
    ]
    run = subprocess.run(command, cwd=blog, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    assert main(["migrate", str(blog), str(site)]) == 0
    run = subprocess.run(
        [sys.executable, "-m", "pelican"], cwd=site, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert len(list(old.rglob("*.html"))) >= 4
    assert [str(loss) for loss in verify(old, site / "output")] == []
    for path in old.rglob("*"):
        if path.is_file() and path.suffix not in (".html", ".xml"):
            assert (site / "output" / path.relative_to(old)).read_bytes() == path.read_bytes()
