"""Owns what animals wear: scarves, collars, coats, aprons, backpacks on the body; hats, crowns, glasses on the head.

Does not know: species, which garments a story gives (see `making`).
"""

# ruff: noqa: E501 (tables of points)

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generators.backends.animatic.animals.extras import Body
from generators.backends.animatic.animals.features import Eye
from generators.backends.animatic.animals.shapes import circle, join, line, merged, taper, wave
from generators.backends.animatic.animals.spec import HeadSpec
from generators.backends.animatic.colours import RGB, light, shade
from generators.backends.animatic.figure import PHASES
from generators.backends.animatic.kit import Ink, Point, blob, ellipse, poly, rounded

KINDS: dict[str, str] = {
    "scarf": "scarf", "shawl": "scarf", "collar": "collar", "ribbon": "bow", "bow": "bow", "bowtie": "bow", "tie": "bow",
    "coat": "coat", "jacket": "coat", "shirt": "coat", "sweater": "coat", "jumper": "coat", "uniform": "coat",
    "dress": "coat", "vest": "vest", "waistcoat": "vest", "apron": "apron", "cape": "cape", "cloak": "cape",
    "backpack": "backpack", "bag": "backpack", "hat": "hat", "cap": "cap", "helmet": "cap", "bonnet": "cap",
    "crown": "crown", "tiara": "crown", "glasses": "glasses", "spectacles": "glasses", "bandage": "bandage",
    "flower": "flower", "robe": "coat", "suit": "coat", "t-shirt": "coat", "overalls": "vest", "necklace": "collar",
}  # fmt: skip
"""Garment words to the shapes that are drawn."""
SLEEVED = frozenset({"coat"})
DRESSED = frozenset({"coat", "vest", "apron", "backpack"})
"""Garments in which an animal walks upright."""


@dataclass(frozen=True)
class Worn:
    """One garment."""

    shape: str
    colour: RGB


def sleeve_colour(wears: Sequence[Worn]) -> RGB | None:
    """Colour of the sleeves; None without any."""
    return next((w.colour for w in wears if w.shape in SLEEVED), None)


def dressed(wears: Sequence[Worn]) -> bool:
    """Whether it wears what only fits an upright body."""
    return any(w.shape in DRESSED for w in wears)


def wear_body(ink: Ink, wears: Sequence[Worn], b: Body, neck: Point, *, front: bool = False) -> None:
    """Draw what is worn on body and neck."""
    for worn in wears:
        draw = _BODY.get(worn.shape)
        if draw is not None:
            draw(ink, worn.colour, b, neck, front)


def _scarf(ink: Ink, colour: RGB, b: Body, neck: Point, front: bool) -> None:
    x, y = neck
    w = (b.spec.neck_w[0] + b.spec.neck_w[1]) * 0.33
    sway = w * 0.3 * wave(b.pose.phase, PHASES)
    way = -1 if not front else 0.3
    end = taper(
        [
            (x + w * 0.2 * way, y + w * 0.2, w * 0.5),
            (x + w * 1.3 * way, y + w * 0.9 + sway, w * 0.6),
            (x + w * 2.2 * way, y + w * 1.0 - sway, w * 0.55),
        ],
        5,
    )
    ink.part(end, shade(colour, 0.12), role="cloth", line=0.8)
    ink.part(ellipse(x, y, w * 1.12, w * 0.55, 12 if not front else 0), colour, role="cloth", line=0.9)


def _collar(ink: Ink, colour: RGB, b: Body, neck: Point, front: bool) -> None:
    x, y = neck
    w = (b.spec.neck_w[0] + b.spec.neck_w[1]) * 0.29
    ink.part(ellipse(x, y, w, w * 0.32, 14 if not front else 0), colour, role="cloth", line=0.8)
    ink.part(circle(x + (0 if front else w * 0.7), y + w * 0.5, w * 0.25), (240, 196, 80), role="metal", line=0.7)


def _bow(ink: Ink, colour: RGB, b: Body, neck: Point, front: bool) -> None:
    w = (b.spec.neck_w[0] + b.spec.neck_w[1]) * 0.26
    x, y = neck[0] + (0 if front else w * 0.8), neck[1] + w * 0.5
    for side in (-1, 1):
        ink.part(
            blob([(x, y), (x + side * w, y - w * 0.6), (x + side * w * 1.1, y + w * 0.6)], 0.4),
            colour,
            role="cloth",
            line=0.8,
        )
    ink.part(circle(x, y, w * 0.26), shade(colour, 0.15), role="cloth", line=0.8)


