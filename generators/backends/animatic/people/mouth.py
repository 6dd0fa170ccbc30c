"""Owns the mouth: lips, teeth, tongue, by expression and speech. Does not know: the rest of the face."""

from __future__ import annotations

from dataclasses import dataclass

import skia

from generators.backends.animatic.colours import RGB, mix
from generators.backends.animatic.kit import Ink, Point, ellipse, poly
from generators.backends.animatic.people.expression import Expression
from generators.backends.animatic.people.skull import FAR, NEAR, Skull
from generators.backends.animatic.people.touch import CLOSE, TINY, curve, line_of, ribbon, skin_shade, soft

_SPEECH = (0.0, 0.07, 0.15, 0.25)
_NARROW = (1.0, 1.0, 0.97, 0.92)
_DARK: RGB = (104, 30, 46)
_TONGUE: RGB = (216, 100, 102)
_TEETH: RGB = (252, 246, 236)
_SIZES = {"baby": 0.66, "child": 0.84, "teen": 0.94, "adult": 1.0, "elder": 0.98}


@dataclass(frozen=True)
class Mouth:
    """A mouth's measures in head units."""

    near: Point
    far: Point
    x: float
    top: float
    """y of the middle of the upper edge."""
    bottom: float
    open: float

    def edge(self, middle: float) -> list[Point]:
        """Near corner, middle, far corner."""
        return [self.near, (self.x, middle), self.far]

    def shape(self) -> skia.Path:
        """The opening."""
        path = skia.Path()
        (nx, ny), (fx, fy) = self.near, self.far
        wide = fx - nx
        path.moveTo(nx, ny)
        top, low = (self.top - (ny + fy) / 2) / 0.75, (self.bottom - (ny + fy) / 2) / 0.75
        path.cubicTo(nx + wide * 0.25, ny + top, fx - wide * 0.25, fy + top, fx, fy)
        path.cubicTo(fx - wide * 0.08, fy + low, nx + wide * 0.08, ny + low, nx, ny)
        path.close()
        return path


def mouth_of(skull: Skull, face: Expression, speech: int) -> Mouth:
    """The mouth for an expression, opened by speech in 0..3."""
    v = skull.look.features
    speech = min(max(speech, 0), 3)
    half = 0.225 * v.mouth_width * face.wide * _SIZES[skull.look.age] * _NARROW[speech]
    x, y = skull.axis * 0.96, skull.build.mouth_y
    smile = face.smile + v.smile
    opened = face.open * (0.55 if speech else 1.0) + _SPEECH[speech] * (0.8 if skull.look.age == "baby" else 1.0)
    near = (x - half * skull.spread(NEAR), y - smile * 0.62 - face.skew)
    far = (x + half * skull.spread(FAR), y - smile * 0.62 + face.skew * 0.4)
    middle = y + smile * 0.42
    return Mouth(near, far, x + 0.02 * skull.yaw, middle - opened * 0.26, middle + opened * 0.74, opened)


def draw_mouth(ink: Ink, skull: Skull, face: Expression, speech: int) -> None:
    """Lips and what they show."""
    mouth = mouth_of(skull, face, speech)
    if mouth.open < 0.02:
        _closed(ink, skull, mouth)
    else:
        _open(ink, skull, face, mouth)
    if ink.px >= TINY:
        _corners(ink, skull, face, mouth)


def _closed(ink: Ink, skull: Skull, mouth: Mouth) -> None:
    look = skull.look
    line = mix(look.lip_colour, _DARK, 0.62)
    full = look.features.lips
    if full > 0.3 and ink.px >= 36:
        _lips(ink, skull, mouth, full)
    points = mouth.edge(mouth.top)
    wide = max(0.034, 1.2 / ink.px)
    (ax, ay), (bx, by), (cx, cy) = points
    spine = [
        (ax, ay, wide * 0.5),
        ((ax + bx) / 2, (ay + by) / 2 + (by - (ay + cy) / 2) * 0.25, wide),
        (bx, by, wide * 1.05),
        ((bx + cx) / 2, (cy + by) / 2 + (by - (ay + cy) / 2) * 0.25, wide),
        (cx, cy, wide * 0.5),
    ]
    ink.flat(ribbon(spine), line)
    if ink.px >= TINY and full <= 0.6:
        y = mouth.bottom + 0.085
        ink.stroke(curve([(bx - 0.07, y), (bx, y + 0.014), (bx + 0.06, y)]), line_of(look.skin, 0.4), 0.016, 90)


