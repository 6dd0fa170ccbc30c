"""Owns how a node of the director is run: the model is asked, and when it fails the rules' result stands and is named.

Does not know: what any node asks.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from planners.chat_model import Asker
from planners.errors import ChatError, NoAnswer
from planners.nodes.state import State
from planners.plan import Note

Item = TypeVar("Item")
Node = Callable[[State, Asker], State]

SILENT_NODES = 2
"""After so many nodes one after another whose model could not be reached, the others do not try."""


def guarded(name: str, what: str, node: Node) -> Node:
    """A node that never fails for the model's sake.

    Args:
        name: What the notes call it.
        what: Whose rules' result stands when it fails: "cast", "events and places".
        node: What may raise ChatError. Any other error, a passed budget among them, goes on to the caller.
    """

    def step(state: State, asker: Asker) -> State:
        if state.get("unreached", 0) >= SILENT_NODES:
            return noted(state, {}, [_downgrade(name, what, "the model could not be reached before")])
        try:
            changed = node(state, asker)
        except NoAnswer as error:
            return {**noted(state, {}, [_downgrade(name, what, reason(error))]), "unreached": 0}
        except ChatError as error:
            missed = state.get("unreached", 0) + 1
            return {**noted(state, {}, [_downgrade(name, what, reason(error))]), "unreached": missed}
        return {**changed, "unreached": 0}

    return step


def reason(error: ChatError) -> str:
    """One line of why there is no answer."""
    problems = getattr(error, "problems", ())
    text = " ".join(str(error).split())
    return f"{text}: {'; '.join(problems)}"[:300] if problems else text[:300]


def _downgrade(name: str, what: str, why: str) -> Note:
    return Note(kind="downgrade", where=name, what=f"the rules planner's own {what} used: {why}")


def noted(state: State, changes: State, notes: Iterable[Note]) -> State:
    """The changes with notes added where they survive: in the reading before there are drafts, in the state after."""
    added = tuple(notes)
    if not added:
        return changes
    if "drafts" in state or "drafts" in changes:
        before = changes.get("notes", state.get("notes", ()))
        return {**changes, "notes": (*before, *added)}
    reading = changes.get("reading", state["reading"])
    return {**changes, "reading": reading.model_copy(update={"notes": (*reading.notes, *added)})}


def window_note(name: str, where: str, what: str, error: NoAnswer) -> Note:
    """What is said when one window of a node had no good answer."""
    return _downgrade(f"{name} {where}", what, reason(error))


def windows(items: Sequence[Item], size: int) -> Iterator[Sequence[Item]]:
    """Items in runs of at most `size`, as even as they can be."""
    count = -(-len(items) // size) if items else 0
    for index in range(count):
        first, last = round(index * len(items) / count), round((index + 1) * len(items) / count)
        yield items[first:last]


def lines(rows: Iterable[dict[str, object]]) -> str:
    """Rows as one JSON object a line, empty values left out: short, and read well by small models."""
    kept = ({key: value for key, value in row.items() if value not in ("", None, (), [], {})} for row in rows)
    return "\n".join(json.dumps(row, ensure_ascii=False, default=list) for row in kept)


def known(names: Iterable[str], allowed: Iterable[str], where: str, *, what: str = "entity") -> list[str]:
    """Complaints on ids that are not there."""
    have = list(allowed)
    return [
        f"{where}: there is no {what} {name!r}; known are {', '.join(have[:40])}"
        for name in dict.fromkeys(names)
        if name and name not in have
    ]
