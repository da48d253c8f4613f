"""Templates are compiled once, for all generators and the next build, and hold nothing that may change."""

from __future__ import annotations

import itertools
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jinja2 import DictLoader, Environment, FileSystemBytecodeCache
from markupsafe import Markup
from pelican.settings import DEFAULT_CONFIG
from site_build import build

from pelican_memoir.compiled_templates import CompiledTemplates
from pelican_memoir.incremental.site import SiteDigests
from pelican_memoir.theming import theme_path

SETTINGS = {**DEFAULT_CONFIG, "PATH": "/blog", "MEMOIR_TRANSLATIONS": ""}


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for temporary files, one for each test."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the templates that were compiled."""
    names: list[str] = []
    compile_ = Environment.compile

    def noting(self: Environment, source: Any, name: str | None = None, *rest: Any, **options: Any) -> Any:
        names.append(str(name))
        return compile_(self, source, name, *rest, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(Environment, "compile", noting)
    return names


def templates(*, is_kept: bool = True, **settings: Any) -> CompiledTemplates:
    return CompiledTemplates(SiteDigests({**SETTINGS, **settings}), "/blog", is_kept=is_kept)


def environment(
    source: str = "{{ a }}", cache: CompiledTemplates | None = None, **filters: Any
) -> Environment:
    made = Environment(loader=DictLoader({"a": source}))  # nothing is shown to anybody
    made.filters.update(filters)
    (cache or templates()).serve(made)
    return made


def test_generators_of_a_build_share_what_one_has_compiled(compiled: list[str]) -> None:
    cache = templates(is_kept=False)
    assert [environment(cache=cache).get_template("a").render(a=n) for n in (1, 2)] == ["1", "2"]
    assert compiled == ["a"]


@pytest.mark.parametrize(("is_kept", "times"), [(True, 1), (False, 2)], ids=["with a cache", "without"])
def test_the_next_build_finds_it(compiled: list[str], is_kept: bool, times: int) -> None:
    for _ in range(2):
        assert environment(cache=templates(is_kept=is_kept)).get_template("a").render(a=3) == "3"
    assert len(compiled) == times


@pytest.mark.parametrize("change", [{"source": "{{ a }}!"}, {"cache": {"SITENAME": "other"}}])
def test_another_source_and_other_settings_are_compiled_anew(compiled: list[str], change: Any) -> None:
    environment().get_template("a")
    if "cache" in change:
        change = {"cache": templates(**change["cache"])}
    environment(**change).get_template("a")
    assert len(compiled) == 2


@pytest.mark.parametrize("data", [b"", b"j2", b"not a template"])
def test_a_broken_file_is_compiled_anew(kept: Path, compiled: list[str], data: bytes) -> None:
    environment().get_template("a")
    (file,) = kept.rglob("__memoir_*")
    file.write_bytes(file.read_bytes()[:40] + data)
    assert environment().get_template("a").render(a=4) == "4"
    assert len(compiled) == 2


def test_what_a_filter_makes_of_a_constant_is_asked_for_each_time() -> None:
    numbers = itertools.count()

    def next_number(_: str) -> int:
        return next(numbers)

    source = "{{ 'x'|next_number }}{% set a = 'x'|next_number %}{{ a }}{{ ['x']|map('next_number')|first }}"
    found = [environment(source, next_number=next_number).get_template("a").render() for _ in range(2)]
    assert found == ["012", "345"]


@pytest.mark.parametrize(
    "source",
    [
        "{{ a|e }} {{ b|e }} {{ c|escape }} {{ missing|e }} {{ none|e }} {{ a|upper|e }} {{ a|e|upper }}",
        "{% filter e %}<{{ a|e }}>{% endfilter %}{{ ('<' ~ a)|e }}{{ a|e ~ '<' }}{{ '<'|e }}",
        "{% autoescape true %}{{ a|e }}{{ a }}{% endautoescape %}",
        "{% macro m(x) %}{{ x|e }}{% include 'part' %}{% endmacro %}{{ m(a) }}{{ m('<')|e }}",
        "{% for a in [1, '<'] %}{{ loop.index }}{% include 'part' %}{% endfor %}{% include 'part' %}",
        "{% set a = '<i>' %}{% set d = 4 %}{% include 'part' %}{% include 'setting' %}{{ e }}{{ a }}",
        "{% include 'part' without context %}{% include ['no', 'part'] %}{% include 'no' ignore missing %}",
        "{% set text %}{% include 'part' %}{% endset %}{{ text|e }}{% include 'setting' %}",
        "{% extends 'frame' %}{% block x %}{{ super() }}{% set a = 6 %}{% include 'part' %}{% endblock %}",
    ],
)
def test_it_renders_what_jinja_renders(source: str) -> None:
    texts = {
        "a": source,
        "part": "[{{ a|e }}{{ d }}{% if c is defined %}{{ c }}{% endif %}]",
        "setting": "{% set e = 1 %}{% set a = 2 %}{{ a }}{% include 'part' %}",
        "frame": "{% set d = 7 %}{% block x %}{% include 'part' %}{% endblock %}{% include 'part' %}{{ a }}",
    }
    values = {"a": "<a> & 'b'", "b": Markup("<b>"), "c": 3.5, "none": None}
    ours, jinjas = Environment(loader=DictLoader(texts)), Environment(loader=DictLoader(texts))
    templates().serve(ours)
    assert ours.get_template("a").render(values) == jinjas.get_template("a").render(values)


def test_a_filter_of_the_site_s_own_escapes() -> None:
    assert environment("{{ a|e }}", e=lambda text: f"({text})").get_template("a").render(a="<") == "(<)"


def test_a_site_keeps_a_cache_of_its_own(tmp_path: Path) -> None:
    own = FileSystemBytecodeCache(str(tmp_path))
    made = Environment(loader=DictLoader({"a": "b"}), bytecode_cache=own)
    templates().serve(made)
    assert made.bytecode_cache is own


def test_without_a_folder_that_is_safe_nothing_is_kept(
    monkeypatch: pytest.MonkeyPatch, compiled: list[str], kept: Path
) -> None:
    def unsafe(_: FileSystemBytecodeCache) -> Iterator[str]:
        raise RuntimeError("no folder is safe")

    monkeypatch.setattr(FileSystemBytecodeCache, "_get_default_cache_dir", unsafe)
    assert environment().get_template("a").render(a=5) == "5"
    assert not list(kept.rglob("__memoir_*"))


def test_a_second_build_compiles_nothing(tmp_path: Path, compiled: list[str]) -> None:
    site = {"2022-01-01-a.md": "---\ntitle: A\n---\nText."}
    build(tmp_path / "site", site, THEME=theme_path())
    first = list(compiled)
    assert first
    assert len(first) == len(set(first))
    build(tmp_path / "site", {**site, "2022-01-02-b.md": "---\ntitle: B\n---\nText."}, THEME=theme_path())
    assert compiled == first
