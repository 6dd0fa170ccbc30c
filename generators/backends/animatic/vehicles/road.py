"""Owns motor vehicles of the road: wheels turn, drivers show through windows. Does not know: who drives."""

from __future__ import annotations

import skia

from generators.backends.animatic.colours import RGB, light, shade
from generators.backends.animatic.crafting import GOLD, INK, RED, STEEL, Brush, Shelf
from generators.backends.animatic.kit import ellipse, minus, moved, rounded, tube, union
from generators.backends.animatic.shapes import hard, soft, star
from generators.backends.animatic.vehicles.wheels import ROLLING, bounce, lamp, wheel, window

SHELF = Shelf()
kind = SHELF.kind
SIREN = (96, 150, 230)
CHASSIS: RGB = (66, 58, 74)


def _shell(b: Brush, outline: skia.Path, panes: tuple[skia.Path, ...]) -> None:
    """A body with open windows."""
    openings = union(panes[0], *panes[1:])
    b.part(minus(outline, openings), None, "metal")
    for pane in panes:
        window(b, pane)


def _chassis(b: Brush, left: float, right: float, top: float, bottom: float) -> None:
    """The dark underside between the wheels; it hides the feet of those who sit inside."""
    b.flat(rounded(left, top, right, bottom, 2), CHASSIS)


def _bumpers(b: Brush, front: float, back: float, y: float) -> None:
    b.part(rounded(front - 9, y, front + 2, y + 4.6, 2), STEEL, "metal", line=0.7)
    b.part(rounded(back - 2, y, back + 9, y + 4.6, 2), STEEL, "metal", line=0.7)


def _beacon(b: Brush, x: float, y: float) -> None:
    """A warning light that flashes from side to side."""
    first = b.wave(2) > 0
    b.part(rounded(x - 7, y - 4, x, y, 1.4), RED if first else shade(RED, 0.35), "glass", line=0.7)
    b.part(rounded(x, y - 4, x + 7, y, 1.4), shade(SIREN, 0.35) if first else SIREN, "glass", line=0.7)
    b.ink.glow(x + (-4 if first else 4), y - 2, 11, (255, 120, 110) if first else (130, 180, 255), 120)


def _saloon(b: Brush) -> float:
    """The small round car that all cars share; returns how far its body is shaken."""
    up = bounce(b)
    outline = "-48,-13 -49,-22 -45,-31 -32,-35 -26,-46 -14,-52 4,-52 16,-46 23,-35 38,-32 47,-25 49,-13 30,-10 -30,-10"
    shell = moved(soft(outline, 0.42), 0, up)
    rear = moved(soft("-26,-35 -22,-44 -12,-48 -4,-48 -4,-35", 0.3), 0, up)
    front = moved(soft("0,-35 0,-48 6,-48 13,-44 18,-35", 0.3), 0, up)
    _chassis(b, -40, 40, -14, -4)
    _shell(b, shell, (rear, front))
    b.inside(shell, tube([(-52, -26 + up, 2.5), (0, -29 + up, 2.5), (52, -24 + up, 2.5)]), light(b.main, 0.5), 130)
    b.inside(shell, rounded(-52, -16 + up, 52, -6, 1), shade(b.main, 0.25), 200)
    b.line([(-2, -36 + up), (-3, -24 + up), (1, -12 + up)], shade(b.main, 0.45), 1.1)
    b.part(rounded(4, -31 + up, 12, -28.5 + up, 1), STEEL, "metal", line=0.5)
    _bumpers(b, 49, -49, -16 + up)
    b.part(rounded(-49, -27 + up, -45.5, -20 + up, 1), RED, "glass", line=0.6)
    lamp(b, 44, -24 + up, 4)
    wheel(b, -28, -10.5, 10.5)
    wheel(b, 29, -10.5, 10.5)
    return up


@kind("car", 170, 90, RED, role="metal", seat=(4, -20), floor=(0, -12), face=(30, -28, 7), cabin=True)
def _car(b: Brush) -> None:
    _saloon(b)