def _lips(ink: Ink, skull: Skull, mouth: Mouth, full: float) -> None:
    (nx, ny), (fx, fy), y = mouth.near, mouth.far, mouth.top
    x, tall = mouth.x, 0.05 + 0.05 * full
    inset = (fx - nx) * 0.1
    path = skia.Path()
    path.moveTo(nx + inset * 0.4, ny)
    path.quadTo((nx + x) / 2 + 0.02, y - tall * 0.95, x - 0.03, y - tall * 0.8)
    path.quadTo(x, y - tall * 0.5, x + 0.03, y - tall * 0.8)
    path.quadTo((fx + x) / 2 - 0.02, y - tall * 0.95, fx - inset * 0.4, fy)
    path.cubicTo(
        fx - inset * 2, (fy + y) / 2 + tall * 1.5, nx + inset * 2, (ny + y) / 2 + tall * 1.5, nx + inset * 0.4, ny
    )
    path.close()
    colour = skull.look.lip_colour
    ink.flat(path, colour, 120 + 120 * full)
    if ink.px >= 60:
        ink.flat(ellipse(x + 0.02, y + tall * 0.55, tall * 0.75, tall * 0.22), mix(colour, _TEETH, 0.55), 90)


def _open(ink: Ink, skull: Skull, face: Expression, mouth: Mouth) -> None:
    look, canvas, shape = skull.look, ink.canvas, mouth.shape()
    lip = mix(look.lip_colour, _DARK, 0.12)
    if ink.px >= 36 and look.features.lips > 0.3:
        ink.stroke(shape, lip, 0.045 + 0.04 * look.features.lips)
    ink.flat(shape, _DARK)
    canvas.save()
    canvas.clipPath(shape, skia.ClipOp.kIntersect, True)
    tall = mouth.bottom - mouth.top
    (nx, _), (fx, _) = mouth.near, mouth.far
    if face.teeth > 0:
        _clenched(ink, mouth, tall)
    else:
        if mouth.open > 0.08:
            ink.flat(ellipse(mouth.x + 0.01, mouth.bottom + tall * 0.05, (fx - nx) * 0.32, tall * 0.42), _TONGUE)
        if look.age != "baby" and (mouth.open < 0.3 and face.wide > 0.6):
            edge = min(mouth.near[1], mouth.far[1], mouth.top) - 0.1
            bite = mouth.top + min(max(tall * 0.38, 0.042), 0.07)
            lift = (min(mouth.near[1], mouth.far[1]) - mouth.top) * 0.5
            teeth = skia.Path()
            teeth.moveTo(nx + (fx - nx) * 0.05, edge)
            teeth.lineTo(fx - (fx - nx) * 0.05, edge)
            teeth.lineTo(fx - (fx - nx) * 0.05, bite + lift)
            teeth.quadTo(mouth.x, bite + 0.02 - lift * 0.3, nx + (fx - nx) * 0.05, bite + lift)
            teeth.close()
            ink.flat(teeth, _TEETH)
    canvas.restore()
    ink.stroke(shape, mix(_DARK, look.lip_colour, 0.3), max(0.022, 1.0 / ink.px))


def _clenched(ink: Ink, mouth: Mouth, tall: float) -> None:
    (nx, ny), (fx, fy) = mouth.near, mouth.far
    if mouth.open < 0.13:
        ink.flat(poly([(nx, ny - 0.3), (fx, fy - 0.3), (fx, fy + 0.3), (nx, ny + 0.3)]), _TEETH)
    else:
        ink.flat(
            poly([(nx, ny - 0.3), (fx, fy - 0.3), (fx, mouth.top + tall * 0.3), (nx, mouth.top + tall * 0.3)]), _TEETH
        )
        ink.flat(ellipse(mouth.x, mouth.bottom + tall * 0.06, (fx - nx) * 0.3, tall * 0.36), _TONGUE)
    if ink.px < 40:
        return
    for i in range(1, 6):
        x = nx + (fx - nx) * i / 6
        ink.stroke(curve([(x, mouth.top - 0.1), (x, mouth.bottom + 0.1)]), (190, 160, 160), 0.01, 130)
    middle = [(nx, ny), (mouth.x, (mouth.top + mouth.bottom) / 2), (fx, fy)]
    if mouth.open < 0.13:
        ink.stroke(curve(middle), (150, 100, 110), 0.016, 190)


def _corners(ink: Ink, skull: Skull, face: Expression, mouth: Mouth) -> None:
    """Dimples, the shade under the lower lip, laugh lines."""
    look = skull.look
    line = line_of(look.skin, 0.42)
    if face.smile > 0.05:
        for (x, y), side in ((mouth.near, NEAR), (mouth.far, FAR)):
            dx = side * 0.03 * skull.spread(side)
            ink.stroke(
                curve([(x + dx * 0.4, y - 0.045), (x + dx * 1.4, y), (x + dx * 0.4, y + 0.04)]), line, 0.016, 150
            )
    if ink.px >= CLOSE:
        soft(ink, mouth.x, mouth.bottom + 0.1, 0.13, 0.035, skin_shade(look.skin), 70)
    deep = look.wrinkles * 110 + (60 if face.smile > 0.08 and look.age == "adult" else 0)
    if deep > 30 and not look.young and ink.px >= 36:
        for (x, y), side in ((mouth.near, NEAR), (mouth.far, FAR)):
            out = side * skull.spread(side)
            ink.stroke(
                curve([(x - out * 0.02, y - 0.22), (x + out * 0.085, y - 0.08), (x + out * 0.06, y + 0.06)]),
                line, 0.014, deep,
            )  # fmt: skip
