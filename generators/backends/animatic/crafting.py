"""Owns the bench on which props and vehicles are made: kinds, the brush they are drawn with, colours by attribute.

A kind is drawn in *design space*: its longer side is 100, origin on the ground under its middle, y down
(up is negative). `Crafted` brings it to figure units, honours size, spin and light, and gives anchors.
Does not know: any one prop or vehicle, who asks for it.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import skia

from generators.backends.animatic.colours import RGB, light, shade
from generators.backends.animatic.figure import PHASES, Pose
from generators.backends.animatic.kit import Ink, Point, Storybook, blob
from generators.backends.animatic.tinting import GLASS, MATERIAL_ROLES, PAPER, STEEL, WOOD, first, follow, wanted
from planners.plan import Action, Attributes, Box

__all__ = ("GLASS", "PAPER", "STEEL", "WOOD", "Brush", "Crafted", "Kind", "Shelf", "craft")

INK: RGB = (62, 46, 74)
"""Darkest markings: pupils, key holes, strings."""
IRON: RGB = (104, 106, 122)
GOLD: RGB = (232, 184, 70)
LEAF: RGB = (92, 156, 84)
FLAME: RGB = (246, 158, 52)
GLOW: RGB = (255, 214, 130)
RED: RGB = (212, 70, 60)
BLUE: RGB = (72, 116, 190)
STONE: RGB = (160, 156, 164)

SIZES: Mapping[str, float] = {"tiny": 0.55, "small": 0.78, "medium": 1.0, "large": 1.3, "huge": 1.7}
UNLIT = frozenset({"unlit", "out", "extinguished", "broken", "dead", "cold"})


@dataclass(frozen=True)
class Brush:
    """What a drawing function draws with: ink in design space, the colours and the moment."""

    ink: Ink
    pose: Pose
    main: RGB
    second: RGB
    third: RGB
    words: frozenset[str]
    """Adjectives of the thing: open, broken, lit, old; "tinted" when the text names its colour."""
    seed: int = 0
    role: str = "solid"

    def part(
        self,
        path: skia.Path,
        colour: RGB | None = None,
        role: str | None = None,
        *,
        line: float = 1.0,
        depth: float = 1.0,
    ) -> None:
        """A solid thing; the kind's own colour and role unless given."""
        self.ink.part(path, self.main if colour is None else colour, role=role or self.role, line=line, depth=depth)

    def flat(self, path: skia.Path, colour: RGB, alpha: float = 255) -> None:
        """A marking."""
        self.ink.flat(path, colour, alpha)

    def inside(self, outline: skia.Path, path: skia.Path, colour: RGB, alpha: float = 255) -> None:
        """A marking that stays inside an outline."""
        self.ink.inside(outline, path, colour, alpha)

    def line(self, points: Sequence[Point], colour: RGB, width: float | None = None, alpha: float = 255) -> None:
        """A smooth open line; `width` in design units."""
        self.ink.stroke(blob(points, close=False), colour, width, alpha)

    def shine(self, points: Sequence[Point], width: float = 3.0, alpha: float = 150) -> None:
        """The one highlight of a thing."""
        self.line(points, (255, 252, 240), width, alpha)

    def has(self, *words: str) -> bool:
        """Whether the text calls the thing by one of these adjectives."""
        return not self.words.isdisjoint(words)

    @property
    def lit(self) -> bool:
        """Whether a lamp or fire burns; it does unless the text says otherwise."""
        return self.words.isdisjoint(UNLIT)

    @property
    def turn(self) -> float:
        """Share of the action's cycle that has passed, 0 .. 1."""
        return (self.pose.phase % PHASES) / PHASES

    def wave(self, times: int = 1, shift: float = 0.0) -> float:
        """A sine over the cycle, -1 .. 1; `shift` in cycles."""
        return math.sin(2 * math.pi * (self.turn * times + shift))

    def glow(self, x: float, y: float, radius: float, colour: RGB = GLOW, alpha: float = 150) -> None:
        """Light that flickers with the phase, when the thing is lit."""
        if self.lit:
            self.ink.glow(x, y, radius * 0.8 * (1 + 0.05 * self.wave(2) + 0.03 * self.wave(5)), colour, alpha)

    def flame(self, x: float, y: float, height: float, width: float | None = None) -> None:
        """A flame standing at (x, y), leaning with the phase, when the thing is lit."""
        if not self.lit:
            return
        wide = height * 0.5 if width is None else width
        for share, colour in ((1.0, FLAME), (0.66, (255, 206, 84)), (0.36, (255, 244, 206))):
            tall, half = height * share * (1 + 0.07 * self.wave(3)), wide * share / 2
            lean = height * 0.08 * self.wave(2) * share
            tip = (x + lean, y - tall)
            shape = blob(
                [(x, y), (x - half, y - tall * 0.28), (x - half * 0.5 + lean * 0.5, y - tall * 0.62), tip,
                 (x + half * 0.6 + lean * 0.4, y - tall * 0.55), (x + half, y - tall * 0.26)]
            )  # fmt: skip
            if share == 1.0:
                self.part(shape, colour, line=0.7, depth=0.0)
            else:
                self.flat(shape, colour)

    def random(self, name: str) -> random.Random:
        """Own random numbers for a detail; the same in every frame."""
        return random.Random(f"{self.seed}-{name}")


