"""Schemas on their way: strict where every field can be required, untouched in meaning elsewhere."""

from typing import Any

from pydantic import BaseModel

from planners.backends.openai.schema import clean, in_words, strict


class Leaf(BaseModel):
    title: str
    box: tuple[float, float, float, float]
    note: str | None = None


class Tree(BaseModel):
    leaves: list[Leaf] = []


class Loose(BaseModel):
    by_name: dict[str, Leaf]


def walk(node: Any) -> list[dict[str, Any]]:
    rows = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    return [*([node] if isinstance(node, dict) else []), *(found for row in rows for found in walk(row))]


def test_fields_called_like_keywords_stay_and_titles_go() -> None:
    leaf = clean(Tree.model_json_schema())["$defs"]["Leaf"]
    assert set(leaf["properties"]) == {"title", "box", "note"}
    assert "title" not in leaf
    assert leaf["properties"]["box"] == {
        "items": {"type": "number"}, "maxItems": 4, "minItems": 4, "type": "array"
    }  # fmt: skip


def test_strict_schemas_require_all_and_allow_no_more() -> None:
    found = strict(Tree.model_json_schema())
    assert found is not None
    objects = [node for node in walk(found) if node.get("type") == "object"]
    assert len(objects) == 2
    for node in objects:
        assert node["required"] == list(node["properties"])
        assert node["additionalProperties"] is False
    assert not any("default" in node for node in walk(found))


def test_open_mappings_cannot_be_strict_and_are_said_in_words() -> None:
    schema = Loose.model_json_schema()
    assert strict(schema) is None
    assert '"by_name"' in in_words(schema)
