"""Owns JSON schemas on their way to a server: cleaned, strict where a server wants that, or said in words.

Does not know: which server takes what.
"""

from __future__ import annotations

import json
from typing import Any

Schema = dict[str, Any]


def clean(schema: Schema) -> Schema:
    """The schema without titles; pairs and boxes of one type as plain lists of fixed length."""
    found: Schema = _walk(schema)
    return found


def strict(schema: Schema) -> Schema | None:
    """The schema as OpenAI's strict mode wants it: every field required, none beside them; None when that cannot be."""
    cleaned = clean(schema)
    return _strict(cleaned) if _can_be_strict(cleaned) else None


def in_words(schema: Schema) -> str:
    """What a model is told when its server may not enforce the schema."""
    text = json.dumps(clean(schema), ensure_ascii=False, separators=(",", ":"))
    return (
        "Answer with one JSON object and nothing before or after it: no explanation, no code fence. It must be valid "
        f"under this JSON schema (give an object, not the schema):\n{text}"
    )


def _walk(node: Any, *, named: bool = False) -> Any:
    """`named`: the keys of this mapping are names of fields, not keywords."""
    if isinstance(node, list):
        return [_walk(item) for item in node]
    if not isinstance(node, dict):
        return node
    rows = {
        key: value if key in ("enum", "const", "default", "examples") and not named
        else _walk(value, named=not named and key in ("properties", "$defs"))
        for key, value in node.items()
        if named or key != "title"
    }  # fmt: skip
    items = rows.get("prefixItems")
    if not named and isinstance(items, list) and items and all(item == items[0] for item in items):
        del rows["prefixItems"]
        rows["items"] = items[0]
    return rows


def _can_be_strict(node: Any) -> bool:
    if isinstance(node, list):
        return all(map(_can_be_strict, node))
    if not isinstance(node, dict):
        return True
    if "prefixItems" in node or isinstance(node.get("additionalProperties"), dict):
        return False
    if node.get("type") == "object" and not node.get("properties"):
        return False
    return all(map(_can_be_strict, node.values()))


def _strict(node: Any) -> Any:
    if isinstance(node, list):
        return [_strict(item) for item in node]
    if not isinstance(node, dict):
        return node
    rows = {key: _strict(value) for key, value in node.items() if key != "default" or isinstance(value, dict)}
    if "$ref" in rows:
        return {"$ref": rows["$ref"]}
    if rows.get("type") == "object" and isinstance(rows.get("properties"), dict):
        rows["required"] = list(rows["properties"])
        rows["additionalProperties"] = False
    return rows
