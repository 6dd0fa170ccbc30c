"""Owns eyes, lids, lashes and brows. Does not know: the rest of the face."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import skia

from generators.backends.animatic.colours import CREAM, RGB, VIOLET, light, mix, shade
from generators.backends.animatic.kit import Ink, Point, ellipse
from generators.backends.animatic.people.expression import Expression
from generators.backends.animatic.people.skull import FAR, NEAR, Skull
from generators.backends.animatic.people.touch import CLOSE, TINY, curve, line_of, ribbon, skin_shade, soft

_WHITE: RGB = (252, 247, 240)
_LASH: RGB = (58, 34, 44)


@dataclass(frozen=True)
class Eye:
    """One eye's measures in head units."""

    x: float
    y: float
    rx: float
    ry: float
    side: int
    closure: float
    """0 wide open .. 1 closed."""
    lower: float
    tilt: float

    @property
    def inner(self) -> Point:
        """Corner toward the nose."""
        return (self.x - self.side * self.rx, self.y + self.ry * 0.16 + 0.3 * self.tilt)

    @property
    def outer(self) -> Point:
        """Corner toward the temple."""
        return (self.x + self.side * self.rx, self.y + self.ry * 0.08 - self.tilt)

    @property
    def top(self) -> float:
        """Y of the upper lid's middle."""
        return self.y - self.ry + 1.62 * self.ry * self.closure

    @property
    def bottom(self) -> float:
        """Y of the lower lid's middle."""
        return max(self.y + self.ry * (0.84 - 0.72 * self.lower), self.top + 0.02)

    def opening(self) -> skia.Path:
        """What the lids leave free."""
        path = skia.Path()
        (ix, iy), (ox, oy) = self.inner, self.outer
        path.moveTo(ix, iy)
        path.cubicTo(*self._control(ix, iy, 0.24, self.top), *self._control(ox, oy, -0.34, self.top), ox, oy)
        path.cubicTo(*self._control(ox, oy, -0.24, self.bottom), *self._control(ix, iy, 0.4, self.bottom), ix, iy)
        path.close()
        return path

    def _control(self, x: float, y: float, along: float, peak: float) -> Point:
        return (x + self.side * self.rx * 2 * along, y + (peak - y) / 0.75)

    def lid_points(self, peak: float) -> list[Point]:
        """Points on the arc inner corner - peak - outer corner."""
        (ix, iy), (ox, oy) = self.inner, self.outer
        c0, c1 = self._control(ix, iy, 0.24, peak), self._control(ox, oy, -0.34, peak)
        return [_bezier((ix, iy), c0, c1, (ox, oy), t) for t in (0.0, 0.25, 0.5, 0.75, 1.0)]


def _bezier(a: Point, b: Point, c: Point, d: Point, t: float) -> Point:
    k0, k1, k2, k3 = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
    return (k0 * a[0] + k1 * b[0] + k2 * c[0] + k3 * d[0], k0 * a[1] + k1 * b[1] + k2 * c[1] + k3 * d[1])


def eye_of(skull: Skull, face: Expression, side: int) -> Eye:
    """The eye on this side."""
    v, b = skull.look.features, skull.build
    size = b.eye * v.eye_size
    rest = v.lid + (0.08 if skull.look.age == "elder" else 0.0)
    closure = 1.0 if face.lid >= 1 else min(max(rest + face.lid * (1 - rest), -0.12), 0.88)
    return Eye(
        x=skull.across(side * 0.345 * v.eye_gap * skull.width / 0.81),
        y=b.eye_y,
        rx=0.150 * size * skull.spread(side),
        ry=0.146 * size * v.eye_round * (1 + max(0.0, -face.lid) * 0.6),
        side=side,
        closure=closure,
        lower=face.lower,
        tilt=v.eye_tilt,
    )


def draw_eyes(ink: Ink, skull: Skull, face: Expression, hidden: int | None = None) -> None:
    """Both eyes with their brows; `hidden` is a side behind a patch."""
    for side in (FAR, NEAR):
        eye = eye_of(skull, face, side)
        if side != hidden:
            _draw_eye(ink, skull, face, eye)
        _draw_brow(ink, skull, face, eye)


def _draw_eye(ink: Ink, skull: Skull, face: Expression, eye: Eye) -> None:
    skin = skull.look.skin
    if ink.px >= TINY:
        soft(ink, eye.x, eye.y - eye.ry * 0.25, eye.rx * 1.5, eye.ry * 1.5, skin_shade(skin), 34)
    if eye.closure >= 1:
        _closed(ink, skull, face, eye)
    elif ink.px < TINY:
        _dot(ink, skull, face, eye)
    else:
        _open(ink, skull, face, eye)
    if ink.px >= TINY:
        _around(ink, skull, face, eye)


def _closed(ink: Ink, skull: Skull, face: Expression, eye: Eye) -> None:
    peak = eye.y - eye.ry * 0.5 if face.arcs else eye.y + eye.ry * 0.62
    points = eye.lid_points(peak)
    wide = max(0.042, 1.4 / ink.px)
    widths = (0.4, 0.9, 1.0, 1.0, 0.55)
    colour = _lash_colour(skull)
    ink.flat(ribbon([(x, y, wide * w) for (x, y), w in zip(points, widths, strict=True)]), colour)
    if ink.px >= 40 and skull.look.gender == "female" and not skull.look.young and not face.arcs:
        _lashes(ink, eye, points, wide, colour, down=True)


