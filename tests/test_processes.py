"""Where copies of the process are made, and where a thread forbids it."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from functools import partial
from pathlib import Path

import pytest

from pelican_memoir import processes

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are copied on Linux alone")


def test_pelicans_spinner_forbids_nothing() -> None:
    code = (
        "import os\n"
        "from rich.console import Console\n"
        "from pelican_memoir import processes\n"
        "with Console(stderr=True).status('Generating...'):\n"
        "    print(processes.may_fork(), processes.processors() == len(os.sched_getaffinity(0)))\n"
    )
    # In a process of its own: other tests may have left threads in this one.
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "True True\n"


def test_any_other_thread_does() -> None:
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        assert not processes.may_fork()
        assert processes.processors() == 1
    finally:
        done.set()
        thread.join()


def test_work_is_done_beside(tmp_path: Path) -> None:
    with processes.beside([partial((tmp_path / name).write_text, name) for name in "ab"]):
        (tmp_path / "c").write_text("c")
    assert {file.name: file.read_text() for file in tmp_path.iterdir()} == {"a": "a", "b": "b", "c": "c"}


def test_a_copy_that_fails_says_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    def fail() -> None:
        raise ValueError("lost")

    with processes.beside([fail]):
        pass
    assert capfd.readouterr() == ("", "")


def test_no_copy_is_left_behind_where_something_fails_here(copied: list[int]) -> None:
    with pytest.raises(KeyboardInterrupt), processes.beside([partial(time.sleep, 600)]):
        raise KeyboardInterrupt
    (process,) = copied
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


def test_a_copy_ends_with_its_own_status() -> None:
    number = processes.fork()
    if not number:
        os._exit(7)
    assert os.waitstatus_to_exitcode(os.waitpid(number, 0)[1]) == 7
