"""Owns figures seen from straight above: heads and shoulders, backs, roofs, crowns, in the colours of the figure.

A figure from above is drawn around its middle and turned to where it heads: its `front` view heads down the frame, its
`back` view up. Does not know: the ground, boxes, how the figure looks from the side beyond its colours.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import skia

from generators.backends.animatic.colours import RGB, light, mix, shade
from generators.backends.animatic.figure import PHASES, Figure, Pose
from generators.backends.animatic.kit import Ink, Point, Storybook, blob, ellipse, rounded, scallop, tube
from generators.backends.animatic.people import Person
from generators.backends.animatic.sprites import record
from generators.backends.animatic.troupe import Caster
from planners.aloft import Shape, shape_of, size_above
from planners.plan import Action, Entity
from planners.seats import seat_of

_TURN: Mapping[str, float] = {"front": 90.0, "back": -90.0}
_WALKING = frozenset({"walk", "run", "crawl", "hop", "dance", "climb", "jump"})
_CHINA = frozenset({"plate", "saucer", "dish", "bowl"})
_WHITE: RGB = (246, 242, 234)
_DARK: RGB = (58, 44, 62)
_PROBE = 0.5
_SHADOW: RGB = (44, 30, 60)


@dataclass(frozen=True)
class Aloft:
    """One figure from above."""

    figure: Figure
    entity: Entity
    stage: str | None

    def draw(self, ink: Ink, pose: Pose) -> None:
        """Draw it around its middle, heading where the view says."""
        shape = self._shape(pose.action)
        length, width = self._measures(pose.action)
        if shape == "flat":
            ink.canvas.save()
            ink.canvas.translate(0, width / 2)
            self.figure.draw(ink, pose)
            ink.canvas.restore()
            return
        ink.flat(ellipse(length * 0.03, width * 0.07, length * 0.46, width * 0.46), _SHADOW, 60)
        ink.canvas.save()
        ink.canvas.rotate(_TURN.get(pose.view, 0.0))
        _DRAWN[shape](self, ink, pose, length, width)
        ink.canvas.restore()

    def anchors(self, pose: Pose) -> Mapping[str, Point]:
        """Everything is where it is from above: the hand before the shoulder, the seat in the middle."""
        length, width = self._measures(pose.action)
        turn = math.radians(_TURN.get(pose.view, 0.0))
        x, y = length * 0.42, width * 0.3
        hand = (x * math.cos(turn) - y * math.sin(turn), x * math.sin(turn) + y * math.cos(turn))
        middle = (0.0, 0.0)
        return {"head": middle, "top": middle, "mouth": middle, "hand": hand, "seat": middle, "back": middle,
                "grip": middle}  # fmt: skip

    def seconds(self, action: Action) -> float:
        """As the figure itself."""
        return self.figure.seconds(action)

    @property
    def size(self) -> tuple[float, float]:
        """Length and width."""
        return self._measures("stand")

    @property
    def cabin(self) -> bool:
        """Whether those inside are under its roof."""
        return bool(getattr(self.figure, "cabin", False))

    @property
    def hull(self) -> bool:
        """Whether it is a boat or the like."""
        seat = seat_of(self.entity.look(self.stage))
        return seat is not None and seat.how in ("afloat", "aboard")

    def _shape(self, action: Action) -> Shape:
        return shape_of(self.entity.look(self.stage), self.entity.kind, action)

    def _measures(self, action: Action) -> tuple[float, float]:
        return size_above(self.entity.look(self.stage), self.entity.kind, action)

    @cached_property
    def tones(self) -> tuple[RGB, RGB]:
        """The main colour of the figure from the side, and its next."""
        look = Storybook()
        picture = record(self.figure, Pose(), look, _PROBE, (-0.6, -0.8), 1.0)
        bounds = picture.cullRect()
        size = (max(round(bounds.width() * _PROBE), 1), max(round(bounds.height() * _PROBE), 1))
        surface = skia.Surface.MakeRasterN32Premul(*size)
        with surface as canvas:
            canvas.scale(_PROBE, _PROBE)
            canvas.translate(-bounds.left(), -bounds.top())
            canvas.drawPicture(picture)
        pixels = surface.makeImageSnapshot().toarray(colorType=skia.ColorType.kRGBA_8888_ColorType)
        seen = pixels[pixels[:, :, 3] > 240][:, :3]
        return _commonest(seen)


def _commonest(seen: np.ndarray) -> tuple[RGB, RGB]:
    """The two commonest colours that differ clearly; grey when nothing is seen."""
    if not len(seen):
        return (170.0, 164.0, 170.0), (120.0, 112.0, 120.0)
    bins, counts = np.unique(seen // 32, axis=0, return_counts=True)
    order = np.argsort(-counts, kind="stable")
    groups = [np.median(seen[(seen // 32 == bins[index]).all(axis=1)], axis=0) for index in order[:8]]
    first = groups[0]
    second = next((group for group in groups[1:] if np.abs(group - first).sum() > 90), first * 0.7)
    return _rgb(first), _rgb(second)


def _rgb(values: np.ndarray) -> RGB:
    return (float(values[0]), float(values[1]), float(values[2]))


def _swing(pose: Pose) -> float:
    return math.sin(2 * math.pi * pose.phase / PHASES)


def _person(self: Aloft, ink: Ink, pose: Pose, length: float, width: float) -> None:
    """Feet, arms, shoulders, the crown of the head with its hair or hat."""
    skin, hair, cloth, shoe = _dressed(self)
    swing = _swing(pose) if pose.action in _WALKING else 0.0
    if pose.action in ("sit", "kneel", "ride", "drive"):
        for side in (-1, 1):
            ink.part(
                ellipse(length * 0.3, side * width * 0.15, length * 0.24, width * 0.09), shade(cloth, 0.3), line=0.7
            )
    for side in (-1, 1):
        ink.part(ellipse(length * (0.06 + 0.26 * swing * side), side * width * 0.16, length * 0.15, width * 0.08), shoe)
    reach = 0.34 if pose.action not in (*_WALKING, "stand", "look", "listen") else 0.1
    for side in (-1, 1):
        x = length * (reach - 0.2 * swing * side)
        y = side * width * (0.4 if reach < 0.3 else 0.28)
        ink.part(tube([(0, side * width * 0.38, width * 0.1), (x, y, width * 0.08)]), cloth, role="cloth")
        ink.part(ellipse(x + length * 0.05, y, width * 0.075, width * 0.07), skin, role="skin", line=0.7)
    ink.part(ellipse(0, 0, length * 0.22, width * 0.45), cloth, role="cloth")
    r = width * 0.25
    ink.part(ellipse(r * 0.5, 0, r * 0.92, r * 0.88), skin, role="skin")
    ink.part(ellipse(r * 1.42, 0, r * 0.16, r * 0.2), skin, role="skin", line=0.6)
    ink.part(ellipse(r * 0.02, 0, r, r), hair, role="hair")
    hat = getattr(getattr(self.figure, "appearance", None), "headwear", None)
    if hat:
        colour = self.figure.appearance.headwear_colour  # type: ignore[attr-defined]
        ink.part(ellipse(r * 0.05, 0, r * 1.35, r * 1.35), colour, role="cloth")
        ink.part(ellipse(r * 0.05, 0, r * 0.8, r * 0.8), light(colour, 0.12), role="cloth", line=0.7)


def _dressed(self: Aloft) -> tuple[RGB, RGB, RGB, RGB]:
    """Skin, hair, coat and shoes."""
    if isinstance(self.figure, Person):
        outfit, looks = self.figure.outfit, self.figure.appearance
        cloth = outfit.tops[-1].colour if outfit.tops else (outfit.bottom.colour if outfit.bottom else looks.skin)
        shoe = outfit.feet.colour if outfit.feet else looks.skin
        bald = looks.hair == "bald"
        return looks.skin, looks.skin if bald else looks.hair_colour, cloth, shoe
    first, second = self.tones
    return light(first, 0.3), first, second, _DARK


def _lying(self: Aloft, ink: Ink, pose: Pose, length: float, width: float) -> None:
    """Somebody on the back is seen from above as one who stands is from ahead."""
    ink.canvas.save()
    ink.canvas.rotate(90)
    tall = self.figure.size[1]
    ink.canvas.translate(0, tall / 2)
    blink = 2 if pose.action == "sleep" else pose.blink
    self.figure.draw(ink, Pose(action="stand", view="front", emotion=pose.emotion, blink=blink))
    ink.canvas.restore()


def _animal(self: Aloft, ink: Ink, pose: Pose, length: float, width: float) -> None:
    """Paws, tail, back, head with ears."""
    coat, mark = self.tones
    swing = _swing(pose) if pose.action in _WALKING else 0.2
    for x, side, phase in ((0.22, 1, 1), (0.22, -1, -1), (-0.24, 1, -1), (-0.24, -1, 1)):
        paw = ellipse(length * (x + 0.07 * swing * phase), side * width * 0.36, length * 0.08, width * 0.1)
        ink.part(paw, shade(coat, 0.15), line=0.8)
    wag = width * 0.12 * math.sin(2 * math.pi * pose.phase / PHASES)
    tail = [
        (-length * 0.28, 0.0, width * 0.12),
        (-length * 0.4, wag, width * 0.1),
        (-length * 0.49, -wag, width * 0.04),
    ]
    ink.part(tube(tail), coat, role="fur")
    body = [(-0.34, 0.0), (-0.24, -0.3), (0.0, -0.34), (0.2, -0.26), (0.3, 0.0), (0.2, 0.26), (0.0, 0.34), (-0.24, 0.3)]
    back = blob([(x * length, y * width) for x, y in body])
    ink.part(back, coat, role="fur")
    ink.inside(back, ellipse(-length * 0.04, 0, length * 0.22, width * 0.09), mark, 150)
    r = min(length * 0.17, width * 0.34)
    for side in (-1, 1):
        ink.part(ellipse(length * 0.26, side * r * 0.72, r * 0.34, r * 0.3), shade(coat, 0.2), role="fur", line=0.8)
    ink.part(ellipse(length * 0.33, 0, r, r * 0.86), coat, role="fur")
    ink.part(ellipse(length * 0.33 + r * 0.86, 0, r * 0.42, r * 0.4), mix(coat, mark, 0.4), role="fur", line=0.8)
    _eyes(ink, length * 0.33 + r * 0.45, r * 0.44, r * 0.14)


def _bird(self: Aloft, ink: Ink, pose: Pose, length: float, width: float) -> None:
    """Wings that beat, a fan of a tail, back, head and beak."""
    coat, mark = self.tones
    spread = 0.72 + 0.28 * math.cos(2 * math.pi * pose.phase / PHASES)
    for side in (-1, 1):
        tip = side * width * 0.49 * spread
        wing = [(length * 0.2, side * width * 0.05), (length * 0.16, tip * 0.6), (-length * 0.06, tip),
                (-length * 0.16, tip * 0.7), (-length * 0.14, side * width * 0.05)]  # fmt: skip
        ink.part(blob(wing), mix(coat, mark, 0.25))
    ink.part(blob([(-length * 0.2, 0), (-length * 0.48, -width * 0.09), (-length * 0.44, width * 0.09)]), mark)
    ink.part(ellipse(0, 0, length * 0.28, width * 0.1), coat, role="fur")
    r = length * 0.13
    ink.part(blob([(length * 0.38, -r * 0.3), (length * 0.49, 0), (length * 0.38, r * 0.3)]), (236.0, 160.0, 60.0))
    ink.part(ellipse(length * 0.28, 0, r, r * 0.9), coat, role="fur")
    _eyes(ink, length * 0.33, r * 0.6, r * 0.2)


def _eyes(ink: Ink, x: float, y: float, r: float) -> None:
    for side in (-1, 1):
        ink.flat(ellipse(x, side * y, r, r), _DARK)


def _vehicle(self: Aloft, ink: Ink, pose: Pose, length: float, width: float) -> None:
    """Wheels, body, roof between two windows, lamps; a hull has a deck instead."""
    body, mark = self.tones
    if not self.cabin or self.hull:
        hull = blob([(-length * 0.47, -width * 0.3), (length * 0.2, -width * 0.42), (length * 0.49, 0),
                     (length * 0.2, width * 0.42), (-length * 0.47, width * 0.3)])  # fmt: skip
        ink.part(hull, body, role="wood")
        ink.inside(hull, ellipse(-length * 0.04, 0, length * 0.36, width * 0.27), shade(mark, 0.15), 210)
        return
    for x in (-0.28, 0.28):
        for side in (-1, 1):
            ink.part(rounded(length * (x - 0.08), side * width * 0.46 - width * 0.06, length * (x + 0.08),
                             side * width * 0.46 + width * 0.06, width * 0.04), _DARK, line=0.6)  # fmt: skip
    ink.part(rounded(-length * 0.49, -width * 0.44, length * 0.49, width * 0.44, width * 0.24), body, role="metal")
    glass = (150.0, 196.0, 214.0)
    ink.part(rounded(-length * 0.3, -width * 0.34, length * 0.24, width * 0.34, width * 0.14), glass, role="glass")
    ink.part(
        rounded(-length * 0.2, -width * 0.35, length * 0.1, width * 0.35, width * 0.1), light(body, 0.1), role="metal"
    )
    for side in (-1, 1):
        ink.part(
            ellipse(length * 0.46, side * width * 0.28, length * 0.025, width * 0.07), (255.0, 236.0, 170.0), line=0.6
        )


def _crown(self: Aloft, ink: Ink, pose: Pose, length: float, width: float) -> None:
    """Leaves over leaves."""
    leaf, _ = self.tones
    ink.part(scallop(0, 0, length * 0.46, width * 0.46, 13), shade(leaf, 0.12), role="leaf")
    ink.part(scallop(-length * 0.03, -width * 0.04, length * 0.32, width * 0.32, 10), leaf, role="leaf", line=0.7)
    ink.part(
        scallop(-length * 0.06, -width * 0.07, length * 0.16, width * 0.16, 8), light(leaf, 0.14), role="leaf", line=0.6
    )


def _slab(self: Aloft, ink: Ink, pose: Pose, length: float, width: float) -> None:
    """A table's top with its boards, or a bed with pillow and blanket."""
    top, mark = self.tones
    noun = self.entity.look(self.stage).noun.split(" ")[-1]
    plate = rounded(-length * 0.49, -width * 0.49, length * 0.49, width * 0.49, width * 0.08)
    ink.part(plate, top, role="wood")
    if noun == "bed":
        blanket = rounded(-length * 0.22, -width * 0.45, length * 0.47, width * 0.45, width * 0.1)
        ink.part(blanket, mark, role="cloth")
        ink.part(
            rounded(-length * 0.45, -width * 0.32, -length * 0.27, width * 0.32, width * 0.12),
            (248, 242, 230),
            role="cloth",
        )
        return
    if noun in ("sofa", "couch", "bench"):
        ink.part(
            rounded(-length * 0.49, -width * 0.49, length * 0.49, -width * 0.2, width * 0.1),
            shade(top, 0.15),
            role="cloth",
        )
        return
    for y in (-0.24, 0.0, 0.24):
        ink.flat(rounded(-length * 0.46, width * y - 0.4, length * 0.46, width * y + 0.4, 0.4), shade(top, 0.3), 130)


