"""Owns vehicles seen from straight ahead and from behind, for those that come toward the camera or leave it.

Drawn in the design space of the side view, so that front and side have one scale. Does not know: riders.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import skia

from generators.backends.animatic.colours import RGB, light, shade
from generators.backends.animatic.crafting import GOLD, INK, IRON, PAPER, RED, STEEL, WOOD, Brush, Draw
from generators.backends.animatic.kit import blob, ellipse, minus, moved, rounded, turned, union
from generators.backends.animatic.shapes import even, hard, pipe, soft
from generators.backends.animatic.vehicles.wheels import TYRE, angle, bounce, lamp, smoke, window

_PLATE: RGB = (248, 244, 232)
_LEATHER: RGB = (96, 62, 50)


def _ahead(b: Brush) -> bool:
    return b.pose.view == "front"


def _tyres(b: Brush, x: float, r: float, wide: float) -> None:
    """Two wheels seen edge-on, their treads running by."""
    run = (angle(b) / 60) % 1.0
    for side in (-1, 1):
        left, right = sorted((side * x - wide / 2, side * x + wide / 2))
        body = rounded(left, -2 * r, right, 0, wide * 0.35)
        b.part(body, TYRE)
        for i in range(5):
            y = -2 * r * ((i + run) / 5)
            b.inside(body, rounded(left, y - 0.6, right, y + 0.6, 0), light(TYRE, 0.3))


def _lights(b: Brush, x: float, y: float, r: float) -> None:
    for side in (-1, 1):
        if _ahead(b):
            lamp(b, side * x, y, r)
        else:
            b.part(rounded(side * x - r * 0.7, y - r, side * x + r * 0.7, y + r, 1), RED, "glass", line=0.7)


@dataclass(frozen=True)
class Body:
    """A motor vehicle's end in numbers, design units."""

    half: float
    tall: float
    waist: float
    """Height of the lower edge of the windscreen."""
    narrow: float = 1.0
    """Share of the width at the roof."""
    wheel: float = 10.0
    round: float = 4.0
    doors: bool = False
    """Whether it opens at the back."""

    def __call__(self, b: Brush) -> None:
        """Draw the end that faces the camera."""
        up, half, top = bounce(b), self.half, self.half * self.narrow
        low = -self.wheel * 0.8
        _tyres(b, half - 4, self.wheel * 0.95, 8)
        waist = -self.waist
        knee, edge = top + (half - top) * 0.8, top + (half - top) * 0.6
        lower = moved(even(f"0,{waist - 2} {knee},{waist - 2} {half},{waist + 8} {half},{low} 0,{low}", 0.0), 0, up)
        roof = (
            f"0,{-self.tall} {top * 0.72},{-self.tall} {top * 0.96},{-self.tall + self.round} {edge},{waist} 0,{waist}"
        )
        pane = f"0,{-self.tall + 5} {top * 0.66},{-self.tall + 5} {top * 0.84},{waist - 2} 0,{waist - 2}"
        shell, screen = moved(even(roof, 0.12), 0, up), moved(even(pane, 0.08), 0, up)
        if self.doors and not _ahead(b):
            b.part(union(shell, lower), None, "metal")
            b.line([(0, -self.tall + 4 + up), (0, low + up)], shade(b.main, 0.4), 1.2)
            for side in (-1, 1):
                b.part(
                    rounded(side * 4 - 1, -self.tall * 0.5 + up, side * 4 + 1, -self.tall * 0.36 + up, 0.8),
                    STEEL,
                    line=0.5,
                )
        else:
            b.part(minus(union(shell, lower), screen), None, "metal")
            window(b, screen)
        self._face(b, low, up)

    def _face(self, b: Brush, low: float, up: float) -> None:
        half = self.half
        if _ahead(b):
            b.part(rounded(-half * 0.4, low - 13 + up, half * 0.4, low - 6 + up, 2), INK, line=0.7)
            for i in (-1, 0, 1):
                b.line([(-half * 0.36, low - 9.5 + i * 2 + up), (half * 0.36, low - 9.5 + i * 2 + up)], STEEL, 0.8)
            for side in (-1, 1):
                b.part(ellipse(side * (half + 2.6), -self.waist - 1 + up, 2.4, 3.2), shade(b.main, 0.2), line=0.7)
        _lights(b, half * 0.74, low - 11 + up, 4)
        b.part(rounded(-half - 1, low - 4 + up, half + 1, low + 1 + up, 2), STEEL, "metal", line=0.7)
        b.part(rounded(-7, low - 4.4 + up, 7, low + 0.6 + up, 1), _PLATE, line=0.5)


