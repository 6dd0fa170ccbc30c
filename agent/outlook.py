"""Owns what making a plan would do, told beforehand: what is current, what comes back, what is made and why.

Nothing is loaded, made or asked. Does not know: what it would cost, how anything is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from pydantic import BaseModel, ConfigDict

from agent.attic import Attic
from agent.settings import Settings
from agent.stages import Task, picture_tasks, speech_tasks
from agent.store import Store
from agent.tries import read_retries
from planners import Plan, PlanError

State = Literal["current", "kept", "missing", "stale"]
"""As it is wanted; kept from before and brought back; never made; made from something else."""


class Row(BaseModel):
    """One artefact."""

    model_config = ConfigDict(frozen=True)

    task: str
    stage: str
    label: str
    state: State
    reason: str
    by_hand: bool = False
    """Whether a person put it there."""
    key: str = ""
    """Digest of all that it is made from."""


class Outlook(BaseModel):
    """Everything but the film itself, which is put together anew whenever a part of it changes."""

    model_config = ConfigDict(frozen=True)

    rows: tuple[Row, ...]
    removed: tuple[str, ...] = ()
    """Records of artefacts that the plan does not need; they are set aside, not lost."""

    @property
    def remade(self) -> tuple[Row, ...]:
        """What would be made."""
        return tuple(row for row in self.rows if row.state in ("missing", "stale"))

    @property
    def back(self) -> tuple[Row, ...]:
        """What comes back from before at no cost."""
        return tuple(row for row in self.rows if row.state == "kept")

    def of(self, stage: str) -> tuple[Row, ...]:
        """The rows of a stage: voices, references, keyframes, shots, joins."""
        return tuple(row for row in self.rows if row.stage == stage)

    def sentence(self) -> str:
        """In one line: `makes 1 shot; remakes 1 keyframe; 2 joins come back from before`."""
        new = _counted([row for row in self.remade if row.state == "missing"])
        stale, back = _counted([row for row in self.remade if row.state == "stale"]), _counted(self.back)
        parts = [f"makes {new}"] if new else []
        parts += [f"remakes {stale}"] if stale else []
        parts += [f"{back} come{'s' if len(self.back) == 1 else ''} back from before"] if back else []
        return "; ".join(parts) or "nothing has to be made anew"

    def since(self, before: Outlook) -> str:
        """What a change adds to what was to be made before it: `remakes 1 keyframe and 1 shot; 3 shots wait in all`."""
        shots = sum(row.stage == "shots" for row in self.remade)
        if all(row.state == "missing" for row in self.rows if row.stage == "shots"):
            return f"nothing is made yet: `render` makes {shots} shot{'s' if shots != 1 else ''}"
        keys = {row.task: row.key for row in before.remade}
        own = self.model_copy(update={"rows": tuple(row for row in self.rows if keys.get(row.task) != row.key)})
        waiting = len(self.remade) - len(own.remade)
        more = f"; with what waits already, `render` makes {_counted(self.remade)}" if waiting and own.remade else ""
        return f"{own.sentence()}{more}"


def outlook(plan: Plan, settings: Settings, root: Store) -> Outlook:
    """What making the plan in a run folder would do.

    Args:
        plan: The film as it is to be.
        settings: With which generators.
        root: The run folder's artefacts.

    Raises:
        GeneratorError: a generator is unknown, or cannot make this film.
    """
    attic = Attic(root)
    tasks = tasks_of(plan, settings, root)
    needed = {task.record for task in tasks}
    there = (path.relative_to(root.root).as_posix() for path in sorted(root.root.glob("0[2-5]_*/**/*.json")))
    return Outlook(
        rows=tuple(_row(task, root, attic) for task in tasks),
        removed=tuple(name for name in there if name not in needed and root.read(name) is not None),
    )


def tasks_of(plan: Plan, settings: Settings, store: Store) -> tuple[Task, ...]:
    """Everything that is made before the film is put together.

    Raises:
        GeneratorError: a generator is unknown, or cannot make this film.
    """
    speech = {task.id: task for task in speech_tasks(plan, settings)}
    return (*speech.values(), *picture_tasks(plan, settings, speech, read_retries(store)))


def shots_of(plan: Plan, names: Iterable[str]) -> tuple[str, ...]:
    """Ids of the shots that ids or numbers from 1 name.

    Raises:
        PlanError: there is no such shot.
    """
    ids = [shot.id for shot in plan.shots]
    found = []
    for name in filter(None, (item.strip() for item in names)):
        if name not in ids and not (name.isdecimal() and 1 <= int(name) <= len(ids)):
            raise PlanError(f"there is no shot {name!r}: the film has shots 1 to {len(ids)}")
        found.append(name if name in ids else ids[int(name) - 1])
    return tuple(dict.fromkeys(found))


def needed(shot: str, tasks: Sequence[Task]) -> list[str]:
    """The shot's still and clip, and all that they are made from."""
    by_id = {task.id: task for task in tasks}
    wanted = [name for name in (f"keyframe:{shot}", f"shot:{shot}") if name in by_id]
    found: dict[str, None] = {}
    while wanted:
        name = wanted.pop()
        if name not in found:
            found[name] = None
            wanted += by_id[name].deps
    return [task.id for task in tasks if task.id in found]


