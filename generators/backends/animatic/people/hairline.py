"""Owns the shapes that hair is cut from: hairlines, caps over the skull, curtains, and their strands.

Does not know: which style a person has.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import skia

from generators.backends.animatic.colours import RGB, light, shade
from generators.backends.animatic.kit import Ink, Point
from generators.backends.animatic.people.skull import Skull
from generators.backends.animatic.people.touch import CLOSE, TINY, lerp, ribbon


@dataclass(frozen=True)
class Run:
    """A piece of outline: smooth, or swelling outward between its points (`bulge`), or pointed (`sharp`)."""

    points: tuple[Point, ...]
    bulge: float = 0.0
    sharp: bool = False


def run(points: Sequence[Point], bulge: float = 0.0, sharp: bool = False) -> Run:
    """A piece of outline."""
    return Run(tuple(points), bulge, sharp)


def joined(runs: Sequence[Run]) -> skia.Path:
    """A closed shape of runs with corners where one run ends and the next begins."""
    path = skia.Path()
    path.moveTo(*runs[0].points[0])
    for piece in runs:
        path.lineTo(*piece.points[0])
        if piece.sharp:
            for point in piece.points[1:]:
                path.lineTo(*point)
        elif piece.bulge:
            _lobes(path, piece)
        else:
            _smooth(path, piece.points)
    path.close()
    return path


def _smooth(path: skia.Path, points: Sequence[Point]) -> None:
    last = len(points) - 1
    for i in range(last):
        before, here, there, after = points[max(i - 1, 0)], points[i], points[i + 1], points[min(i + 2, last)]
        path.cubicTo(
            here[0] + (there[0] - before[0]) / 6,
            here[1] + (there[1] - before[1]) / 6,
            there[0] - (after[0] - here[0]) / 6,
            there[1] - (after[1] - here[1]) / 6,
            there[0],
            there[1],
        )


def _lobes(path: skia.Path, piece: Run) -> None:
    for (ax, ay), (bx, by) in pairwise(piece.points):
        dx, dy, k = bx - ax, by - ay, piece.bulge
        path.cubicTo(
            ax + dy * k - dx * 0.1, ay - dx * k - dy * 0.1, bx + dy * k + dx * 0.1, by - dx * k + dy * 0.1, bx, by
        )  # fmt: skip


_ROWS: dict[str, tuple[Point, ...]] = {
    "round": ((0.70, -0.24), (0.46, -0.50), (0.0, -0.60), (-0.46, -0.50), (-0.68, -0.22)),
    "widow": (
        (0.70, -0.28), (0.48, -0.57), (0.2, -0.58), (0.0, -0.50), (-0.2, -0.58), (-0.50, -0.57), (-0.70, -0.26),
    ),
    "high": ((0.72, -0.32), (0.5, -0.63), (0.0, -0.70), (-0.5, -0.63), (-0.72, -0.30)),
    "side": ((0.72, -0.10), (0.56, -0.34), (0.2, -0.52), (-0.22, -0.68), (-0.44, -0.54), (-0.68, -0.20)),
    "swept": ((0.74, 0.0), (0.62, -0.18), (0.28, -0.34), (-0.12, -0.50), (-0.46, -0.66), (-0.70, -0.22)),
    "middle": (
        (0.76, 0.0), (0.60, -0.28), (0.28, -0.54), (0.0, -0.74), (-0.28, -0.54), (-0.60, -0.28), (-0.76, 0.0),
    ),
    "fringe": (
        (0.70, -0.16), (0.46, -0.23), (0.2, -0.25), (0.0, -0.26), (-0.22, -0.25), (-0.46, -0.23), (-0.70, -0.14),
    ),
}  # fmt: skip
"""Hairlines seen from the front, from the far temple to the near one."""


def hairline(skull: Skull, kind: str) -> list[Point]:
    """The edge of the hair on the forehead, from the far temple to the near sideburn."""
    row = _ROWS[kind]
    if kind in ("side", "swept") and skull.look.features.part_side > 0:
        row = tuple((-u, y) for u, y in reversed(row))
    wide = skull.width / 0.81 * 0.97
    lift = 0.5 * (skull.build.eye_y - 0.04)
    points = [(skull.across(u * wide), y + lift) for u, y in row]
    return [far_temple(skull), *((min(x, _far_edge(skull, y) - 0.05), y) for x, y in points), sideburn(skull)]


def _far_edge(skull: Skull, y: float) -> float:
    """X of the skull's far side at this height."""
    middle, half = (skull.left + skull.right) / 2, (skull.right - skull.left) / 2
    return middle + half * math.sqrt(max(0.0, 1 - ((y + 0.04) / 0.96) ** 2))