def _dot(ink: Ink, skull: Skull, face: Expression, eye: Eye) -> None:
    tall = eye.ry * (1.05 - 0.75 * max(eye.closure, 0.0)) * (1 - 0.35 * eye.lower)
    x, y = eye.x + face.gaze[0] * eye.rx * 0.25, (eye.top + eye.bottom) / 2 + face.gaze[1] * eye.ry * 0.15
    if face.lid < 0:
        ink.flat(ellipse(x, y, eye.rx * 1.05, tall * 1.1), _WHITE)
        tall *= 0.7
    ink.flat(
        ellipse(x, y, max(eye.rx * 0.72, 1.0 / ink.px), max(tall, 0.8 / ink.px)),
        mix(_LASH, skull.look.eye_colour, 0.15),
    )
    if ink.px > 15 and tall > eye.ry * 0.6:
        ink.flat(ellipse(x + 0.03, y - tall * 0.45, 0.035, 0.035), _WHITE)


def _open(ink: Ink, skull: Skull, face: Expression, eye: Eye) -> None:
    canvas, opening = ink.canvas, eye.opening()
    radius = 0.112 * skull.build.eye * skull.look.features.eye_size
    rx = radius * (1 - 0.14 * skull.yaw * (eye.side == FAR))
    x = eye.x + face.gaze[0] * eye.rx * 0.36 + 0.03 * skull.yaw
    y = eye.y - eye.ry * 0.06 + face.gaze[1] * eye.ry * 0.34
    canvas.save()
    canvas.clipPath(opening, skia.ClipOp.kIntersect, True)
    ink.flat(opening, mix(_WHITE, skull.look.skin, 0.07))
    _iris(ink, skull.look.eye_colour, (x, y), (rx, radius), face.pupil)
    lid_shadow = ellipse(eye.x, eye.top - eye.ry * 0.52, eye.rx * 1.25, eye.ry * 0.82)
    ink.flat(lid_shadow, (70, 40, 74), 74)
    canvas.restore()
    glint = radius * 0.33
    ink.flat(ellipse(x + radius * 0.36, max(y - radius * 0.36, eye.top + glint * 0.9), glint, glint * 1.08), _WHITE)
    if ink.px >= 60:
        ink.flat(ellipse(x - radius * 0.42, y + radius * 0.42, glint * 0.45, glint * 0.45), _WHITE, 150)
    _lids(ink, skull, eye)


def _iris(ink: Ink, colour: RGB, at: Point, radii: Point, pupil: float) -> None:
    (x, y), (rx, ry) = at, radii
    ink.flat(ellipse(x, y, rx, ry), shade(colour, 0.62))
    ink.flat(ellipse(x, y, rx * 0.88, ry * 0.88), shade(colour, 0.12))
    if ink.px >= 60:
        ink.flat(ellipse(x, y + ry * 0.34, rx * 0.66, ry * 0.5), light(colour, 0.4), 130)
    if ink.px >= CLOSE:
        for i in range(12):
            spoke = skia.Path()
            from_x, from_y = _DIRECTIONS[i]
            spoke.moveTo(x + from_x * rx * 0.5, y + from_y * ry * 0.5)
            spoke.lineTo(x + from_x * rx * 0.82, y + from_y * ry * 0.82)
            ink.stroke(spoke, light(colour, 0.45), 0.006, 110)
    ink.flat(ellipse(x, y, rx * 0.54 * pupil, ry * 0.54 * pupil), (40, 26, 38))


_DIRECTIONS = (
    (1.0, 0.0), (0.87, 0.5), (0.5, 0.87), (0.0, 1.0), (-0.5, 0.87), (-0.87, 0.5),
    (-1.0, 0.0), (-0.87, -0.5), (-0.5, -0.87), (0.0, -1.0), (0.5, -0.87), (0.87, -0.5),
)  # fmt: skip


def _lash_colour(skull: Skull) -> RGB:
    return mix(_LASH, skull.look.skin, 0.16 if skull.look.gender == "male" or skull.look.young else 0.0)


def _lids(ink: Ink, skull: Skull, eye: Eye) -> None:
    look = skull.look
    points = eye.lid_points(eye.top)
    wide = max(0.05 if look.gender == "female" else 0.042, 1.5 / ink.px)
    colour = _lash_colour(skull)
    widths = (0.35, 0.85, 1.0, 1.1, 0.5)
    spine = [(x, y, wide * w) for (x, y), w in zip(points, widths, strict=True)]
    if look.gender == "female" and not look.young:
        ox, oy = points[-1]
        spine[-1] = (ox, oy, wide * 0.95)
        spine.append((ox + eye.side * 0.045 * skull.spread(eye.side), oy - 0.03, 0.0))
    ink.flat(ribbon(spine), colour)
    if ink.px >= 40:
        low = eye.lid_points(eye.bottom)
        ink.stroke(curve(low[1:]), line_of(look.skin, 0.5), 0.012, 150)
        if look.gender == "female" and not look.young:
            _lashes(ink, eye, points, wide, colour, down=False)


