"""Owns what is worn besides garments: belts, aprons, ties, scarves, bags, capes, packs, wings.

Does not know: stances, limbs, the order of drawing.
"""

from __future__ import annotations

import math

from generators.backends.animatic.colours import CREAM, VIOLET, mix
from generators.backends.animatic.kit import Ink, blob, ellipse, poly
from generators.backends.animatic.people import cloth
from generators.backends.animatic.people.clothes import Layer
from generators.backends.animatic.people.forms import along, ribbon
from generators.backends.animatic.people.skeleton import Rig
from generators.backends.animatic.people.wardrobe import Outfit


def draw_waistwear(ink: Ink, rig: Rig, outfit: Outfit) -> None:
    """Belt and apron."""
    belt, apron = outfit.extras.get("belt"), outfit.extras.get("apron")
    unit = rig.build.head
    if belt is not None:
        cloth.ring(ink, rig, 0.2, belt.colour, unit * 0.22)
        x, y = cloth.edge(rig, 0.18, 0.0)
        if belt.kind == "belt" and rig.view != "back":
            ink.part(ellipse(x, y, unit * 0.15, unit * 0.14), (228, 186, 86), depth=0.5, line=0.7)
    if apron is not None and rig.view != "back":
        _apron(ink, rig, apron)


def _apron(ink: Ink, rig: Rig, apron: Layer) -> None:
    a, b = along(*rig.near_leg.points, apron.cut.hem), along(*rig.far_leg.points, apron.cut.hem)
    half = rig.build.thigh * 0.5
    corners = [
        cloth.edge(rig, 0.86, -0.34), cloth.edge(rig, 0.86, 0.62), cloth.edge(rig, 0.36, 0.84),
        cloth.edge(rig, 0.0, 1.0), (b[0] + half, b[1]), (a[0] - half * 0.3, a[1]),
        cloth.edge(rig, 0.0, -0.66), cloth.edge(rig, 0.36, -0.6),
    ]  # fmt: skip
    path = blob(corners, tension=0.2)
    ink.part(path, apron.colour)
    cloth.pattern(ink, rig, path, apron)
    unit = rig.build.head
    tie = [
        (*cloth.edge(rig, 0.36, -1.0), unit * 0.12),
        (*cloth.edge(rig, 0.34, 0.0), unit * 0.12),
        (*cloth.edge(rig, 0.36, 0.9), unit * 0.12),
    ]
    ink.part(ribbon(tie), mix(apron.colour, VIOLET, 0.1), depth=0.5, line=0.7)


def draw_neckwear(ink: Ink, rig: Rig, outfit: Outfit) -> None:
    """Tie, scarf, and the strap of a bag."""
    tie, scarf, bag = (outfit.extras.get(key) for key in ("tie", "scarf", "bag"))
    if tie is not None and rig.view != "back":
        _tie(ink, rig, tie)
    if bag is not None:
        _bag(ink, rig, bag)
    if outfit.extras.get("cape") is not None and rig.view != "back":
        _clasp(ink, rig, outfit.extras["cape"])
    if outfit.extras.get("pack") is not None and rig.view != "back":
        _straps(ink, rig, outfit.extras["pack"])
    if scarf is not None:
        _scarf(ink, rig, scarf)


def _tie(ink: Ink, rig: Rig, tie: Layer) -> None:
    unit = rig.build.head
    x, y = cloth.edge(rig, 0.96, 0.0)
    if tie.kind == "bow tie":
        for way in (-1, 1):
            ink.part(
                poly(((x, y), (x + way * unit * 0.36, y - unit * 0.2), (x + way * unit * 0.36, y + unit * 0.2))),
                tie.colour,
                depth=0.6,
            )
        ink.part(ellipse(x, y, unit * 0.1, unit * 0.11), tie.colour, depth=0.5)
        return
    low, mid = cloth.edge(rig, 0.3, 0.0), cloth.edge(rig, 0.42, 0.0)
    w = unit * 0.17
    ink.part(
        poly(((x - w * 0.5, y), (x + w * 0.5, y), (mid[0] + w, mid[1]), low, (mid[0] - w, mid[1]))),
        tie.colour,
        depth=0.6,
    )