def _torso(b: Body, front: bool, *, low: float = -0.3, high: float = 1.15) -> list[Point]:
    a, spec = b.axis, b.spec
    g = a.girth
    h, c = spec.hip_r / g * 1.1, spec.chest_r / g * 1.06
    belly = max(spec.mid_r / g * 1.1 + 0.1, h)
    if front:
        h = belly = max(h, c)
    return [a.at(low, -h), a.at(0.5, -belly if front else -h), a.at(high - 0.1, -c), a.at(high, -c * 0.5), a.at(high, c * 0.5),
            a.at(high - 0.12, c), a.at(0.5, belly), a.at(low, h)]  # fmt: skip


def _coat(ink: Ink, colour: RGB, b: Body, neck: Point, front: bool) -> None:
    a = b.axis
    ink.part(blob(_torso(b, front), 0.4), colour, role="cloth")
    seam = 0.0 if front else 0.75
    ink.stroke(line([a.at(-0.25, seam), a.at(0.4, seam + 0.08), a.at(1.0, seam)]), shade(colour, 0.4), ink.line * 0.8)
    dots = merged([circle(*a.at(u, seam + 0.16), a.girth * 0.07) for u in (0.1, 0.42, 0.74)])
    ink.flat(dots, light(colour, 0.7))


def _vest(ink: Ink, colour: RGB, b: Body, neck: Point, front: bool) -> None:
    a = b.axis
    ink.part(blob(_torso(b, front, low=0.05), 0.4), colour, role="cloth")
    ink.flat(
        poly(
            [
                a.at(1.1, 0.1 if not front else -0.3),
                a.at(1.1, 0.9 if not front else 0.3),
                a.at(0.45, 0.7 if not front else 0.0),
            ]
        ),
        b.coat.belly or light(b.coat.base, 0.3),
    )
    ink.flat(
        merged([circle(*a.at(u, 0.7 if not front else 0.0), a.girth * 0.07) for u in (0.15, 0.35)]), light(colour, 0.7)
    )


def _apron(ink: Ink, colour: RGB, b: Body, neck: Point, front: bool) -> None:
    a = b.axis
    v0, v1 = (0.1, 1.25) if not front else (-0.75, 0.75)
    bib = blob(
        [
            a.at(-0.3, v0),
            a.at(0.6, v0 + 0.1),
            a.at(1.05, v0 + 0.3),
            a.at(1.05, v1 - 0.35),
            a.at(0.6, v1),
            a.at(-0.3, v1),
        ],
        0.35,
    )
    ink.part(bib, colour, role="cloth")
    ink.stroke(line([a.at(0.5, -1.0), a.at(0.52, v0)]), shade(colour, 0.3), ink.line * 1.6)


def _backpack(ink: Ink, colour: RGB, b: Body, neck: Point, front: bool) -> None:
    a = b.axis
    if front:
        for v in (-0.6, 0.6):
            ink.stroke(line([a.at(1.0, v), a.at(0.5, v * 1.1), a.at(0.1, v * 1.3)]), colour, a.girth * 0.2)
        return
    pack = blob([a.at(0.1, -0.8), a.at(0.15, -1.75), a.at(0.6, -1.95), a.at(1.0, -1.6), a.at(1.0, -0.8)], 0.5)
    ink.part(pack, colour, role="cloth")
    ink.stroke(
        line([a.at(1.0, -0.9), a.at(0.95, 0.25), a.at(0.4, 0.3), a.at(0.25, -0.8)]), shade(colour, 0.25), a.girth * 0.16
    )
    ink.part(
        blob([a.at(0.2, -1.4), a.at(0.24, -1.85), a.at(0.5, -1.9), a.at(0.5, -1.4)], 0.4),
        light(colour, 0.2),
        role="cloth",
        line=0.7,
    )


def _cape(ink: Ink, colour: RGB, b: Body, neck: Point, front: bool) -> None:
    a = b.axis
    sway = 0.15 * wave(b.pose.phase, PHASES)
    low = -0.7
    cape = [
        neck,
        a.at(0.9, -1.1),
        a.at(0.2, -1.5 + sway),
        a.at(low, -1.7 + sway),
        a.at(low, -0.2 + sway),
        a.at(0.4, 0.1),
        a.at(1.0, 0.4),
    ]
    if front:
        cape = [
            neck,
            a.at(0.9, -1.1),
            a.at(low, -1.4),
            a.at(low, -0.8),
            a.at(0.7, -0.5),
            a.at(0.7, 0.5),
            a.at(low, 0.8),
            a.at(low, 1.4),
            a.at(0.9, 1.1),
        ]
    ink.part(blob(cape, 0.4), colour, role="cloth")
    ink.part(
        circle(neck[0] + (0 if front else a.girth * 0.4), neck[1] + a.girth * 0.2, a.girth * 0.13),
        (240, 196, 80),
        role="metal",
        line=0.7,
    )


