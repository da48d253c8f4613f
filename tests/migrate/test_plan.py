"""What is planned for a blog: files, addresses, settings, and all that has to be told."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_blog import make as make_blog

from pelican_memoir.jekyll import source_tree
from pelican_memoir.migrate import plan, report, report_page


@pytest.fixture
def planned(tmp_path: Path) -> plan.Plan:
    return plan.make(source_tree.read(make_blog(tmp_path / "blog")))


def test_posts_and_pages_keep_their_addresses(planned: plan.Plan) -> None:
    entries = (*planned.posts, *planned.pages, *planned.files)
    assert {entry.path: entry.url if entry.is_shown else None for entry in entries} == {
        "_drafts/idea.md": None,
        "_posts/2022-06-01-windows.md": "/2022/06/01/windows/",
        "_posts/2022-07-01-hidden.md": None,
        "_posts/2022-08-01-page.html": "/2022/08/01/page/",
        "feed.xml": "/feed.xml",
        "_posts/2022-12-31-memoir.md": "/2022/12/31/memoir/",
        "diary/_posts/deep/2022-05-05-walk.md": "/diary/2022/05/05/walk/",
        "_recipes/soup.md": "/recipes/soup/",
        "_recipes/deep/rice.md": "/rice/",
        "about.md": "/about/",
        "deep/index.md": "/deep/",
    }


def test_every_published_file_is_copied_or_told(planned: plan.Plan) -> None:
    assert sorted(planned.copies.values()) == [
        *(
            "CNAME",
            "README.md",
            "_drafts/idea.md",
            "_notes/private.md",
            "_posts/2022-06-01-windows.md",
            "_posts/2022-07-01-hidden.md",
            "_posts/2022-08-01-page.html",
        ),
        *(
            "_posts/2022-12-31-memoir.md",
            "_recipes/deep/rice.md",
            "_recipes/soup.md",
            "about.md",
            "assets/a b.png",
            "assets/style.css",
            "deep/index.md",
        ),
        "diary/_posts/deep/2022-05-05-walk.md",
        "feed.xml",
    ]
    assert dict(planned.left_out) == {"_posts/no-date.md": "its name has no date, so Jekyll passes it over"}
    assert [str(role) for role in planned.giving_way] == ["the site's own index takes its place at /"]


def test_the_configuration_becomes_settings(planned: plan.Plan) -> None:
    settings = planned.translation.settings
    assert settings["SITENAME"] == "작은 블로그"
    assert settings["AUTHOR"] == "김다온"
    assert settings["TIMEZONE"] == "Asia/Seoul"
    assert settings["DEFAULT_LANG"] == "ko"
    assert settings["MEMOIR_PERMALINK"] == settings["MEMOIR_PAGE_PERMALINK"] == "pretty"
    assert settings["MEMOIR_KRAMDOWN"] == {"hard_wrap": True}
    assert settings["ARTICLE_PATHS"] == ["_drafts", "_posts", "diary/_posts"]
    assert settings["STATIC_PATHS"] == ["CNAME", "README.md", "assets"]
    assert settings["FEED_ALL_ATOM"] == "feed.xml"
    assert settings["DEFAULT_PAGINATION"] == 3
    assert list(settings["MEMOIR_SOCIAL_NETWORK_LINKS"].items()) == [
        ("github", "daon"),
        ("email", "daon@daon.example"),
        ("rss", True),
    ]
    assert planned.translation.publish == {"SITEURL": "https://daon.example/blog"}
    assert sorted(planned.translation.unused) == ["colour-of-moon", "social-network-links.pigeon"]


def test_keys_without_effect_and_dead_links_are_told(planned: plan.Plan) -> None:
    assert planned.unused_keys == {"mood": ["diary/_posts/deep/2022-05-05-walk.md"]}
    assert [str(problem) for problem in planned.problems] == [
        "_posts/2022-12-31-memoir.md:10: /nowhere/ leads nowhere in the blog [memoir.link]",
        "_posts/2022-12-31-memoir.md:10: /assets/c.png leads nowhere in the blog [memoir.link]",
    ]


def test_the_report_says_all_of_it(planned: plan.Plan) -> None:
    lines = report.as_lines(planned)
    assert (
        "6 posts (2 not published), 4 pages, 1 file with Liquid and 4 static files keep their addresses."
        in lines
    )
    assert "mood: diary/_posts/deep/2022-05-05-walk.md" in lines
    page = report_page.as_page(planned)
    assert page.count('<tr><th scope="row">') == 11
    assert "/diary/2022/05/05/walk/" in page


@pytest.mark.parametrize(
    ("config", "post", "page", "told"),
    [
        ("permalink: pretty\ncollections: {posts: {permalink: /blog/:title}}\n", "/blog/a.html", "/x/", []),
        ("collections: {posts: {permalink: '/b/:title/'}}\npermalink: pretty\n", "/b/a/", "/x/", []),
        ("collections: {posts: {output: true}}\n", "/2022/01/01/a.html", "/x.html", []),
        (
            "collections: {posts: {permalink: '/:nonsense/'}}\n",
            "/2022/01/01/a.html",
            "/x.html",
            ["collections.posts.permalink"],
        ),
    ],
)
def test_posts_may_have_their_permalink_as_a_collection(
    tmp_path: Path, config: str, post: str, page: str, told: list[str]
) -> None:
    files = {"_config.yml": config, "_posts/2022-01-01-a.md": "---\n---\na", "x.md": "---\n---\nx"}
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    found = plan.make(source_tree.read(tmp_path))
    shown = {text.path: text.save_as for text in found.texts}
    assert {name: f"/{path}".removesuffix("index.html") for name, path in shown.items()} == {
        "_posts/2022-01-01-a.md": post,
        "x.md": page,
    }
    assert list(found.translation.unused) == told


def test_an_unknown_permalink_and_time_zone_are_told(tmp_path: Path) -> None:
    folder = make_blog(tmp_path / "blog")
    (folder / "_config.yml").write_text("permalink: /:nonsense/\ntimezone: Moon/Sea\n", encoding="utf-8")
    found = plan.make(source_tree.read(folder)).translation
    assert set(found.unused) == {"permalink", "timezone"}
    assert found.settings["TIMEZONE"] == "UTC"
    assert found.settings["MEMOIR_PERMALINK"] == "date"


def test_problems_of_a_file_and_of_its_lines_stand_side_by_side(tmp_path: Path) -> None:
    folder = make_blog(tmp_path / "blog")
    post = "---\ntitle: x\npermalink: /:nonsense/\n---\n[a](/nowhere/)\n"
    (folder / "_posts" / "2022-09-09-both.md").write_text(post, encoding="utf-8")
    told = [
        str(problem)
        for problem in plan.make(source_tree.read(folder)).problems
        if "both" in problem.location.file
    ]
    assert told == [
        "_posts/2022-09-09-both.md:3:12: permalink: unknown placeholder :nonsense [memoir.front-matter]",
        "_posts/2022-09-09-both.md:5: /nowhere/ leads nowhere in the blog [memoir.link]",
    ]


def test_what_liquid_reads_is_not_taken_from_outside(tmp_path: Path) -> None:
    folder = make_blog(tmp_path / "blog")
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "key.txt").write_text("key", encoding="utf-8")
    (folder / "_config.yml").write_text("includes_dir: ../secret\n", encoding="utf-8")
    (folder / "about.md").write_text("---\ntitle: x\n---\n{{ site.title }}\n", encoding="utf-8")
    copies = plan.make(source_tree.read(folder)).copies
    assert "_config.yml" in copies
    assert not [path for path in copies.values() if "key" in path]


def test_a_name_with_a_percent_sign_is_found_by_its_address(tmp_path: Path) -> None:
    folder = make_blog(tmp_path / "blog")
    (folder / "assets").mkdir(exist_ok=True)
    (folder / "assets" / "a%2Fb.png").write_bytes(b"")
    post = "---\ntitle: x\n---\n![a](/assets/a%252Fb.png) ![b](/assets/a%2Fb.png)\n"
    (folder / "_posts" / "2022-09-09-percent.md").write_text(post, encoding="utf-8")
    told = [p.message for p in plan.make(source_tree.read(folder)).problems if "percent" in p.location.file]
    assert told == ["/assets/a%2Fb.png leads nowhere in the blog"]
