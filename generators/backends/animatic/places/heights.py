"""Owns bare and wild country: mountains, desert, snow land, volcano, cave, jungle, swamp. Does not know: figures."""

from __future__ import annotations

import math

from generators.backends.animatic.colours import RGB, light, mix, shade
from generators.backends.animatic.kit import blob, ellipse, minus, poly, rounded, scallop, tube
from generators.backends.animatic.places import nature, sky, trees
from generators.backends.animatic.places.country import open_sky
from generators.backends.animatic.places.frames import framing
from generators.backends.animatic.places.painter import SNOW, Painter
from generators.backends.animatic.places.spec import Plane, Spec
from generators.backends.animatic.places.strand import ripples


def _peaks(p: Painter) -> None:
    far: RGB = (126, 140, 178)
    nature.mountain(p.away(1.0), p.x(0.08), p.y(0.66), p.x(0.7), p.y(0.36), far, "m1")
    nature.mountain(p.away(1.0), p.x(0.95), p.y(0.66), p.x(0.8), p.y(0.42), far, "m2")
    nature.mountain(p.away(0.6), p.x(0.58), p.y(0.68), p.x(0.9), p.y(0.54), (104, 116, 162), "m3")
    nature.mountain(p.away(0.55), p.x(0.2), p.y(0.68), p.x(0.5), p.y(0.28), (108, 122, 160), "m4")
    trees.grove(p.away(0.4), "fir", 0.675, 80 * p.k, 44, (70, 116, 92), "m firs")


def _mountains(p: Painter) -> None:
    nature.ground(p, 0.665, (122, 160, 92), amplitude=0.014)
    nature.path_to(p, 0.44, 0.67, (206, 184, 146), wide=0.24, bend=0.14)
    for x, y, tall in ((0.1, 0.72, 190), (0.03, 0.77, 300), (0.9, 0.73, 210), (0.985, 0.78, 330)):
        trees.tree(p, "fir", p.x(x), p.y(y), tall * p.k, (66, 118, 88))
    for x, y, wide in ((0.2, 0.77, 90), (0.8, 0.79, 110), (0.74, 0.755, 60)):
        nature.rock(p, p.x(x), p.y(y), wide * p.k, f"m{x}")
    nature.blades(p, (122, 160, 92), 0.7, 1.14, 320)
    nature.flowers(p, 0.8, 1.1, 26, ((250, 248, 240), (150, 130, 214), (250, 206, 90)), size=6)
    nature.puddles(p)


def _mesas(p: Painter) -> None:
    for x, wide, tall, hue in (
        (0.16, 0.2, 0.17, (206, 122, 84)),
        (0.66, 0.14, 0.12, (214, 132, 92)),
        (0.95, 0.26, 0.2, (204, 116, 80)),
    ):
        a, b, y, t = p.x(x - wide / 2), p.x(x + wide / 2), p.y(0.63), p.y(tall)
        mesa = poly(
            [
                (a - 30 * p.k, y),
                (a + 4, y - t * 0.5),
                (a + 8, y - t),
                (b - 8, y - t),
                (b - 2, y - t * 0.5),
                (b + 30 * p.k, y),
            ]
        )
        far = p.away(0.6)
        far.wash(mesa, (light(hue, 0.15), hue), (0, y - t), (0, y))
        for share in (0.2, 0.42, 0.6):
            far.ink.inside(
                mesa, rounded(a - 40, y - t * share, b + 40, y - t * share + 7 * p.k, 3), shade(hue, 0.24), 120
            )
        far.ink.inside(
            mesa,
            poly([(b - (b - a) * 0.3, y - t), (b + 40, y - t), (b + 40, y), (b - (b - a) * 0.4, y)]),
            shade(hue, 0.3),
            90,
        )
    nature.hill(p.away(0.5), 0.625, 0.012, (232, 176, 108), "dune a", 5)
    nature.hill(p.away(0.25), 0.655, 0.016, (228, 164, 96), "dune b", 4)