def _lashes(ink: Ink, eye: Eye, points: list[Point], wide: float, colour: RGB, *, down: bool) -> None:
    rise = 0.05 if down else -0.045
    for at, reach in ((0.62, 0.7), (0.82, 1.0)):
        i = at * (len(points) - 1)
        low = int(i)
        x = points[low][0] + (points[low + 1][0] - points[low][0]) * (i - low)
        y = points[low][1] + (points[low + 1][1] - points[low][1]) * (i - low)
        ink.flat(
            ribbon([(x, y, wide * 0.7), (x + eye.side * 0.03 * reach, y + rise * reach, wide * 0.4),
                    (x + eye.side * 0.065 * reach, y + rise * 1.3 * reach, 0.0)]), colour)  # fmt: skip


def _around(ink: Ink, skull: Skull, face: Expression, eye: Eye) -> None:
    """Crease, bags, crow's feet."""
    look = skull.look
    line = line_of(look.skin, 0.42)
    if eye.closure < 0.8 and ink.px >= 40:
        crease = eye.lid_points(min(eye.top, eye.y) - 0.055)
        ink.stroke(curve(crease[1:4]), line, 0.012, 130)
    if face.bags > 0 or look.wrinkles > 0.5:
        sag = eye.lid_points(eye.y + eye.ry * 1.2)
        ink.stroke(curve(sag[1:4]), line, 0.014, 70 + 90 * max(face.bags, look.wrinkles * 0.5))
    if face.bags > 0:
        soft(ink, eye.x, eye.y + eye.ry * 1.0, eye.rx, eye.ry * 0.5, (110, 60, 110), 60 * face.bags)
    if look.wrinkles > 0.5 and ink.px >= 40:
        ox, oy = eye.outer
        for dy in (-0.03, 0.03):
            tip = (ox + eye.side * 0.13 * skull.spread(eye.side), oy + dy * 2.2)
            ink.stroke(curve([(ox + eye.side * 0.04, oy + dy), tip]), line, 0.012, 120 * look.wrinkles)


def _draw_brow(ink: Ink, skull: Skull, face: Expression, eye: Eye) -> None:
    v, look = skull.look.features, skull.look
    spread = skull.spread(eye.side) * skull.build.eye**0.5
    base = eye.y - (0.262 + v.brow_height) * skull.build.eye**0.6 + 0.05 * (look.age == "elder")
    skew = face.brow_skew * (1 if eye.side == NEAR else -0.5)
    inner = (
        eye.x - eye.side * (0.155 + face.brow_knit) * spread,
        base + 0.02 - face.brow_in - v.brow_tilt - skew * 0.6,
    )
    outer = (eye.x + eye.side * 0.20 * spread, base + 0.03 - face.brow_out + v.brow_tilt - skew)
    arch = 0.02 + 0.045 * v.brow_arch
    middle = (eye.x + eye.side * 0.05 * spread, (inner[1] + outer[1]) / 2 - arch)
    young = {"baby": 0.55, "child": 0.8}.get(look.age, 1.0)
    thick = max(0.062 * v.brow_weight * young * (1.15 if look.age == "elder" else 1.0), 1.3 / ink.px)
    hair = brow_colour(look.hair_colour, look.skin)
    spine = [(*inner, thick * 0.75), (*middle, thick), (*outer, thick * 0.25)]
    quarter = ((inner[0] + middle[0]) / 2, (inner[1] + middle[1]) / 2 - arch * 0.4, thick * 1.02)
    spine.insert(1, quarter)
    ink.flat(ribbon(spine), hair, 235)
    if ink.px >= CLOSE:
        _brow_hairs(ink, spine, eye.side, hair)
    if face.frown and eye.side == NEAR and ink.px >= TINY:
        x = skull.axis
        for dx in (-0.035, 0.03):
            ink.stroke(
                curve([(x + dx, base + 0.03), (x + dx * 1.3, base + 0.13)]), line_of(look.skin, 0.45), 0.014, 150
            )


def _brow_hairs(ink: Ink, spine: list[tuple[float, float, float]], side: int, colour: RGB) -> None:
    for (ax, ay, aw), (bx, by, _) in pairwise(spine):
        for t in (0.1, 0.4, 0.7):
            x, y = ax + (bx - ax) * t, ay + (by - ay) * t
            ink.stroke(curve([(x, y + aw * 0.35), (x + side * 0.035, y - aw * 0.4)]), shade(colour, 0.25), 0.008, 110)


def brow_colour(hair: RGB, skin: RGB) -> RGB:
    """Brows are darker than fair hair and never vanish against the skin."""
    bright = sum(hair) / 3
    if bright > 170:
        return mix(hair, (118, 104, 116), 0.5)
    dark = mix(hair, VIOLET, 0.12)
    return mix(dark, CREAM, 0.0) if sum(skin) > 330 or bright > 90 else mix(hair, VIOLET, 0.35)