def far_temple(skull: Skull) -> Point:
    """Where the hair meets the far edge of the face."""
    return (skull.right + 0.015 - 0.03 * skull.yaw, skull.build.eye_y - 0.04)


def turned_share(skull: Skull) -> float:
    """0 from the front .. 1 when the head has turned enough to show what is behind the ear."""
    return min(skull.yaw / 0.5, 1.0)


def sideburn(skull: Skull) -> Point:
    """Where the hair ends before the near ear."""
    turn = turned_share(skull)
    ear_x, ear_y = skull.ear
    return (lerp(skull.left - 0.005, ear_x + 0.13, turn), lerp(skull.build.eye_y - 0.02, ear_y, turn))


def behind_ear(skull: Skull, side: float) -> list[Point]:
    """From the sideburn around the near ear to the nape; one point from the front."""
    if turned_share(skull) < 0.25:
        return [sideburn(skull)]
    ear_x, ear_y = skull.ear
    nape_x, nape_y = skull.nape
    return [
        sideburn(skull),
        (ear_x + 0.06, ear_y - 0.16),
        (ear_x - 0.07, ear_y - 0.1),
        (ear_x - 0.08, ear_y + 0.12),
        (lerp(ear_x - 0.1, nape_x + 0.12, 0.5), nape_y + 0.03),
        (nape_x - 0.02, nape_y + 0.02),
        (nape_x - side * 0.9, nape_y - 0.08),
    ]


def dome(skull: Skull, top: float, side: float, start: float, end: float = 84.0, step: float = 22.0) -> list[Point]:
    """Points over the skull from the back to the far temple; `top` and `side` are thicknesses."""
    count = max(3, round((end - start) / step))
    points = []
    for i in range(count + 1):
        angle = start + (end - start) * i / count
        share = math.cos(math.radians(min(abs(angle), 90.0)))
        points.append(skull.rim(angle, lerp(side, top, max(share, 0.0) ** 0.8)))
    return points


def cap_start(skull: Skull) -> float:
    """The angle at which short hair begins at the back."""
    return lerp(-88.0, -112.0, turned_share(skull))


def cap(
    skull: Skull, line: Sequence[Point], top: float, side: float, *, bulge: float = 0.0, step: float = 22.0
) -> skia.Path:
    """Short hair: from the hairline over the skull to the nape, free of the near ear."""
    over = dome(skull, top, side, start=cap_start(skull), step=step)
    return joined([run(behind_ear(skull, side)), run(over, bulge), run(line, bulge * 0.6)])


def curtain(
    skull: Skull, line: Sequence[Point], top: float, side: float, low: float, *, bulge: float = 0.0
) -> skia.Path:
    """Hair that falls over the ears down to y = `low` on the near side (on both from the front)."""
    turn = turned_share(skull)
    ear_x, _ = skull.ear
    front_x = lerp(skull.left + 0.10, ear_x + 0.20, turn)
    back_x = skull.left - side * 1.1 - 0.02
    corner = line[-2]
    mid_y = lerp(corner[1], low, 0.45)
    inner = [
        *line[1:-1],
        (lerp(corner[0], front_x, 0.6), lerp(corner[1], low, 0.2)),
        (front_x, mid_y),
        (front_x - 0.05, low - 0.06),
    ]
    foot = [inner[-1], (lerp(front_x, back_x, 0.45), low + 0.05), (back_x + 0.05, low - 0.02)]
    back = [foot[-1], (back_x - 0.035, lerp(0.0, low, 0.55)), *dome(skull, top, side, start=-84.0, end=82.0)]
    return joined(
        [run(inner), run(foot, bulge), run(back, bulge), *_far_curtain(skull, line[1], back[-1], side, low, bulge)]
    )


