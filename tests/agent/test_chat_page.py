"""docs/chat.md shows what the grammar understands: its examples are the grammar's, and every one of them works.

`python tests/agent/test_chat_page.py` writes the page's list of examples anew.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from agent.chat import RULES
from agent.talk.helping import GROUPS, examples

PAGE = Path(__file__).parents[2] / "docs" / "chat.md"
BEGIN, END = "<!-- examples of agent/chat/grammar.yaml -->", "<!-- end of examples -->"


def listed() -> str:
    rows = []
    for heading, sentences in examples().items():
        rows += [f"**{heading[:1].upper()}{heading[1:]}**", "", *(f"- {text}" for text in sentences), ""]
    return "\n".join([BEGIN, "", *rows, END])


def test_the_page_shows_the_examples_of_the_grammar() -> None:
    text = PAGE.read_text(encoding="utf-8")
    found = text[text.index(BEGIN) : text.index(END) + len(END)]
    assert found == listed(), "write it anew with: python tests/agent/test_chat_page.py"


def test_every_rule_is_in_help() -> None:
    assert {item.name for item in RULES} == {name for names in GROUPS.values() for name in names}


@pytest.mark.parametrize("rule", sorted({(item.name, item.example) for item in RULES}))
def test_every_example_is_matched_by_its_own_rule(rule: tuple[str, str]) -> None:
    name, example = rule
    assert any(item.pattern.match(example) for item in RULES if item.name == name), example


if __name__ == "__main__":
    text = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(text[: text.index(BEGIN)] + listed() + text[text.index(END) + len(END) :], encoding="utf-8")