@kind("taxi", 170, 102, (243, 196, 66), role="metal", seat=(4, -20), floor=(0, -12), face=(30, -28, 7), cabin=True)
def _taxi(b: Brush) -> None:
    b.part(rounded(-12, -59, 4, -51, 2), (250, 240, 210))
    up = _saloon(b)
    for i in range(14):
        x, y = -34 + i * 4, -19 - (i % 2) * 2 + up
        b.flat(rounded(x, y, x + 4, y + 2, 0), INK)
    b.flat(ellipse(-4, -55, 4, 1.4), INK)


@kind(
    "police car", 170, 98, (58, 78, 130), (244, 244, 248), GOLD, role="metal", seat=(4, -20), floor=(0, -12), cabin=True
)
def _police(b: Brush) -> None:
    _beacon(b, -4, -51)
    up = _saloon(b)
    door = moved(soft("-24,-33 18,-33 20,-17 -24,-17", 0.1), 0, up)
    b.flat(door, b.second)
    b.flat(star(-2, -25 + up, 6), b.third)


@kind(
    "race car",
    190,
    62,
    RED,
    (248, 244, 236),
    INK,
    role="metal",
    seat=(-6, -14),
    floor=(0, -6),
    face=(30, -16, 6),
    cabin=True,
)
def _racer(b: Brush) -> None:
    up = bounce(b, 0.5)
    _chassis(b, -36, 34, -8, -2)
    b.part(rounded(-50, -32, -36, -28, 1))
    b.line([(-42, -28), (-40, -16)], b.third, 2)
    body = moved(soft("-46,-8 -46,-18 -30,-22 -22,-30 -10,-31 -6,-20 10,-18 30,-16 49,-9 49,-6 -30,-5", 0.35), 0, up)
    b.part(body, None, "metal")
    b.inside(body, tube([(-50, -15 + up, 3), (10, -14 + up, 3), (52, -8 + up, 2)]), b.second)
    b.part(ellipse(-30, -14 + up, 6, 6), b.second, line=0.7)
    b.line([(-4, -22 + up), (2, -27 + up)], b.third, 1.4)
    b.part(hard("34,-5 52,-5 52,-8 38,-8"), line=0.8)
    wheel(b, -30, -9, 9)
    wheel(b, 28, -8, 8)


@kind(
    "truck",
    240,
    120,
    (72, 132, 176),
    (226, 216, 200),
    role="metal",
    seat=(27, -17),
    floor=(26, -12),
    face=(38, -21, 5),
    cabin=True,
)
def _truck(b: Brush) -> None:
    up = bounce(b, 0.6)
    b.part(rounded(-48, -12, 44, -7, 1), INK)
    b.part(rounded(-49, -49, 12, -11 + up, 2), b.second, "metal")
    for x in range(-42, 10, 7):
        b.line([(x, -46), (x, -14)], shade(b.second, 0.22), 0.8)
    cab = moved(soft("15,-9 15,-42 20,-45 33,-44 38,-28 47,-25 49,-10 40,-8", 0.2), 0, up)
    _shell(b, cab, (moved(soft("19,-27 19,-40 31,-40 35,-27", 0.15), 0, up),))
    b.part(rounded(20, -22 + up, 25, -20.5 + up, 0.6), STEEL, "metal", line=0.5)
    lamp(b, 46.5, -18 + up, 2.6)
    _bumpers(b, 48, -47, -10 + up)
    for x in (-36, -20, 33):
        wheel(b, x, -8, 8)


