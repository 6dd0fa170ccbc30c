"""The shape that the project promises: docstrings, sizes, no print, one broad except, a sorted public surface."""

import ast
from pathlib import Path

import pytest

import agent

ROOT = Path(__file__).parents[2]
FOLDERS = ("agent", "consistency", "generators", "planners", "prompts")
MODULES = sorted(path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py"))
TALKERS = {"agent/cli.py", "agent/chat.py"}


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_every_module_says_what_it_owns() -> None:
    silent = [name(path) for path in MODULES if path.read_text() and not ast.get_docstring(ast.parse(path.read_text()))]
    assert silent == []


def test_files_and_functions_stay_small() -> None:
    long_files, long_functions = [], []
    for path in [*MODULES, *sorted((ROOT / "tests").rglob("*.py"))]:
        text = path.read_text()
        if text.count("\n") > (500 if "backends" in path.parts else 400):
            long_files.append(name(path))
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno + 1 > 60:
                long_functions.append(f"{name(path)}:{node.name}")
    assert long_files == []
    assert long_functions == []


def test_one_broad_except_at_most_and_no_print() -> None:
    broad, prints = [], []
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.ExceptHandler) and getattr(node.type, "id", "") in ("Exception", "BaseException"):
                broad.append(name(path))
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "print" and name(path) not in TALKERS:
                prints.append(name(path))
    assert len(broad) <= 1
    assert prints == []


def test_public_names_are_sorted_and_all_there_is() -> None:
    assert agent.__all__ == sorted(agent.__all__)
    own = {key for key, value in vars(agent).items() if not key.startswith("_") and not isinstance(value, type(ast))}
    assert own == set(agent.__all__)


@pytest.mark.parametrize("folder", FOLDERS)
def test_folders_of_the_design_exist(folder: str) -> None:
    assert (ROOT / folder / "__init__.py").is_file()
