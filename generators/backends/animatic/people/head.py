"""Owns a drawn head: the order in which skin, features, hair, beard and headwear are laid over each other.

Head space: half a head is one unit, centre (0, 0), crown y = -1, chin y = +1, facing right for yaw > 0.
Does not know: necks, bodies, where the head is.
"""

from __future__ import annotations


from generators.backends.animatic.figure import Pose
from generators.backends.animatic.kit import Ink, moved
from generators.backends.animatic.people.appearance import Appearance
from generators.backends.animatic.people.face import draw_features, draw_near_ear, draw_skin
from generators.backends.animatic.people.hair import (
    draw_hair,
    draw_hair_behind,
    draw_hair_rear,
    draw_hair_under,
    main_shape,
    style_of,
)
from generators.backends.animatic.people.skull import Skull
from generators.backends.animatic.people.touch import TINY, skin_shade


class Head:
    """The head of one person, drawn in any pose at any yaw in 0 (front) .. 0.75."""

    def __init__(self, appearance: Appearance) -> None:
        self.appearance = appearance

    def draw_back(self, ink: Ink, pose: Pose, yaw: float) -> None:
        """Draw what lies behind the body: long hair, a hood's back. Call before the body."""
        if pose.view != "back":
            draw_hair_behind(ink, Skull(self.appearance, yaw))

    def draw(self, ink: Ink, pose: Pose, yaw: float) -> None:
        """Draw the head without the neck. Call after the body and its neck."""
        if pose.view == "back":
            self._draw_rear(ink)
            return
        skull = Skull(self.appearance, yaw)
        draw_hair_under(ink, skull)
        draw_skin(ink, skull)
        if style_of(skull).low:
            draw_near_ear(ink, skull)
        self._hair_shadow(ink, skull)
        draw_features(ink, skull, pose)
        draw_hair(ink, skull)
        if not style_of(skull).low:
            draw_near_ear(ink, skull)

    def _draw_rear(self, ink: Ink) -> None:
        skull = Skull(self.appearance, 0.0)
        draw_skin(ink, skull)
        draw_hair_rear(ink, skull)

    def _hair_shadow(self, ink: Ink, skull: Skull) -> None:
        """The shade that the hair throws on the forehead."""
        shape = main_shape(skull)
        if shape is None or ink.px < TINY:
            return
        for drop, alpha in ((0.035, 60), (0.065, 36)):
            shaded = moved(shape, -ink.toward_light[0] * drop * 0.6, drop)
            ink.inside(skull.outline(), shaded, skin_shade(self.appearance.skin), alpha)

    def top(self, yaw: float) -> float:
        """Y of the highest point of hair or hat."""
        return -1.15

    def bounds(self) -> tuple[float, float, float, float]:
        """(x0, y0, x1, y1) around everything that any pose at any yaw draws."""
        return (-1.4, -1.5, 1.4, 1.6)