def _scarf(ink: Ink, rig: Rig, scarf: Layer) -> None:
    unit = rig.build.head
    sway = rig.stance.sway
    back, front = rig.at(1.08, -unit * 0.5), rig.at(1.08, unit * 0.62)
    middle = rig.at(0.98, unit * 0.1)
    start = rig.at(1.04, -unit * 0.42) if rig.view == "side" else rig.at(1.0, unit * 0.36)
    fly = min(max(abs(sway), 0.0), 1.0)
    tail = [(*start, unit * 0.36)]
    for k in (1, 2, 3):
        lag = unit * k * (0.25 + 0.62 * fly) * (1 if sway >= 0 else -0.6)
        drop = unit * k * (0.66 * (1 - fly)) + unit * 0.16 * math.sin(k * 1.9 + sway * 7)
        if rig.view != "side":
            lag, drop = unit * 0.06 * k * sway, unit * 0.62 * k
        tail.append((start[0] - lag, start[1] + drop, unit * (0.38 + 0.03 * k)))
    path = ribbon(tail)
    ink.part(path, mix(scarf.colour, VIOLET, 0.06))
    cloth.pattern(ink, rig, path, scarf)
    if scarf.kind == "shawl":
        wrap = blob(
            [
                cloth.edge(rig, 1.06, -0.9),
                cloth.edge(rig, 0.8, -1.2),
                cloth.edge(rig, 0.62, 0.1),
                cloth.edge(rig, 0.8, 1.15),
                cloth.edge(rig, 1.06, 0.9),
            ]
        )
        ink.part(wrap, scarf.colour)
    ring = ribbon([(*back, unit * 0.44), (*middle, unit * 0.46), (*front, unit * 0.4)])
    ink.part(ring, scarf.colour)
    cloth.pattern(ink, rig, ring, scarf)


def _bag(ink: Ink, rig: Rig, bag: Layer) -> None:
    unit = rig.build.head
    a, m, b = cloth.edge(rig, 1.02, 0.7), cloth.edge(rig, 0.5, -0.1), cloth.edge(rig, 0.02, -0.95)
    ink.part(ribbon([(*a, unit * 0.13), (*m, unit * 0.13), (*b, unit * 0.13)]), bag.colour, depth=0.5, line=0.7)
    x, y = b
    ink.part(
        blob(
            [
                (x - unit * 0.6, y - unit * 0.1),
                (x + unit * 0.5, y - unit * 0.1),
                (x + unit * 0.52, y + unit * 0.7),
                (x - unit * 0.62, y + unit * 0.7),
            ],
            tension=0.3,
        ),
        bag.colour,
    )
    ink.part(
        blob(
            [
                (x - unit * 0.62, y - unit * 0.12),
                (x + unit * 0.52, y - unit * 0.12),
                (x + unit * 0.4, y + unit * 0.32),
                (x - unit * 0.5, y + unit * 0.32),
            ],
            tension=0.3,
        ),
        mix(bag.colour, CREAM, 0.12),
        depth=0.6,
    )


def _straps(ink: Ink, rig: Rig, pack: Layer) -> None:
    unit = rig.build.head
    for where in (-0.55, 0.62):
        a, b, c = cloth.edge(rig, 1.02, where * 0.8), cloth.edge(rig, 0.7, where), cloth.edge(rig, 0.42, where * 1.3)
        ink.part(
            ribbon([(*a, unit * 0.17), (*b, unit * 0.17), (*c, unit * 0.14)]),
            mix(pack.colour, VIOLET, 0.15),
            depth=0.5,
            line=0.7,
        )


def _clasp(ink: Ink, rig: Rig, cape: Layer) -> None:
    unit = rig.build.head
    a, m, b = cloth.edge(rig, 1.03, -1.0), cloth.edge(rig, 0.9, 0.0), cloth.edge(rig, 1.03, 0.95)
    ink.part(ribbon([(*a, unit * 0.4), (*m, unit * 0.2), (*b, unit * 0.36)]), cape.colour, depth=0.7)
    ink.part(ellipse(m[0], m[1], unit * 0.13, unit * 0.13), (236, 196, 84), depth=0.5, line=0.7)


