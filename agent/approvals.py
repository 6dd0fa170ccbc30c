"""Owns the places where a film waits for a person: after the plan, after the references.

A LangGraph walk with interrupts, checkpointed in `approvals.sqlite` in the run folder, so that the answer may come
tomorrow, on another machine, after a reboot. What is approved is the digest of the files as they lie there: edits that
were made while the film waited are part of it, and a later change waits again. Does not know: how plans and references
are made.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypedDict

from langgraph.checkpoint.sqlite import SqliteSaver
from langgraph.graph import END, START, StateGraph
from langgraph.types import Command, interrupt

from agent.errors import ApprovalNeeded, NothingWaits
from agent.settings import APPROVABLE

CHECKPOINTS = "approvals.sqlite"
_THREAD: dict[str, Any] = {"configurable": {"thread_id": "film"}}

Step = Callable[[], str]
"""Makes what a person is to look at, when it is not current, and returns the digest of its files."""


class Waiting(TypedDict, total=False):
    """What the checkpoint remembers."""

    settings: dict[str, Any]
    approved: dict[str, str]


class Approvals:
    """The walk of one run folder from gate to gate."""

    def __init__(self, root: Path, gates: tuple[str, ...], steps: Mapping[str, Step], settings: dict[str, Any]) -> None:
        """Take the folder, the names of the gates, and what makes the things that are shown at them."""
        self._root, self._gates, self._steps, self._settings = root, gates, steps, settings

    def walk(self) -> None:
        """Go from the beginning through all gates; what was approved and has not changed since is passed.

        Raises:
            ApprovalNeeded: something waits for a person.
        """
        self._invoke({"settings": self._settings})

    def approve(self) -> None:
        """Approve what waits, as its files lie there now, and go on to the next gate or the end.

        Raises:
            NothingWaits: nothing does.
            ApprovalNeeded: the next thing waits.
        """
        self._invoke(Command(resume=True))

    def _invoke(self, given: Any) -> None:
        with _saver(self._root) as saver:
            graph = self._graph().compile(checkpointer=saver)
            if isinstance(given, Command) and not graph.get_state(_THREAD).next:
                raise NothingWaits(f"nothing waits for approval in {self._root}")
            result = graph.invoke(given, _THREAD)
        waits = result.get("__interrupt__")
        if waits:
            raise ApprovalNeeded(stage=waits[0].value["stage"], folder=self._root)

    def _graph(self) -> Any:
        graph: Any = StateGraph(Waiting)
        before = START
        for name in APPROVABLE:
            if name not in self._gates:
                continue
            graph.add_node(name, self._gate(name))
            graph.add_edge(before, name)
            before = name
        graph.add_edge(before, END)
        return graph

    def _gate(self, name: str) -> Callable[[Waiting], Waiting]:
        def gate(state: Waiting) -> Waiting:
            digest = self._steps[name]()
            approved = dict(state.get("approved", {}))
            if approved.get(name) == digest:
                return {}
            interrupt({"stage": name})
            return {"approved": approved | {name: digest}}

        return gate


def waiting(root: Path) -> tuple[str, dict[str, Any]]:
    """What waits in a run folder, and the settings that its film is made with.

    Raises:
        NothingWaits: nothing does.
    """
    if (root / CHECKPOINTS).is_file():
        with _saver(root) as saver:
            found = saver.get_tuple(_THREAD)  # type: ignore[arg-type]
        if found is not None:
            writes = [value for _, channel, value in found.pending_writes or () if channel == "__interrupt__"]
            if writes:
                settings: dict[str, Any] = found.checkpoint["channel_values"].get("settings", {})
                return str(writes[-1][0].value["stage"]), settings
    raise NothingWaits(f"nothing waits for approval in {root}")


@contextlib.contextmanager
def _saver(root: Path) -> Iterator[SqliteSaver]:
    connection = sqlite3.connect(root / CHECKPOINTS, check_same_thread=False)
    try:
        yield SqliteSaver(connection)
    finally:
        connection.close()