def _far_curtain(skull: Skull, corner: Point, top: Point, side: float, low: float, bulge: float) -> list[Run]:
    turn = turned_share(skull)
    if turn >= 0.7:
        edge = [top, (skull.right + min(side * 0.9, 0.06), skull.build.eye_y + 0.04), (skull.right + 0.005, 0.24)]
        return [run(edge), run([edge[-1], (skull.right - 0.035, skull.build.eye_y), corner])]
    foot_y = lerp(low, 0.3, turn)
    outer_x, inner_x = skull.right + side * 1.1 + 0.02, skull.right - 0.10 + 0.08 * turn
    mid_y = lerp(corner[1], foot_y, 0.45)
    outer = [top, (outer_x + 0.035, lerp(0.0, foot_y, 0.55)), (outer_x - 0.05, foot_y - 0.02)]
    foot = [outer[-1], (lerp(outer_x, inner_x, 0.5), foot_y + 0.05), (inner_x + 0.05, foot_y - 0.06)]
    inner = [foot[-1], (inner_x, mid_y), (lerp(corner[0], inner_x, 0.6), lerp(corner[1], foot_y, 0.2)), corner]
    return [run(outer, bulge), run(foot, bulge), run(inner)]


# -- strands --------------------------------------------------------------------------------------


def strands(ink: Ink, colour: RGB, runs: Sequence[Sequence[Point]], width: float = 0.024) -> None:
    """Thin lights and shades along the hair."""
    if ink.px < TINY:
        return
    for i, points in enumerate(runs):
        last = len(points) - 1
        spine = [(x, y, width * math.sin(math.pi * (0.1 + 0.88 * k / last))) for k, (x, y) in enumerate(points)]
        bright = i % 2 == 0
        ink.flat(ribbon(spine), light(colour, 0.42) if bright else shade(colour, 0.45), 105 if bright else 120)


def combed_over(skull: Skull, top: float, count: int) -> list[list[Point]]:
    """Strand lines from a parting down both sides."""
    side = skull.look.features.part_side
    runs: list[list[Point]] = []
    for i in range(count):
        share = (i + 0.5) / count
        for way, reach in ((side, 1.0), (-side, 0.5)):
            angles = [
                -16 * side + way * reach * spread for spread in (10 + 8 * share, 34 + 14 * share, 62 + 16 * share)
            ]
            depth = (-0.02 - 0.12 * share, -0.05 - 0.13 * share, -0.10 - 0.10 * share)
            runs.append([skull.rim(a, top * 0.6 + d) for a, d in zip(angles, depth, strict=True)])
    return runs


def combed_back(skull: Skull, line: Sequence[Point], goal: Point, count: int) -> list[list[Point]]:
    """Strand lines from the hairline to where the hair is gathered."""
    runs: list[list[Point]] = []
    inner = line[1:-1]
    for i in range(count):
        at = (i + 0.3) / count * (len(inner) - 1)
        low = min(int(at), len(inner) - 2)
        x = lerp(inner[low][0], inner[low + 1][0], at - low)
        y = lerp(inner[low][1], inner[low + 1][1], at - low) - 0.04
        up = max(min(y, goal[1]) - 0.10, -0.96)
        mid = (lerp(x, goal[0], 0.5), lerp(up, (y + goal[1]) / 2, 0.35))
        runs.append([(x, y), mid, (lerp(x, goal[0], 0.84), lerp(y, goal[1], 0.84))])
    return runs


def hanging(skull: Skull, top: float, low: float, count: int) -> list[list[Point]]:
    """Strand lines down the near side of long hair."""
    runs: list[list[Point]] = []
    ear_x, _ = skull.ear
    for i in range(count):
        share = (i + 0.5) / count
        x = lerp(skull.left - 0.04, lerp(skull.left + 0.1, ear_x + 0.14, turned_share(skull)), share)
        runs.append([skull.rim(-64 + 34 * share, top * 0.2 - 0.05), (x - 0.02, low * 0.35), (x + 0.01, low * 0.9)])
        if skull.yaw < 0.3:
            far = skull.right + 0.04 - 0.12 * share
            runs.append([skull.rim(64 - 34 * share, top * 0.2 - 0.05), (far + 0.02, low * 0.35), (far, low * 0.9)])
    return runs


def many(ink: Ink, few: int, close: int) -> int:
    """Number of strands for the size of the drawing."""
    return close if ink.px >= CLOSE else few
