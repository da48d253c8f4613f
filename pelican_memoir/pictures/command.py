"""`pelican-memoir pictures`: asks once how large pictures from elsewhere are, and keeps it for every build.

Exit status: 0 all sizes are known, 1 some are not, or the site cannot be read, 2 the call is wrong.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path
from queue import SimpleQueue
from threading import Event
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from pelican_memoir.errors import MemoirError, Problem
from pelican_memoir.pictures import asking
from pelican_memoir.repair import sizes_elsewhere
from pelican_memoir.repair.page import Size

if TYPE_CHECKING:
    from pelican_memoir.pictures.site import Site

KNOWN, UNKNOWN, WRONG_CALL = 0, 1, 2
SETTINGS = "pelicanconf.py"
AT_ONCE = 4
"""Hosts that are asked at a time; each of them is asked for one picture after the other."""
SILENT = 3
"""Times in a row that a host may fail to answer before it is left alone."""
Answer = tuple[str, Size | asking.AskingError]


def run(options: argparse.Namespace) -> int:
    """Ask for the sizes that are missing, write them down, and return the exit status."""
    settings_file = Path(options.settings)
    if not settings_file.is_file():
        return _tell(f"{settings_file} is no file; name the site's settings with --settings", WRONG_CALL)
    from pelican_memoir.pictures.site import UnreadableSiteError, read  # late: it needs Pelican
    from pelican_memoir.telling import shown

    try:
        site = read(settings_file)
        file = sizes_elsewhere.file_of(site.settings)
        if file is None or "sizes" not in site.settings["MEMOIR_REPAIR"]:
            off = "MEMOIR_PICTURE_SIZES" if file is None else 'the repair "sizes"'
            return _tell(f"{off} is switched off in {settings_file}; no host was asked", UNKNOWN)
        known, wrong = sizes_elsewhere.read(file, shown(str(file)))
        if wrong:
            print(*wrong, sep="\n", file=sys.stderr)
            return UNKNOWN
        return _complete(site, file, known, again=options.again)
    except (OSError, UnreadableSiteError, MemoirError) as error:
        return _tell(str(error), UNKNOWN)


def _complete(site: Site, file: Path, known: dict[str, Size], *, again: bool) -> int:
    """Ask for what is not known, or for all `again`, and write the file where it changes. Raises `OSError`."""
    before = dict(known)
    for address in sorted(known.keys() - site.places - site.mentions(known.keys() - site.places)):
        del known[address]
        print(f"no post shows {address} any more; its size is dropped")
    wanted = [address for address in site.places if again or address not in known]
    failed: list[Problem] = []
    try:
        for number, (address, answer) in enumerate(answers(wanted), 1):
            if isinstance(answer, asking.AskingError):
                places, code = site.places[address], sizes_elsewhere.CODE
                failed += [Problem(place, code, f"{address}: {answer}") for place in places]
                said = "not known"
            else:
                known[address] = answer
                said = "{} × {}".format(*answer)
            print(f"{number}/{len(wanted)} {said}: {address}", flush=True)
    except KeyboardInterrupt:
        return _tell("stopped; what was answered is kept", UNKNOWN)
    finally:
        if known != before:
            sizes_elsewhere.write(file, known)
    print(*failed, sep="\n", end="\n" if failed else "", file=sys.stderr)
    missing = len(site.places.keys() - known)
    pictures = "1 picture" if len(site.places) == 1 else f"{len(site.places)} pictures"
    print(f"{pictures} from elsewhere, {missing} without a size; {file.name}")
    return UNKNOWN if failed else KNOWN


def answers(addresses: Iterable[str]) -> Iterator[Answer]:
    """Yield what came of each address as it comes, `AT_ONCE` hosts at a time and each for one after the other."""
    hosts: dict[str, list[str]] = {}
    for address in addresses:
        hosts.setdefault(_host(address), []).append(address)
    came: SimpleQueue[Answer | None] = SimpleQueue()
    stop = Event()
    pool = ThreadPoolExecutor(AT_ONCE)
    tasks = [pool.submit(_ask_host, theirs, came, stop) for theirs in hosts.values()]
    try:
        for _ in range(sum(map(len, hosts.values()))):
            answer = came.get()
            if answer is None:  # a task failed: `result` says how
                break
            yield answer
        for task in as_completed(tasks):
            task.result()
    finally:
        stop.set()
        pool.shutdown(wait=False, cancel_futures=True)


def _ask_host(addresses: list[str], came: SimpleQueue[Answer | None], stop: Event) -> None:
    silent = 0
    try:
        for address in addresses:
            if stop.is_set():
                return
            try:
                if silent >= SILENT:
                    raise asking.SilentHostError("not asked, as its host gave no answer; try again later")
                came.put((address, asking.size_of(address)))
                silent = 0
            except asking.AskingError as error:
                silent = silent + 1 if isinstance(error, asking.SilentHostError) else 0
                came.put((address, error))
    except BaseException:
        came.put(None)
        raise


def _host(address: str) -> str:
    try:
        return urlsplit(address).netloc
    except ValueError:
        return ""


def _tell(message: str, status: int) -> int:
    print(f"pelican-memoir: {message}", file=sys.stderr)
    return status


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser(
        "pictures",
        help="ask once how large pictures from elsewhere are, so that pages do not move while they load",
        description="Ask other hosts for the first bytes of the pictures that posts and pages show from them, and keep"
        " width and height in picture-sizes.json for every build. A build asks nobody.",
        epilog="Exit status: 0 all sizes are known, 1 some are not, 2 the call is wrong.",
    )
    parser.add_argument(
        "-s",
        "--settings",
        metavar="FILE",
        default=SETTINGS,
        help=f"the site's settings (default: {SETTINGS})",
    )
    parser.add_argument("--again", action="store_true", help="ask anew for pictures whose sizes are known")
    parser.set_defaults(run=run)
