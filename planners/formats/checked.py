"""Owns turning pydantic's findings into one clear StoryError: file, line, what was found, what is allowed.

Does not know: any one format.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from planners.formats.errors import StoryError
from planners.formats.lines import Where

M = TypeVar("M", bound=BaseModel)


def checked(kind: type[M], data: Any, *, source: str | Path, lines: Mapping[Where, int]) -> M:
    """`data` as a `kind`, or the first thing that is wrong with it.

    Raises:
        StoryError: with the line of the faulty value, the value, what is allowed, and near names.
    """
    try:
        return kind.model_validate(data)
    except ValidationError as error:
        details = error.errors()
        first = min(details, key=lambda item: (item["type"] != "extra_forbidden", _line(item["loc"], lines) or 0))
        more = f" ({len(details) - 1} more after it)" if len(details) > 1 else ""
        what, hint = _explained(kind, first)
        raise StoryError(what + more, source=source, line=_line(first["loc"], lines), hint=hint) from None


def _line(where: Where, lines: Mapping[Where, int]) -> int | None:
    path = tuple(part for part in where if part not in ("__root__",))
    while path:
        if path in lines:
            return lines[path]
        path = path[:-1]
    return lines.get(())


def _explained(kind: type[BaseModel], item: ErrorDetails) -> tuple[str, str]:
    where = ".".join(str(part) for part in item["loc"]) or "the story"
    found = _short(item.get("input"))
    if item["type"] == "extra_forbidden":
        allowed = _keys(_model_at(kind, item["loc"][:-1]))
        near = difflib.get_close_matches(str(item["loc"][-1]), allowed, n=1)
        guess = f" Did you mean {near[0]!r}?" if near else ""
        return f"unknown key {where!r}.{guess}", f"Allowed here: {', '.join(allowed)}."
    if item["type"] == "missing":
        return f"{where!r} is missing", ""
    message = item["msg"].removeprefix("Value error, ")
    if item["type"] == "value_error" and not item["loc"]:
        return message, ""
    return f"{where!r}: {message}; found {found}", ""


def _model_at(kind: type[BaseModel], where: Where) -> type[BaseModel]:
    current = kind
    for part in where:
        field = _field(current, part)
        inner = None if field is None else _model_in(field)
        if inner is not None:
            current = inner
    return current


def _field(kind: type[BaseModel], part: str | int) -> Any:
    for name, info in kind.model_fields.items():
        if part in (name, info.alias):
            return info.annotation
    return None


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for inner in get_args(annotation):
        found = _model_in(inner)
        if found is not None:
            return found
    return None


def _keys(kind: type[BaseModel]) -> list[str]:
    return [info.alias or name for name, info in kind.model_fields.items()]


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "..."