_CAR = Body(23, 52, 31, 0.82, round=6)


def _taxi(b: Brush) -> None:
    b.part(rounded(-8, -59, 8, -50, 2), (250, 240, 210))
    _CAR(b)
    for i in range(10):
        y = -26 - (i % 2) * 2
        b.flat(rounded(-20 + i * 4, y, -16 + i * 4, y + 2, 0), INK)


def _flashing(body: Body, top: float) -> Draw:
    """The same with a warning light on its roof."""

    def draw(b: Brush) -> None:
        body(b)
        first = b.wave(2) > 0
        for side, colour in ((-1, RED), (1, (96, 150, 230))):
            on = first == (side < 0)
            x0, x1 = sorted((0.0, side * 7.0))
            b.part(rounded(x0, -top - 4, x1, -top, 1.4), colour if on else shade(colour, 0.35), "glass", line=0.7)
        b.ink.glow(-4 if first else 4, -top - 2, 11, (255, 120, 110) if first else (130, 180, 255), 120)

    return draw


def _racer(b: Brush) -> None:
    up = bounce(b, 0.5)
    _tyres(b, 20, 8.5, 11)
    b.part(rounded(-22, -31, 22, -27, 1))
    b.part(hard("-9,-28 -6,-28 -6,-16 -9,-16"), INK, line=0.6)
    b.part(hard("9,-28 6,-28 6,-16 9,-16"), INK, line=0.6)
    b.part(moved(even("0,-26 6,-24 10,-12 9,-4 0,-4", 0.3), 0, up), None, "metal")
    b.inside(moved(even("0,-26 6,-24 10,-12 9,-4 0,-4", 0.3), 0, up), rounded(-2.4, -30, 2.4, 0, 0), b.second)
    b.part(rounded(-24, -5, 24, -2, 1))


def _tractor(b: Brush) -> None:
    up = bounce(b, 0.6)
    _tyres(b, 27, 20, 14)
    b.part(hard("-17,-40 17,-40 15,-75 -15,-75"), shade(b.main, 0.3), line=0.6)
    pane = rounded(-14, -70, 14, -42, 3)
    b.part(minus(rounded(-19, -77, 19, -38, 4), pane), None, "metal")
    window(b, pane)
    b.part(rounded(-12, -46 + up, 12, -12 + up, 4), None, "metal")
    if _ahead(b):
        b.part(rounded(-8, -38 + up, 8, -18 + up, 2), INK, line=0.7)
        _tyres(b, 14, 10, 7)
    _lights(b, 9, -40 + up, 3)


def _engine(b: Brush) -> None:
    """A steam engine: its round boiler ahead, its cab behind."""
    up = bounce(b, 0.4)
    for side in (-1, 1):
        b.part(rounded(side * 11 - 2.5, -14, side * 11 + 2.5, 0, 1), IRON, "metal")
    if not _ahead(b):
        pane = rounded(-9, -36 + up, 9, -24 + up, 2)
        b.part(minus(rounded(-15, -42 + up, 15, -6, 2), pane), None, "metal")
        window(b, pane)
        b.part(rounded(-18, -45 + up, 18, -40 + up, 3), b.second)
        _lights(b, 11, -12, 2.2)
        return
    b.part(rounded(-16, -41 + up, 16, -8, 3), shade(b.main, 0.2), "metal")
    b.part(rounded(-18, -44 + up, 18, -39 + up, 3), b.second)
    smoke(b, 0, -52, 4)
    b.part(hard("-4,-36 -3,-48 -6,-54 6,-54 3,-48 4,-36"), INK, "metal")
    b.part(ellipse(0, -24 + up, 14, 14), None, "metal")
    b.part(ellipse(0, -24 + up, 10.5, 10.5), IRON, "metal", line=0.7)
    for x, y in ((-7, -24), (7, -24), (0, -31), (0, -17)):
        b.flat(ellipse(x, y + up, 1, 1), GOLD)
    lamp(b, 0, -40 + up, 4)
    b.part(rounded(-17, -13, 17, -9, 1), b.second)
    b.part(hard("-14,-9 14,-9 9,0 -9,0"), b.second)
    for x in (-7, 0, 7):
        b.line([(x, -8), (x * 0.7, -1)], shade(b.second, 0.4), 1)


