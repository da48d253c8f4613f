"""Write the table of settings into a Markdown document: `python -m pelican_memoir.settings README.md`."""

from __future__ import annotations

import sys
from pathlib import Path

from pelican_memoir.settings.table import with_table

file = Path(sys.argv[1])
file.write_text(with_table(file.read_text(encoding="utf-8")), encoding="utf-8")
