"""Owns finding the JSON object in what a model wrote: around it may be thoughts, prose or code fences; it may limp.

Does not know: what the object should hold.
"""

from __future__ import annotations

import importlib
import json
import re
from collections.abc import Iterator
from typing import Any

_THOUGHT = re.compile(r"<(think|thinking|reasoning)>.*?(?:</\1>|\Z)", re.DOTALL | re.IGNORECASE)
_CODE = re.compile(r"```[\w-]*[ \t]*\n(.*?)```", re.DOTALL)
_DECODER = json.JSONDecoder(strict=False)


class Unreadable(ValueError):
    """There is no JSON object in a text; says what there is instead."""


def find_object(text: str) -> dict[str, Any]:
    """The JSON object in an answer: the largest that is valid as it stands, else the outermost braces, mended.

    A text that breaks off before its last brace is not mended: what is missing would be lost in silence.

    Raises:
        Unreadable: no object is there, or it breaks off.
    """
    bare = _THOUGHT.sub("", text) if not text.lstrip().startswith("{") else text
    found = max(_objects(bare), key=lambda pair: pair[0], default=None)
    outer = _outer(bare)
    if found is not None and (outer is None or found[0] * 2 >= len(outer)):
        return found[1]
    if outer is None:
        raise Unreadable(_without(bare))
    mended = _mended(outer)
    if mended is None:
        if found is not None:
            return found[1]
        raise Unreadable("what stands between the outermost braces is no JSON, and could not be mended")
    return mended


def breaks_off(text: str) -> bool:
    """Whether a text opens an object and never closes it."""
    bare = _THOUGHT.sub("", text)
    return "{" in bare and _outer(bare) is None


def _objects(text: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """Every valid object that does not lie in another, with its length."""
    at = text.find("{")
    while at >= 0:
        try:
            value, end = _DECODER.raw_decode(text, at)
        except (ValueError, RecursionError):
            end = at + 1
        else:
            if isinstance(value, dict):
                yield end - at, value
        at = text.find("{", end)


def _outer(text: str) -> str | None:
    """From the first brace to the last, in a code block if there is one; None when more are opened than closed."""
    blocks = [block for block in _CODE.findall(text) if "{" in block]
    body = max(blocks, key=len) if blocks else text
    start, end = body.find("{"), body.rfind("}")
    if start < 0 or end < start:
        return None
    inside = re.sub(r'"(?:[^"\\]|\\.)*"', '""', body[start : end + 1], flags=re.DOTALL)
    return None if inside.count("{") > inside.count("}") else body[start : end + 1]


def _mended(text: str) -> dict[str, Any] | None:
    library = importlib.import_module("json_repair")
    try:
        value = library.loads(text, skip_json_loads=True)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) and value else None


def _without(text: str) -> str:
    if not text.strip():
        return "the answer is empty"
    if "{" in text:
        return "the JSON object breaks off before its last brace"
    return f"there is no JSON object in the answer, which begins {text.strip()[:60]!r}"