def _coach(b: Brush) -> None:
    """A railway carriage's end with its door."""
    for side in (-1, 1):
        b.part(rounded(side * 11 - 2.5, -12, side * 11 + 2.5, 0, 1), IRON, "metal")
    b.part(rounded(-17, -39, 17, -7, 2))
    b.part(rounded(-19, -42, 19, -37, 3), b.second)
    b.part(rounded(-6, -34, 6, -8, 1), shade(b.main, 0.2), line=0.7)
    b.part(rounded(-4, -31, 4, -21, 1), (196, 220, 230), "glass", line=0.7)
    for side in (-1, 1):
        b.part(rounded(side * 11.5 - 3.5, -31, side * 11.5 + 3.5, -20, 1), (196, 220, 230), "glass", line=0.7)


def _spun(b: Brush, x: float, r: float, wide: float, rim: RGB) -> None:
    """A thin wheel seen edge-on."""
    b.part(rounded(x - wide / 2, -2 * r, x + wide / 2, 0, wide / 2), TYRE)
    b.part(rounded(x - wide * 0.7, -r - 1.6, x + wide * 0.7, -r + 1.6, 1), rim, "metal", line=0.6)


def _bicycle(b: Brush) -> None:
    turn = b.wave() if angle(b) else 0.3
    for side in (-1, 1):
        b.part(rounded(side * 8 - 4, -16 + side * 6 * turn, side * 8 + 4, -13 + side * 6 * turn, 1), INK, line=0.6)
    b.part(ellipse(0, -49, 7, 3.4), _LEATHER, "cloth")
    _spun(b, 0, 20, 4, b.second)
    b.part(union(pipe("-3,-18,2 -3,-44,2 0,-50,3"), pipe("3,-18,2 3,-44,2 0,-50,3")), None, "metal")
    b.part(pipe("-21,-56,3 -12,-58,3 0,-55,3 12,-58,3 21,-56,3"), b.second, "metal")
    for side in (-1, 1):
        b.part(rounded(side * 20 - 4, -58.5, side * 20 + 4, -54, 2), INK, line=0.6)
    if _ahead(b):
        lamp(b, 0, -48, 3.4)
    else:
        b.part(ellipse(0, -40, 2, 2), RED, "glass", line=0.6)


def _motorbike(b: Brush) -> None:
    up = bounce(b, 0.4)
    _spun(b, 0, 16, 10, STEEL)
    b.part(soft("-8,-34 -10,-22 -7,-15 7,-15 10,-22 8,-34", 0.4))
    b.part(moved(soft("-13,-46 0,-50 13,-46 15,-36 8,-31 -8,-31 -15,-36", 0.4), 0, up))
    b.part(pipe("-24,-55,3 -14,-56,3 0,-50,4 14,-56,3 24,-55,3"), STEEL, "metal")
    for side in (-1, 1):
        b.part(rounded(side * 25 - 4, -57.5, side * 25 + 4, -52.5, 2), INK, line=0.6)
        b.part(ellipse(side * 17, -61, 3.4, 2.4), b.second, line=0.7)
    if _ahead(b):
        lamp(b, 0, -45 + up, 6)
    else:
        b.part(rounded(-5, -40, 5, -36, 1.4), RED, "glass", line=0.7)
        b.part(rounded(-5, -33, 5, -28, 1), _PLATE, line=0.6)
        b.part(ellipse(0, -50, 11, 4), _LEATHER, "cloth")


def _scooter(b: Brush) -> None:
    _spun(b, 0, 9, 6, STEEL)
    b.part(rounded(-8, -17, 8, -11, 3), None, "metal")
    b.part(pipe("0,-14,4 0,-94,4"), b.second, "metal")
    b.part(pipe("-22,-97,5 0,-98,5 22,-97,5"), b.third)


