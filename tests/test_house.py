"""The house rules that a machine can hold: style, types, layers, and the length of files and functions."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest
from lacking import lacking

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "pelican_memoir").rglob("*.py"))
MAX_FILE, MAX_FUNCTION = 300, 50


@pytest.mark.slow
@pytest.mark.parametrize(
    "command", ["ruff check .", "ruff format --check .", "mypy", "lint-imports"], ids=lambda command: command
)
def test_the_checkers_are_content(command: str) -> None:
    name, *arguments = command.split()
    tool = Path(sys.executable).with_name(name)
    if not tool.exists():
        lacking(f"{name} is not installed: pip install --editable .[lint]")
    run = subprocess.run([tool, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_modules_are_short_and_say_what_they_do(module: Path) -> None:
    text = module.read_text(encoding="utf-8")
    tree = ast.parse(text)
    assert ast.get_docstring(tree), f"{name_of(module)} has no docstring"
    assert text.count("\n") <= MAX_FILE
    long = {
        node.name: node.end_lineno - node.lineno + 1
        for node in ast.walk(tree)
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
        and node.end_lineno is not None
        and node.end_lineno - node.lineno >= MAX_FUNCTION
    }
    assert long == {}


def test_nothing_is_called_a_helper() -> None:
    assert [name_of(module) for module in MODULES if "util" in module.stem or "helper" in module.stem] == []
