"""The comparison of an old output with a new one finds what is lost, and nothing else."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from lacking import lacking

from pelican_memoir.cli import main
from pelican_memoir.migrate.verify import verify

OLD = {
    "2022/12/31/memoir/index.html": (
        '<body><nav id="menu">차림표</nav><article><h2 id="1분기">1분기</h2><p>하나 둘 둘</p>'
        '<script>var x</script><li id="fn:1">각주</li></article></body>'
    ),
    "about.html": "<main><p>소개</p></main>",
    "gone.html": "<p>사라진 글</p>",
    "tags/index.html": "<main>모든 꼬리표</main>",
    "old.html": '<meta http-equiv="refresh" content="0; url=/about/"><p>옮김</p>',
}
NEW = {
    "2022/12/31/memoir/index.html": '<main><h2 id="1분기">1분기</h2><p>하나 둘 셋</p><li id="fn:1">각주</li></main>',
    "about/index.html": "<main><h1>소개</h1></main>",
    "tags/index.html": "<main>꼬리표</main>",
    "old.html": "<p>다른 말</p>",
}


def _write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_what_is_lost_is_told(tmp_path: Path) -> None:
    old, new = _write(tmp_path / "old", OLD), _write(tmp_path / "new", NEW)
    assert [str(loss) for loss in verify(old, new)] == [
        "2022/12/31/memoir/index.html: words missing: 둘",
        "gone.html: page missing",
    ]


def test_further_pages_of_an_index_show_other_posts_than_before(tmp_path: Path) -> None:
    pages = {"log/p/2/index.html": '<h2 id="a">A</h2><p>one</p>', "log/p/x/index.html": "<p>one</p>"}
    old = _write(tmp_path / "old", pages)
    new = _write(tmp_path / "new", dict.fromkeys(pages, "<p>two</p>"))
    report = {"further_pages": "log/p/{number}/index.html"}
    (new / "migration.json").write_text(json.dumps(report), encoding="utf-8")
    losses = [str(loss) for loss in verify(old, new, further=report["further_pages"])]
    assert losses == ["log/p/x/index.html: words missing: one"]
    shutil.rmtree(old / "log" / "p" / "x")
    assert main(["migrate", "--verify", str(old), str(new)]) == 0


def test_archives_that_the_site_makes_itself_have_words_of_their_own(tmp_path: Path) -> None:
    pages = [
        "2020/index.html",
        "2020/02/index.html",
        "c/x/index.html",
        "c/x/y/index.html",
        "about/index.html",
    ]
    old = _write(tmp_path / "old", dict.fromkeys(pages, "<p>one</p>"))
    new = _write(tmp_path / "new", dict.fromkeys(pages, "<p>two</p>"))
    files = [
        "{date:%Y}/index.html",
        "{date:%Y}/{date:%m}/index.html",
        "c/{slug}/index.html",
        "{slug}/index.html",
    ]
    losses = [str(loss) for loss in verify(old, new, archives=files)]
    assert losses == ["about/index.html: words missing: one", "c/x/y/index.html: words missing: one"]


def test_a_missing_anchor_is_told(tmp_path: Path) -> None:
    old, new = _write(tmp_path / "old", OLD), _write(tmp_path / "new", NEW)
    page = new / "2022/12/31/memoir/index.html"
    page.write_text(page.read_text(encoding="utf-8").replace('id="fn:1"', ""), encoding="utf-8")
    assert "2022/12/31/memoir/index.html: anchor missing: #fn:1" in map(str, verify(old, new))


def test_the_exit_status_says_whether_anything_is_lost(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = _write(tmp_path / "old", OLD), _write(tmp_path / "new", NEW)
    assert main(["migrate", "--verify", "--json", str(old), str(new)]) == 1
    assert [loss["what"] for loss in json.loads(capsys.readouterr().out)] == ["words", "page"]
    assert main(["migrate", "--verify", str(new), str(new)]) == 0
    assert capsys.readouterr().out == "Nothing is lost.\n"
    assert main(["migrate", "--verify", str(tmp_path / "nowhere"), str(new)]) == 1


@pytest.mark.slow
@pytest.mark.parametrize("name", ["jerife", "pebpung"])
def test_nothing_of_a_real_blog_is_lost(corpus: Path, tmp_path: Path, name: str) -> None:
    if shutil.which("jekyll") is None:
        lacking("jekyll is not installed")
    blog, site = tmp_path / "blog", tmp_path / "site"
    shutil.copytree(corpus / "blogs" / name, blog, copy_function=shutil.copyfile)
    for path in (blog, *blog.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
    config = (blog / "_config.yml").read_text(encoding="utf-8")
    kept = (
        config.replace("style: :compressed", "").replace("jekyll-paginate", "").replace("jekyll-sitemap", "")
    )
    plain = tmp_path / "plain.yml"
    plain.write_text("plugins: []\ngems: []\nquiet: true\n", encoding="utf-8")
    (blog / "_config.yml").write_text(kept, encoding="utf-8")
    command = [
        "jekyll",
        "build",
        "--source",
        str(blog),
        "--destination",
        str(tmp_path / "old"),
        "--disable-disk-cache",
    ]
    run = subprocess.run(
        [*command, "--config", f"{blog / '_config.yml'},{plain}"],
        cwd=blog,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert main(["migrate", str(blog), str(site)]) == 0
    subprocess.run([sys.executable, "-m", "pelican"], cwd=site, capture_output=True, check=True)
    assert [str(loss) for loss in verify(tmp_path / "old", site / "output")] == []
