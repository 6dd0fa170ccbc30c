"""Owns writing a Story as YAML that reads back as the same Story. Does not know: where it is kept."""

from __future__ import annotations

import yaml

from planners.story import Story


class _Dumper(yaml.SafeDumper):
    """Long texts as blocks, so that a person can edit them."""


def _text(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
    style = "|" if "\n" in value else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)


_Dumper.add_representer(str, _text)


def story_to_yaml(story: Story) -> str:
    """The story as YAML, without what was left at its default."""
    data = story.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    data = {"schema": story.schema_, **data}
    if "size" in data:
        data["size"] = f"{story.size[0]}x{story.size[1]}"
    return yaml.dump(data, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=100)
