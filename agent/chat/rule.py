"""Owns what a rule of the chat's grammar is, and the context in which it is tried.

Does not know: which rules there are.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources

import yaml

from agent.chat.naming import Spoken, Unclear, Unknown, entity_of
from agent.chat.shots import SHOTS, shots_of
from agent.chat.understood import Command
from agent.edits import Edit
from planners import Entity, Plan


@dataclass(frozen=True)
class Heard:
    """One line in the film that it is about."""

    match: re.Match[str]
    plan: Plan
    spoken: Spoken

    def text(self, name: str) -> str:
        """A group of the rule, without spaces and closing marks around it; empty when it is not there."""
        return self._group(name).strip(" \t,;:").rstrip(".!")

    def quote(self, name: str) -> str:
        """A group that is quoted speech: its marks stay."""
        return self._group(name).strip()

    def has(self, name: str) -> bool:
        """Whether the group is there."""
        return bool(self._group(name))

    def _group(self, name: str) -> str:
        """The group, by whichever of its places it was found in."""
        found = (value for key, value in self.match.groupdict().items() if key.partition("__")[0] == name and value)
        return next(found, "")

    def shots(self, name: str = "shots") -> tuple[str, ...]:
        """Ids of the shots that a group names; the one spoken of before when it names none.

        Raises:
            Unknown, Unclear: there are none, or several could be meant.
        """
        return shots_of(self.text(name) or "this shot", self.plan, self.spoken)

    def shot(self, name: str = "shots") -> str:
        """Id of the one shot that a group names.

        Raises:
            Unknown, Unclear: there is none, or several are meant.
        """
        found = self.shots(name)
        if len(found) != 1:
            raise Unknown(f"{self.text(name)!r} names {len(found)} shots; name one")
        return found[0]

    def entity(self, name: str = "who", *kinds: str, exact: bool = False) -> Entity:
        """Whom a group means; exactly: by a name or noun as it is written.

        Raises:
            Unknown, Unclear: nobody, or several.
        """
        try:
            return entity_of(self.text(name), self.plan, self.spoken, kinds=kinds, exact=exact)
        except Unclear as error:
            here = self._here().intersection(error.candidates)
            if len(here) != 1:
                raise
            return self.plan.entities[here.pop()]

    def _here(self) -> set[str]:
        """Ids of everybody in the shots that the line names."""
        if not self.has("shots"):
            return set()
        shots = [self.plan.shot(name) for name in self.shots()]
        return {track.entity for shot in shots for track in shot.layout}

    def known(self, name: str, *kinds: str, exact: bool = False) -> Entity | None:
        """Whom a group means; None when nobody is."""
        try:
            return self.entity(name, *kinds, exact=exact)
        except Unknown:
            return None


Meaning = Sequence[Edit] | Command | None
"""Edits, a command, or None: the rule does not apply after all."""


Build = Callable[[Heard], Meaning]
"""What a rule's words mean in a film."""


@dataclass(frozen=True)
class Rule:
    """A way of saying something."""

    name: str
    """As the grammar calls what it means."""
    example: str
    """A sentence that it understands, for help and for the nearest sentence."""
    pattern: re.Pattern[str]
    build: Build


def rules(meanings: Mapping[str, Build]) -> tuple[Rule, ...]:
    """The rules of `grammar.yaml`, in the order in which they are tried.

    Args:
        meanings: The functions that its rules name.

    Raises:
        KeyError: the grammar names a function or a fragment that is not there.
    """
    grammar = yaml.safe_load(resources.files("agent.chat").joinpath("grammar.yaml").read_text(encoding="utf-8"))
    fragments = {**grammar["fragments"], **_FRAGMENTS}
    return tuple(
        Rule(
            row["means"],
            row["example"],
            re.compile(_written(pattern, fragments), re.IGNORECASE),
            meanings[row["means"]],
        )
        for row in grammar["rules"]
        for pattern in row["says"]
    )


_FRAGMENTS: Mapping[str, str] = {
    "SHOTS": f"(?P<shots>{SHOTS})",
    "SHOTS2": f"(?P<shots2>{SHOTS})",
    "QUOTE": r"[\"“”'‘](?P<quote>[^\"“”]+?)[\"“”'’]",
}


def _written(pattern: str, fragments: Mapping[str, str]) -> str:
    """The expression of a whole line: fragments filled in, a name that is used twice with a number."""
    while found := re.search(r"\{([A-Z]+2?)\}", pattern):
        pattern = pattern.replace(found.group(), fragments[found.group(1)])
    seen: Counter[str] = Counter()

    def once(found: re.Match[str]) -> str:
        name = found.group(1)
        seen[name] += 1
        return f"(?P<{name}__{seen[name]}>" if seen[name] > 1 else found.group()

    return re.sub(r"\(\?P<(\w+)>", once, pattern) + r"\s*[.!?]*$"