def _cart(b: Brush) -> None:
    for side in (-1, 1):
        b.part(rounded(side * 25 - 3, -42, side * 25 + 3, 0, 2), shade(WOOD, 0.2), "wood")
        b.part(rounded(side * 25 - 4.4, -24, side * 25 + 4.4, -18, 2), IRON, "metal", line=0.7)
    b.part(rounded(-24, -23, 24, -19, 1), shade(b.main, 0.3), "wood")
    for i in range(3):
        b.part(rounded(-21, -32 - i * 9, 21, -25 - i * 9, 1), light(b.main, 0.06 * i), "wood")
    for side in (-1, 1):
        b.part(rounded(side * 20 - 2, -55, side * 20 + 2, -22, 1), None, "wood", line=0.8)
        if _ahead(b):
            b.part(pipe(f"{side * 13},-26,3 {side * 15},-10,3.4"), None, "wood")


def _carriage(b: Brush) -> None:
    for side in (-1, 1):
        b.part(rounded(side * 23 - 2.4, -34, side * 23 + 2.4, 0, 2), b.second, "metal")
    pane = soft("-11,-52 -10,-40 10,-40 11,-52 0,-56", 0.3)
    b.part(minus(even("0,-62 16,-58 20,-40 16,-22 0,-18", 0.4), pane))
    window(b, pane)
    b.part(even("0,-69 6,-66 22,-61 20,-58 0,-58", 0.3), b.second, "metal")
    b.part(even("0,-30 8,-28 10,-23 0,-21", 0.3), b.second, line=0.7)
    if _ahead(b):
        b.part(rounded(-15, -26, 15, -16, 3), _LEATHER, "cloth")
        for side in (-1, 1):
            lamp(b, side * 21, -46, 3)


def _hull(b: Brush, half: float, deck: float, keel: float = 0.0) -> skia.Path:
    """A bow or a stern: sharp ahead, round behind."""
    shape = (
        even(f"0,{-deck - 3} {half},{-deck} {half * 0.72},{-deck * 0.4} 0,{keel}", 0.2)
        if _ahead(b)
        else even(f"0,{-deck + 1} {half},{-deck} {half * 0.9},{-deck * 0.3} {half * 0.5},{keel} 0,{keel}", 0.2)
    )
    b.part(shape)
    if _ahead(b):
        b.line([(0, -deck - 2), (0, keel - 1)], shade(b.main, 0.4), 1.2)
    return shape


def _boat(b: Brush) -> None:
    pane = rounded(-9, -40, 9, -31, 2)
    b.part(minus(rounded(-13, -44, 13, -20, 2), pane), PAPER)
    window(b, pane, shade(PAPER, 0.4))
    b.part(rounded(-16, -48, 16, -43, 2), RED)
    b.line([(0, -48), (0, -57)], WOOD, 1.2)
    hull = _hull(b, 24, 22)
    b.inside(hull, rounded(-40, -26, 40, -17, 0), PAPER, 230)
    b.inside(hull, rounded(-40, -6, 40, 4, 0), RED, 230)


def _rowboat(b: Brush) -> None:
    for side in (-1, 1):
        b.part(pipe(f"{side * 16},-20,2 {side * 40},-4,2"), light(WOOD, 0.2), "wood", line=0.8)
        b.part(ellipse(side * 42, -3, 6, 2.6, side * 30), light(WOOD, 0.2), "wood", line=0.8)
    hull = _hull(b, 21, 22)
    b.inside(hull, rounded(-30, -14, 30, -12.6, 0), shade(b.main, 0.35), 170)


def _canoe(b: Brush) -> None:
    hull = _hull(b, 10, 17)
    b.inside(hull, rounded(-20, -11, 20, -8, 0), PAPER, 220)


def _sailboat(b: Brush) -> None:
    b.line([(0, -14), (0, -98)], WOOD, 2)
    b.part(soft("1,-94 10,-60 13,-24 1,-20", 0.25), RED if b.has("tinted") else PAPER, "cloth")
    b.part(soft("-1,-86 -7,-54 -9,-24 -1,-20", 0.25), RED, "cloth")
    _hull(b, 16, 16)


