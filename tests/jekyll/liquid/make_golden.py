"""Write what Jekyll makes of the templates into `golden.json`; needs Ruby with Jekyll 4.3."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

HERE = Path(__file__).parent


def templates() -> list[str]:
    """The templates of `templates.txt`, parted by lines of `---`."""
    return (HERE / "templates.txt").read_text(encoding="utf-8").rstrip("\n").split("\n---\n")


def by_jekyll(wanted: list[str]) -> list[dict[str, str]]:
    """What Jekyll makes of templates: a text or an error for each."""
    command = ["ruby", str(HERE / "jekyll_liquid.rb"), str(HERE / "blog")]
    made = subprocess.run(command, input=json.dumps(wanted), capture_output=True, text=True, check=True)
    return json.loads(made.stdout)


if __name__ == "__main__":
    golden = [
        {"template": template, **result}
        for template, result in zip(templates(), by_jekyll(templates()), strict=True)
    ]
    text = json.dumps(golden, ensure_ascii=False, indent=1)
    (HERE / "golden.json").write_text(text + "\n", encoding="utf-8")