@kind(
    "bus",
    290,
    124,
    (242, 178, 62),
    (72, 66, 84),
    role="metal",
    seat=(36, -17),
    floor=(0, -8),
    face=(44, -16, 4),
    cabin=True,
)
def _bus(b: Brush) -> None:
    up = bounce(b, 0.5)
    body = moved(soft("-49,-6 -49,-38 -46,-42 40,-42 46,-38 49,-24 49,-6", 0.16), 0, up)
    panes = tuple(moved(rounded(x, -37, x + 12, -24, 2), 0, up) for x in (-45, -31, -17, -3, 11))
    _chassis(b, -44, 44, -9, -2.4)
    _shell(b, body, (*panes, moved(soft("37,-24 37,-37 42,-37 46,-24", 0.2), 0, up)))
    b.part(moved(rounded(25, -37, 35, -6, 1.4), 0, up), light(b.main, 0.2), "metal", line=0.8)
    b.flat(moved(rounded(27, -35, 33, -20, 1), 0, up), (176, 218, 232), 120)
    b.flat(moved(rounded(-49, -20, 24.5, -18, 0), 0, up), b.second, 200)
    b.flat(moved(rounded(-49, -15, 24.5, -14, 0), 0, up), b.second, 200)
    lamp(b, 47, -12 + up, 2.2)
    _bumpers(b, 49, -49, -8 + up)
    wheel(b, -31, -7, 7)
    wheel(b, 17, -7, 7)


def _van_body(b: Brush, main: RGB | None = None) -> float:
    up = bounce(b, 0.6)
    body = moved(soft("-48,-10 -48,-52 -42,-57 14,-57 24,-52 34,-34 46,-30 49,-12 40,-9", 0.2), 0, up)
    pane = moved(soft("8,-34 8,-50 18,-50 27,-34", 0.2), 0, up)
    _chassis(b, -42, 42, -13, -4)
    _shell(b, body, (pane,))
    b.line([(5, -54 + up), (5, -12 + up)], shade(b.main if main is None else main, 0.4), 1)
    b.part(rounded(10, -29 + up, 17, -27 + up, 0.8), STEEL, "metal", line=0.5)
    lamp(b, 46, -22 + up, 3.2)
    _bumpers(b, 49, -49, -14 + up)
    wheel(b, -28, -9.5, 9.5)
    wheel(b, 30, -9.5, 9.5)
    return up


@kind(
    "van",
    190,
    110,
    (120, 168, 150),
    (246, 238, 220),
    role="metal",
    seat=(15, -21),
    floor=(0, -12),
    face=(36, -25, 6),
    cabin=True,
)
def _van(b: Brush) -> None:
    up = _van_body(b)
    b.flat(rounded(-44, -33 + up, 4.5, -24 + up, 1), b.second)
    window(b, rounded(-40, -51 + up, -20, -38 + up, 2))
    window(b, rounded(-17, -51 + up, 2, -38 + up, 2))


@kind(
    "ambulance",
    200,
    122,
    (244, 244, 248),
    RED,
    role="metal",
    seat=(15, -21),
    floor=(0, -12),
    face=(36, -25, 6),
    cabin=True,
)
def _ambulance(b: Brush) -> None:
    _beacon(b, -8, -56)
    up = _van_body(b)
    b.flat(rounded(-48, -22 + up, 44, -17 + up, 0), b.second)
    b.flat(union(rounded(-26, -50 + up, -19, -28 + up, 1), rounded(-34, -43 + up, -11, -35 + up, 1)), b.second)


@kind(
    "fire engine",
    280,
    118,
    (208, 52, 46),
    GOLD,
    STEEL,
    role="metal",
    seat=(25, -15),
    floor=(0, -10),
    face=(43, -17, 4),
    cabin=True,
)
def _fire_engine(b: Brush) -> None:
    up = bounce(b, 0.5)
    for y in (-37.5, -33.5):
        b.part(tube([(-48, y, 1.4), (16, y - 2, 1.4)]), b.third, "metal", line=0.6)
    for x in range(-46, 16, 6):
        b.line([(x, -37.5), (x, -33.5)], b.third, 1.2)
    b.part(rounded(-49, -32, 18, -7 + up, 1.4), None, "metal")
    cab = moved(soft("17,-6 17,-37 22,-39 38,-38 46,-22 49,-20 49,-6", 0.16), 0, up)
    _shell(
        b,
        cab,
        (moved(rounded(20, -35, 28, -22, 1), 0, up), moved(soft("30.5,-22 30.5,-35 36,-35 42,-22", 0.15), 0, up)),
    )
    b.part(ellipse(-36, -21, 6, 6), b.second, "metal", line=0.8)
    b.ink.stroke(ellipse(-36, -21, 3, 3), shade(b.second, 0.4), 1)
    for x in (-26, -12, 2):
        b.part(rounded(x, -28, x + 12, -14, 1), b.third, "metal", line=0.7)
    b.flat(rounded(-49, -11, 49, -9, 0), (250, 246, 236))
    _beacon(b, 28, -38 + up)
    lamp(b, 47, -14 + up, 2.2)
    for x in (-32, 33):
        wheel(b, x, -7, 7)


