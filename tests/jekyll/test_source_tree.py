"""A blog on disk: its files by what Jekyll makes of them, and links that lead round in a circle or out of it."""

from __future__ import annotations

from pathlib import Path

from pelican_memoir.jekyll import source_tree


def _blog(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        path = folder / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


PAGE = "---\ntitle: x\n---\nx\n"


def test_kinds_of_files(tmp_path: Path) -> None:
    files = {
        "_config.yml": "collections: {works: {output: true}, notes: {}}\ncollections_dir: all\nexclude: [gone]\n",
        "all/_posts/2021-01-01-a.MD": PAGE,
        "all/x/_posts/deep/2021-01-02-b.html": "no front matter",
        "all/_posts/2021-01-03-c.txt": PAGE,
        "all/_posts/undated.md": PAGE,
        "all/_posts/_hidden/2021-01-04-d.md": PAGE,
        "all/_drafts/idea.md": PAGE,
        "_posts/2021-01-05-outside.md": PAGE,
        "all/_works/one.md": PAGE,
        "all/_works/picture.svg": "<svg/>",
        "all/_notes/two.md": PAGE,
        "all/_notes/picture.svg": "<svg/>",
        "about.md": PAGE,
        "plain.md": "plain",
        "feed.xml": PAGE,
        "data.bin": "x",
        "main.scss": PAGE,
        "gone/x.md": PAGE,
        "_site/index.html": "built",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    tree = source_tree.read(tmp_path)
    assert {file.path: file.kind for file in tree.files} == {
        "about.md": "page",
        "all/_drafts/idea.md": "draft",
        "all/_notes/two.md": "unwritten",
        "all/_posts/2021-01-01-a.MD": "post",
        "all/_works/one.md": "document",
        "all/_works/picture.svg": "static",
        "all/x/_posts/deep/2021-01-02-b.html": "post",
        "data.bin": "static",
        "feed.xml": "template",
        "plain.md": "static",
    }
    assert dict(tree.left_out) == {
        "all/_posts/2021-01-03-c.txt": "a post that is no Markdown and no HTML",
        "all/_posts/undated.md": "its name has no date, so Jekyll passes it over",
        "main.scss": "a style sheet or script of the old theme that Jekyll compiles",
    }


def test_links_stay_in_the_blog_and_end(tmp_path: Path) -> None:
    blog = _blog(tmp_path / "blog", about__index="x", real__file="x")
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    (blog / "about" / "up").symlink_to("..")
    (blog / "self").symlink_to("self")
    (blog / "out").symlink_to(tmp_path / "secret")
    (blog / "other").symlink_to("real")
    tree = source_tree.read(blog)
    paths = [file.path for file in tree.files]
    assert "other/file" in paths
    assert "real/file" in paths
    assert not [path for path in paths if path.count("up") > 1]
    assert dict(tree.left_out) == {
        "out": "a symbolic link that leads out of the blog",
        "self": "a symbolic link that leads nowhere",
    }


def test_a_source_must_be_a_folder_of_the_blog(tmp_path: Path) -> None:
    blog = _blog(tmp_path / "blog", _config="x", site__page="x")
    (blog / "_config.yml").write_text("source: site\n", encoding="utf-8")
    assert [file.path for file in source_tree.read(blog).files] == ["page"]
    (blog / "_config.yml").write_text("source: ../..\n", encoding="utf-8")
    tree = source_tree.read(blog)
    assert tree.folder == blog
    assert "is no folder of the blog" in str(tree.problems[0])