def _bandage(ink: Ink, colour: RGB, b: Body, neck: Point, front: bool) -> None:
    foot, low = b.skeleton.feet["front near"], b.spec.leg[1]
    top = b.skeleton.chest
    x, y = foot.at[0] + (top[0] - foot.at[0]) * 0.3, foot.at[1] + (top[1] - foot.at[1]) * 0.34
    w = low * 0.78
    ink.part(rounded(x - w, y - w * 0.8, x + w, y + w * 0.8, w * 0.3), colour, role="cloth", line=0.7)
    ink.stroke(
        merged([line([(x - w, y + d * w), (x + w, y + (d - 0.25) * w)]) for d in (-0.2, 0.4)]),
        shade(colour, 0.3),
        ink.line * 0.5,
    )


def wear_head(
    ink: Ink, wears: Sequence[Worn], spec: HeadSpec, eyes: tuple[Eye, Eye], yaw: float, *, back: bool = False
) -> None:
    """Draw what is worn on the head, in head radii."""
    for worn in wears:
        draw = _HEAD.get(worn.shape)
        if draw is not None:
            draw(ink, worn.colour, -spec.skull[1], 0.06 * yaw)
        elif worn.shape == "glasses" and not back:
            _glasses(ink, worn.colour, eyes)


def _glasses(ink: Ink, colour: RGB, eyes: tuple[Eye, Eye]) -> None:
    rims = [ellipse(e.at[0], e.at[1], 0.31 * e.narrow, 0.31) for e in eyes]
    bridge = line([(eyes[0].at[0] + 0.3, eyes[0].at[1]), (eyes[1].at[0] - 0.3 * eyes[1].narrow, eyes[1].at[1])])
    ink.flat(merged(rims), (255, 255, 255), 60)
    ink.stroke(
        merged(
            [*rims, bridge, line([(eyes[0].at[0] - 0.31, eyes[0].at[1]), (eyes[0].at[0] - 0.7, eyes[0].at[1] - 0.08)])]
        ),
        colour,
        max(0.06, ink.line * 0.7),
    )


def _hat(ink: Ink, colour: RGB, top: float, x: float) -> None:
    crown = blob(
        [
            (x - 0.46, top + 0.16),
            (x - 0.42, top - 0.62),
            (x, top - 0.72),
            (x + 0.42, top - 0.62),
            (x + 0.46, top + 0.16),
        ],
        0.35,
    )
    ink.part(ellipse(x, top + 0.16, 0.98, 0.2), shade(colour, 0.1), role="cloth", line=0.9)
    ink.part(crown, colour, role="cloth", line=0.9)
    ink.inside(crown, rounded(x - 0.6, top - 0.16, x + 0.6, top + 0.08, 0.02), shade(colour, 0.4))


def _cap(ink: Ink, colour: RGB, top: float, x: float) -> None:
    dome = blob(
        [
            (x - 0.72, top + 0.34),
            (x - 0.6, top - 0.2),
            (x, top - 0.42),
            (x + 0.6, top - 0.2),
            (x + 0.72, top + 0.3),
            (x, top + 0.22),
        ],
        0.5,
    )
    ink.part(
        blob([(x + 0.3, top + 0.1), (x + 0.9, top + 0.1), (x + 1.25, top + 0.34), (x + 0.5, top + 0.32)], 0.5),
        shade(colour, 0.2),
        role="cloth",
        line=0.8,
    )
    ink.part(dome, colour, role="cloth", line=0.9)
    ink.part(circle(x, top - 0.42, 0.12), light(colour, 0.4), role="cloth", line=0.7)


def _crown(ink: Ink, colour: RGB, top: float, x: float) -> None:
    points = [
        (x - 0.52, top + 0.16),
        (x - 0.6, top - 0.5),
        (x - 0.28, top - 0.2),
        (x, top - 0.66),
        (x + 0.28, top - 0.2),
        (x + 0.6, top - 0.5),
        (x + 0.52, top + 0.16),
    ]
    ink.part(poly(points), (244, 196, 72), role="metal", line=0.9)
    ink.flat(merged([circle(x + d, top - 0.02, 0.08) for d in (-0.3, 0.0, 0.3)]), (206, 60, 80))


def _flower(ink: Ink, colour: RGB, top: float, x: float) -> None:
    petals = [
        circle(x - 0.4 + 0.16 * math.cos(k * 1.257), top + 0.1 + 0.16 * math.sin(k * 1.257), 0.13) for k in range(5)
    ]
    ink.part(join(*petals), colour, line=0.7)
    ink.flat(circle(x - 0.4, top + 0.1, 0.1), (246, 208, 90))


_BODY: dict[str, Callable[[Ink, RGB, Body, Point, bool], None]] = {
    "scarf": _scarf, "collar": _collar, "bow": _bow, "coat": _coat, "vest": _vest, "apron": _apron,
    "backpack": _backpack, "cape": _cape, "bandage": _bandage,
}  # fmt: skip
_HEAD: dict[str, Callable[[Ink, RGB, float, float], None]] = {
    "hat": _hat,
    "cap": _cap,
    "crown": _crown,
    "flower": _flower,
}
