"""Pelican with all plugins of the environment imported, as each of its runs imports them; a build is a copy of that.

Run as a program it reads lines of JSON, each the folder of a site, the file for what is said, and arguments; it answers
each with the exit status. The imports take a second, or some where a plugin brings scipy; the copy of a process none.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory


class WarmPelican:
    """The process that is copied for each build."""

    def __init__(self, process: subprocess.Popen[str], folder: str) -> None:
        """Take the running process, and a folder for what it says."""
        self._process, self._folder = process, folder

    def run(self, folder: Path, *arguments: str) -> tuple[int, str]:
        """Run the command `pelican` in a folder; return the exit status, and what was said."""
        assert self._process.stdin
        assert self._process.stdout
        said = Path(self._folder, "said.txt")
        print(json.dumps([str(folder), str(said), arguments]), file=self._process.stdin, flush=True)
        answer = self._process.stdout.readline()
        assert answer, "the process that builds has ended"
        return int(answer), said.read_text(encoding="utf-8")


@contextmanager
def started() -> Iterator[WarmPelican]:
    """Give a process that builds sites; it ends with the block."""
    process = subprocess.Popen(
        [sys.executable, "-X", "utf8", __file__],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "NO_COLOR": "1", "COLUMNS": "500"},
    )
    with process, TemporaryDirectory() as folder:
        yield WarmPelican(process, folder)
        process.communicate()


def main() -> None:
    """Answer until no more is asked."""
    sys.path[0] = ""  # as `python -m pelican` has it, and not this folder
    import pelican
    from pelican.plugins._utils import get_namespace_plugins

    get_namespace_plugins()
    for line in sys.stdin:
        folder, said, arguments = json.loads(line)
        process = os.fork()
        if not process:
            _be_pelican(folder, said, arguments, pelican.main)
        print(os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]), flush=True)


def _be_pelican(folder: str, said: str, arguments: list[str], run: Callable[[], object]) -> None:
    """Be the command `pelican` in a folder, and end."""
    status = 1
    try:
        with open(said, "wb") as file:
            os.dup2(file.fileno(), 1)
            os.dup2(file.fileno(), 2)
        os.chdir(folder)
        sys.argv = ["pelican", *arguments]
        run()
        status = 0
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


if __name__ == "__main__":
    main()
