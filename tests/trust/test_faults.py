"""Faults in whole builds: a message that helps, the right exit status, and a next build that is right."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from faulty_site import assert_right, pelican, said, tree, write
from lacking import lacking

TEMPLATE = """{% extends "!theme/article.html" %}
{% block content %}
{{ super() }}
MISTAKE
{% endblock %}
"""


def test_a_zone_without_data_stops_the_build_before_it_can_empty_the_site(
    built: Path, tmp_path: Path
) -> None:
    site = shutil.copytree(built, tmp_path / "site")
    before = tree(site / "output")
    done = pelican(site, settings='TIMEZONE = "Mars/Base"\n')
    assert done.returncode == 1
    assert "TIMEZONE: there is no data of the zone 'Mars/Base': write one such as Asia/Seoul" in said(done)
    assert tree(site / "output") == before


@pytest.mark.parametrize(
    ("mistake", "message"),
    [
        (
            "{{ article.title.nope.more }}",
            "UndefinedError: 'str object' has no attribute 'nope'; it was writing content/_posts/2022-",
        ),
        ("{{ article.title|nope }}", "TemplateAssertionError: No filter named 'nope'"),
        ("{% if %}", "TemplateSyntaxError: Expected an expression"),
        ("{{ 1 // 0 }}", "ZeroDivisionError: "),
    ],
)
def test_a_template_that_fails(site: Path, right: dict[str, bytes], mistake: str, message: str) -> None:
    (site / "templates" / "article.html").write_text(TEMPLATE.replace("MISTAKE", mistake), encoding="utf-8")
    done = pelican(site)
    assert done.returncode == 1
    assert f"templates/article.html:4: {message}" in said(done)
    assert "[memoir.template]" in said(done)
    (site / "templates" / "article.html").unlink()
    assert_right(site, right)


def test_a_full_disk(site: Path, right: dict[str, bytes]) -> None:
    place = site / "small"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=60k", "tmpfs", str(place)], capture_output=True, check=False
    )
    if mounted.returncode:
        lacking("a small disk cannot be mounted")
    try:
        done = pelican(site, "-o", "small/output")
        assert done.returncode == 1
        assert re.search(
            r"small/output/\S+: it cannot be written: No space left on device; make room, and build again "
            r"\[memoir\.output\]",
            said(done),
        )
    finally:
        subprocess.run(["umount", str(place)], check=True)
    assert_right(site, right)


def test_files_that_may_not_grow(site: Path, right: dict[str, bytes]) -> None:
    limit = "import resource, signal\nsignal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
    limit += "resource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000))\n"
    done = pelican(site, settings=limit)
    assert done.returncode == 1
    assert re.search(r"output/\S+: it cannot be written: File too large; make room", said(done))
    assert_right(site, right)


def test_a_full_disk_where_pelicans_own_writer_writes(site: Path) -> None:
    """A picture that was not copied is no site that was built, though Pelican only warns of it."""
    limit = "import resource, signal\nsignal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
    limit += "resource.setrlimit(resource.RLIMIT_FSIZE, (400000, 400000))\n"
    (site / "content" / "images").mkdir()
    (site / "content" / "images" / "large.png").write_bytes(b"x" * 500_000)
    done = pelican(site, settings=limit + "MEMOIR_CACHE = False\n")
    assert done.returncode == 1
    assert "output/images/large.png: it cannot be written: File too large" in said(done)
    (site / "content" / "_posts" / "2022-03-01-long.md").write_text(
        "---\ntitle: a\n---\n" + "낱말 " * 100_000
    )
    done = pelican(site, settings=limit + "MEMOIR_CACHE = False\n")
    assert done.returncode == 1
    assert "output/feeds/all.atom.xml: it cannot be written: File too large" in said(done)
    without = "FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None\n"
    done = pelican(site, settings=limit + without + "MEMOIR_CACHE = False\n")
    assert done.returncode == 1
    assert "output/long.html: it cannot be written: File too large" in said(done)


def test_an_output_that_cannot_be_written(site: Path, right: dict[str, bytes]) -> None:
    (site / "output").write_text("a file", encoding="utf-8")
    done = pelican(site)
    assert done.returncode == 1
    assert str(site / "output") in said(done)
    (site / "output").unlink()
    assert_right(site, right)


@pytest.fixture(scope="module", params=["reader", "generator"])
def cached(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The site, built with one of Pelican's caches; and the settings of that."""
    site = write(tmp_path_factory.mktemp("cached"))
    settings = (
        "CACHE_CONTENT = LOAD_CONTENT_CACHE = True\n"
        f'CONTENT_CACHING_LAYER = "{request.param}"\nCACHE_PATH = "cache"\n'
    )
    assert pelican(site, settings=settings).returncode == 0
    return site, settings


@pytest.mark.parametrize("garbage", [b"", b"garbage", b"\x80\x04\x95\xff\xff"])
def test_a_broken_cache(
    cached: tuple[Path, str], garbage: bytes, right: dict[str, bytes], tmp_path: Path
) -> None:
    site = shutil.copytree(cached[0], tmp_path / "site")
    files = [path for path in (site / "cache").rglob("*") if path.is_file()]
    assert [path for path in files if "Generator" in path.name]
    for file in files:
        file.write_bytes(garbage)
    done = pelican(site, settings=cached[1])
    assert done.returncode == 0
    assert "Generator" in said(done).split("the cache breaks off")[0]
    assert tree(site / "output") == right


@pytest.mark.parametrize("garbage", [b"", b"garbage", b"SQLite format 3\x00" + b"\xff" * 5000])
def test_a_broken_file_of_what_was_read(
    built: Path, garbage: bytes, right: dict[str, bytes], tmp_path: Path
) -> None:
    site = shutil.copytree(built, tmp_path / "site")
    (site / "cache" / "memoir-cache.sqlite").write_bytes(garbage)
    shutil.rmtree(site / "output")
    done = pelican(site)
    assert done.returncode == 0
    assert ("cache/memoir-cache.sqlite: " in said(done)) == (garbage != b"")
    assert tree(site / "output") == right
    assert "memoir.cache" not in said(pelican(site))


@pytest.mark.parametrize("ours", ["True", "False"])
def test_html_of_guests_is_cleaned_whatever_was_cached_before(
    cached: tuple[Path, str], tmp_path: Path, ours: str
) -> None:
    site = write(tmp_path / "site")
    post = '---\ntitle: 손님\n---\n<p onclick="alert(1)">글</p><script>alert(2)</script>\n'
    (site / "content" / "_posts" / "2022-03-01-guest.md").write_text(post, encoding="utf-8")
    settings = f"{cached[1]}MEMOIR_CACHE = {ours}\n"
    assert pelican(site, settings=settings).returncode == 0
    assert "alert(1)" in (site / "output" / "guest.html").read_text("utf-8")
    assert pelican(site, settings=settings + "MEMOIR_SAFE_HTML = True\n").returncode == 0
    warm = tree(site / "output")
    assert b"alert" not in warm["guest.html"]
    shutil.rmtree(site / "cache")
    shutil.rmtree(site / "output")
    assert pelican(site, settings=settings + "MEMOIR_SAFE_HTML = True\n").returncode == 0
    assert tree(site / "output") == warm


def test_the_locale_of_old_machines_changes_nothing(site: Path, right: dict[str, bytes]) -> None:
    old = {
        "LC_ALL": "C",
        "LANG": "C",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
        "PYTHONIOENCODING": "utf-8",
    }
    assert pelican(site, **old).returncode == 0
    assert tree(site / "output") == right
