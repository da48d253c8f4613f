"""The types of plain scalars, as Ruby gives them."""

from __future__ import annotations

import json
import math
import random
import shutil
import subprocess
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from lacking import lacking

from pelican_memoir.jekyll.ruby_scalars import scalar, to_text

KOREA = timezone(timedelta(hours=9))

CASES: list[tuple[str, object]] = [
    ("", None),
    ("~", None),
    ("NULL", None),
    ("yes", True),
    ("On", True),
    ("no", False),
    ("OFF", False),
    ("y", "y"),
    ("2022", 2022),
    ("-5", -5),
    ("+5", 5),
    ("010", 8),
    ("08", "08"),
    ("0x1F", 31),
    ("0b101", 5),
    ("1_000", 1000),
    ("1,000", 1000),
    ("1.5", 1.5),
    (".5", 0.5),
    ("1.", 1.0),
    (".", "."),
    ("1e3", "1e3"),
    ("1.0e+3", 1000.0),
    ("1,000.5", 1000.5),
    (".inf", math.inf),
    ("-.INF", -math.inf),
    ("12:30", 45000),
    ("1:30:15", 5415),
    ("12:60", "12:60"),
    ("2022-12-31", date(2022, 12, 31)),
    ("2022-1-5", date(2022, 1, 5)),
    ("2022-02-31", "2022-02-31"),
    ("21-01-25", "21-01-25"),
    ("2022-12-31 10:00", "2022-12-31 10:00"),
    ("2022-12-31 10:00:00", datetime(2022, 12, 31, 10, tzinfo=UTC)),
    ("2022-12-31T10:00:00Z", datetime(2022, 12, 31, 10, tzinfo=UTC)),
    ("2022-12-31 10:00:00 +0900", datetime(2022, 12, 31, 10, tzinfo=KOREA)),
    ("2022-12-31 10:00:00.25 +9", datetime(2022, 12, 31, 10, 0, 0, 250_000, tzinfo=KOREA)),
    ("2022-12-31 10:61:00", "2022-12-31 10:61:00"),
    (":symbol", ":symbol"),
    ("2022년", "2022년"),
]


@pytest.mark.parametrize(("text", "value"), CASES)
def test_types(text: str, value: object) -> None:
    assert scalar(text) == value
    assert type(scalar(text)) is type(value)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (True, "true"),
        (2022, "2022"),
        (date(2022, 1, 5), "2022-01-05"),
        (datetime(2022, 12, 31, 10, tzinfo=UTC), "2022-12-31 10:00:00 UTC"),
        (datetime(2022, 12, 31, 10, tzinfo=KOREA), "2022-12-31 10:00:00 +0900"),
    ],
)
def test_texts(value: object, text: str) -> None:
    assert to_text(value) == text


RUBY = """
require "yaml"; require "json"; require "date"
scanner = Psych::ScalarScanner.new(Psych::ClassLoader.new)
puts JSON.generate(JSON.parse(STDIN.read).map { |text|
  value = scanner.tokenize(text) rescue text
  value = text if value.is_a?(Symbol)
  value = value.getutc.strftime("%F %T.%6N") if value.is_a?(Time)
  [value.class.name, value.is_a?(Float) ? value : value.to_s]
})
"""
CLASSES = {"String": str, "Integer": int, "Float": float, "Date": date, "NilClass": type(None)}


def test_agrees_with_ruby() -> None:
    """Three thousand random scalars of the characters that numbers and times are made of."""
    if shutil.which("ruby") is None:
        lacking("ruby is not installed")
    pick = random.Random(7)
    texts = [text for text, value in CASES if not isinstance(value, float) or math.isfinite(value)]
    texts += ["".join(pick.choices("0123456789-+:.,_eExb", k=pick.randint(1, 7))) for _ in range(3000)]
    run = subprocess.run(
        ["ruby", "-e", RUBY], input=json.dumps(texts), capture_output=True, text=True, check=True
    )
    for text, (name, value) in zip(texts, json.loads(run.stdout), strict=True):
        mine = scalar(text)
        if isinstance(mine, datetime):
            mine = mine.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")
        if name in ("TrueClass", "FalseClass"):
            assert mine is (name == "TrueClass"), text
            continue
        assert type(mine) is CLASSES[name], (text, mine, name)
        assert mine == value if name == "Float" else to_text(mine) == value, (text, mine, value)
