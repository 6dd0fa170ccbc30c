"""Owns a drawn head: the order in which skin, features, hair, beard and headwear are laid over each other.

Head space: half a head is one unit, centre (0, 0), crown y = -1, chin y = +1, facing right for yaw > 0.
Does not know: necks, bodies, where the head is.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

import skia

from generators.backends.animatic.colours import RGB
from generators.backends.animatic.figure import Pose
from generators.backends.animatic.kit import Ink, moved
from generators.backends.animatic.people.appearance import Appearance
from generators.backends.animatic.people.beard import draw_beard, draw_moustache
from generators.backends.animatic.people.expression import expression, seen_at
from generators.backends.animatic.people.face import draw_cheeks, draw_features, draw_near_ear, draw_skin
from generators.backends.animatic.people.glasses import draw_glasses, draw_mask, hidden_side
from generators.backends.animatic.people.hair import (
    draw_hair,
    draw_hair_behind,
    draw_hair_rear,
    draw_hair_under,
    main_shape,
    style_of,
)
from generators.backends.animatic.people.hat_shapes import Block
from generators.backends.animatic.people.headwear import hair_window, wear_of
from generators.backends.animatic.people.skull import Skull
from generators.backends.animatic.people.touch import TINY, skin_shade

_MEASURED_AT = 60.0


class Head:
    """The head of one person, drawn in any pose at any yaw in 0 (front) .. 0.75."""

    def __init__(self, appearance: Appearance) -> None:
        self.appearance = appearance

    def draw_back(self, ink: Ink, pose: Pose, yaw: float) -> None:
        """Draw what lies behind the body: long hair, a hood's back. Call before the body."""
        if pose.view == "back":
            return
        skull = Skull(self.appearance, yaw)
        wear = wear_of(skull)
        if wear is None or wear.hair in ("all", "below"):
            self._clipped(ink, skull, False, draw_hair_behind)
        if wear is not None and wear.behind is not None:
            wear.behind(ink, Block(skull), self.appearance.headwear_colour)

    def draw(self, ink: Ink, pose: Pose, yaw: float) -> None:
        """Draw the head without the neck. Call after the body and its neck."""
        if pose.view == "back":
            self._draw_rear(ink)
            return
        skull = Skull(self.appearance, yaw)
        covers_ear = style_of(skull).low > 0
        self._clipped(ink, skull, False, draw_hair_under)
        draw_skin(ink, skull)
        if covers_ear:
            draw_near_ear(ink, skull)
        if self._hair_shown(skull):
            self._clipped(ink, skull, False, self._hair_shadow)
        self._draw_face(ink, skull, pose)
        if self._hair_shown(skull):
            self._clipped(ink, skull, False, draw_hair)
        if not covers_ear:
            draw_near_ear(ink, skull)
        self._draw_wear(ink, skull, rear=False)

    def _draw_face(self, ink: Ink, skull: Skull, pose: Pose) -> None:
        draw_cheeks(ink, skull, pose)
        draw_beard(ink, skull)
        draw_mask(ink, skull)
        draw_features(ink, skull, pose, hidden_side(skull))
        draw_moustache(ink, skull, seen_at(expression(pose), ink.px), pose.mouth)
        draw_glasses(ink, skull)

    def _draw_rear(self, ink: Ink) -> None:
        skull = Skull(self.appearance, 0.0)
        wear = wear_of(skull)
        if wear is not None and wear.behind is not None:
            wear.behind(ink, Block(skull, rear=True), self.appearance.headwear_colour)
        draw_skin(ink, skull)
        if wear is None or wear.hair in ("all", "below"):
            self._clipped(ink, skull, True, draw_hair_rear)
        self._draw_wear(ink, skull, rear=True)

    def _draw_wear(self, ink: Ink, skull: Skull, *, rear: bool) -> None:
        wear = wear_of(skull)
        if wear is not None:
            wear.draw(ink, Block(skull, rear), self.appearance.headwear_colour)

    def _hair_shown(self, skull: Skull) -> bool:
        wear = wear_of(skull)
        return wear is None or wear.hair != "none"

    def _clipped(self, ink: Ink, skull: Skull, rear: bool, draw: Callable[[Ink, Skull], None]) -> None:
        """Draw hair where the headwear lets it be seen."""
        wear = wear_of(skull)
        window = None
        if wear is not None:
            if wear.hair == "none":
                return
            window = hair_window(wear, Block(skull, rear))
        if window is None:
            draw(ink, skull)
            return
        ink.canvas.save()
        ink.canvas.clipPath(window, skia.ClipOp.kIntersect, True)
        draw(ink, skull)
        ink.canvas.restore()

    def _hair_shadow(self, ink: Ink, skull: Skull) -> None:
        """The shade that the hair throws on the forehead."""
        shape = main_shape(skull)
        if shape is None or ink.px < TINY:
            return
        for drop, alpha in ((0.035, 60), (0.065, 36)):
            shaded = moved(shape, -ink.toward_light[0] * drop * 0.6, drop)
            ink.inside(skull.outline(), shaded, skin_shade(self.appearance.skin), alpha)

    def top(self, yaw: float) -> float:
        """Y of the highest point of hair or hat, the same at every yaw within a hair's breadth."""
        return float((self._measured if yaw < 0.3 else self._measured_side).fTop)

    def bounds(self) -> tuple[float, float, float, float]:
        """(x0, y0, x1, y1) around everything that any pose at any yaw draws."""
        box = self._measured.makeOutset(0, 0)
        box.join(self._measured_side)
        return (box.fLeft, box.fTop, box.fRight, box.fBottom)

    @cached_property
    def _measured(self) -> skia.Rect:
        box = self._measure(Pose(view="front"), 0.0)
        box.join(self._measure(Pose(view="back"), 0.0))
        return box

    @cached_property
    def _measured_side(self) -> skia.Rect:
        box = self._measure(Pose(), 0.75)
        box.join(self._measure(Pose(), 0.5))
        return box

    def _measure(self, pose: Pose, yaw: float) -> skia.Rect:
        gauge = _Gauge()
        reach = 9 * _MEASURED_AT
        canvas = skia.PictureRecorder().beginRecording(skia.Rect.MakeLTRB(-reach, -reach, reach, reach))
        canvas.scale(_MEASURED_AT, _MEASURED_AT)
        ink = Ink(canvas, gauge, px=_MEASURED_AT)
        self.draw_back(ink, pose, yaw)
        self.draw(ink, pose, yaw)
        return gauge.box


class _Gauge:
    """A look that paints nothing and remembers how far everything reaches."""

    name = "gauge"

    def __init__(self) -> None:
        self.box = skia.Rect.MakeLTRB(0, -1, 0, 1)

    def part(self, ink: Ink, path: skia.Path, colour: RGB, *, role: str, line: float, depth: float) -> None:
        self._reach(ink, path, ink.line * line)

    def flat(self, ink: Ink, path: skia.Path, colour: RGB, alpha: float) -> None:
        self._reach(ink, path, 0.0)

    def stroke(self, ink: Ink, path: skia.Path, colour: RGB, width: float, alpha: float) -> None:
        self._reach(ink, path, width / 2)

    def glow(self, ink: Ink, x: float, y: float, radius: float, colour: RGB, alpha: float) -> None:
        self._reach(ink, skia.Path.Circle(x, y, radius), 0.0)

    def _reach(self, ink: Ink, path: skia.Path, pad: float) -> None:
        reach = path.computeTightBounds().makeOutset(pad, pad)
        if reach.intersect(ink.canvas.getLocalClipBounds()):
            self.box.join(reach)
