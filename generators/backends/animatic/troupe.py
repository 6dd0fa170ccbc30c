"""Owns the members of a shot: every track with its figure, how large it draws, and its fit into a box.

Does not know: what anyone does when, light, the camera.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from statistics import median

from generators.artefacts import ShotSpec
from generators.backends.animatic.figure import PHASES, Figure, Pose
from generators.backends.animatic.kit import Look, Point
from generators.backends.animatic.sprites import measure
from planners.plan import Action, Box, Entity, Track

Caster = Callable[[Entity, str | None, int], tuple[Figure, tuple[str, ...]]]

STRETCH = 1.09
"""How much a figure may be stretched against its proportions to fill its box."""
POSTURES: frozenset[str] = frozenset(
    {"sit", "kneel", "lie", "sleep", "crouch", "crawl", "fly", "swim", "float", "ride", "drive", "hide", "fall",
     "roll", "climb", "perch", "bow", "dig", "sail", "spin"}
)  # fmt: skip
"""Actions with a shape of their own; in all others a figure keeps its standing size, whatever its arms do."""
AIRBORNE: frozenset[str] = frozenset({"fly", "swim", "float", "fall", "spin", "sail"})
"""Actions in which a figure is centred in its box rather than stood on its lower edge."""
_ROUND_TRIP: tuple[int, ...] = tuple(range(0, PHASES, PHASES // 4))


@dataclass(frozen=True)
class Placement:
    """Where a figure's origin lies in frame pixels, and its pixels per figure unit."""

    x: float
    y: float
    sx: float
    sy: float
    mirrored: bool

    @property
    def measures(self) -> tuple[float, float, float, float]:
        """Where it is and how large."""
        return (self.x, self.y, self.sx, self.sy)

    def point(self, at: Point) -> Point:
        """A point of figure space in frame pixels."""
        return (self.x + at[0] * self.sx * (-1 if self.mirrored else 1), self.y + at[1] * self.sy)

    def units(self, x: float, y: float) -> Point:
        """A point of the frame in figure space."""
        return ((x - self.x) / self.sx * (-1 if self.mirrored else 1), (y - self.y) / self.sy)


@dataclass
class Member:
    """One track of the shot with its figure."""

    track: Track
    entity: Entity
    figure: Figure
    name: str
    look: Look
    floats: bool = False
    """Whether everything here floats (under water, in the sky, in space)."""
    _measured: dict[tuple[Action, str], Box] = field(default_factory=dict)

    def drawn(self, action: Action, view: str) -> Box:
        """The box that the figure fills over a cycle of an action: typical width and height, lowest bottom."""
        key = (action, view)
        if key not in self._measured:
            boxes = [measure(self.figure, Pose(action=action, view=view, phase=p), self.look) for p in _ROUND_TRIP]
            width = median(b[2] - b[0] for b in boxes)
            height = median(b[3] - b[1] for b in boxes)
            middle = median((b[0] + b[2]) / 2 for b in boxes)
            bottom = max(b[3] for b in boxes)
            self._measured[key] = (middle - width / 2, bottom - height, middle + width / 2, bottom)
        return self._measured[key]

    def fit(self, box: Box, action: Action, view: str, mirrored: bool) -> Placement:
        """How to draw the figure so that an action fills a box of frame pixels.

        A box shaped like the standing figure keeps the standing scale, so that nobody grows by sitting down.
        """
        drawn = self._scale_of(box, action, view)
        sx, sy = _scales(box, drawn)
        own = self.drawn(action, view)
        middle = (own[0] + own[2]) / 2 * (-1 if mirrored else 1)
        x = (box[0] + box[2]) / 2 - middle * sx
        y = box[3] - own[3] * sy
        if self.floats or action in AIRBORNE:
            y = (box[1] + box[3]) / 2 - (own[1] + own[3]) / 2 * sy
        return Placement(x=x, y=y, sx=sx, sy=sy, mirrored=mirrored)

    def _scale_of(self, box: Box, action: Action, view: str) -> Box:
        upright = self.drawn("stand", view)
        if action not in POSTURES:
            return upright
        own = self.drawn(action, view)
        shape = _aspect(box)
        off = abs(math.log(shape / _aspect(own)))
        return own if off < 0.5 or off <= abs(math.log(shape / _aspect(upright))) + 0.12 else upright


def _aspect(box: Box) -> float:
    return max(box[2] - box[0], 1e-6) / max(box[3] - box[1], 1e-6)


def _scales(box: Box, drawn: Box) -> tuple[float, float]:
    """Pixels per unit across and up: as even as the box allows, stretched by at most `STRETCH`."""
    rx = (box[2] - box[0]) / max(drawn[2] - drawn[0], 1e-6)
    ry = (box[3] - box[1]) / max(drawn[3] - drawn[1], 1e-6)
    if rx >= ry:
        return ry * min(rx / ry, STRETCH), ry
    squeeze = rx / ry * STRETCH
    sy = ry if squeeze >= 1 else ry * max(math.sqrt(squeeze), 0.6)
    return max(sy / STRETCH, min(sy, rx)), sy


def assemble(spec: ShotSpec, caster: Caster, look: Look, *, floats: bool) -> tuple[list[Member], tuple[str, ...]]:
    """Cast every track of a shot; the k-th of several varies what the text leaves open."""
    members: list[Member] = []
    notes: dict[str, None] = {}
    figures: dict[str, Figure] = {}
    for track in spec.shot.layout:
        entity = spec.cast[track.entity]
        which = int(track.key.partition("#")[2] or 1)
        name = f"{entity.id}|{track.stage}|{which}"
        if name not in figures:
            figures[name], said = caster(_one(entity), track.stage, spec.seed + 101 * (which - 1))
            notes.update(dict.fromkeys(said))
        members.append(Member(track=track, entity=entity, figure=figures[name], name=name, look=look, floats=floats))
    return members, tuple(notes)


def _one(entity: Entity) -> Entity:
    return entity if entity.count == 1 else entity.model_copy(update={"count": 1})


def nudged(place: Placement, dx: float, dy: float) -> Placement:
    """The placement moved by some pixels."""
    return replace(place, x=place.x + dx, y=place.y + dy)