Draw = Callable[[Brush], None]


@dataclass(frozen=True)
class Kind:
    """One drawable noun: how it is drawn, its size in figure units and its own colours."""

    name: str
    draw: Draw
    width: float
    height: float
    main: RGB
    second: RGB
    third: RGB
    role: str = "solid"
    points: Mapping[str, Point] = field(default_factory=dict)
    """Anchors in design space: light, seat, floor, grip (where a hand holds it)."""
    face: tuple[float, float, float] | None = None
    """Where eyes and mouth go when the thing lives: x, y, half width, in design space."""
    round: bool = False
    """It turns when it rolls or spins."""
    tilt: float = 0.0
    """Degrees clockwise that a long thing leans; it is drawn upright and `width`, `height` are upright too."""
    cabin: bool = False
    """Riders sit inside: the stage draws them first and they show through the windows."""
    ends: Draw | None = None
    """How it looks from ahead and from behind; None: as from the side."""

    @property
    def scale(self) -> float:
        """Figure units per design unit."""
        return max(self.width, self.height) / 100.0

    @property
    def leaning(self) -> tuple[float, float]:
        """Width and height in figure units with the tilt."""
        if not self.tilt:
            return (self.width, self.height)
        cos, sin = abs(math.cos(math.radians(self.tilt))), abs(math.sin(math.radians(self.tilt)))
        return (self.width * cos + self.height * sin, self.width * sin + self.height * cos)

    def point(self, name: str) -> Point:
        """An anchor in figure units, with the tilt."""
        return self.place(self.points[name])

    def place(self, at: Point) -> Point:
        """A point of design space in figure units, with the tilt."""
        x, y = at
        x, y = x * self.scale, y * self.scale + self.height / 2
        cos, sin = math.cos(math.radians(self.tilt)), math.sin(math.radians(self.tilt))
        return (x * cos - y * sin, x * sin + y * cos - self.leaning[1] / 2)


class Shelf:
    """Kinds by name, filled by the decorator `kind`."""

    def __init__(self) -> None:
        self.kinds: dict[str, Kind] = {}

    def kind(
        self,
        name: str,
        width: float,
        height: float,
        main: RGB = WOOD,
        second: RGB | None = None,
        third: RGB | None = None,
        *,
        role: str = "solid",
        face: tuple[float, float, float] | None = None,
        round: bool = False,
        tilt: float = 0.0,
        cabin: bool = False,
        **points: Point,
    ) -> Callable[[Draw], Draw]:
        """Put a drawing function on the shelf. Sizes in figure units, points in design space."""

        def put(draw: Draw) -> Draw:
            dark = shade(main, 0.3) if second is None else second
            pale = light(main, 0.5) if third is None else third
            self.kinds[name] = Kind(name, draw, width, height, main, dark, pale, role, points, face, round, tilt, cabin)
            return draw

        return put

    def update(self, others: Iterable[Shelf]) -> Shelf:
        """Take in all kinds of other shelves."""
        for other in others:
            self.kinds.update(other.kinds)
        return self

    def __iter__(self) -> Iterator[str]:
        return iter(self.kinds)


_SECONDS: Mapping[str, float] = {
    "roll": 0.8, "spin": 0.9, "drive": 0.5, "run": 0.5, "ride": 0.6, "walk": 1.0, "fly": 0.6, "sail": 2.4, "swim": 1.6,
    "float": 2.4, "dance": 1.0, "hop": 0.7, "jump": 0.8, "fall": 1.0,
}  # fmt: skip