def _ship(b: Brush) -> None:
    b.line([(0, -20), (0, -93)], shade(WOOD, 0.2), 2.4)
    for y, half, tall in ((-66, 22, 20), (-44, 28, 20)):
        swell = 2.0 + 0.6 * b.wave()
        b.line([(-half, y - tall * 0.5), (half, y - tall * 0.5)], shade(WOOD, 0.2), 1.6)
        top, low, full = y - tall * 0.5, y + tall * 0.45, half - 3 + swell
        sail = [(-half, top), (half, top), (full, y), (half, low), (0.0, y + tall * 0.3), (-half, low), (-full, y)]
        b.part(blob(sail, 0.3), PAPER, "cloth")
    b.part(even("0,-88 12,-86 13,-76 0,-78", 0.3), PAPER, "cloth")
    b.part(soft(f"0,-93 {10 + b.wave()},-91 0,-88", 0.2), RED, "cloth", line=0.7)
    hull = _hull(b, 21, 27)
    b.inside(hull, rounded(-30, -22, 30, -19, 0), GOLD, 230)
    if _ahead(b):
        b.part(pipe("0,-26,3 0,-38,2"), WOOD, "wood")
        return
    for x in (-10, 0, 10):
        b.part(rounded(x - 3, -17, x + 3, -10, 1), (250, 214, 120), "glass", line=0.7)


def _steamer(b: Brush) -> None:
    smoke(b, 0, -47, 2.4)
    b.part(rounded(-4, -46, 4, -30, 1), RED)
    b.part(rounded(-4.4, -47, 4.4, -43, 1), INK, line=0.7)
    for y, half in ((-32, 9), (-26, 12)):
        b.part(rounded(-half, y, half, y + 7, 1), PAPER)
        for i in range(-2, 3):
            b.flat(rounded(i * half * 0.36 - 1, y + 2, i * half * 0.36 + 1, y + 4.6, 0.4), (96, 140, 186))
    hull = _hull(b, 14, 20)
    b.inside(hull, rounded(-20, -5, 20, 3, 0), RED, 230)


def _wings(b: Brush, y: float, half: float, thick: float, lift: float) -> None:
    wing = even(f"0,{y - thick} {half},{y - thick - lift} {half},{y - lift + thick * 0.2} 0,{y + thick}", 0.1)
    b.part(wing, b.second if b.second != b.main else shade(b.main, 0.2), "metal")


def _airplane(b: Brush) -> None:
    b.part(even("0,-40 1.4,-39 2.4,-22 0,-22", 0.1), RED)
    b.part(even("0,-27 15,-29 15,-27.6 0,-24", 0.1), light(b.main, 0.1), "metal", line=0.8)
    _wings(b, -12, 48, 1.8, 6)
    for side in (-1, 1):
        b.part(ellipse(side * 19, -9, 4, 4), STEEL, "metal")
        b.part(ellipse(side * 19, -9, 2.6, 2.6), INK, line=0.6)
    b.part(ellipse(0, -15, 9, 9.6), None, "metal")
    if _ahead(b):
        pane = soft("-6,-18 -4,-22 4,-22 6,-18 0,-17", 0.3)
        b.part(pane, (150, 196, 222), "glass", line=0.7)
        b.flat(ellipse(0, -12, 2.6, 2.6), shade(b.main, 0.16))
    for side in (-1, 0, 1):
        b.part(rounded(side * 11 - 1.4, -5, side * 11 + 1.4, 0, 1), TYRE, line=0.7)


def _biplane(b: Brush) -> None:
    b.part(even("0,-46 1.6,-44 2,-26 0,-26", 0.1), b.second)
    for side in (-1, 1):
        b.line([(side * 30, -42), (side * 30, -22)], STEEL, 1.4)
        b.part(rounded(side * 12 - 2, -10, side * 12 + 2, 0, 2), TYRE)
        b.line([(side * 12, -6), (side * 6, -18)], STEEL, 1.6)
    for y in (-44, -23):
        b.part(rounded(-48, y - 1.8, 48, y + 1.8, 2), light(b.main, 0.5), "cloth")
    b.part(ellipse(0, -27, 11, 11), None, "metal")
    if _ahead(b):
        b.flat(ellipse(0, -27, 24, 24), (220, 226, 236), 70)
        b.part(
            turned(rounded(-2, -50, 2, -4, 2), angle(b) * 2 + 360 * b.turn * (b.pose.action == "fly"), (0, -27)),
            WOOD,
            "wood",
        )
        b.part(ellipse(0, -27, 3.4, 3.4), b.second, "metal")


