"""What cannot be rendered is kept as text and told by place; what does too much is stopped."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from liquid_blog import FOLDER, POST, blog, read

from pelican_memoir.jekyll import liquid
from pelican_memoir.jekyll.liquid.scope import Scope

NESTED = "{% assign a = 'a,b' | split: ',' %}{% for i in (1..60) %}{% assign a = a | push: a %}{% endfor %}"


@pytest.mark.parametrize(
    ("text", "made", "problem"),
    [
        ("{% foo a %} {{ 1 }}", "{% foo a %} 1", "5:1: unknown tag `foo`"),
        ("a\n {% foo %}x{% endfoo %}", "a\n {% foo %}x{% endfoo %}", "6:2: unknown tag `foo`"),
        ("{{ 1 }}\n{{ 'a' | foo }}", "1\n{{ 'a' | foo }}", "6:1: unknown filter 'foo'"),
        ("{{ 1 + }} {{ 2 }}", "{{ 1 + }} 2", "5:1: unexpected '+'"),
        ("{{< image >}} {{ 2 }}", "{{< image >}} 2", "5:1: expected a primitive expression"),
        ("{% if a == %}{{ 1 }}{% endif %}{{ 2 }}", "{% if a == %}{{ 1 }}{% endif %}2", "5:1: expected"),
        ("{{ 1 }}{% if x %}{{ 2 }}", "1{% if x %}2", "5:8: `if` is never closed"),
        ("{% if x %}{% else %}{{ 2 }}", "{% if x %}{% else %}2", "5:1: `if` is never closed"),
        ("{% for i in x %}{% if y %}{% endfor %}{{ 1 }}", "1", "5:17: `if` is never closed"),
        ("{{ 1 }}{% endif %}{% else %}", "1{% endif %}{% else %}", "5:8: `endif` closes nothing"),
        ("{% raw %}{{ 1 }}", "{% raw %}1", "5:1: `raw` is never closed"),
        ("{% comment %}{{ 1 }}", "{% comment %}1", "5:1: `comment` is never closed"),
        ("{{ 1 }} {{ a", "1 {{ a", "5:9: `{{` is never closed"),
        ("{% %}{{ 1 }}", "{% %}1", "5:1: `{% %}` is no tag"),
        ("{{ 1 | divided_by: 0 }}{{ 2 }}", "{{ 1 | divided_by: 0 }}2", "5:1: divided by 0"),
        (
            "{% highlight %}x{% endhighlight %}",
            "{% highlight %}x{% endhighlight %}",
            "5:1: expected `highlight",
        ),
        ("{% include %}{{ 1 }}", "{% include %}1", "5:1: include names no file"),
        ("{% include a.html b %}", "{% include a.html b %}", "5:1: include: expected name=value"),
        ("e^{{x}}", "e^", "5:3: nothing is called `x`"),
        ("a{% break %}b", "ab", "5:2: there is no loop"),
    ],
)
def test_kept(text: str, made: str, problem: str) -> None:
    found = liquid.render(text, Scope(), file="a.md", line=5)
    assert found.text == made
    assert str(found.problems[0]).startswith(f"a.md:{problem}")
    assert str(found.problems[0]).endswith("[memoir.liquid]")


@pytest.mark.parametrize(
    "text",
    [
        "{% for i in (1..1000000000) %}{{ i }}{% endfor %}",
        "{% for i in (1..9000) %}{% for j in (1..9000) %}x{% endfor %}{% endfor %}",
        "{% tablerow i in (1..1000000000) %}x{% endtablerow %}",
        "{{ (1..1000000000) | join }}",
        "{% capture a %}xx{% endcapture %}"
        "{% for i in (1..60) %}{% capture a %}{{ a }}{{ a }}{% endcapture %}{% endfor %}",
        "{% assign a = 'xx' %}{% for i in (1..60) %}{% assign a = a | append: a %}{% endfor %}",
        "{% assign a = 'xxxxxxxx' %}{% for i in (1..60) %}{% assign a = a | replace: 'x', a %}{% endfor %}",
        "{% assign a = 99999999 %}{% for i in (1..60) %}{% assign a = a | times: a %}{% endfor %}{{ a }}",
        NESTED + "{{ a | join }}",
        NESTED + "{{ a }}",
        NESTED + "{{ a | inspect }}",
        NESTED + "{{ a | jsonify }}",
    ],
)
def test_limits(text: str) -> None:
    found = liquid.render(text + "{{ 1 }}", Scope(), file="a.md")
    assert len(found.problems) >= 1
    assert found.text.endswith("1")
    assert len(found.text) < 10_000


@pytest.mark.parametrize("filters", ["", " | jsonify", " | inspect", " | size"])
def test_a_loop_that_is_shown_goes_on(filters: str) -> None:
    text = "{% for i in (1..2) %}{{ forloop" + filters + " }}{{ i }}{% endfor %}"
    found = liquid.render(text, Scope(), file="a.md")
    assert found.problems == ()
    assert found.text.endswith("2")


def test_an_include_of_itself_ends(tmp_path: Path) -> None:
    (tmp_path / "loop.html").write_text("x{% include loop.html %}{% include loop.html %}", encoding="utf-8")
    found = liquid.render("{% include loop.html %}y", Scope(includes=(tmp_path,)), file="a.md")
    assert found.text == "{% include loop.html %}y"
    assert "included within itself" in str(found.problems[-1])


def test_a_problem_in_an_include_names_its_file(tmp_path: Path) -> None:
    folder = tmp_path / "_includes"
    folder.mkdir()
    (folder / "box.html").write_text("a\n{% foo %}", encoding="utf-8")
    found = liquid.render("{% include box.html %}", Scope(includes=(folder,)), file="a.md")
    assert found.text == "a\n{% foo %}"
    assert str(found.problems[0]).startswith("_includes/box.html:2:1: unknown tag `foo`")


@pytest.mark.parametrize(
    "name", ["../secret.txt", "/../secret.txt", "linked.txt", "up/secret.txt", "//etc/hosts"]
)
@pytest.mark.parametrize("tag", ["include", "include_relative"])
def test_nothing_outside_is_read(tmp_path: Path, name: str, tag: str) -> None:
    folder = tmp_path / "inside"
    folder.mkdir()
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    (folder / "linked.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "up").symlink_to(tmp_path)
    text = f"{{% {tag} {name} %}}"
    found = liquid.render(text, Scope(includes=(folder,), folder=folder), file="a.md")
    assert found.text == text
    assert len(found.problems) == 1


@pytest.mark.parametrize("name", ["../secret.txt", "linked.txt", "/etc/hosts"])
def test_no_link_leads_outside(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "blog"
    (folder / "_posts").mkdir(parents=True)
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    (folder / "linked.txt").symlink_to(tmp_path / "secret.txt")
    assert blog(folder).blog.link(name) is None


def test_a_post_without_liquid_imports_no_engine() -> None:
    script = (
        "import sys; from pelican_memoir.jekyll import liquid; from pelican_memoir.jekyll.liquid import Scope\n"
        "liquid.render('plain', Scope(), file='a.md'); assert 'liquid' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a\nb\n{{ 1 }}\nd", {1: 1, 2: 2, 3: 3, 4: 4}),
        ("{% comment %}\nx\n{% endcomment %}\nafter", {2: 4}),
        ("{% for i in (1..3) %}\nx\n{% endfor %}\nafter", {2: 1, 7: 3, 8: 4}),
        ("{% raw %}\na\n{% endraw %}\nb", {2: 2, 4: 4}),
    ],
)
def test_lines_of_the_source(text: str, lines: dict[int, int]) -> None:
    found = liquid.render(text, Scope(), file="a.md")
    assert {line: found.source_line(line) for line in lines} == lines


def test_base_and_host_of_the_site_go_first() -> None:
    other = blog(FOLDER, url="https://new.org", baseurl="")
    text = "{{ '/a' | absolute_url }} {{ site.baseurl }} {% link about.md %}"
    assert liquid.render(text, other.scope(read(POST), POST), file=POST).text == "https://new.org/a  /about/"
