"""Makes the golden pairs anew: for each `cases/*/*.md` the HTML that kramdown writes, under the options beside it.

    python tests/kramdown/make_cases.py

Needs Ruby with kramdown and kramdown-parser-gfm. Look at the difference before you commit it.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from oracle import Kramdown, available

CASES = Path(__file__).with_name("cases")


def main() -> int:
    """Write the HTML of all cases."""
    if not available():
        print("ruby with kramdown and kramdown-parser-gfm is needed", file=sys.stderr)
        return 1
    kramdown = Kramdown()
    sources = sorted(CASES.rglob("*.md"))
    for source in sources:
        options = source.with_suffix(".options.json")
        settings = json.loads(options.read_text(encoding="utf-8")) if options.exists() else {}
        html = kramdown.html(source.read_bytes().decode("utf-8"), settings)
        source.with_suffix(".html").write_text(html, encoding="utf-8")
    kramdown.close()
    print(f"{len(sources)} cases made")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
