"""A case for each parameter of Beautiful Jekyll: what is set, and what of a built page it changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Case:
    """What a post's front matter holds beside its title, and a pattern that its page has then.

    `gone`: a pattern that the page has no more. `page`: a page below `pages/`, not a post.
    """

    lines: str
    shown: str = ""
    gone: str = ""
    page: bool = False
    at: str = ""
    """Another output file in which it shows."""


FRONT_MATTER: dict[str, Case] = {
    "title": Case("title: 다른 제목", r"<h1[^>]*>다른 제목"),
    "subtitle": Case("subtitle: 부제목", r'<p class="subtitle p-summary">부제목'),
    "tags": Case("tags: [바다, 배]", r'rel="tag"[^>]*>바다</a>'),
    "cover-img": Case(
        "cover-img:\n  - /img/a.png: 첫 사진\n  - /img/b.png",
        r'(?s)<div class="covers".*<img class="cover[^>]*src="[^"]*/img/a\.png".*첫 사진.*/img/b\.png',
    ),
    "thumbnail-img": Case(
        "date: 2023-01-01\nthumbnail-img: /img/thumb.png",
        r'class="post-thumbnail" src="[^"]*/img/thumb\.png"',
        at="index.html",
    ),
    "comments": Case("comments: false", gone="comments-open"),
    "mathjax": Case("mathjax: true", "<math"),
    "use_math": Case("use_math: true", "<math"),
    "share-title": Case("share-title: 나눌 제목", r'og:title" content="나눌 제목"'),
    "share-description": Case("share-description: 나눌 말", r'og:description" content="나눌 말"'),
    "share-img": Case(
        "share-img: /img/share.png", r'og:image" content="https://blog\.example/img/share\.png"'
    ),
    "image": Case(
        "image: {path: /img/share.png, alt: x}", r'og:image" content="https://blog\.example/img/share\.png"'
    ),
    "header": Case(
        "header: {teaser: /img/share.png}", r'og:image" content="https://blog\.example/img/share\.png"'
    ),
    "canonical_url": Case(
        "canonical_url: 'https://first.example/a?b&c'",
        r'rel="canonical" href="https://first\.example/a\?b&amp;c"',
        gone='rel="canonical" href="https://blog',
    ),
    "author": Case("author: 다른 사람", r"p-author[^>]*>다른 사람"),
    "readtime": Case("readtime: false", gone="min read"),
    "last-updated": Case("last-updated: 2023-05-06", "Updated May 6, 2023"),
    "show-avatar": Case("show-avatar: false", gone='class="avatar'),
    "social-share": Case("social-share: false", gone='class="share"'),
    "nav-short": Case("nav-short: true", 'class="site-header nav-short"'),
    "full-width": Case("full-width: true", '<main[^>]* class="full-width"'),
    "gh-repo": Case("gh-repo: owner/name\ngh-badge: star", 'href="https://github.com/owner/name"'),
    "gh-badge": Case(
        "gh-repo: owner/name\ngh-badge: [fork, follow]", 'href="https://github.com/owner/name/fork"'
    ),
    "layout: post": Case("layout: post", "dt-published"),
    "layout: page": Case("layout: page", gone="dt-published"),
    "layout: home": Case("layout: home", r'<ol class="post-list">', page=True),
    "layout: minimal": Case("layout: minimal", gone="<header class=.site-header"),
    "layout: default": Case("layout: default", gone="<h1"),
    "before-content": Case("before-content: note.html", r"(?s)From the old blog: 글.*<article"),
    "after-content": Case("after-content: [own.html]", r"(?s)</article>.*A template of 글"),
    "footer-extra": Case("footer-extra: note.html", r"(?s)<footer class=.site-footer.*From the old blog"),
    "head-extra": Case("head-extra: meta.html", r'(?s)<meta name="x-own" content="글">.*</head>'),
    "language": Case("language: ja\npermalink: /ja.html", '<html lang="ja">', at="ja.html"),
    "js": Case("js: /assets/own.js", r'<script defer src="https://blog\.example/assets/own\.js">'),
    "ext-js": Case(
        "ext-js:\n  - href: //cdn.example/x.js\n    sri: sha384-abc",
        r'<script defer src="//cdn\.example/x\.js" integrity="sha384-abc" crossorigin="anonymous">',
    ),
    "css": Case("css: [/assets/own.css]", r'stylesheet" href="https://blog\.example/assets/own\.css">'),
    "ext-css": Case("ext-css: https://cdn.example/x.css", r'stylesheet" href="https://cdn\.example/x\.css">'),
    "use-site-title": Case("use-site-title: true", "<title>Parity</title>"),
}

COLOURS = {
    "page-col": "#fdfdf0",
    "text-col": "#102030",
    "link-col": "#0a4fb0",
    "hover-col": "#7a1fa2",
    "navbar-col": "#123456",
    "navbar-text-col": "#fafafa",
    "navbar-border-col": "#aabbcc",
    "footer-col": "#e0e8f0",
    "footer-text-col": "#334455",
    "footer-link-col": "#004488",
    "footer-hover-col": "#880044",
}
IMAGES = {"page-img": "/img/page.png", "navbar-img": "/img/bar.png", "footer-img": "/img/foot.png"}


def setting(name: str) -> str:
    """The setting of a parameter."""
    return "MEMOIR_" + name.upper().replace("-", "_")


@dataclass(frozen=True, slots=True)
class SiteCase:
    """A setting and its value; the output file in which it shows, and a pattern of it."""

    name: str
    value: Any
    shown: str
    at: str = "post.html"


OWNER_SHEET = "theme/css/owner.css"

CONFIG: dict[str, SiteCase] = {
    "title": SiteCase("SITENAME", "Parity", "Parity</title>"),
    "author": SiteCase("AUTHOR", "Nora", r"p-author[^>]*>Nora<"),
    "navbar-links": SiteCase(
        "MEMOIR_NAVBAR_LINKS",
        {"About": "about", "More": [{"Tides": "https://tides.example"}]},
        r'(?s)href="https://blog\.example/about">About.*<summary>More</summary>\s*<ul>\s*<li><a href="https://tides',
    ),
    "navbar-extra": SiteCase("MEMOIR_NAVBAR_EXTRA", ["extra.html"], "<li>An extra item"),
    "avatar": SiteCase(
        "MEMOIR_AVATAR", "/img/me.png", r'class="avatar[^>]*src="https://blog\.example/img/me\.png"'
    ),
    "round-avatar": SiteCase("MEMOIR_ROUND_AVATAR", True, 'class="avatar round"'),
    "title-img": SiteCase("MEMOIR_TITLE_IMG", "/img/logo.png", r'class="title-img"[^>]*alt="Parity"'),
    "url-pretty": SiteCase("MEMOIR_URL_PRETTY", "blog.example!", ">blog.example!</a>"),
    "keywords": SiteCase("MEMOIR_KEYWORDS", ["sea", "buoys"], '<meta name="keywords" content="sea, buoys">'),
    "date_format": SiteCase("MEMOIR_DATE_FORMAT", "%B %-d, %Y", ">March 4, 2022</time>"),
    "rss-description": SiteCase(
        "MEMOIR_RSS_DESCRIPTION", "News of waves", "<description>News of waves</description>", "feed.xml"
    ),
    "excerpt_length": SiteCase("MEMOIR_EXCERPT_LENGTH", 3, r'p-summary">하나 둘 셋…<', "index.html"),
    "feed_show_excerpt": SiteCase("MEMOIR_FEED_SHOW_EXCERPT", True, 'class="p-summary"', "index.html"),
    "feed_show_tags": SiteCase("MEMOIR_FEED_SHOW_TAGS", True, r'<ul class="tag-list">', "index.html"),
    "post_search": SiteCase("MEMOIR_SEARCH_SAVE_AS", "search.html", r'href="[^"]*/search\.html"'),
    "edit_page_button": SiteCase(
        "MEMOIR_EDIT_PAGE_BUTTON",
        "https://git.example/edit/{path}",
        r'href="https://git\.example/edit/_posts/2022-03-04-post\.md"',
    ),
    "mobile-theme-col": SiteCase(
        "MEMOIR_MOBILE_THEME_COL", "#0b57c2", '<meta name="theme-color" content="#0b57c2">'
    ),
    "site-css": SiteCase(
        "MEMOIR_SITE_CSS", ["/assets/site.css"], r'href="https://blog\.example/assets/site\.css"'
    ),
    "site-js": SiteCase("MEMOIR_SITE_JS", "/assets/site.js", r'<script defer src="[^"]*/assets/site\.js">'),
    "paginate": SiteCase("DEFAULT_PAGINATION", 3, 'class="pagination"', "index.html"),
    "permalink": SiteCase("MEMOIR_PERMALINK", "", ""),
    "language": SiteCase("DEFAULT_LANG", "en", '<html lang="en">', "index.html"),
    **{name: SiteCase(setting(name), value, rf"{value}\b", OWNER_SHEET) for name, value in COLOURS.items()},
    **{
        name: SiteCase(setting(name), value, rf"url\(https://blog\.example{value}\)", OWNER_SHEET)
        for name, value in IMAGES.items()
    },
    "social-network-links": SiteCase(
        "MEMOIR_SOCIAL_NETWORK_LINKS",
        {"rss": True, "github": "nora", "email": "n@blog.example"},
        r'(?s)/feed\.xml">RSS</a>.*<a rel="me" href="https://github\.com/nora">GitHub.*mailto:n@blog\.example',
    ),
    "share-links-active": SiteCase(
        "MEMOIR_SHARE_LINKS_ACTIVE",
        {"twitter": True, "vk": False},
        r"https://twitter\.com/intent/tweet\?text=[^&]+&amp;url=https://blog\.example/post\.html",
    ),
    "giscus": SiteCase(
        "MEMOIR_GISCUS",
        {"repository": "nora/blog", "repository-id": "R_1", "category-id": "C_1"},
        r"https://giscus\.app/client\.js.*nora/blog",
        "comments.html",
    ),
    "utterances": SiteCase(
        "MEMOIR_UTTERANCES", {"repository": "nora/blog"}, r"https://utteranc\.es/client\.js", "comments.html"
    ),
    "disqus": SiteCase(
        "MEMOIR_DISQUS", "noras-blog", r"https://noras-blog\.disqus\.com/embed\.js", "comments.html"
    ),
    "commentbox": SiteCase(
        "MEMOIR_COMMENTBOX", "5694-proj", r"commentBox\.min\.js.*5694-proj", "comments.html"
    ),
    "staticman": SiteCase(
        "MEMOIR_STATICMAN",
        {"repository": "nora/blog", "endpoint": "https://staticman.example/v3/entry/github/"},
        r'<form[^>]*action="https://staticman\.example/v3/entry/github/nora/blog/master/comments"',
    ),
    "gtag": SiteCase("MEMOIR_GTAG", "G-ABC", r"data-analytics=.*gtag.*G-ABC"),
    "gtm": SiteCase("MEMOIR_GTM", "GTM-ABC", r"data-analytics=.*gtm.*GTM-ABC"),
    "cloudflare_analytics": SiteCase(
        "MEMOIR_CLOUDFLARE_ANALYTICS", "token1", r"data-analytics=.*cloudflare.*token1"
    ),
    "matomo": SiteCase(
        "MEMOIR_MATOMO", {"site_id": "9", "uri": "stats.example"}, r"data-analytics=.*https://stats\.example"
    ),
}
"""What is set for the site. `facebook_comment_id`, which is told to have no effect, has a test of its own."""

CLASSES: dict[str, str] = {
    "box-note": r"\.box-note\b",
    "box-warning": r"\.box-warning\b",
    "box-error": r"\.box-error\b",
    "box-success": r"\.box-success\b",
    "mx-auto": r"\.mx-auto \{ margin-inline: auto",
    "d-block": r"\.d-block \{ display: block",
    "caption": r"\.caption \{[^}]*text-align: center",
    "center": r"\.center\b[^{]*\{ text-align: center",
    "text-center": r"\.text-center \{ text-align: center",
    "hideme": r"\.hideme \{ display: none",
    "linked-section": r"scroll-padding-top:",
    "small": r"hr\.small \{ width:",
    "jumbotron": r"\.jumbotron \{",
    "img-fluid": r"\bimg\b[^{]*\{ max-width: 100%",
    "btn": r"\.btn \{ display: inline-block",
}
"""Class -> a rule of the style sheets that it stands on."""
