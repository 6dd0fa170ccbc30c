"""Owns the way from one pose of an animal to another: joints and angles are mixed, what is no number changes half-way.

Does not know: which poses, when, drawing.
"""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any, TypeVar

T = TypeVar("T")


def between(a: T, b: T, share: float) -> T:
    """A pose on its way.

    Args:
        a: Where it comes from: a frozen dataclass of numbers, points, tables of such, and words.
        b: Where it goes, of the same class.
        share: 0 is `a`, 1 is `b`.
    """
    return _mixed(a, b, share)  # type: ignore[no-any-return]


def _mixed(a: Any, b: Any, share: float) -> Any:
    if isinstance(a, bool) or isinstance(b, bool) or a is None or b is None:
        return b if share >= 0.5 else a
    if isinstance(a, (int, float)) and isinstance(b, (int, float)):
        return a + (b - a) * share
    if isinstance(a, tuple) and isinstance(b, tuple) and len(a) == len(b):
        return tuple(_mixed(x, y, share) for x, y in zip(a, b, strict=True))
    if isinstance(a, dict) and isinstance(b, dict):
        return {name: _mixed(a.get(name, value), value, share) for name, value in b.items()}
    if hasattr(a, "__dataclass_fields__") and type(a) is type(b):
        made = {item.name: _mixed(getattr(a, item.name), getattr(b, item.name), share) for item in fields(a)}
        return replace(b, **made)
    return b if share >= 0.5 else a