def _desert(p: Painter) -> None:
    sand: RGB = (230, 172, 102)
    nature.ground(p, 0.69, sand, amplitude=0.016)
    ripples(p, sand, 0.72, 1.1, 30)
    trees.tree(p, "cactus", p.x(0.88), p.y(0.79), 320 * p.k, (84, 156, 100))
    trees.tree(p, "cactus", p.x(0.13), p.y(0.74), 200 * p.k, (84, 156, 100))
    trees.tree(p, "cactus", p.x(0.3), p.y(0.7), 110 * p.k, (84, 156, 100))
    nature.rock(p, p.x(0.98), p.y(0.82), 130 * p.k, "d1", (180, 116, 88))
    nature.rock(p, p.x(0.06), p.y(0.8), 100 * p.k, "d2", (180, 116, 88))
    _skull(p, p.x(0.22), p.y(0.9), 22 * p.k)


def _skull(p: Painter, x: float, y: float, r: float) -> None:
    p.part(
        blob([(x - r, y - r * 0.9), (x, y - r * 1.5), (x + r, y - r * 0.9), (x + r * 0.5, y), (x - r * 0.5, y)]),
        (246, 238, 220),
        line=0.8,
    )
    for side in (-1, 1):
        p.flat(ellipse(x + side * r * 0.42, y - r * 0.8, r * 0.22, r * 0.26), (110, 84, 84))
        p.stroke(
            blob(
                [(x + side * r * 0.8, y - r * 1.1), (x + side * r * 1.7, y - r * 1.3), (x + side * r * 1.9, y - r * 2)],
                close=False,
            ),
            (236, 224, 200),
            r * 0.24,
        )


def _ice_far(p: Painter) -> None:
    nature.mountain(p.away(0.9), p.x(0.2), p.y(0.65), p.x(0.6), p.y(0.3), (150, 172, 214), "ice a")
    nature.mountain(p.away(0.9), p.x(0.82), p.y(0.65), p.x(0.7), p.y(0.36), (150, 172, 214), "ice b")
    nature.hill(p.away(0.5), 0.63, 0.02, (226, 234, 248), "snow hill")
    trees.grove(p.away(0.4), "fir", 0.65, 80 * p.k, 26, (104, 138, 150), "snow firs")


def _snow_land(p: Painter) -> None:
    nature.ground(p, 0.655, (232, 239, 250), amplitude=0.016)
    igloo(p, p.x(0.84), p.y(0.745), 130 * p.k)
    for x, y, tall in ((0.05, 0.77, 330), (0.16, 0.71, 190), (0.99, 0.78, 300)):
        trees.tree(p, "fir", p.x(x), p.y(y), tall * p.k, (150, 182, 190))
        for tier in range(4):
            share = 0.3 + 0.19 * tier
            p.flat(
                ellipse(
                    p.x(x) - tall * p.k * 0.03,
                    p.y(y) - tall * p.k * share,
                    tall * p.k * (0.13 - tier * 0.026),
                    tall * p.k * 0.03,
                ),
                SNOW,
                235,
            )
    ripples(p, SNOW, 0.7, 1.1, 26)
    for x, y in ((0.28, 0.9), (0.72, 0.94)):
        p.flat(ellipse(p.x(x), p.y(y), 110 * p.k, 13), (255, 255, 255), 140)


