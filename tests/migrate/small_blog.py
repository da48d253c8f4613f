"""A small Jekyll blog made for tests: posts at two depths, a draft, pages, static files, and what is not moved."""

from __future__ import annotations

from pathlib import Path

FILES = {
    "_config.yml": (
        "title: 작은 블로그\nauthor: {name: 김다온}\nurl: https://daon.example/\nbaseurl: /blog\ntimezone: Asia/Seoul\n"
        "permalink: pretty\npaginate: 3\nkramdown: {input: GFM, hard_wrap: true, parse_span_html: true}\n"
        "collections: {recipes: {output: true}, notes: {output: false}}\n"
        "plugins: [jekyll-feed]\ncolour-of-moon: grey\nexclude: [notes]\n"
        "social-network-links: {github: daon, email: daon@daon.example, rss: true, pigeon: daon}\n"
        "defaults:\n  - scope: {path: diary}\n    values: {tags: [일기], lang: ko}\n"
    ),
    "_posts/2022-12-31-memoir.md": (
        "---\ntitle: 2022년 회고\ntags: 회고\n---\n## 1분기 [1월~3월]\n#### 1) 시작\n한 줄\n두 줄\n\n"
        "[있는 글](/diary/2022/05/05/walk/) [없는 글](/nowhere/) ![그림](/assets/a%20b.png) ![없음](/assets/c.png)\n"
    ),
    "diary/_posts/deep/2022-05-05-walk.md": "---\ntitle: 산책\nmood: good\n---\n걸었다.\n",
    "_posts/2022-06-01-windows.md": "---\r\ntitle: 창\r\n---\r\n글\r\n",
    "_posts/2022-07-01-hidden.md": "---\ntitle: 숨김\npublished: false\n---\n글\n",
    "_posts/no-date.md": "---\ntitle: x\n---\n글\n",
    "_posts/2022-08-01-page.html": "---\ntitle: x\n---\n<p>글</p>\n",
    "_drafts/idea.md": "---\ntitle: 생각\n---\n글\n",
    "_recipes/soup.md": "---\ntitle: 국\n---\n끓인다.\n",
    "_recipes/deep/rice.md": "---\ntitle: 밥\npermalink: /rice/\n---\n짓는다.\n",
    "_notes/private.md": "---\ntitle: x\n---\nx\n",
    "about.md": "---\ntitle: 소개\n---\n저는 다온입니다.\n",
    "deep/index.md": "---\ntitle: 깊은 곳\n---\n글\n",
    "index.html": "---\nlayout: home\n---\n",
    "feed.xml": "---\nlayout: null\n---\n",
    "assets/a b.png": "png",
    "assets/style.css": "body {}",
    "CNAME": "daon.example",
    "notes/private.md": "---\n---\nx",
    "_layouts/post.html": "x",
    "README.md": "no front matter",
    ".git/config": "x",
}


def make(folder: Path) -> Path:
    """Write the blog into `folder` and return it."""
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return folder