def _helicopter(b: Brush) -> None:
    reach = 48 * (0.5 + 0.5 * abs(b.wave(3))) if b.pose.action in ("fly", "drive", "float") else 48
    b.line([(0, -44), (0, -36)], STEEL, 2.4)
    b.part(rounded(-reach, -46, reach, -43.6, 1), STEEL, "metal", line=0.8)
    b.part(even("0,-48 1.4,-46 1.4,-36 0,-36", 0.1), b.second)
    body = ellipse(0, -22, 15, 16)
    b.part(body, None, "metal")
    if _ahead(b):
        b.part(soft("-12,-24 -8,-35 8,-35 12,-24 8,-17 -8,-17", 0.4), (170, 210, 230), "glass")
        b.line([(0, -36), (0, -16)], shade(b.main, 0.3), 1.2)
    for side in (-1, 1):
        b.line([(side * 9, -9), (side * 15, -2)], STEEL, 1.6)
        b.part(rounded(side * 16 - 3, -3, side * 16 + 3, 0, 1.5), STEEL, "metal", line=0.7)


def _sled(b: Brush) -> None:
    for side in (-1, 1):
        b.part(rounded(side * 14 - 2, -20, side * 14 + 2, 0, 2), RED)
    b.part(rounded(-19, -30, 19, -25, 2), WOOD, "wood")
    b.part(rounded(-16, -16, 16, -13, 1), shade(WOOD, 0.2), "wood", line=0.8)


def _sleigh(b: Brush) -> None:
    for side in (-1, 1):
        b.part(rounded(side * 16 - 1.6, -14, side * 16 + 1.6, 0, 1.6), GOLD, "metal")
    b.part(soft("-21,-14 -24,-44 -14,-54 14,-54 24,-44 21,-14 10,-9 -10,-9", 0.3))
    b.ink.stroke(even("0,-48 14,-46 18,-38 16,-18 0,-15", 0.3), GOLD, 1.6)


def _wagon(b: Brush) -> None:
    _tyres(b, 19, 10, 6)
    b.part(rounded(-22, -50, 22, -16, 3))
    b.part(rounded(-16, -40, 16, -34, 2), PAPER, line=0.6)
    if _ahead(b):
        b.part(pipe("0,-16,3 0,-34,3 0,-58,3"), INK, line=0.8)
        b.part(rounded(-7, -61, 7, -57, 2), INK, line=0.8)


ENDS: Mapping[str, Draw] = {
    "car": _CAR, "taxi": _taxi, "police car": _flashing(_CAR, 52), "race car": _racer,
    "truck": Body(19, 47, 27, 0.96, 8, doors=True), "van": Body(23, 56, 32, 0.94, doors=True),
    "ambulance": _flashing(Body(22, 56, 32, 0.96, doors=True), 56),
    "fire engine": _flashing(Body(17, 39, 22, 0.98, 7), 39),
    "bus": Body(16, 41, 20, 0.98, 6), "tractor": _tractor, "train": _engine, "train car": _coach,
    "bicycle": _bicycle, "motorbike": _motorbike, "scooter": _scooter, "cart": _cart, "carriage": _carriage,
    "wagon": _wagon, "sled": _sled, "sleigh": _sleigh, "boat": _boat, "rowboat": _rowboat, "canoe": _canoe,
    "sailboat": _sailboat, "ship": _ship, "steamer": _steamer, "airplane": _airplane, "propeller plane": _biplane,
    "helicopter": _helicopter,
}  # fmt: skip
"""Vehicle -> its front (`Pose.view` "front") or back; what is round from all sides has no row."""

__all__ = ["ENDS", "Body"]
