"""Owns safe YAML with line numbers: text -> plain values and the line on which each stands.

Nothing but plain scalars, lists and mappings can come out. Does not know: what the values mean.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from planners.formats.errors import StoryError

Where = tuple[str | int, ...]

MAX_BYTES = 8_000_000
MAX_VALUES = 400_000
"""More values than this after expanding aliases is an alias bomb, not a story."""


class _Reader:
    """Walks the node tree once, so that aliases cannot multiply without being counted."""

    def __init__(self, source: str | Path) -> None:
        self.source = source
        self.lines: dict[Where, int] = {}
        self.count = 0

    def value(self, node: yaml.Node, where: Where) -> Any:
        self.count += 1
        line = node.start_mark.line + 1
        self.lines[where] = line
        if self.count > MAX_VALUES:
            raise StoryError("too many values (an alias that repeats itself?)", source=self.source, line=line)
        if node.tag not in _PLAIN:
            raise StoryError(f"the tag {node.tag!r} is not allowed: plain values only", source=self.source, line=line)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, where)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(child, (*where, index)) for index, child in enumerate(node.value)]
        return self._scalar(node, line)

    def _mapping(self, node: yaml.MappingNode, where: Where) -> dict[str, Any]:
        out: dict[str, Any] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1
            if not isinstance(key_node, yaml.ScalarNode):
                raise StoryError("a key must be a plain word", source=self.source, line=line)
            key = str(key_node.value)
            if key in out:
                raise StoryError(f"the key {key!r} is given twice", source=self.source, line=line)
            out[key] = self.value(value_node, (*where, key))
            self.lines[(*where, key)] = line
        return out

    def _scalar(self, node: yaml.Node, line: int) -> Any:
        raw = str(node.value)
        if node.tag == "tag:yaml.org,2002:int" and ":" in raw:
            return raw  # 16:9 is an aspect, not a number in base 60
        try:
            return yaml.SafeLoader("").construct_object(node) if node.tag in _TYPED else raw
        except (ValueError, yaml.YAMLError) as error:
            raise StoryError(f"cannot read {raw!r}: {error}", source=self.source, line=line) from error


_PLAIN = {
    f"tag:yaml.org,2002:{name}" for name in ("map", "seq", "str", "int", "float", "bool", "null", "timestamp", "value")
}
_TYPED = {f"tag:yaml.org,2002:{name}" for name in ("int", "float", "bool", "null")}


def read_yaml(text: str, source: str | Path) -> tuple[Any, dict[Where, int]]:
    """Plain values of a YAML text, and the line of every value by its path.

    Raises:
        StoryError: not YAML, a duplicate key, a tag, or an alias bomb; with file and line.
    """
    if len(text) > MAX_BYTES:
        raise StoryError(f"{len(text):,} characters is more than a story can have ({MAX_BYTES:,})", source=source)
    node = _composed(text, source)
    if node is None:
        return None, {}
    reader = _Reader(source)
    return reader.value(node, ()), reader.lines


def _composed(text: str, source: str | Path) -> yaml.Node | None:
    try:
        return yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line = None if mark is None else mark.line + 1
        raise StoryError(f"not valid YAML: {error.problem}", source=source, line=line, hint=_HINT) from error
    except yaml.YAMLError as error:
        raise StoryError(f"not valid YAML: {error}", source=source) from error
    except RecursionError:
        raise StoryError("lists or mappings are nested too deeply", source=source) from None


_HINT = "A text with a colon or a # in it needs quotes, or `|` and indented lines below."
