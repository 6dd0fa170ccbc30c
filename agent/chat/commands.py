"""Owns the rules about what is done with a film: undo, show, export, branches, takes, reasons, costs, help.

Does not know: edits.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from agent.chat.rule import Build, Heard, Meaning
from agent.chat.shots import CARDINALS
from agent.chat.understood import Command, CommandName


def _plain(name: CommandName) -> Build:
    return lambda heard: Command(name=name)


def _number(heard: Heard, group: str, otherwise: int = 1) -> int:
    words = heard.text(group).lower()
    if not words:
        return otherwise
    return (
        int(words)
        if words.isdigit()
        else CARDINALS.get(words, {"twice": 2, "thrice": 3, "a": 1, "another": 1}.get(words, 1))
    )


def _steps(name: CommandName) -> Build:
    return lambda heard: Command(name=name, number=_number(heard, "number"))


def _of_shot(name: CommandName) -> Build:
    def build(heard: Heard) -> Meaning:
        shot = heard.shot() if heard.has("shots") or heard.spoken.shot else None
        return Command(name=name, shot=shot, words=heard.text("words"))

    return build


def _told(name: CommandName) -> Build:
    return lambda heard: Command(name=name, words=heard.text("quote") or heard.text("words"))


def _takes(heard: Heard) -> Meaning:
    return Command(name="takes", shot=heard.shot(), number=_number(heard, "number", 3))


def _retry(heard: Heard) -> Meaning:
    return Command(name="retry", shot=heard.shot())


def _pick(heard: Heard) -> Meaning:
    number = {"first": 1, "second": 2, "third": 3, "fourth": 4}.get(heard.text("number").lower())
    shot = heard.shot() if heard.has("shots") or heard.spoken.shot else None
    return Command(name="pick", shot=shot, number=number or _number(heard, "number"))


_MODELS = re.compile(
    r"\b(?:wan|ltx|svd|stable video|hunyuan|cogvideox?|animatediff|flux|sdxl|qwen|kolors|gligen|img2img"
    r"|animatic|openai)"
    r"[\w:.-]*",
    re.IGNORECASE,
)


def _cost(heard: Heard) -> Meaning:
    """With the generator that is named, if one is."""
    named = _MODELS.search(heard.match.string)
    return Command(name="cost", words=heard.text("words") or (named.group() if named else ""))


_PLAIN: tuple[CommandName, ...] = ("render", "stop", "board", "show", "history", "check", "quit")
_STEPS: tuple[CommandName, ...] = ("undo", "redo")
_TOLD: tuple[CommandName, ...] = ("export", "branch", "switch", "go_to", "help", "hello")
MEANINGS: Mapping[str, Build] = {
    **{name: _plain(name) for name in _PLAIN},
    **{name: _steps(name) for name in _STEPS},
    **{name: _told(name) for name in _TOLD},
    "cost": _cost,
    "show_shot": _of_shot("show"),
    "why": _of_shot("why"),
    "takes": _takes,
    "pick": _pick,
    "retry": _retry,
}
"""Name in the grammar -> function."""
