"""Every text of the interface is in every catalogue, and the catalogues hold nothing else."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest
from babel.dates import format_date, format_skeleton

from pelican_memoir.errors import SettingsError
from pelican_memoir.theming import FILTERS, filters, theme_path
from pelican_memoir.theming.catalogue import Catalogue, read
from pelican_memoir.theming.dates import archive_text, date_text, day_text, month_name, months_text
from pelican_memoir.theming.labels import catalogues, counted, label, language_name
from pelican_memoir.theming.own_texts import own_texts

THEME = Path(theme_path())
LANGUAGES = ["en", "ja", "ko", "zh"]
IN_CODE = Path(label.__code__.co_filename).parent
LABEL = re.compile(r'"((?:[^"\\]|\\.)+)"\s*\|memoir_label')
COUNTED = re.compile(r'memoir_counted\(\w+, "([^"]+)", "([^"]+)"\)')


def catalogue(language: str) -> Catalogue:
    return read(THEME / "translations" / language / "LC_MESSAGES" / "messages.po")


def texts_of_templates() -> set[str]:
    sources = [path.read_text(encoding="utf-8") for path in (THEME / "templates").rglob("*.html")]
    found = {text for source in sources for text in LABEL.findall(source)}
    found |= {text for source in sources for pair in COUNTED.findall(source) for text in pair[:1]}
    for either in re.findall(r'\("([^"]+)" if [\w.]+ else "([^"]+)"\)\|memoir_label', " ".join(sources)):
        found |= set(either)
    return found


def test_the_theme_ships_four_languages() -> None:
    shipped = sorted(path.name for path in (THEME / "translations").iterdir())
    assert shipped == LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_of_a_template_has_an_entry(language: str) -> None:
    assert len(texts_of_templates()) > 30
    assert texts_of_templates() - {text for _, text in catalogue(language).forms} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_entry_is_for_a_text_that_is_gone(language: str) -> None:
    code = " ".join(path.read_text(encoding="utf-8") for path in IN_CODE.glob("*.py"))
    entries = {text for context, text in catalogue(language).forms}
    assert {text for text in entries - texts_of_templates() if f'"{text}"' not in code} == set()


@pytest.mark.parametrize("language", ["ja", "ko", "zh"])
def test_every_entry_is_translated_and_fills_only_what_english_fills(language: str) -> None:
    english = catalogue("en").forms
    for key, forms in catalogue(language).forms.items():
        assert key in english
        assert forms[0]
        allowed = set(re.findall(r"\{(\w+)\}", key[1])) | {"year", "month", "day", "first", "last"}
        assert set(re.findall(r"\{(\w+)\}", forms[0])) <= allowed, key


@pytest.mark.parametrize(
    ("language", "date", "day", "month", "months"),
    [
        ("ko", "2022년 3월 1일", "3월 1일", "2022년 3월", "1–3월"),
        ("en", "March 1, 2022", "Mar 1", "March 2022", "Jan–Mar"),
        ("ja", "2022年3月1日", "3月1日", "2022年3月", "1–3月"),
        ("zh-Hant-TW", "2022年3月1日", "3月1日", "2022年3月", "1–3月"),
        ("xx", "March 1, 2022", "Mar 1", "March 2022", "Jan–Mar"),
    ],
)
def test_dates_are_written_as_the_language_writes_them(
    language: str, date: str, day: str, month: str, months: str
) -> None:
    first = datetime.date(2022, 3, 1)
    assert date_text(first, language) == date
    assert day_text(first, language) == day
    assert archive_text((2022, 3), language) == month
    assert months_text((1, 2, 3), language) == months


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("month", range(1, 13))
def test_dates_are_those_of_the_unicode_consortium(language: str, month: int) -> None:
    date = datetime.date(2022, month, 9)
    assert date_text(date, language) == format_date(date, "long", locale=language)
    for ours, skeleton in (
        (day_text(date, language), "MMMd"),
        (archive_text((2022, month), language), "yMMMM"),
        (archive_text((2022,), language), "y"),
    ):
        assert ours == format_skeleton(skeleton, date, locale=language)


def test_months_of_a_period() -> None:
    assert months_text((12, 1), "ko") == "12–1월"
    assert months_text((5,), "en") == "May"
    assert months_text((), "en") == ""
    assert archive_text((2022,), "ko") == "2022년"
    assert archive_text((2022, 3, 1), "en") == "March 1, 2022"
    assert month_name(12, "ja") == "12月"


def test_counts_take_the_form_of_the_language() -> None:
    assert [counted(count, "en", "{count} post", "{count} posts") for count in (0, 1, 2)] == [
        "0 posts",
        "1 post",
        "2 posts",
    ]
    assert counted(1, "ko", "{count} post", "{count} posts") == "글 1편"
    assert counted(1, "xx", "{count} post", "{count} posts") == "1 post"


def test_an_unknown_text_or_language_stays_english() -> None:
    assert label("No such text {x}", "ko", x="{y}") == "No such text {y}"
    assert label("Archive", "xx") == "Archive"
    assert language_name("ko-KR") == "한국어"
    assert language_name("xx") == "xx"


def test_a_catalogue_with_plurals_contexts_and_long_texts(tmp_path: Path) -> None:
    path = tmp_path / "messages.po"
    path.write_text(
        'msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=(n>1);\\n"\n\n#: a comment\nmsgctxt "date"\nmsgid "a"\n'
        'msgstr "in "\n"two \\"lines\\""\n\nmsgid "one"\nmsgid_plural "many"\nmsgstr[0] "un"\nmsgstr[1] "plusieurs"\n',
        encoding="utf-8",
    )
    french = read(path)
    assert french.text("a", "date") == 'in two "lines"'
    assert french.text("a") == "a"
    assert [french.counted("one", "many", count) for count in (0, 1, 2)] == ["un", "un", "plusieurs"]


@pytest.mark.parametrize("line", ["msgid unquoted", '"text before any keyword"', "nonsense"])
def test_a_broken_catalogue_names_its_line(line: str, tmp_path: Path) -> None:
    path = tmp_path / "messages.po"
    path.write_text(f"# fine\n{line}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"messages\.po:2"):
        read(path)


FRENCH = """
msgid "English"
msgstr "Français"

