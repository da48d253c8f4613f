"""`pelican-memoir new`: drafts from whole blogs, where they are put, and how the command ends."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from sample_build import SAMPLE_SITE
from site_build import build, untouched_path

from pelican_memoir.cli import main

YEAR = "---\ntitle: 2023년 회고\nauthor: {author}\n---\n## 1분기\n### 일\n글.\n\n## 2분기\n\n## 2024년 목표\n- {goal}\n"
POSTS = {
    "_posts/2023-12-31-year.md": YEAR.format(author="Kim", goal="책 열두 권"),
    "_posts/2023-12-30-lee.md": YEAR.format(author="Lee", goal="바다 보기"),
    "_posts/2024-02-03-february.md": "---\ntitle: 2월의 글\n---\n글입니다.\n",
    "_posts/2024-05-03-draft.md": "---\ntitle: 쓰다 만 글\npublished: false\n---\n글입니다.\n",
    "_posts/2024-05-01-english.md": "---\ntitle: In May\nlang: en\n---\nText.\n",
    "_posts/2023-01-03-old.md": "---\ntitle: 지난 글\n---\n글입니다.\n",
}
CONF = (
    'PATH = "content"\nDEFAULT_LANG = "ko"\nTIMEZONE = "Asia/Seoul"\nPLUGINS = ["memoir"]\nAUTHOR = "Kim"\n'
)
DRAFT = "2024-12-31-2024-memoir.md"


@pytest.fixture(autouse=True)
def _path() -> Iterator[None]:
    with untouched_path():
        yield


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    written(tmp_path / "content", POSTS)
    (tmp_path / "pelicanconf.py").write_text(CONF, encoding="utf-8")
    return tmp_path


def written(folder: Path, posts: Mapping[str, str]) -> None:
    for name, text in posts.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def test_a_draft_from_the_blog_itself(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "2024"]) == 0
    said = capsys.readouterr()
    assert (said.out, said.err) == (f"content/_posts/{DRAFT}\n", "")
    text = (site / "content" / "_posts" / DRAFT).read_text(encoding="utf-8")
    head, body = text.split("\n---\n")
    assert head.splitlines() == [
        *(
            "---",
            "layout: post",
            'title: "2024년 회고"',
            "date: 2024-12-31",
            'tags: ["회고"]',
            "published: false",
        ),
    ]
    headings = [line for line in body.splitlines() if line.startswith("#")]
    assert headings == [
        *("## 2023년에 세운 2024년 목표", "## 1분기 [1월~3월]", "## 2분기 [4월~6월]"),
        *("## 3분기 [7월~9월]", "## 4분기 [10월~12월]", "## 2025년 목표"),
    ]
    assert "- 책 열두 권 →\n" in body
    first, second = body.split("## 2분기")
    assert "- 2024-02-03 [2월의 글]({filename}/_posts/2024-02-03-february.md)" in first
    for other in ("쓰다 만 글", "In May", "지난 글", "바다 보기"):
        assert other not in text
    assert "(" not in second.split("## 3분기")[0].replace("[4월~6월]", "")


def test_a_draft_is_not_published_until_its_author_says_so(site: Path) -> None:
    assert main(["new", "2024"]) == 0
    file = site / "content" / "_posts" / DRAFT
    files = {**POSTS, f"_posts/{DRAFT}": file.read_text(encoding="utf-8")}
    done = build(site / "unpublished", files)
    assert DRAFT not in done.contents
    assert "2024년 회고" not in done.page("index.html")
    files[f"_posts/{DRAFT}"] = files[f"_posts/{DRAFT}"].replace("published: false\n", "author: Kim\n")
    done = build(site / "published", files)
    article = done.contents[DRAFT]
    assert [period.number for period in article.memoir.periods] == [1, 2, 3, 4]
    assert article.memoir_prev is done.contents["2023-12-31-year.md"]
    assert article.memoir_goals[0].items == ("책 열두 권",)
    assert "pelican-memoir" not in article.memoir.opening


@pytest.mark.parametrize("name", ["a (b.md", "a%20b.md", "a & [b]#c?.md", "도시락.md"])
def test_its_links_lead_to_the_posts_once_they_are_taken_over(
    site: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    post = {f"_posts/2024-06-01-{name}": "---\ntitle: 'June [1] & 2'\nslug: june\n---\ntext\n"}
    written(site / "content", post)
    assert main(["new", "2024", "--output", "-"]) == 0
    (line,) = [line for line in capsys.readouterr().out.splitlines() if "June" in line]
    taken = {"2024-12-31-taken.md": f"---\ntitle: Taken\n---\n{line}\n"}
    done = build(site / "built", {**POSTS, **post, **taken})
    assert '<a href="/june.html">June [1] &amp; 2</a>' in done.page("taken.html")
    assert done.log == []


def test_refuses_to_overwrite(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = site / "content" / "_posts" / DRAFT
    file.write_text("mine", encoding="utf-8")
    assert main(["new", "2024"]) == 1
    assert file.read_text(encoding="utf-8") == "mine"
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.endswith(f"{DRAFT} is there already; nothing was written\n")
    assert main(["new", "2024", "--output", str(file)]) == 1
    assert file.read_text(encoding="utf-8") == "mine"


def test_by_months_for_another_author_into_another_file(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["--by", "months", "--author", "Lee", "--output", "drafts/year.md"]
    assert main(["new", "2024", *arguments]) == 0
    assert capsys.readouterr().out == "drafts/year.md\n"
    text = (site / "drafts" / "year.md").read_text(encoding="utf-8")
    assert [line for line in text.splitlines() if line.startswith("## ")][1:-1] == [
        f"## {n}월" for n in range(1, 13)
    ]
    assert 'author: "Lee"' in text
    assert "바다 보기" in text
    assert "책 열두 권" not in text


def test_in_another_language_with_that_languages_posts(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", "2024", "--language", "en", "--output", "-"]) == 0
    text = capsys.readouterr().out
    assert "\nlang: en\n" in text
    assert "## Q2 (Apr – Jun)\n\n<!--" in text
    assert "In May" in text
    assert "2월의 글" not in text


def test_into_a_folder(site: Path) -> None:
    (site / "here").mkdir()
    assert main(["new", "2024", "--output", "here"]) == 0
    assert (site / "here" / DRAFT).is_file()


@pytest.mark.parametrize("where", ["content", "content/_posts"])
def test_a_jekyll_blog_without_settings(site: Path, where: str, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "pelicanconf.py").unlink()
    written(site / "content", {"README.md": "no post", "about.md": "---\ntitle: About\n---\ntext\n"})
    assert main(["new", "2024", "--content", where]) == 0
    assert capsys.readouterr().err == ""
    text = (site / "content" / "_posts" / DRAFT).read_text(encoding="utf-8")
    assert 'title: "2024년 회고"' in text  # no one says the language; the memoirs speak Korean
    assert "\nlang:" not in text
    assert "2월의 글" in text
    assert " →" in text
    assert "About" not in text


def test_a_jekyll_blog_that_says_its_language(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written(site / "content", {"_config.yml": "title: x\nlang: ja\n"})
    assert main(["new", "2024", "--content", "content", "--output", "-"]) == 0
    assert "2024年の振り返り" in capsys.readouterr().out


def test_posts_of_pelicans_own_kind_and_an_empty_blog(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    written(tmp_path / "c", {"notes/a.md": "Title: Pelican's\nDate: 2024-07-01\n\ntext\n"})
    assert main(["new", "2024", "--content", "c"]) == 0
    assert capsys.readouterr().out == f"c/notes/{DRAFT}\n"
    assert "[Pelican's]({filename}/notes/a.md)" in (tmp_path / "c/notes" / DRAFT).read_text(encoding="utf-8")
    (tmp_path / "empty").mkdir()
    assert main(["new", "2024", "--content", "empty"]) == 0
    assert "## Q1" in (tmp_path / "empty" / DRAFT).read_text(encoding="utf-8")


def test_the_sample_site(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(SAMPLE_SITE)
    before = sorted(SAMPLE_SITE.rglob("*.md"))
    assert main(["new", "2024", "--output", "-"]) == 0
    assert " →" in capsys.readouterr().out
    assert sorted(SAMPLE_SITE.rglob("*.md")) == before


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["new", "2024", "--language", "fr"], "no drafts in 'fr'; there are en, ja, ko, zh"),
        (["new", "2024", "--content", "nowhere"], "nowhere is no folder"),
        (["new", "2024", "--settings", "nowhere.py"], "nowhere.py is no file"),
    ],
)
def test_a_wrong_call_ends_with_2(
    site: Path, arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    assert capsys.readouterr().err == f"pelican-memoir: {message}\n"


def test_no_settings_and_no_content(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["new", "2024"]) == 2
    assert "name the site's with --settings, or the posts with --content" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments", [["new"], ["new", "24"], ["new", "two"], ["new", "2024", "--by", "weeks"]]
)
def test_arguments_are_checked(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ("raise RuntimeError('out of luck')", "out of luck"),
        ("1 +", "invalid syntax"),
        ("MEMOIR_PATH = []", "MEMOIR_PATH: no such setting; did you mean MEMOIR_PATHS?"),
        ("PATH = 'nowhere'", "cannot be read"),
    ],
)
def test_a_blog_that_cannot_be_read_ends_with_1(
    site: Path, more: str, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (site / "pelicanconf.py").write_text(CONF + more + "\n", encoding="utf-8")
    assert main(["new", "2024"]) == 1
    assert message in capsys.readouterr().err
    assert not list((site / "content").rglob(DRAFT))


def test_a_language_of_the_site_that_drafts_do_not_have(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (site / "pelicanconf.py").write_text(CONF.replace('"ko"', '"fr"'), encoding="utf-8")
    assert main(["new", "2024"]) == 2
    assert "no drafts in 'fr'" in capsys.readouterr().err
    assert main(["new", "2024", "--language", "ko", "--output", "-"]) == 0
