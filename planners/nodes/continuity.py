"""Owns what one shot hands on to the next of its scene, and nothing else: side, posture, carrier, heading.

A change of one shot reaches later ones only through these four, so it reaches them only where a viewer would notice
the break. Does not know: boxes, beats of the shot itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from planners.nodes.cast import seen
from planners.nodes.company import actions_of
from planners.nodes.mounts import LEAVING, RIDING
from planners.nodes.postures import POSTURES
from planners.nodes.state import Draft, SceneKey
from planners.plan import Action, Entity, TimeOfDay
from planners.reading import Reading


@dataclass(frozen=True)
class Carried:
    """How those of a place are found when a shot begins."""

    sides: Mapping[str, float] = field(default_factory=dict)
    """Track key -> where it stands (x), as first placed or as the text last sent it."""
    postures: Mapping[str, Action] = field(default_factory=dict)
    """Entity -> sit, lie ... until it gets up."""
    carriers: Mapping[str, str] = field(default_factory=dict)
    """Entity -> entity that it rides, sits or lies on until it gets off."""


class Continuity:
    """The state of every place and time of a film while its shots are staged in order."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, TimeOfDay], Carried] = {}
        self.heading: dict[str, str] = {}
        """Entity -> left or right: the way it travels through the film."""
        self.mounts: dict[str, str] = {}
        """Entity -> what it last rode."""

    def before(self, scene: SceneKey) -> Carried:
        """How those of a scene are found; nothing is known of a new one."""
        return self._found.get((scene.place, scene.time), Carried())

    def after(
        self,
        scene: SceneKey,
        *,
        sides: Mapping[str, float],
        postures: Mapping[str, Action],
        carriers: Mapping[str, str],
    ) -> None:
        """Keep what a shot has left behind."""
        found = replace(self.before(scene), sides=dict(sides), postures=dict(postures), carriers=dict(carriers))
        self._found[scene.place, scene.time] = found


def continued(
    draft: Draft, carried: Carried, mounts: Mapping[str, str], reading: Reading, entities: Mapping[str, Entity]
) -> Draft:
    """The draft with what its people still ride, sit or lie on, when its own words leave that out.

    Args:
        draft: As told.
        carried: How those of its place are found.
        mounts: What each entity last rode, wherever that was.
        reading: For the members of groups.
        entities: By id.
    """
    here = seen(reading, draft)
    doing = actions_of(draft, reading)
    placed = {a for sentence in draft.sentences for a, how, _ in sentence.relations if how in ("on", "in", "under")}
    found: list[tuple[str, str, str]] = []
    for name in here:
        action = doing.get(name)
        under = carried.carriers.get(name) or (mounts.get(name) if action in RIDING else None)
        if under is None or under not in entities or name in placed or action in LEAVING:
            continue
        if under in here or (action in POSTURES and carried.carriers.get(name) is None):
            continue
        found.append((name, "on", under))
    if not found or not draft.sentences:
        return draft
    first = draft.sentences[0]
    present = (*first.present, *dict.fromkeys(under for _, _, under in found))
    first = first.model_copy(update={"present": present, "relations": (*first.relations, *found)})
    return draft.model_copy(update={"sentences": (first, *draft.sentences[1:])})


def carriers_after(
    before: Mapping[str, str], seats: Mapping[str, str], draft: Draft, done: Sequence[tuple[str, Action]]
) -> dict[str, str]:
    """Who is on what after a shot.

    Args:
        before: As the shot began.
        seats: Who rode what in it.
        draft: For who sits or lies on which furniture.
        done: Entity and action, in order.
    """
    out = {**before, **seats}
    last = dict(done)
    for sentence in draft.sentences:
        for name, how, under in sentence.relations:
            if how in ("on", "in") and last.get(name) in POSTURES:
                out[name] = under
    return {name: under for name, under in out.items() if last.get(name) not in LEAVING}
