"""Owns the history of a film's plan: every version, what made it, undo, redo, branches.

LangGraph checkpoints in `history.sqlite` in the run folder: a version is a checkpoint whose parent is the version that
it came from, so nothing is ever overwritten, and undo works after a restart. Where the film stands now, and the
branches, are a second thread of the same file. Does not know: how edits are carried out, how films are made.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypedDict

from langgraph.checkpoint.sqlite import SqliteSaver
from langgraph.graph import END, START, StateGraph
from pydantic import BaseModel, ConfigDict, TypeAdapter

from agent.edits import Edit
from planners import Plan, PlanError, plan_from_yaml, plan_to_yaml

FILE = "history.sqlite"
MAIN = "main"
_EDITS: TypeAdapter[tuple[Edit, ...]] = TypeAdapter(tuple[Edit, ...])


class Version(BaseModel):
    """One state of the plan."""

    model_config = ConfigDict(frozen=True)

    id: str
    parent: str | None
    number: int
    """From 0, in the order in which they were made, over all branches."""
    words: str
    """What the person said, or why there is a new version."""
    edits: tuple[Edit, ...] = ()
    made: datetime


class _State(TypedDict, total=False):
    number: int
    plan: str
    words: str
    edits: str


class _Heads(TypedDict, total=False):
    here: str
    branch: str
    branches: dict[str, str]
    undone: list[str]


class History:
    """The versions of the plan in one run folder."""

    def __init__(self, root: Path) -> None:
        """Take the folder; nothing is written before there is a version."""
        self._root = root

    def keep(self, plan: Plan, words: str, edits: Sequence[Edit] = ()) -> Version:
        """Keep a new version, which follows the one where the film stands; what was undone cannot be redone then."""
        with self._open() as graphs:
            versions, heads = graphs
            now = self._heads(heads)
            state = _State(
                number=sum(1 for _ in self._checkpoints(versions)),
                plan=plan_to_yaml(plan),
                words=words,
                edits=_EDITS.dump_json(tuple(edits)).decode(),
            )
            config = versions.update_state(_thread("plan", now.get("here")), state, as_node="version")
            made: str = config["configurable"]["checkpoint_id"]
            branch = now.get("branch", MAIN)
            branches = {**now.get("branches", {}), branch: made}
            self._stand(heads, _Heads(here=made, branch=branch, branches=branches, undone=[]))
            return self._version(versions.get_state(_thread("plan", made)))

    def versions(self) -> tuple[Version, ...]:
        """All versions, oldest first."""
        with self._open() as (versions, _):
            return tuple(sorted(self._checkpoints(versions), key=lambda item: item.number))

    def current(self) -> Version | None:
        """Where the film stands; None when nothing was kept yet."""
        with self._open() as (versions, heads):
            here = self._heads(heads).get("here")
            return self._version(versions.get_state(_thread("plan", here))) if here else None

    def plan(self, version: str | None = None) -> Plan:
        """The plan of a version; of the current one when None.

        Raises:
            PlanError: there is no such version.
        """
        with self._open() as (versions, heads):
            name = version or self._heads(heads).get("here")
            found = versions.get_state(_thread("plan", name)) if name else None
            if found is None or "plan" not in found.values:
                raise PlanError(f"there is no version {version!r}" if version else "nothing was changed yet")
            return plan_from_yaml(found.values["plan"])

    def undo(self, steps: int = 1) -> tuple[Version, ...]:
        """Go back; returns the versions that were left, the last one first.

        Raises:
            PlanError: there is nothing to undo.
        """
        left = []
        with self._open() as (versions, heads):
            for _ in range(steps):
                now = self._heads(heads)
                here = now.get("here")
                version = self._version(versions.get_state(_thread("plan", here))) if here else None
                if version is None or version.parent is None:
                    break
                left.append(version)
                undone = [*now.get("undone", []), version.id]
                self._stand(heads, _Heads(**{**now, "here": version.parent, "undone": undone}))
        if not left:
            raise PlanError("there is nothing to undo")
        return tuple(left)

    def redo(self, steps: int = 1) -> tuple[Version, ...]:
        """Go forward again over what was undone; returns the versions that were reached, in order.

        Raises:
            PlanError: nothing was undone since the last change.
        """
        reached = []
        with self._open() as (versions, heads):
            for _ in range(steps):
                now = self._heads(heads)
                undone = list(now.get("undone", []))
                if not undone:
                    break
                here = undone.pop()
                self._stand(heads, _Heads(**{**now, "here": here, "undone": undone}))
                reached.append(self._version(versions.get_state(_thread("plan", here))))
        if not reached:
            raise PlanError("there is nothing to redo")
        return tuple(reached)

    def go_to(self, version: str) -> Version:
        """Stand on any version; the way back is kept by its number.

        Raises:
            PlanError: there is no such version.
        """
        self.plan(version)
        with self._open() as (versions, heads):
            now = self._heads(heads)
            self._stand(heads, _Heads(**{**now, "here": version, "undone": []}))
            return self._version(versions.get_state(_thread("plan", version)))

    def at(self, moment: datetime) -> Version:
        """The version where the film stood at a moment, as far as its history tells.

        Raises:
            PlanError: nothing had been kept by then.
        """
        earlier = [item for item in self.versions() if item.made <= moment]
        if not earlier:
            raise PlanError("nothing was kept before that")
        return earlier[-1]

    @property
    def branch(self) -> str:
        """Name of the branch on which the film stands."""
        with self._open() as (_, heads):
            return self._heads(heads).get("branch", MAIN)

    def branches(self) -> dict[str, str]:
        """Name of each branch -> id of its last version."""
        with self._open() as (_, heads):
            return dict(self._heads(heads).get("branches", {}))

    def begin_branch(self, name: str) -> None:
        """Try something from here on, without touching the branch that the film stands on.

        Raises:
            PlanError: there is a branch of this name already, or nothing to branch from.
        """
        with self._open() as (_, heads):
            now = self._heads(heads)
            if not now.get("here"):
                raise PlanError("there is nothing to branch from yet")
            if name in now["branches"]:
                raise PlanError(f"there is a branch {name!r} already; branches: {', '.join(now['branches'])}")
            self._stand(
                heads,
                _Heads(**{**now, "branch": name, "branches": {**now["branches"], name: now["here"]}, "undone": []}),
            )

    def switch(self, name: str) -> Version:
        """Stand on the last version of a branch.

        Raises:
            PlanError: there is no such branch.
        """
        with self._open() as (versions, heads):
            now = self._heads(heads)
            if name not in now.get("branches", {}):
                raise PlanError(
                    f"there is no branch {name!r}; branches: {', '.join(now.get('branches', {})) or 'none'}"
                )
            here = now["branches"][name]
            self._stand(heads, _Heads(**{**now, "here": here, "branch": name, "undone": []}))
            return self._version(versions.get_state(_thread("plan", here)))

    @contextlib.contextmanager
    def _open(self) -> Iterator[tuple[Any, Any]]:
        if not self._root.is_dir():
            raise PlanError(f"there is no run folder {self._root}")
        connection = sqlite3.connect(self._root / FILE, check_same_thread=False)
        try:
            saver = SqliteSaver(connection)
            yield _graph(_State, "version", saver), _graph(_Heads, "stand", saver)
        finally:
            connection.close()

    def _heads(self, heads: Any) -> _Heads:
        found: _Heads = heads.get_state(_thread("heads")).values
        return found

    def _stand(self, heads: Any, state: _Heads) -> None:
        heads.update_state(_thread("heads"), state, as_node="stand")

    def _checkpoints(self, versions: Any) -> Iterator[Version]:
        for found in versions.get_state_history(_thread("plan")):
            if "plan" in found.values:
                yield self._version(found)

    def _version(self, found: Any) -> Version:
        parent = found.parent_config["configurable"]["checkpoint_id"] if found.parent_config else None
        return Version(
            id=found.config["configurable"]["checkpoint_id"],
            parent=parent,
            number=found.values["number"],
            words=found.values["words"],
            edits=_EDITS.validate_json(found.values["edits"]),
            made=datetime.fromisoformat(found.created_at).astimezone(UTC),
        )


def _thread(name: str, version: str | None = None) -> dict[str, Any]:
    return {"configurable": {"thread_id": name, "checkpoint_ns": "", **({"checkpoint_id": version} if version else {})}}


def _graph(state: type, node: str, saver: SqliteSaver) -> Any:
    graph: Any = StateGraph(state)
    graph.add_node(node, _as_it_is)
    graph.add_edge(START, node)
    graph.add_edge(node, END)
    return graph.compile(checkpointer=saver)


def _as_it_is(state: dict[str, Any]) -> dict[str, Any]:
    return {}
