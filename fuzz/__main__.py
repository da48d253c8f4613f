"""`python -m fuzz TARGET`: look for inputs that break a target; with files, try those inputs alone.

Options behind `--` go to libFuzzer. It ends with 1 where anything was found.
"""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from functools import partial
from pathlib import Path

from fuzz.findings import Findings
from fuzz.limits import INSTRUMENTED, Check, grown, timed, weighed

HERE = Path(__file__).parent
TARGETS = ("front_matter", "dialect", "processor", "config", "permalinks", "liquid")
GROW_EVERY, WEIGH_EVERY = 1000, 20_000
"""Of how many executions one is tried on a repeated input, and one is weighed."""


def search(target: str, runs: int, work: Path, guides: list[str], options: list[str]) -> None:
    """Run a target under atheris, guided by the branches of `guides`; does not return.

    What is found lies in `work`, beside the growing corpus.
    """
    import atheris

    with atheris.instrument_imports(include=guides):
        check: Check = importlib.import_module(f"fuzz.{target}").check
    findings = Findings(work / "findings" / target)
    corpus = work / "corpus" / target
    for folder in (corpus, findings.folder):
        folder.mkdir(parents=True, exist_ok=True)
    quick = partial(timed, slowed=INSTRUMENTED)
    count = 0

    def one(data: bytes) -> None:
        nonlocal count
        count += 1
        for every, attempt in ((1, quick), (GROW_EVERY, quick), (WEIGH_EVERY, weighed)):
            if count % every == 0:
                tried = data if every == 1 else grown(data)
                try:
                    attempt(check, tried)
                except Exception as error:  # the search goes on
                    findings.add(tried, error)

    arguments = [f"-runs={runs}", f"-dict={HERE / 'dictionaries' / target}.dict", "-timeout=600"]
    arguments += ["-rss_limit_mb=2048", "-print_final_stats=1", f"-artifact_prefix={findings.folder}/"]
    atheris.Setup([sys.argv[0], *arguments, *options, str(corpus), str(HERE / "seeds" / target)], one)
    atheris.Fuzz()


def replay(target: str, files: list[Path]) -> int:
    """Try files, each alone; return how many fail."""
    check: Check = importlib.import_module(f"fuzz.{target}").check
    failed = 0
    for file in files:
        try:
            timed(check, file.read_bytes())
            weighed(check, file.read_bytes())
        except Exception as error:
            failed += 1
            print(f"{file}: {type(error).__name__}: {error}")
    return failed


def main() -> int:
    """Read the command line and search or replay."""
    parser = argparse.ArgumentParser(prog="python -m fuzz", description=__doc__)
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("files", nargs="*", type=Path, help="inputs to try, each alone, without a search")
    parser.add_argument("--runs", type=int, default=100_000, help="executions (default %(default)s)")
    parser.add_argument("--work", type=Path, default=Path(os.environ.get("FUZZ_WORK", ".cache/fuzz")))
    parser.add_argument(
        "--guide", action="append", help="a package whose branches guide the search: fewer are faster"
    )
    parser.add_argument("--options", nargs=argparse.REMAINDER, default=[], help="options of libFuzzer, last")
    given = parser.parse_args()
    if given.files:
        return 1 if replay(given.target, given.files) else 0
    search(given.target, given.runs, given.work, given.guide or ["pelican_memoir"], given.options)
    return 0


if __name__ == "__main__":
    sys.exit(main())