def _row(task: Task, store: Store, attic: Attic) -> Row:
    status = store.status(task.record, task.key, task.parts)
    state: State = "current" if status.current else "missing" if status.record is None else "stale"
    reason = status.reason
    if state != "current" and attic.has(task.record, task.key):
        state, reason = "kept", "kept from before"
    by_hand = bool(status.record and status.record.data.get("by_hand"))
    return Row(
        task=task.id, stage=task.stage, label=task.label, state=state, reason=reason, by_hand=by_hand, key=task.key
    )


_NOUNS = {
    "line": "spoken line", "reference": "reference", "guide": "guide", "keyframe": "keyframe", "shot": "shot",
    "join": "join", "card": "end card",
}  # fmt: skip
"""What a task makes, by the first word of its id."""


def _counted(rows: Sequence[Row]) -> str:
    """As people say it: `1 keyframe, 2 shots and 1 join`."""
    kinds = [row.task.partition(":")[0] for row in rows]
    counts = {kind: kinds.count(kind) for kind in _NOUNS}
    parts = [f"{n} {_NOUNS[kind]}{'s' if n != 1 else ''}" for kind, n in counts.items() if n]
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


PARTS: Mapping[str, str] = {
    "shot": "the shot", "scene": "light, weather, mood or place of its scene", "place": "the look of its place",
    "style": "the style", "format": "size or speed of the film", "seed": "its take", "title": "the title",
    "control": "how closely it keeps to its first drawing", "take": "the take that it belongs to",
    "handles": "the joins to its neighbours", "maker": "who draws it", "tie": "the hold on the clip before",
    "join": "the transition",
}  # fmt: skip
"""What a record calls a thing that it was made from -> in words."""
_INPUTS: Mapping[str, str] = {
    "reference": "the look of {}", "keyframe": "its still", "line": "what is said in it", "shot": "a clip beside it",
    "guide": "its first drawing",
}  # fmt: skip


MOST_NAMED = 3
"""So many causes are named; the rest is counted."""


def worded(reason: str) -> str:
    """Why something is made, as people say it."""
    kind, _, rest = reason.partition(": ")
    if kind == "changed":
        parts = rest.split(", ")
        if "own" in parts:
            return "your own file was put in, or taken out"
        names = list(dict.fromkeys(_part(part) for part in parts))
        more = [f"{len(names) - MOST_NAMED} other things"] if len(names) > MOST_NAMED + 1 else names[MOST_NAMED:]
        return f"{' and '.join([*names[:MOST_NAMED], *more])} changed"
    if kind == "missing":
        return f"the file {rest} was not there"
    if kind == "altered on disk":
        return f"the file {rest} was changed by hand"
    return "it had never been made" if reason == "never made" else reason


def _part(name: str) -> str:
    kind, _, rest = name.partition(":")
    if rest:
        return _INPUTS.get(kind, kind).format(rest.replace("_", " "))
    return PARTS.get(name, name.replace("_", " "))
