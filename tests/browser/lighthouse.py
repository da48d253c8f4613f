"""Asks Lighthouse about pages of a built site, as a telephone and as a desk: `make lighthouse`.

It is no test, since what it says of speed is this machine's. It prints each page's four scores and what costs them.
With `--at` the site is found at its own address, and all others answer with a picture: so are sites measured that link
to themselves with their `SITEURL`, or that have pictures from elsewhere. Needs npm's `lighthouse` in the folder
`MEMOIR_NPM`, node, and Chromium; `tests` is on Python's path.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from elsewhere import stand_in
from serving import POLICY, StrictHandler, serve

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FORMS = {"mobile": (), "desktop": ("--preset=desktop",)}
PACKED = (".html", ".css", ".js", ".svg", ".json", ".xml")


class Packing(StrictHandler):
    """Serves files as hosts do: with the policy, and text is compressed."""

    def do_GET(self) -> None:  # noqa: N802  # its name in the standard library
        """Answer with the file, packed where it is text."""
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if file.suffix not in PACKED or not file.is_file():
            super().do_GET()
            return
        body = gzip.compress(file.read_bytes())
        self.send_response(200)
        self.send_header("Content-Type", f"{self.guess_type(str(file))}; charset=utf-8")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def ask(program: Path, address: str, options: Sequence[str], flags: Sequence[str] = ()) -> dict[str, Any]:
    """Return Lighthouse's report on a page, of a Chromium with these flags."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), "")
    with TemporaryDirectory() as folder:
        told = Path(folder, "told.json")
        chromium = " ".join(("--chrome-flags=--headless=new --no-sandbox --disable-gpu", *flags))
        command = [
            "node",
            str(program),
            address,
            "--quiet",
            chromium,
            "--output=json",
            f"--output-path={told}",
        ]
        environment = {**os.environ, "CHROME_PATH": browser}
        subprocess.run([*command, *options], env=environment, check=True, timeout=300)
        report: dict[str, Any] = json.loads(told.read_text(encoding="utf-8"))
        return report


def faults(report: dict[str, Any]) -> Iterator[str]:
    """What costs the page points."""
    for category in report["categories"].values():
        for reference in category["auditRefs"]:
            audit = report["audits"][reference["id"]]
            if reference["weight"] and audit["score"] is not None and audit["score"] < 1:
                yield f"{category['id']}: {audit['title']} {audit.get('displayValue', '')}".rstrip()


def main(arguments: list[str] | None = None) -> int:
    """Print the scores of pages; return 1 where one is below 100."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path, help="the folder of a built site")
    parser.add_argument("pages", nargs="*", default=["/"], help="paths of its pages")
    parser.add_argument(
        "--at", metavar="ADDRESS", help="the site's own, as in https://blog.example (needs openssl)"
    )
    parser.add_argument(
        "--scripts", action="store_true", help="the host allows own scripts: for comments, counts"
    )
    asked = parser.parse_intermixed_args(arguments)
    program = Path(os.environ.get("MEMOIR_NPM", ""), "node_modules", "lighthouse", "cli", "index.js")
    if not program.is_file():
        parser.error("npm install --prefix FOLDER lighthouse@12, and set MEMOIR_NPM to FOLDER")
    policy = f"{POLICY}; script-src 'self'" if asked.scripts else POLICY
    whole = True
    with ExitStack() as served:
        flags: tuple[str, ...] = ()
        home = asked.at
        if home:
            flags = served.enter_context(stand_in(asked.site, home, policy, Packing))
        else:
            home = served.enter_context(serve(asked.site, policy, Packing))
        for page in asked.pages:
            for form, options in FORMS.items():
                report = ask(program, home + page, options, flags)
                scores = [round(100 * category["score"]) for category in report["categories"].values()]
                print(
                    f"{'/'.join(map(str, scores)):>16} {form:7} {page}",
                    *faults(report),
                    sep="\n    ",
                    flush=True,
                )
                whole = whole and min(scores) == 100
    return 0 if whole else 1


if __name__ == "__main__":
    sys.exit(main())
