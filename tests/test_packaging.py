"""The package as people install it: a wheel, an sdist and an editable install, each in a fresh virtual environment."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from lacking import lacking

ROOT = Path(__file__).parent.parent
POST = "---\ntitle: 2022년 회고\n---\n## 1분기 [1월~3월]\n\n### 1) 취득\n\n## 2분기\n\n### 1) 이사\n"
CONFIGURATION = 'SITENAME = "Fresh"\nPATH = "content"\nTIMEZONE = "Asia/Seoul"\nDEFAULT_LANG = "ko"\nFEED_DOMAIN = "https://fresh.example"\n'

WAYS = {
    "found by itself": 'THEME = "memoir"',
    "short name": 'PLUGINS = ["memoir"]\nimport pelican_memoir\nTHEME = pelican_memoir.theme_path()',
    "package": 'PLUGINS = ["pelican_memoir"]\nTHEME = "memoir"',
    "both": 'PLUGINS = ["memoir", "pelican_memoir"]\nimport pelican_memoir\nTHEME = pelican_memoir.theme_path()',
}


def run(*command: str | Path, cwd: str | Path = "/") -> str:
    """Run a command, away from the checkout, whose modules Python would find first; return what it said."""
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout + done.stderr


@pytest.fixture(scope="session")
def distributions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist, and the wheel that is built from it."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT)
    return folder


@pytest.fixture(scope="session")
def install(tmp_path_factory: pytest.TempPathFactory, distributions: Path) -> Callable[[str], Path]:
    """Install a kind of distribution into a virtual environment of its own, once; return the environment."""
    made: dict[str, Path] = {}
    what = {
        "wheel": (str(next(distributions.glob("*.whl"))),),
        "sdist": (str(next(distributions.glob("*.tar.gz"))),),
        "editable": ("--editable", str(ROOT)),
    }

    def fresh(kind: str) -> Path:
        if kind not in made:
            environment = tmp_path_factory.mktemp(kind) / "venv"
            run(sys.executable, "-m", "venv", "--without-pip", environment)
            # The pip that is here, as making one for each takes longer than all that it installs.
            place = ("--python", str(environment / "bin" / "python"))
            pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", *place)
            done = subprocess.run([*pip, "install", *what[kind]], capture_output=True, text=True, check=False)
            if done.returncode and "Could not find a version" in done.stderr:
                lacking("no package index can be reached")
            assert done.returncode == 0, done.stderr
            made[kind] = environment
        return made[kind]

    return fresh


@pytest.mark.slow
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("kind", ["wheel", "sdist", "editable"])
def test_builds_a_site(tmp_path: Path, install: Callable[[str], Path], kind: str, way: str) -> None:
    environment = install(kind)
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "2022-12-31-year.md").write_text(POST, encoding="utf-8")
    (tmp_path / "pelicanconf.py").write_text(CONFIGURATION + WAYS[way], encoding="utf-8")
    said = run(environment / "bin" / "pelican", cwd=tmp_path)
    assert "WARNING" not in said
    assert "ERROR" not in said
    page = (tmp_path / "output" / "year.html").read_text(encoding="utf-8")
    assert page.count('data-period="quarter-1"') == 1
    assert (tmp_path / "output" / "theme" / "css" / "main.css").is_file()
    assert (tmp_path / "output" / "timeline.html").is_file()


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["wheel", "sdist", "editable"])
def test_brings_its_command(install: Callable[[str], Path], kind: str) -> None:
    said = run(install(kind) / "bin" / "pelican-memoir", "--version")
    assert said.startswith("pelican-memoir ")


@pytest.mark.slow
def test_the_dialect_works_by_itself(install: Callable[[str], Path]) -> None:
    code = "import markdown; print(markdown.markdown(\"'긍정'의\", extensions=['pelican_memoir.kramdown']))"
    assert run(install("wheel") / "bin" / "python", "-X", "utf8", "-c", code) == "<p>‘긍정’의</p>\n"


@pytest.mark.slow
def test_an_editable_install_shows_the_theme_that_is_edited(install: Callable[[str], Path]) -> None:
    code = (
        "import pelican, pathlib, pelican_memoir\n"
        "from pelican_memoir.theming.location import live_theme\n"
        "copy = pathlib.Path(pelican.__file__).parent / 'themes' / 'memoir'\n"
        "assert copy.is_dir()\n"
        "print(pelican_memoir.theme_path(), live_theme(str(copy)), live_theme('/other/theme'), sep='\\n')"
    )
    theme = str(ROOT / "theme")
    assert run(install("editable") / "bin" / "python", "-c", code).splitlines() == [
        theme,
        theme,
        "/other/theme",
    ]


@pytest.mark.slow
def test_a_wheel_uses_its_own_theme(install: Callable[[str], Path]) -> None:
    code = (
        "import pelican, pathlib, pelican_memoir\n"
        "from pelican_memoir.theming.location import live_theme\n"
        "copy = str(pathlib.Path(pelican.__file__).parent / 'themes' / 'memoir')\n"
        "print(pelican_memoir.theme_path() == live_theme(copy) == copy)"
    )
    assert run(install("wheel") / "bin" / "python", "-c", code) == "True\n"


@pytest.mark.slow
def test_contents_of_the_wheel(distributions: Path) -> None:
    with zipfile.ZipFile(next(distributions.glob("*.whl"))) as wheel:
        names = set(wheel.namelist())
    assert "pelican/plugins/memoir/__init__.py" in names
    assert "pelican_memoir/py.typed" in names
    assert {f"pelican_memoir/languages/{code}.toml" for code in ("ko", "en", "ja", "zh")} <= names
    theme = {
        "pelican/themes/memoir/" + file.relative_to(ROOT / "theme").as_posix()
        for file in (ROOT / "theme").rglob("*")
        if file.is_file() and not file.name.startswith(".")
    }
    assert theme <= names
    # Either of these would break every other plugin of the environment.
    assert not {"pelican/__init__.py", "pelican/plugins/__init__.py", "pelican/themes/__init__.py"} & names
    assert {name.split("/")[0] for name in names if not name.endswith("/")} == {
        "pelican",
        "pelican_memoir",
        next(name.split("/")[0] for name in names if ".dist-info/" in name),
    }


@pytest.mark.slow
def test_contents_of_the_sdist(distributions: Path) -> None:
    with tarfile.open(next(distributions.glob("*.tar.gz"))) as archive:
        names = {name.split("/", 1)[1] for name in archive.getnames() if "/" in name}
    wanted = ["LICENSE", "README.md", "pyproject.toml", "theme/templates/base.html", "tests/conftest.py"]
    wanted += [
        "namespace/pelican/plugins/memoir/__init__.py",
        "sample_site/pelicanconf.py",
        "pelican_memoir/py.typed",
    ]
    assert set(wanted) <= names
