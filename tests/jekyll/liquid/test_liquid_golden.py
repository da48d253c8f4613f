"""Templates become what Jekyll makes of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from liquid_blog import POST, blog, read

from pelican_memoir.jekyll import liquid

GOLDEN = json.loads((Path(__file__).parent / "golden.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", GOLDEN, ids=lambda case: case["template"][:50])
def test_template(case: dict[str, str]) -> None:
    made = liquid.render(case["template"], blog().scope(read(POST), POST), file=POST)
    if "error" in case:
        assert made.text == case["template"]
        assert [problem.code for problem in made.problems] == [liquid.CODE]
    else:
        assert made.text == case["text"]
        assert made.problems == ()
