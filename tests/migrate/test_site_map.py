"""The map of a moved site has the addresses that jekyll-sitemap wrote, which was asked for them."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from pelican_memoir.cli import main

CONFIG = (
    "url: https://x.example\nbaseurl: /b\npermalink: pretty\npaginate: 2\n{0}"
    "plugins: [jekyll-sitemap, jekyll-paginate, jekyll-redirect-from]\n"
    "collections: {{til: {{output: true}}, quotes: {{output: false}}}}\n"
)
FILES = {
    **{f"_posts/2020-01-0{day}-p{day}.md": f"---\ntitle: P{day}\n---\nText\n" for day in range(1, 6)},
    "_posts/2020-02-01-away.md": "---\nredirect_to: https://y.example/\n---\nText\n",
    "_posts/2020-02-02-not.md": "---\nsitemap: false\n---\nText\n",
    "_posts/2020-02-03-hidden.md": "---\npublished: false\n---\nText\n",
    "_til/a.md": "---\n---\nText\n",
    "_quotes/q.md": "---\n---\nText\n",
    "about.md": "---\nredirect_from: /me/\n---\nText\n",
    "docs/index.md": "---\npermalink: /docs/index.html\n---\nText\n",
    "404.html": "---\npermalink: /404.html\n---\nText\n",
    "old/page.html": "<p>Text</p>\n",
    "paper.pdf": "pdf",
    "note.txt": "text",
}
ENDS = [f"/2020/01/0{day}/p{day}/" for day in range(1, 6)]
ENDS += ["/about/", "/docs/", "/old/page.html", "/paper.pdf", "/til/a/"]
INDEX = "---\n---\n{% for post in paginator.posts %}{{ post.title }}{% endfor %}\n"


def addresses(folder: Path, files: dict[str, str]) -> list[str]:
    """What the map of a moved and built blog lists, without the address of the site."""
    blog, site = folder / "blog", folder / "site"
    for name, text in files.items():
        (blog / name).parent.mkdir(parents=True, exist_ok=True)
        (blog / name).write_text(text, encoding="utf-8")
    assert main(["migrate", str(blog), str(site)]) == 0
    command = [sys.executable, "-m", "pelican", "-s", "publishconf.py"]
    run = subprocess.run(command, cwd=site, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    written = (site / "output" / "sitemap.xml").read_text(encoding="utf-8")
    return sorted(re.findall(r"<loc>https://x\.example/b([^<]*)</loc>", written))


def test_an_index_at_the_root_with_its_further_pages(tmp_path: Path) -> None:
    files = {**FILES, "_config.yml": CONFIG.format(""), "index.html": INDEX}
    assert addresses(tmp_path, files) == sorted([*ENDS, "/", "/page2/", "/page3/", "/page4/"])


def test_an_index_below_the_root(tmp_path: Path) -> None:
    files = {
        **FILES,
        "_config.yml": CONFIG.format("paginate_path: /log/p/:num\n"),
        "log/index.html": INDEX,
        "index.md": "---\n---\nWelcome\n",
    }
    further = [f"/log/p/{number}/" for number in (2, 3, 4)]
    assert addresses(tmp_path, files) == sorted([*ENDS, "/", "/log/", *further])


def test_the_pages_of_jekyll_archives(tmp_path: Path) -> None:
    config = (
        "url: https://x.example\nbaseurl: /b\nplugins: [jekyll-sitemap, jekyll-archives]\npermalink: none\n"
        "jekyll-archives: {enabled: [tags, categories, year, month], permalinks: {tag: '/t/:name.html'}}\n"
    )
    post = "---\ntitle: P\ntags: [Two Words, Ünï]\ncategories: [C++]\n---\nText\n"
    days = ("2019-12-31-a", "2020-01-02-b", "2020-01-03-c", "2020-02-03-d")
    files = {f"_posts/{day}.md": post for day in days}
    assert addresses(tmp_path, {**files, "_config.yml": config}) == sorted(
        [
            *(f"/c++/{name}.html" for name in "abcd"),
            *("/t/two-words.html", "/t/%C3%BCn%C3%AF.html", "/category/c/"),
            *("/2019/", "/2020/", "/2019/12/", "/2020/01/", "/2020/02/"),
        ]
    )