def igloo(p: Painter, x: float, y: float, r: float) -> None:
    """A house of snow blocks."""
    p.shadow(x, y, r * 1.1, 70)
    dome = blob(
        [
            (x - r, y),
            (x - r * 0.9, y - r * 0.5),
            (x - r * 0.5, y - r * 0.88),
            (x, y - r),
            (x + r * 0.5, y - r * 0.88),
            (x + r * 0.9, y - r * 0.5),
            (x + r, y),
        ],
        0.5,
    )
    p.part(dome, (240, 246, 255))
    for share in (0.28, 0.54, 0.78):
        p.raw.canvas.save()
        p.raw.canvas.clipPath(dome)
        p.stroke(
            blob(
                [(x - r * 1.1, y - r * share), (x, y - r * share - r * 0.06), (x + r * 1.1, y - r * share)], close=False
            ),
            (160, 184, 224),
            2,
            170,
        )
        for index in range(7):
            dx = (index - 3 + share) * r * 0.34
            p.stroke(
                poly([(x + dx, y - r * share), (x + dx * 1.06, y - r * (share - 0.25))], close=False),
                (160, 184, 224),
                2,
                150,
            )
        p.raw.canvas.restore()
    p.part(ellipse(x - r * 0.3, y - r * 0.16, r * 0.42, r * 0.42), (228, 238, 252))
    mouth = minus(ellipse(x - r * 0.3, y - r * 0.1, r * 0.29, r * 0.34), rounded(x - r, y + 2, x + r, y + r, 0))
    p.part(mouth, (70, 84, 130))
    p.lamp(x - r * 0.3, y - r * 0.1, r * 0.9)


def aurora(p: Painter, seconds: float) -> None:
    """Northern lights on clear nights."""
    if p.dark < 0.9 or p.view.weather not in ("clear", "wind"):
        return
    for index, hue in enumerate(((96, 240, 180), (110, 200, 250), (180, 140, 250))):
        y = p.y(0.16 + index * 0.06)
        top = [
            (p.left + i * (p.right - p.left) / 6, y + 26 * math.sin(i * 1.3 + seconds * 0.5 + index)) for i in range(7)
        ]
        band = blob(top, close=False)
        for x, v in reversed(top):
            band.lineTo(x, v + 120)
        p.fade(band, hue, (0, y + 130), (0, y - 30), 70, screen=True)


def _volcano_far(p: Painter) -> None:
    far = p.away(0.45)
    hue: RGB = (110, 84, 96)
    x, foot, wide, tall = p.x(0.62), p.y(0.68), p.x(0.5), p.y(0.5)
    cone = blob(
        [
            (x - wide, foot),
            (x - wide * 0.45, foot - tall * 0.42),
            (x - wide * 0.13, foot - tall),
            (x + wide * 0.13, foot - tall),
            (x + wide * 0.45, foot - tall * 0.42),
            (x + wide, foot),
        ],
        0.3,
        close=False,
    )
    cone.close()
    far.wash(cone, (shade(hue, 0.3), hue, light(hue, 0.1)), (0, foot - tall), (0, foot))
    far.ink.inside(
        cone,
        poly([(x, foot - tall * 1.1), (x + wide * 1.2, foot - tall), (x + wide, foot), (x + wide * 0.2, foot)]),
        shade(hue, 0.4),
        90,
    )
    p.raw.glow(x, foot - tall, 260 * p.k, (255, 140, 70), 150)
    for dx, length, swing in ((-0.05, 0.62, -0.16), (0.03, 0.85, 0.1), (0.09, 0.4, 0.2)):
        lava = tube(
            [
                (x + dx * wide, foot - tall, 26 * p.k),
                (x + (dx + swing * 0.4) * wide, foot - tall * (1 - length * 0.5), 16 * p.k),
                (x + (dx + swing) * wide, foot - tall * (1 - length), 10 * p.k),
            ],
            5,
        )
        p.raw.flat(lava, (244, 104, 52))
        p.raw.stroke(
            blob(
                [(x + dx * wide, foot - tall + 4), (x + (dx + swing * 0.4) * wide, foot - tall * (1 - length * 0.5))],
                close=False,
            ),
            (255, 214, 120),
            5 * p.k,
        )
    p.raw.flat(ellipse(x, foot - tall, wide * 0.13, 13 * p.k), (255, 196, 96))
    for index in range(7):
        size = (30 + index * 15) * p.k
        cloud = scallop(
            x + math.sin(index * 1.7) * 22 + index * 12 * p.k,
            foot - tall - 30 * p.k - index * 34 * p.k,
            size * 1.2,
            size,
            10,
        )
        p.flat(cloud, mix((110, 96, 112), (160, 148, 160), index / 7), 170)