def draw_back_things(ink: Ink, rig: Rig, outfit: Outfit) -> None:
    """Cape, backpack and wings: behind the body, or over it when seen from behind."""
    cape, pack, wings = (outfit.extras.get(key) for key in ("cape", "pack", "wings"))
    if wings is not None:
        _wings(ink, rig, wings)
    if cape is not None:
        _cape(ink, rig, cape)
    if pack is not None:
        _pack(ink, rig, pack)


def _cape(ink: Ink, rig: Rig, cape: Layer) -> None:
    unit = rig.build.head
    long = rig.build.trunk + rig.build.leg * cape.cut.hem
    sway = rig.stance.sway
    top_a, top_b = cloth.edge(rig, 1.03, -1.0, unit * 0.12), cloth.edge(rig, 1.03, 0.9, unit * 0.1)
    a = math.radians(rig.lean * 0.5 + (7 + 50 * sway if rig.view == "side" else 0.0))
    flare = cape.cut.flare * unit
    down = (-math.sin(a) * long, math.cos(a) * long)
    side = (-math.cos(a), -math.sin(a))
    wide = rig.build.shoulder + flare
    middle = ((top_a[0] + top_b[0]) / 2, (top_a[1] + top_b[1]) / 2)
    foot = (middle[0] + down[0], min(middle[1] + down[1], -unit * 0.15))
    left = (foot[0] + side[0] * wide * (1.15 if rig.view == "side" else 1.0), foot[1] + side[1] * wide * 0.6)
    right = (foot[0] - side[0] * wide * 0.8, foot[1] - side[1] * wide * 0.5)
    bulge = (top_a[0] * 0.5 + left[0] * 0.5 + side[0] * unit * 0.25, (top_a[1] + left[1]) / 2)
    front = ((top_b[0] + right[0]) / 2, (top_b[1] + right[1]) / 2)
    hem = (foot[0], foot[1] + unit * 0.1)
    path = blob([top_a, bulge, left, hem, right, front, top_b], tension=0.42)
    ink.part(path, mix(cape.colour, VIOLET, 0.1))
    lines = [
        [(middle[0] + (p[0] - middle[0]) * 0.4, middle[1] + (p[1] - middle[1]) * 0.4), p]
        for p in (((left[0] * 2 + hem[0]) / 3, left[1]), hem)
    ]
    cloth.folds(ink, path, lines, cape.colour)


def _pack(ink: Ink, rig: Rig, pack: Layer) -> None:
    unit = rig.build.head
    off = -unit * 1.25 if rig.view == "side" else 0.0
    points = [
        rig.at(0.2, off - unit * 0.62),
        rig.at(0.9, off - unit * 0.55),
        rig.at(1.02, off + unit * 0.1),
        rig.at(0.9, off + unit * 0.75),
        rig.at(0.2, off + unit * 0.75),
    ]
    ink.part(blob(points, tension=0.35), pack.colour)
    pocket = [
        rig.at(0.26, off - unit * 0.62),
        rig.at(0.5, off - unit * 0.66),
        rig.at(0.5, off + unit * 0.3),
        rig.at(0.26, off + unit * 0.3),
    ]
    ink.part(blob(pocket, tension=0.3), mix(pack.colour, CREAM, 0.14), depth=0.7)


def _wings(ink: Ink, rig: Rig, wings: Layer) -> None:
    unit = rig.build.head
    x, y = rig.at(0.82, -unit * (0.5 if rig.view == "side" else 0.0))
    ways: tuple[int, ...] = (-1,) if rig.view == "side" else (-1, 1)
    for way in ways:
        for rise, length in ((-1.3, 2.1), (0.5, 1.5)):
            tip = (x + way * unit * length, y + unit * rise)
            path = blob(
                [
                    (x, y),
                    (x + way * unit * length * 0.5, y + unit * (rise - 0.55)),
                    tip,
                    (x + way * unit * length * 0.6, y + unit * (rise + 0.55)),
                ]
            )
            ink.part(path, mix(wings.colour, CREAM, 0.3), depth=0.7)
