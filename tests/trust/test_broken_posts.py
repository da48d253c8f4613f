"""Posts that cannot be built cost no other; the run says which they are, and why."""

from __future__ import annotations

from pathlib import Path

import pytest
from faulty_site import POSTS, pelican, said

PLAIN = """
THEME = "simple"
DIRECT_TEMPLATES = []
FEED_ALL_ATOM = None
CATEGORY_SAVE_AS = TAG_SAVE_AS = AUTHOR_SAVE_AS = ""
CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
"""


def test_posts_that_are_broken_in_several_ways_cost_no_other(site: Path) -> None:
    posts = site / "content" / "_posts"
    (posts / "2022-02-01-loop.md").symlink_to(posts / "2022-02-01-loop.md")
    (site / "content" / "undated.md").write_text("---\ntitle: x\ndate: soon\n---\ntext\n", encoding="utf-8")
    breaks = (
        "from pelican_memoir.reader import JekyllReader\n_convert = JekyllReader.convert\n"
        "def _broken(self, found, file, path):\n    if path.endswith('p3.md'):\n"
        "        raise RuntimeError('the reader broke')\n    return _convert(self, found, file, path)\n"
        "JekyllReader.convert = _broken\n"
    )
    done = pelican(site, settings=breaks)
    assert done.returncode == 0
    for number in range(1, POSTS):
        assert (site / "output" / f"p{number}.html").exists() == (number != 3)
    end = said(done).split("Writing", 1)[-1]
    assert (
        "content/_posts/2022-01-03-p3.md: not built: RuntimeError: the reader broke [memoir.not-built]" in end
    )
    assert "content/_posts/2022-02-01-loop.md: not built: the file cannot be read: " in end
    assert "content/undated.md: not built: Pelican could not use it, as is told above" in end
    assert pelican(site, "--fatal", "errors", settings=breaks).returncode == 1


@pytest.mark.slow
def test_one_broken_post_among_a_thousand(site: Path) -> None:
    """Not by a fault that is put in: the file's bytes are on no disk, as after a half-done copy of a blog."""
    posts = site / "content" / "_posts"
    for post in posts.iterdir():
        post.unlink()
    names = [f"2022-{number % 12 + 1:02}-{number % 28 + 1:02}-p{number}" for number in range(1, 1001)]
    for name in names:
        (posts / f"{name}.md").write_text(f"---\ntitle: 글\n---\n본문 {name}\n", encoding="utf-8")
    (posts / f"{names[499]}.md").unlink()
    (posts / f"{names[499]}.md").symlink_to("../../elsewhere/p500.md")
    done = pelican(site, settings=PLAIN)
    assert done.returncode == 0
    built = {page.stem: page.read_text("utf-8") for page in (site / "output").glob("p*.html")}
    assert {name for name in names if f"본문 {name}" not in built.get(name[11:], "")} == {names[499]}
    told = f"content/_posts/{names[499]}.md: not built: the file cannot be read: "
    assert said(done).count("memoir.not-built") == 1
    assert told in said(done)
