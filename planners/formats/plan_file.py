"""Owns the plan as YAML: short boxes in flow style, stable order, read back exactly and strictly.

Does not know: how a plan is made.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from planners.formats.checked import checked
from planners.formats.errors import StoryError
from planners.formats.lines import read_yaml
from planners.plan import PLAN_SCHEMA, Plan

FLOW_LETTERS = 110
"""Plain mappings and lists up to this length are written on one line."""


class _Dumper(yaml.SafeDumper):
    """Blocks for long text and nested values, one line for short leaves."""

    def ignore_aliases(self, data: Any) -> bool:
        """Never write anchors: every value stands where it is used."""
        return True


def _short(value: Any) -> bool:
    nested = value.values() if isinstance(value, dict) else value
    deep = any(isinstance(item, dict) for item in nested)
    return not deep and len(str(value)) <= FLOW_LETTERS


def _mapping(dumper: _Dumper, value: dict[str, Any]) -> yaml.MappingNode:
    return dumper.represent_mapping("tag:yaml.org,2002:map", value.items(), flow_style=bool(value) and _short(value))


def _sequence(dumper: _Dumper, value: list[Any]) -> yaml.SequenceNode:
    return dumper.represent_sequence("tag:yaml.org,2002:seq", value, flow_style=_short(value))


def _text(dumper: _Dumper, value: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style="|" if "\n" in value else None)


_Dumper.add_representer(dict, _mapping)
_Dumper.add_representer(list, _sequence)
_Dumper.add_representer(str, _text)


def plan_to_yaml(plan: Plan) -> str:
    """The plan as YAML that a person can read and edit; what is at its default is left out."""
    data = plan.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    data = {"schema": plan.schema_, **data}
    return yaml.dump(data, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=118)


def plan_from_yaml(text: str, source: str | Path = "plan.yaml") -> Plan:
    """The plan in a YAML text.

    Raises:
        StoryError: with file, line, what was found and what is allowed.
    """
    data, lines = read_yaml(text, source)
    if not isinstance(data, dict):
        raise StoryError("a plan is a mapping of keys", source=source, line=1)
    found = data.get("schema", PLAN_SCHEMA)
    if found != PLAN_SCHEMA:
        raise StoryError(f"schema {found!r} is not known", source=source, hint=f"This version reads {PLAN_SCHEMA}.")
    return checked(Plan, data, source=source, lines=lines)


def load_plan(path: str | Path) -> Plan:
    """The plan in a file.

    Raises:
        StoryError: there is no such file, or it is not a valid plan.
    """
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise StoryError("there is no plan here", source=path, hint="`storyreel make` writes one.") from None
    except UnicodeDecodeError as error:
        raise StoryError(f"not UTF-8 text (byte {error.start})", source=path) from None
    except OSError as error:
        raise StoryError(f"cannot be read: {error.strerror}", source=path) from None
    return plan_from_yaml(text, path)