def _volcano(p: Painter) -> None:
    rock: RGB = (112, 92, 100)
    nature.hill(p.away(0.4), 0.655, 0.014, (120, 98, 106), "lava field", 5)
    nature.ground(p, 0.675, rock, amplitude=0.016)
    stream = blob(
        [
            (p.x(0.8), p.y(0.69)),
            (p.x(0.86), p.y(0.69)),
            (p.x(0.93), p.y(0.76)),
            (p.right, p.y(0.82)),
            (p.right, p.y(0.93)),
            (p.x(0.95), p.y(0.85)),
            (p.x(0.82), p.y(0.76)),
        ],
        0.5,
    )
    p.raw.glow(p.x(0.95), p.y(0.8), 260 * p.k, (255, 130, 60), 110)
    p.raw.flat(stream, (240, 98, 48))
    p.raw.stroke(stream, (255, 206, 110), 4)
    for x, y, wide in ((0.04, 0.78, 170), (0.14, 0.75, 100), (0.76, 0.76, 90), (0.9, 0.92, 130)):
        nature.rock(p, p.x(x), p.y(y), wide * p.k, f"v{x}", (96, 78, 90), 0.8)
    trees.tree(p, "bare", p.x(0.2), p.y(0.76), 230 * p.k)
    ripples(p, rock, 0.74, 1.1, 24)


def sparks(p: Painter, seconds: float) -> None:
    """Embers that fly from the crater."""
    chance, x0, y0 = p.rng("sparks"), p.x(0.62), p.y(0.18)
    for _ in range(16):
        age = (seconds * 0.5 + chance.random()) % 1.0
        dx = chance.uniform(-1, 1)
        x, y = x0 + dx * age * 240 * p.k, y0 - (age * 250 - age * age * 330) * p.k
        p.raw.flat(ellipse(x, y, 3.4, 3.4), (255, 190 - 80 * age, 90), 255 * (1 - age))


SPECS = (
    Spec(
        "mountains",
        (Plane(0.05, open_sky), Plane(0.3, _peaks), Plane(1.0, _mountains), framing("firs")),
        also=(
            "mountain",
            "peak",
            "summit",
            "alps",
            "mountainside",
            "mountain pass",
            "canyon",
            "ridge",
            "highlands",
            "hills",
        ),
        live=(sky.birds,),
        spots={"path": (0.44, 0.7), "seat": (0.8, 0.76), "stone": (0.8, 0.79)},
    ),
    Spec(
        "desert",
        (Plane(0.05, open_sky), Plane(0.35, _mesas), Plane(1.0, _desert), framing("stones")),
        also=("dunes", "wasteland", "oasis", "outback"),
        live=(sky.drift,),
        spots={"cactus": (0.88, 0.79), "seat": (0.06, 0.77)},
    ),
    Spec(
        "snow land",
        (Plane(0.05, open_sky), Plane(0.3, _ice_far), Plane(1.0, _snow_land), framing("firs")),
        also=(
            "arctic",
            "antarctica",
            "tundra",
            "snow",
            "ice",
            "north pole",
            "glacier",
            "snowfield",
            "igloo",
            "ice rink",
            "ski slope",
            "winter landscape",
        ),
        live=(aurora,),
        spots={"door": (0.81, 0.74), "tree": (0.05, 0.77)},
    ),
    Spec(
        "volcano",
        (Plane(0.05, open_sky), Plane(0.35, _volcano_far), Plane(1.0, _volcano), framing("stones")),
        also=("lava field", "crater"),
        live=(sparks,),
        spots={"stone": (0.04, 0.78), "fire": (0.62, 0.18)},
    ),
)
