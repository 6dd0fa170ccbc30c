"""ARCHITECTURE.md has one line per module, and it is the module's own first sentence.

Run `python tests/architecture/test_architecture_page.py` to bring the page up to date.
"""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "ARCHITECTURE.md"
MARK = "<!-- modules: one line each, taken from the docstrings by tests/architecture/test_architecture_page.py -->\n"


def rows() -> str:
    out = []
    for folder in ("prompts", "planners", "generators", "consistency", "agent"):
        out.append(f"\n### {folder}\n")
        for path in sorted((ROOT / folder).rglob("*.py")):
            text = ast.get_docstring(ast.parse(path.read_text()))
            if text:
                first = re.split(r"(?<=[.:])\s+(?=[A-Z])|\n\n", " ".join(text.split()), maxsplit=1)[0]
                out.append(f"- `{path.relative_to(ROOT).as_posix()}`: {first}")
    return "\n".join(out) + "\n"


def test_the_page_lists_every_module_with_its_own_words() -> None:
    assert PAGE.read_text().split(MARK)[1] == rows(), f"run: python {Path(__file__).relative_to(ROOT)}"


if __name__ == "__main__":
    PAGE.write_text(PAGE.read_text().split(MARK)[0] + MARK + rows())
