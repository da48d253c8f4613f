"""The text of a draft: what the processor reads in it, in every language, and that no title can break it."""

from __future__ import annotations

import datetime

import pytest
import yaml

from pelican_memoir.drafting.draft import Draft, Line, markdown
from pelican_memoir.drafting.texts import UnknownLanguageError, languages, texts
from pelican_memoir.drafting.year import DIVISIONS, division_of, planned, seen_from
from pelican_memoir.jekyll import front_matter
from pelican_memoir.languages.loader import codes
from pelican_memoir.memoir import builder
from pelican_memoir.memoir.model import Memoir
from pelican_memoir.rendering import Renderer
from pelican_memoir.settings import Settings

GOALS = ("책 12권", "marathon", "論文")


def read(text: str) -> tuple[dict[str, object], Memoir | None]:
    source = front_matter.split(text, "draft.md")
    assert source.problems == ()
    html, problems = Renderer(Settings()).render(source.body, file="draft.md")
    assert problems == ()
    placed = builder.build(
        html,
        title=str(source.mapping["title"]),
        date=datetime.date(2024, 12, 31),
        language=None,
        front_matter=source.mapping,
        source=source.body,
    )
    return source.mapping, placed.memoir if placed else None


def test_every_language_of_the_processor_has_its_texts() -> None:
    assert languages() == sorted(codes())


@pytest.mark.parametrize("division", DIVISIONS)
@pytest.mark.parametrize("language", languages())
def test_the_processor_reads_the_year_in_an_untouched_draft(language: str, division: str) -> None:
    names = texts(language).quarters if division == "quarters" else texts(language).months
    post = Line("2024-02-03", "First", "{filename}/a.md")
    draft = Draft(
        2024, tuple((name, (post,) if place == 0 else ()) for place, name in enumerate(names)), GOALS
    )
    mapping, memoir = read(markdown(draft, texts(language)))
    assert mapping["published"] is False
    assert mapping["date"] == datetime.date(2024, 12, 31)
    assert memoir is not None
    assert (memoir.year, memoir.language, memoir.post_period) == (2024, language, None)
    assert [period.kind for period in memoir.periods] == [division.removesuffix("s")] * len(names)
    assert [period.number for period in memoir.periods] == list(range(1, len(names) + 1))
    assert [period.heading for period in memoir.periods] == names
    length = 12 // len(names)
    assert [period.months[0] for period in memoir.periods] == list(range(1, 13, length))
    assert [period.achievements for period in memoir.periods] == [()] * len(names)
    assert [goals.items for goals in memoir.past_goals] == [tuple(f"{goal} →" for goal in GOALS)]
    assert [goals.items for goals in memoir.goals] == [()]


@pytest.mark.parametrize("language", languages())
def test_what_is_written_into_it_is_read_as_achievements_and_goals(language: str) -> None:
    draft = Draft(2024, tuple((name, ()) for name in texts(language).quarters))
    last = texts(language).quarters[3]
    text = markdown(draft, texts(language)).replace(
        f"## {last}\n", f"## {last}\n\n### 1) Moved\n\nAt last.\n"
    )
    _, memoir = read(text[: text.rindex("-")] + "- Read\n- Run\n")
    assert memoir is not None
    assert [item.title for item in memoir.periods[3].achievements] == ["Moved"]
    assert [goals.items for goals in memoir.goals] == [("Read", "Run")]
    assert memoir.past_goals == ()


@pytest.mark.parametrize("title", ["a --> b", "a --!> b", "[x](y) \\ z", "two\nlines", "<script>", "{{ x }}"])
def test_no_title_breaks_out_of_its_comment(title: str) -> None:
    names = texts("en").quarters
    draft = Draft(2024, tuple((name, (Line("2024-02-03", title, "{filename}/a.md"),)) for name in names))
    _, memoir = read(markdown(draft, texts("en")))
    assert memoir is not None
    assert [(period.number, period.achievements, period.summary) for period in memoir.periods] == [
        (number, (), "") for number in range(1, 5)
    ]


def test_the_front_matter_is_yaml_that_jekyll_reads_alike() -> None:
    draft = Draft(2024, (), language="en", author='Kim "K" \\ 김')
    text = markdown(draft, texts("en"))
    mapping = yaml.safe_load(text.split("---")[1])
    assert mapping == {
        "layout": "post",
        "title": "2024 in review",
        "date": datetime.date(2024, 12, 31),
        "tags": ["year in review"],
        "lang": "en",
        "author": 'Kim "K" \\ 김',
        "published": False,
    }


def test_tags_of_languages_are_read_by_their_first_part() -> None:
    assert texts("zh-Hant-TW") is texts("zh") is texts("ZH_CN")
    with pytest.raises(UnknownLanguageError, match="no drafts in 'fr'; there are en, ja, ko, zh"):
        texts("fr")


def test_a_year_is_divided_as_the_last_one_was() -> None:
    assert division_of(None) == "quarters"
    for division in DIVISIONS:
        assert division_of(planned(2023, division, lang="ko", author="")) == division


def test_another_memoir_of_the_year_is_no_post_to_look_back_at() -> None:
    own = planned(2024, "quarters", lang="ko", author="Kim")
    other = planned(2024, "quarters", lang="ko", author="Lee")
    other.slug = "lee"
    before = planned(2023, "quarters", lang="ko", author="Lee")
    before.slug, before.date = "before", datetime.datetime(2024, 1, 2)
    assert seen_from(own, [other, before]).posts == {"1": [before], "2": [], "3": [], "4": []}
