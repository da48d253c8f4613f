"""The tests in other environments: with the plugins that people use beside ours, and with other versions.

`nox` runs all sessions whose Python is on this machine; `make test-neighbours` and `make test-versions` call it.
"""

from __future__ import annotations

import nox

nox.options.default_venv_backend = "uv"
nox.options.download_python = "never"
nox.options.error_on_missing_interpreters = False

OLDEST = "3.11"  # the one that `make test` should run on, with the newest of everything
NEWER = ["3.12", "3.13", "3.14"]
# What is read, how it is rendered, and whole builds: what other versions could change. `make test` runs everything.
CORE = [
    *(
        f"tests/{part}"
        for part in ("jekyll", "kramdown", "languages", "memoir", "memory", "formulas", "repair", "site")
    ),
    *("tests/test_plugin.py", "tests/test_reader.py", "tests/test_rendering.py", "tests/theme/test_build.py"),
]
SPLIT = ("--numprocesses=auto", "--maxprocesses=4")
"""Several processes at once. What a file of tests has built serves all of them, but for the neighbours."""


@nox.session(python=OLDEST)
def neighbours(session: nox.Session) -> None:
    """Whole builds beside each of the plugins that PyPI has, and beside all of them."""
    session.install("--editable", ".[test,neighbours]")
    session.run("python", "-m", "pytest", *SPLIT, "tests/neighbours", *session.posargs)


@nox.session(python=OLDEST)
def lowest(session: nox.Session) -> None:
    """The oldest versions that `pyproject.toml` allows of what we are built on."""
    constraints = f"{session.create_tmp()}/lowest.txt"
    session.run_install(
        *("uv", "pip", "compile", "--quiet", "--resolution=lowest-direct", f"--python-version={OLDEST}"),
        *("pyproject.toml", "--output-file", constraints),
    )
    session.install("--constraint", constraints, "--editable", ".[test]")
    session.install(
        "docutils<0.22"
    )  # the oldest Pelican calls what newer ones warn of: an error in our tests
    session.run("python", "-m", "pytest", *SPLIT, "--dist=loadfile", *CORE, *session.posargs)


@nox.session(python=NEWER)
def newest(session: nox.Session) -> None:
    """Each newer Python, with the newest versions of everything."""
    session.install("--upgrade", "--editable", ".[test]")
    session.run("python", "-m", "pytest", *SPLIT, "--dist=loadfile", *CORE, *session.posargs)


@nox.session(python=OLDEST)
def audit(session: nox.Session) -> None:
    """Known weaknesses of the newest of all that is installed with the package, as PyPI's own service knows them."""
    pinned = f"{session.create_tmp()}/pinned.txt"
    session.run_install(
        *("uv", "pip", "compile", "--quiet", "--upgrade", "--extra=safe", "--extra=share"),
        *(f"--python-version={OLDEST}", "pyproject.toml", "--output-file", pinned),
    )
    session.install("pip-audit>=2.7")
    # Strict: a package that the service does not know has not been audited, and is not said to be clean.
    session.run("pip-audit", "--strict", "--disable-pip", "--no-deps", "-r", pinned, *session.posargs)