msgid "Archive"
msgstr "Archives"

msgctxt "month"
msgid "March"
msgstr "mars"
"""


def own_folder(folder: Path, language: str = "fr", text: str = FRENCH) -> Path:
    file = folder / language / "LC_MESSAGES" / "messages.po"
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    return folder


def test_an_owners_catalogue_adds_a_language_to_the_filters_of_a_site(tmp_path: Path) -> None:
    own = filters(catalogues(own_folder(tmp_path)))
    assert own["memoir_label"]("Archive", "fr-CA") == "Archives"
    assert own["memoir_language"]("fr") == "Français"
    assert own["memoir_archive"]((2022, 3), "fr") == "mars 2022"
    assert own["memoir_label"]("Tags", "fr") == "Tags"
    assert own["memoir_label"]("Archive", "ja") == label("Archive", "ja")
    # Nothing of it stays behind for another site of the process.
    assert label("Archive", "fr") == "Archive"
    assert filters({}) is FILTERS


def test_an_owner_may_change_a_word_and_keep_the_others(tmp_path: Path) -> None:
    own = filters(catalogues(own_folder(tmp_path, "ko", 'msgid "Archive"\nmsgstr "서랍"\n')))
    assert own["memoir_label"]("Archive", "ko") == "서랍"
    assert own["memoir_label"]("Tags", "ko") == label("Tags", "ko")


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [("fr", "nonsense", "messages.po:1"), ("", "", "no LANGUAGE/LC_MESSAGES/messages.po")],
)
def test_a_folder_without_a_catalogue_stops_the_build(
    tmp_path: Path, language: str, text: str, said: str
) -> None:
    folder = own_folder(tmp_path, language, text) if language else tmp_path
    with pytest.raises(SettingsError, match=said):
        own_texts(str(folder))
    assert own_texts("") == {}
