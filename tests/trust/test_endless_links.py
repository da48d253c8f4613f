"""Links of folders into folders that they lie in: Pelican follows links, and would never come to an end of these."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from site_build import build, write

from pelican_memoir.selection import leads_back

FILES = {
    "_posts/2022-01-01-one.md": "---\ntitle: 하나\n---\n본문\n",
    "_posts/deep/2022-01-02-two.md": "---\ntitle: 둘\n---\n본문\n",
    "images/a.txt": "a",
    "pages/about.md": "---\ntitle: 소개\n---\n본문\n",
}


@pytest.mark.parametrize("paths", [[""], ["_posts", "pages"], ["_posts/", "pages"], ["."]], ids=str)
@pytest.mark.parametrize(
    ("link", "to"),
    [
        ("_posts/loop", ".."),
        ("_posts/loop", "../.."),
        ("_posts/deep/loop", "."),
        ("_posts/deep/loop", "/"),
        ("images/loop", ".."),
    ],
)
def test_a_link_without_end_is_told_and_left_out(
    tmp_path: Path, link: str, to: str, paths: list[str]
) -> None:
    write(tmp_path, FILES)
    (tmp_path / "content" / link).symlink_to(to)
    done = build(tmp_path, FILES, ARTICLE_PATHS=paths, PAGE_PATHS=["pages"], MEMOIR_TEMPLATES=["*.xml"])
    assert {"2022-01-01-one.md", "2022-01-02-two.md", "about.md"} <= set(done.contents)
    assert (done.output / "images" / "a.txt").is_file()
    (said,) = [line for line in done.log if "memoir.endless" in line]
    assert said.startswith(f"{tmp_path / 'content' / link}: this link leads to a folder that it lies in")
    assert sorted(done.contents) == sorted(Path(name).name for name in FILES if name.endswith(".md"))


def test_two_links_that_lead_round(tmp_path: Path) -> None:
    write(tmp_path, {**FILES, "_posts/other/2022-01-03-three.md": "---\ntitle: 셋\n---\n본문\n"})
    (tmp_path / "content/_posts/deep/to-other").symlink_to("../other")
    (tmp_path / "content/_posts/other/to-deep").symlink_to("../deep")
    done = build(tmp_path, FILES, ARTICLE_PATHS=["_posts"], PAGE_PATHS=["pages"])
    assert {"2022-01-01-one.md", "2022-01-02-two.md", "2022-01-03-three.md"} <= set(done.contents)
    assert len([line for line in done.log if "memoir.endless" in line]) == 2


def test_a_link_to_another_folder_is_followed(tmp_path: Path) -> None:
    write(tmp_path, {"pages/about.md": FILES["pages/about.md"]})
    elsewhere = write(tmp_path / "elsewhere", {"2022-01-01-one.md": FILES["_posts/2022-01-01-one.md"]})
    (tmp_path / "content" / "_posts").symlink_to(elsewhere)
    done = build(tmp_path, {}, PAGE_PATHS=["pages"])
    assert "2022-01-01-one.md" in done.contents
    assert not [line for line in done.log if "memoir.endless" in line]


def test_a_content_that_is_a_link_itself(tmp_path: Path) -> None:
    (tmp_path / "real" / "inner").mkdir(parents=True)
    (tmp_path / "content").symlink_to("real")
    (tmp_path / "real" / "loop").symlink_to(".")
    root = str(tmp_path / "content")
    assert not leads_back(os.path.join(root, "inner"), root)
    assert leads_back(os.path.join(root, "loop"), root)
