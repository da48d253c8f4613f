"""What all tests share: the corpus, the built sample site, and a clean slate of Pelican's logging."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from lacking import REQUIRE_ALL, lacking
from sample_build import Build, build

# How long an example takes says more of the machine than of the code. Each run has the same examples, so that one which
# fails is of the change that was made; new ones are for the fuzzers, and for `--hypothesis-profile=explore`.
hypothesis.settings.register_profile(
    "explore", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.register_profile(
    "same", hypothesis.settings.get_profile("explore"), derandomize=True, database=None
)
hypothesis.settings.load_profile("same")


def pytest_configure(config: pytest.Config) -> None:
    """Count no thread of pytest-xdist in a process of its own: it waits for tests, and has no lock that copies want."""
    if hasattr(config, "workerinput"):
        from pelican_memoir import processes

        count, beside = processes.count_of_threads, processes.count_of_threads() - 1
        processes.count_of_threads = lambda: count() - beside


@pytest.fixture(autouse=True, scope="session")
def _own_temporary_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What builds keep in `/tmp`, as the compiled templates of each site, goes with the other files of the tests."""
    folder = str(tmp_path_factory.mktemp("temporary"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TMPDIR", folder)
        patch.setattr("tempfile.tempdir", folder)
        yield


@pytest.fixture(autouse=True)
def _every_message_counts() -> Iterator[None]:
    """Pelican's limit filter remembers, in its class, what it has said: without this a test could silence another."""
    yield
    from pelican.log import LimitFilter

    LimitFilter._raised_messages.clear()
    LimitFilter._group_count.clear()


@pytest.fixture
def copied(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The copies of this process that were made, whoever wanted them."""
    from pelican_memoir import processes
    from pelican_memoir.incremental import team

    found: list[int] = []
    fork = processes.fork

    def noted() -> int:
        found.append(fork())
        return found[-1]

    for module in (processes, team):
        monkeypatch.setattr(module, "fork", noted)
    return found


@pytest.fixture
def read_anew(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the posts that were really read."""
    from pelican_memoir import reader

    found: list[str] = []
    convert = reader.JekyllReader.convert

    def noted(self: Any, post: Any, file: str, path: str) -> Any:
        found.append(path)
        return convert(self, post, file, path)

    monkeypatch.setattr(reader.JekyllReader, "convert", noted)
    return found


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder `MEMOIR_CORPUS` with real posts, blogs and memoirs; it is no part of this repository."""
    folder = os.environ.get("MEMOIR_CORPUS")
    if not folder:
        lacking("MEMOIR_CORPUS is not set")
    path = Path(folder).resolve()
    if not path.is_dir():
        lacking(f"MEMOIR_CORPUS: {path} does not exist")
    return path


@pytest.fixture(scope="session")
def sample_output(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """The sample site, built once."""
    return build(tmp_path_factory.mktemp("sample"))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Put the browser's tests last; leave out what needs npm's packages, unless `MEMOIR_NPM` says where they are.

    A browser's pages come from a server, whose thread stays; beside it no process is copied, as other tests want.
    Files with slow tests come first, so that of several processes none is left alone with one at the end.
    """
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: (item.path.parent.name == "browser", item.path not in slow))
    if os.environ.get("MEMOIR_NPM"):
        return
    left_out = [item for item in items if "npm_folder" in getattr(item, "fixturenames", ())]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in left_out]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    """With `MEMOIR_REQUIRE_ALL=1` every skip is a failure, however it was asked for."""
    report = yield
    if REQUIRE_ALL and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped, though MEMOIR_REQUIRE_ALL is set: {report.longrepr}"
    return report
