"""Owns gathered hair: buns, knots, ponytails, pigtails, braids. Does not know: styles, faces."""

from __future__ import annotations

import skia

from generators.backends.animatic.colours import RGB, light, shade
from generators.backends.animatic.kit import Ink, ellipse
from generators.backends.animatic.people.hairline import strands, turned_share
from generators.backends.animatic.people.skull import FAR, NEAR, Skull
from generators.backends.animatic.people.touch import TINY, curve, lerp, ribbon, weight


def lay(ink: Ink, path: skia.Path, colour: RGB, depth: float = 0.8) -> None:
    """Draw a piece of hair in the hand."""
    ink.part(path, colour, role="hair", line=weight(ink), depth=depth)


def dim(colour: RGB) -> RGB:
    """Hair that lies farther back."""
    return shade(colour, 0.16)


def back_tail(ink: Ink, skull: Skull, colour: RGB) -> None:
    """A ponytail that leaves the back of the head."""
    turn = turned_share(skull)
    x, y = skull.rim(lerp(14, -58, turn), 0.02)
    reach = lerp(0.34, -0.42, turn)
    drop = lerp(0.35, 0.5, turn)
    spine = [
        (x, y, 0.2), (x + reach * 0.75, y + 0.02, 0.34), (x + reach * 1.1, y + drop, 0.42),
        (x + reach * 0.95, y + drop + 0.5, 0.34), (x + reach * 1.25, y + drop + 0.92, 0.03),
    ]  # fmt: skip
    lay(ink, ribbon(spine), dim(colour))
    strands(ink, colour, [[(sx + d, sy) for sx, sy, _ in spine[1:]] for d in (-0.07, 0.05)])
    tie(ink, skull, x + reach * 0.18, y, 0.11)


def tie(ink: Ink, skull: Skull, x: float, y: float, radius: float) -> None:
    """A hair band."""
    ink.part(ellipse(x, y, radius * 0.8, radius), skull.look.tie_colour, role="cloth", line=weight(ink) * 0.8)


# -- buns -----------------------------------------------------------------------------------------


def knot(ink: Ink, x: float, y: float, rx: float, ry: float, colour: RGB) -> None:
    """A wound ball of hair."""
    lay(ink, ellipse(x, y, rx, ry), colour)
    if ink.px >= TINY:
        for k, bright in ((0.62, True), (0.28, False)):
            arc = [(x - rx * k, y + ry * 0.25), (x - rx * k * 0.3, y - ry * k), (x + rx * k, y - ry * 0.1)]
            ink.stroke(curve(arc), light(colour, 0.4) if bright else shade(colour, 0.45), 0.022, 120)


def bun(ink: Ink, skull: Skull, colour: RGB) -> None:
    """A bun on the upper back of the head."""
    x, y = skull.rim(lerp(0, -34, turned_share(skull)), 0.16)
    knot(ink, x, y, 0.33, 0.29, colour)


def top_knot(ink: Ink, skull: Skull, colour: RGB) -> None:
    """A small knot right on top, with its band."""
    x, y = skull.rim(lerp(0, -8, turned_share(skull)), 0.22)
    knot(ink, x, y, 0.24, 0.22, colour)
    tie(ink, skull, x + 0.01, y + 0.19, 0.12)


def low_bun(ink: Ink, skull: Skull, colour: RGB) -> None:
    """A bun in the nape; from the front it looks out at one side of the neck."""
    turn = turned_share(skull)
    side = -0.46 * skull.look.features.part_side
    knot(ink, lerp(side, skull.left, turn), lerp(0.64, 0.40, turn), lerp(0.38, 0.30, turn), 0.30, dim(colour))


# -- tails and braids -----------------------------------------------------------------------------


def _pigtail(ink: Ink, skull: Skull, colour: RGB, side: int) -> None:
    turn = turned_share(skull)
    if side == NEAR:
        x, y = lerp(skull.left - 0.04, skull.ear[0] - 0.20, turn), 0.12
    else:
        x, y = skull.right + 0.02, 0.1
    out = side * lerp(1.0, 0.55, turn)
    spine = [
        (x, y, 0.15), (x + out * 0.20, y + 0.06, 0.30), (x + out * 0.28, y + 0.38, 0.36),
        (x + out * 0.22, y + 0.72, 0.24),
        (x + out * 0.32, y + 0.98, 0.02),
    ]  # fmt: skip
    lay(ink, ribbon(spine), colour)
    strands(ink, colour, [[(sx + d, sy) for sx, sy, _ in spine[1:]] for d in (-0.05, 0.05)])
    tie(ink, skull, x + out * 0.06, y + 0.02, 0.095)