def _seat(self: Aloft, ink: Ink, pose: Pose, length: float, width: float) -> None:
    """A seat with its back."""
    top, mark = self.tones
    ink.part(rounded(-length * 0.4, -width * 0.4, length * 0.4, width * 0.4, width * 0.1), mark, role="wood")
    ink.part(rounded(-length * 0.48, -width * 0.42, -length * 0.3, width * 0.42, width * 0.06), top, role="wood")


def _disc(self: Aloft, ink: Ink, pose: Pose, length: float, width: float) -> None:
    """A rim, and what is in it."""
    rim, inner = self.tones
    look = self.entity.look(self.stage)
    if look.noun.split(" ")[-1] in _CHINA and not look.colors:
        rim, inner = _WHITE, light(inner, 0.5)
    ink.part(ellipse(0, 0, length * 0.48, width * 0.48), rim)
    ink.part(ellipse(0, 0, length * 0.33, width * 0.33), mix(rim, inner, 0.5), line=0.6, depth=0.6)


_Drawing = Callable[[Aloft, Ink, Pose, float, float], None]
_DRAWN: Mapping[Shape, _Drawing] = {
    "person": _person, "lying": _lying, "animal": _animal, "bird": _bird, "vehicle": _vehicle, "crown": _crown,
    "slab": _slab, "seat": _seat, "disc": _disc,
}  # fmt: skip


def from_above(caster: Caster) -> Caster:
    """The caster with every figure seen from above."""

    def cast(entity: Entity, stage: str | None, seed: int) -> tuple[Figure, tuple[str, ...]]:
        figure, notes = caster(entity, stage, seed)
        return Aloft(figure, entity, stage), notes

    return cast