@dataclass(frozen=True)
class Crafted:
    """A prop or vehicle of one fixed appearance."""

    kind: Kind
    main: RGB
    second: RGB
    third: RGB
    words: frozenset[str]
    factor: float
    seed: int
    role: str
    box: Box = (0.0, 0.0, 0.0, 0.0)
    """Tight box of the drawing at factor 1, in figure units before it is put on its origin."""

    def draw(self, ink: Ink, pose: Pose) -> None:
        """Draw in figure space."""
        scale = self.kind.scale * self.factor
        canvas = ink.canvas
        canvas.save()
        ended = self.ended(pose)
        canvas.translate(*((0.0, 0.0) if ended else self._shift))
        canvas.scale(scale, scale)
        inner = ink.scaled(scale)
        if self.kind.tilt:
            inner = self._leant(inner)
        if pose.action in ("roll", "spin"):
            inner = self._spun(inner, pose)
        words, kind = self.words, self.kind
        draw = kind.ends if ended and kind.ends is not None else kind.draw
        draw(Brush(inner, pose, self.main, self.second, self.third, words, self.seed, self.role))
        canvas.restore()

    def ended(self, pose: Pose) -> bool:
        """Whether it is seen from ahead or from behind, and has a drawing for that."""
        return self.kind.ends is not None and pose.view != "side"

    @property
    def _shift(self) -> Point:
        """What brings the middle of the drawing's foot to the origin."""
        return (-(self.box[0] + self.box[2]) / 2 * self.factor, -self.box[3] * self.factor)

    def _leant(self, ink: Ink) -> Ink:
        """The ink for a long thing drawn upright."""
        kind = self.kind
        middle = kind.height / 2 / kind.scale
        ink.canvas.translate(0, middle - kind.leaning[1] / 2 / kind.scale)
        ink.canvas.rotate(kind.tilt, 0, -middle)
        return _turned(ink, kind.tilt)

    def _spun(self, ink: Ink, pose: Pose) -> Ink:
        """The ink for the thing turned by the phase: balls roll, other things pirouette."""
        turn = (pose.phase % PHASES) / PHASES
        middle = -50.0 * min(1.0, self.kind.height / self.kind.width)
        if not self.kind.round:
            if pose.action == "spin":
                width = math.cos(2 * math.pi * turn)
                ink.canvas.scale(width if abs(width) > 0.18 else math.copysign(0.18, width), 1.0)
                return ink if width > 0 else ink.mirrored()
            return ink
        ink.canvas.rotate(360 * turn, 0, middle)
        return _turned(ink, 360 * turn)

    def anchors(self, pose: Pose) -> Mapping[str, Point]:
        """Top, head (middle), grip and the kind's own points (light, seat, floor)."""
        height = self.size[1]
        factor = self.factor
        out = {"top": (0.0, -height), "head": (0.0, -height / 2), "grip": (0.0, -height / 2)}
        for name in self.kind.points:
            x, y = self.kind.point(name)
            x, y = self.place((x * factor, y * factor))
            out[name] = (0.0, y) if self.ended(pose) else (x, y)
        if not self.words.isdisjoint(UNLIT):
            out.pop("light", None)
        return out

    def place(self, at: Point) -> Point:
        """A point of the kind, in figure units at this factor, where the drawing has it."""
        return (at[0] + self._shift[0], at[1] + self._shift[1])

    def seconds(self, action: Action) -> float:
        """Length of a cycle in seconds."""
        return _SECONDS.get(action, 1.6)

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in figure units."""
        x0, y0, x1, y1 = self.box
        return ((x1 - x0) * self.factor, (y1 - y0) * self.factor)

    @property
    def cabin(self) -> bool:
        """Whether riders sit inside: draw them before the vehicle."""
        return self.kind.cabin


def _turned(ink: Ink, degrees: float) -> Ink:
    """The ink under a canvas turned clockwise: the light stays where it is in the picture."""
    angle = -math.radians(degrees)
    lx, ly = ink.toward_light
    cos, sin = math.cos(angle), math.sin(angle)
    return replace(ink, toward_light=(lx * cos - ly * sin, lx * sin + ly * cos))


def craft(kind: Kind, attributes: Attributes, seed: int) -> Crafted:
    """The kind with the colours, material and size that the attributes ask for."""
    words = frozenset(word.lower() for word in (*attributes.extra, attributes.pattern or "") if word)
    material = (attributes.material or first(words, MATERIAL_ROLES) or "").lower()
    asked = wanted(attributes, material)
    words |= {"tinted"} if asked else frozenset()
    main = asked[0] if asked else kind.main
    second = asked[1] if len(asked) > 1 else follow(kind.second, kind.main, main)
    third = asked[2] if len(asked) > 2 else follow(kind.third, kind.main, main)
    factor = SIZES.get(attributes.size or "medium", 1.0)
    role = MATERIAL_ROLES.get(material, kind.role)
    made = Crafted(kind, main, second, third, words, factor, seed, role)
    return replace(made, box=_drawn_box(replace(made, factor=1.0)))


_PROBE = 120
"""Pixels along the longer side of a drawing when it is measured."""


def _drawn_box(made: Crafted) -> Box:
    """The tight box of what is solidly drawn, in figure units; glows and mist do not count."""
    longer = max(made.kind.leaning)
    scale, side = _PROBE / longer, _PROBE * 2
    pixels = np.zeros((side, side, 4), np.uint8)
    canvas = skia.Canvas(pixels)
    canvas.translate(side / 2, side * 0.75)
    canvas.scale(scale, scale)
    made.draw(Ink(canvas, Storybook(), px=scale, line_px=0.8), Pose())
    solid = pixels[..., 3] > 128
    columns, rows = np.flatnonzero(solid.any(axis=0)), np.flatnonzero(solid.any(axis=1))
    if not columns.size:
        return (-made.kind.width / 2, -made.kind.height, made.kind.width / 2, 0.0)
    left, right = (float(columns[0]) - side / 2) / scale, (float(columns[-1]) + 1 - side / 2) / scale
    return (left, (float(rows[0]) - side * 0.75) / scale, right, (float(rows[-1]) + 1 - side * 0.75) / scale)