def far_pigtail(ink: Ink, skull: Skull, colour: RGB) -> None:
    """The far of two pigtails, and from the front both."""
    _pigtail(ink, skull, dim(colour), FAR)
    if skull.yaw < 0.12:
        _pigtail(ink, skull, dim(colour), NEAR)


def near_pigtail(ink: Ink, skull: Skull, colour: RGB) -> None:
    """The near of two pigtails."""
    if skull.yaw >= 0.12:
        _pigtail(ink, skull, colour, NEAR)


def braid_along(ink: Ink, spine: list[tuple[float, float, float]], colour: RGB, tie: RGB) -> None:
    """A plait: lobes along the line, then a band and a brush."""
    count = 6
    for i in range(count):
        t = i / count * (len(spine) - 1)
        low = int(t)
        x, y, w = (lerp(spine[low][k], spine[low + 1][k], t - low) for k in range(3))
        lean = 24 if i % 2 else -24
        lay(ink, ellipse(x + (0.03 if i % 2 else -0.03), y, w * 0.62, w * 0.5, lean), colour, 0.7)
    x, y, w = spine[-1]
    brush = [(x, y - 0.02, w * 0.6), (x - 0.01, y + 0.12, w * 1.0), (x + 0.02, y + 0.27, 0.02)]
    lay(ink, ribbon(brush), colour)
    ink.part(ellipse(x, y, w * 0.42, w * 0.3), tie, role="cloth", line=weight(ink) * 0.7)


def _side_braid(ink: Ink, skull: Skull, colour: RGB, side: int) -> None:
    turn = turned_share(skull)
    x = lerp(skull.left + 0.06, skull.ear[0] - 0.08, turn) if side == NEAR else skull.right - 0.04
    lean = side * 0.06
    braid_along(
        ink, [(x, 0.40, 0.24), (x + lean, 0.85, 0.24), (x + lean * 0.5, 1.34, 0.17)], colour, skull.look.tie_colour
    )


def near_braid(ink: Ink, skull: Skull, colour: RGB) -> None:
    """One braid over the near shoulder."""
    _side_braid(ink, skull, colour, NEAR)


def two_braids(ink: Ink, skull: Skull, colour: RGB) -> None:
    """Two braids over the shoulders; the far one shows from the front."""
    if skull.yaw < 0.45:
        _side_braid(ink, skull, colour, FAR)
    _side_braid(ink, skull, colour, NEAR)


# -- from behind ----------------------------------------------------------------------------------


def rear_bun(ink: Ink, skull: Skull, colour: RGB) -> None:
    """A bun seen from behind."""
    knot(ink, 0.0, -0.72, 0.33, 0.29, colour)


def rear_knot(ink: Ink, skull: Skull, colour: RGB) -> None:
    """A top knot seen from behind."""
    knot(ink, 0.0, -1.16, 0.24, 0.22, colour)


def rear_low_bun(ink: Ink, skull: Skull, colour: RGB) -> None:
    """A bun in the nape seen from behind."""
    knot(ink, 0.0, 0.38, 0.40, 0.30, colour)


def rear_tail(ink: Ink, skull: Skull, colour: RGB) -> None:
    """A ponytail seen from behind."""
    lay(
        ink, ribbon([(0, -0.5, 0.2), (0, -0.2, 0.42), (0.02, 0.4, 0.44), (-0.02, 1.0, 0.3), (0.04, 1.35, 0.02)]), colour
    )
    tie(ink, skull, 0.0, -0.46, 0.13)


def rear_pigtails(ink: Ink, skull: Skull, colour: RGB) -> None:
    """Both pigtails seen from behind."""
    _pigtail(ink, skull, colour, NEAR)
    _pigtail(ink, skull, colour, FAR)


def rear_braid(ink: Ink, skull: Skull, colour: RGB) -> None:
    """One braid down the back."""
    braid_along(ink, [(0, 0.5, 0.3), (0, 0.95, 0.28), (0, 1.4, 0.2)], colour, skull.look.tie_colour)


def rear_braids(ink: Ink, skull: Skull, colour: RGB) -> None:
    """Two braids seen from behind."""
    for side in (-1, 1):
        x = side * 0.48
        braid_along(ink, [(x, 0.4, 0.24), (x, 0.85, 0.24), (x, 1.34, 0.17)], colour, skull.look.tie_colour)
