"""Owns what the blocking of one shot works on: its facts, who is on stage, and the boxes as they are found.

Does not know: the rules of blocking.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from planners.lens import Box
from planners.nodes.cast import seen
from planners.nodes.company import Instance
from planners.nodes.fittings import fitting
from planners.nodes.furniture import laid
from planners.nodes.space import figure, kept_inside
from planners.nodes.state import Draft
from planners.plan import Entity
from planners.reading import Event, Reading


@dataclass
class Setup:
    """One shot while it is blocked."""

    draft: Draft
    reading: Reading
    entities: Mapping[str, Entity]
    size: tuple[int, int]
    instances: Sequence[Instance]
    known: dict[str, float]
    """Where those of the scene stand (x), by track key."""
    heading: dict[str, str]
    """Which way each entity last travelled."""
    mounts: Mapping[str, str] = field(default_factory=dict)
    """Rider's key -> key of what it sits on."""
    riding: frozenset[str] = frozenset()
    """Entities that are on a mount as the shot begins."""
    boxes: dict[str, Box] = field(default_factory=dict)
    depths: dict[str, float] = field(default_factory=dict)
    sizes: dict[str, tuple[float, float]] = field(default_factory=dict)

    def fittings(self) -> dict[str, Box]:
        """What the words name and the place has of its own: entity -> where."""
        here = {item.entity for item in self.instances}
        place = self.entities[self.draft.scene.place].attributes.noun
        named = [name for name in seen(self.reading, self.draft) if name in self.entities and name not in here]
        found = {name: fitting(place, self.entities[name].attributes) for name in named}
        return {name: box for name, box in found.items() if box is not None}

    @property
    def flat(self) -> bool:
        """Seen from straight above."""
        return any(sentence.camera.angle == "top-down" for sentence in self.draft.sentences)

    @property
    def far(self) -> bool:
        """Seen from very far."""
        wish = next((s.camera for s in self.draft.sentences if s.camera.framing or s.camera.angle), None)
        return wish is not None and wish.framing == "extreme wide"

    @property
    def free(self) -> list[Instance]:
        """Those that stand on the ground themselves: nobody holds or carries them."""
        return [item for item in self.instances if item.held_by is None and item.key not in self.mounts]

    def relations(self) -> list[tuple[str, str, str]]:
        """What stands how to what, as told and as the furniture wants it; riders have their seats elsewhere."""
        riders = {key.split("#")[0] for key in self.mounts}
        told = [
            (a, how, b)
            for sentence in self.draft.sentences
            for a, how, b in sentence.relations
            if not (a in riders and how in ("on", "in"))
        ]
        return laid(told, self.free)

    def members(self, name: str) -> tuple[str, ...]:
        """The members of a group; of anybody else, themselves."""
        entity = self.reading.entities.get(name)
        return entity.members if entity is not None and entity.members else (name,)

    def agents(self, event: Event) -> set[str]:
        """Who does what happens, groups resolved."""
        return {name for agent in event.agents for name in self.members(agent)}

    def measured(self, item: Instance) -> tuple[float, float]:
        """Width and height of an instance on this stage."""
        return figure(item.look, item.kind, item.action, self.size, 0.5 if self.far else 1.0, above=self.flat)

    def put(self, item: Instance, box: Box, depth: float) -> None:
        """Give an instance its place, inside the frame."""
        self.boxes[item.key] = kept_inside(box)
        self.depths[item.key] = depth
