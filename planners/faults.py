"""Owns saying what is wrong with an answer so that a model, or a person, can mend it: path, found, allowed.

Does not know: which answers there are.
"""

from __future__ import annotations

import json
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails
from rapidfuzz import process

ROWS = 12
FOUND = 80
"""Letters of a wrong value that are repeated."""


def faults(error: ValidationError) -> tuple[str, ...]:
    """One sentence per mistake; the first dozen, and how many more there are."""
    rows = error.errors(include_url=False)
    said = [_fault(row) for row in rows[:ROWS]]
    if len(rows) > ROWS:
        said.append(f"and {len(rows) - ROWS} more mistakes of the same kinds")
    return tuple(dict.fromkeys(said))


def _fault(row: ErrorDetails) -> str:
    path = ".".join(map(str, row["loc"])) or "the answer"
    kind, context = row["type"], row.get("ctx", {})
    if kind == "missing":
        return f"{path}: is missing"
    if kind == "extra_forbidden":
        return f"{path}: there is no such field; leave it out"
    if kind in ("literal_error", "enum"):
        return f"{path}: found {_shown(row['input'])}; allowed: {context.get('expected')}{_near(row, context)}"
    return f"{path}: found {_shown(row['input'])}; {row['msg'].removeprefix('Value error, ')}"


def _near(row: ErrorDetails, context: dict[str, Any]) -> str:
    allowed = str(context.get("expected", "")).replace(" or ", ", ").split(", ")
    best = process.extractOne(str(row["input"]), [word.strip("'") for word in allowed], score_cutoff=60)
    return f"; perhaps '{best[0]}'" if best else ""


def _shown(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= FOUND else f"{text[:FOUND]}..."