@kind(
    "motorbike",
    116,
    72,
    (196, 58, 54),
    STEEL,
    INK,
    role="metal",
    seat=(-10, -40),
    floor=(-2, -14),
    face=(34, -44, 6),
    bars=(24, -56),
)
def _motorbike(b: Brush) -> None:
    b.part(tube([(34, -15, 3.6), (26, -40, 3.6), (22, -54, 3.6)]), b.second, "metal")
    wheel(b, -33, -16, 16)
    wheel(b, 34, -16, 16)
    b.part(tube([(-44, -18, 5), (-20, -14, 6), (0, -12, 5)]), b.second, "metal")
    b.part(soft("-16,-12 -18,-30 -2,-34 12,-30 12,-12", 0.25), b.second, "metal")
    for y in (-27, -22, -17):
        b.line([(-13, y), (8, y)], shade(b.second, 0.4), 1.4)
    b.part(soft("-46,-36 -40,-42 -20,-42 -12,-38 -12,-34 -30,-33", 0.4), b.third, "cloth")
    b.part(soft("-14,-36 -8,-48 10,-50 24,-42 20,-33 0,-31", 0.45))
    b.part(soft("20,-30 34,-34 48,-24 44,-22 34,-28 22,-25", 0.4), line=0.8)
    b.part(tube([(12, -56, 3), (20, -58, 3), (28, -55, 3)]), b.third)
    lamp(b, 31, -47, 4.6)
    if b.pose.action in ROLLING:
        b.flat(
            ellipse(-52 - 6 * b.turn, -18 - 3 * b.turn, 3 + 3 * b.turn, 3 + 2 * b.turn),
            (236, 232, 238),
            170 * (1 - b.turn),
        )


@kind(
    "tractor",
    150,
    116,
    (84, 150, 76),
    (243, 196, 66),
    role="metal",
    seat=(-20, -30),
    floor=(-18, -24),
    face=(28, -38, 6),
    cabin=True,
)
def _tractor(b: Brush) -> None:
    up = bounce(b, 0.7)
    b.part(rounded(24, -62, 28, -44, 1), INK)
    if b.pose.action in ROLLING:
        for i in range(3):
            age = (i + b.turn) / 3
            b.flat(ellipse(26 - 9 * age, -64 - 14 * age, 2 + 4 * age, 2 + 3.4 * age), (170, 164, 176), 150 * (1 - age))
    b.part(moved(soft("-6,-14 -6,-46 34,-44 40,-40 40,-14", 0.16), 0, up), None, "metal")
    cab = minus(rounded(-36, -72, 0, -22, 4), rounded(-32, -66, -4, -42, 2))
    b.part(moved(cab, 0, up), None, "metal")
    window(b, moved(rounded(-32, -66, -4, -42, 2), 0, up))
    b.part(moved(rounded(-40, -77, 4, -70, 3), 0, up), shade(b.main, 0.2), "metal")
    for y in (-36, -30, -24):
        b.line([(6, y + up), (22, y + up)], shade(b.main, 0.4), 1.6)
    lamp(b, 38, -34 + up, 3.4)
    b.part(soft("-50,-30 -44,-46 -24,-52 -4,-44 2,-30 -10,-38 -24,-41 -38,-38", 0.4), line=0.9)
    wheel(b, -24, -20, 20, b.second, 7)
    wheel(b, 32, -12, 12, b.second)
