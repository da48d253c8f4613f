"""kramdown itself, asked for what it makes of a text; and the form in which two outputs are compared."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

_CODE = re.compile(r"(<code[^>]*>)(.*?)(</code>)", re.DOTALL)
_TOKEN = re.compile(r"</?span[^>]*>")


class Kramdown:
    """One warm Ruby process. `html` raises `RuntimeError` where kramdown fails."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            ["ruby", str(Path(__file__).with_name("oracle.rb"))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
        )

    def html(self, text: str, options: dict[str, Any] | None = None) -> str:
        """What kramdown makes of `text` under Jekyll's settings and `options`."""
        return str(self._ask(text, options)["html"])

    def seconds(self, text: str) -> float:
        """How long kramdown takes for `text`, by its own clock."""
        return float(self._ask(text, None)["seconds"])

    def _ask(self, text: str, options: dict[str, Any] | None) -> dict[str, Any]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({"text": text, "options": options or {}}) + "\n")
        self._process.stdin.flush()
        answer: dict[str, Any] = json.loads(self._process.stdout.readline() or '{"error": "no answer"}')
        if "error" in answer:
            raise RuntimeError(answer["error"])
        return answer

    def close(self) -> None:
        """End the process."""
        self._process.communicate()


@cache
def available() -> bool:
    """Whether Ruby with kramdown and its GFM parser is installed."""
    if shutil.which("ruby") is None:
        return False
    probe = ["ruby", "-e", 'require "kramdown"; require "kramdown-parser-gfm"; require "rouge"']
    return subprocess.run(probe, capture_output=True, check=False).returncode == 0


def comparable(html: str) -> str:
    """HTML without the tokens of highlighted code, which Pygments cuts otherwise than Rouge; all else counts."""
    return _CODE.sub(lambda code: code[1] + _TOKEN.sub("", code[2]) + code[3], html).strip()
