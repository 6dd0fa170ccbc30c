"""Owns the shapes that hair is cut from: hairlines, caps over the skull, curtains, backs, and their strands.

Does not know: which style a person has.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import skia

from generators.backends.animatic.colours import RGB, light, shade
from generators.backends.animatic.kit import Ink, Point
from generators.backends.animatic.people.skull import Skull
from generators.backends.animatic.people.touch import CLOSE, TINY, lerp, ribbon


def joined(runs: Sequence[Sequence[Point]]) -> skia.Path:
    """A closed shape of smooth runs with corners where one run ends and the next begins."""
    path = skia.Path()
    path.moveTo(*runs[0][0])
    for run in runs:
        path.lineTo(*run[0])
        _smooth(path, run)
    path.close()
    return path


def _smooth(path: skia.Path, run: Sequence[Point]) -> None:
    last = len(run) - 1
    for i in range(last):
        before, here, there, after = run[max(i - 1, 0)], run[i], run[i + 1], run[min(i + 2, last)]
        path.cubicTo(
            here[0] + (there[0] - before[0]) / 6,
            here[1] + (there[1] - before[1]) / 6,
            there[0] - (after[0] - here[0]) / 6,
            there[1] - (after[1] - here[1]) / 6,
            there[0],
            there[1],
        )


def hairline(skull: Skull, kind: str) -> list[Point]:
    """The edge of the hair on the forehead, from the far temple to the near sideburn."""
    side = skull.look.features.part_side * -1
    rows: dict[str, tuple[tuple[float, float], ...]] = {
        "round": ((0.70, -0.24), (0.46, -0.50), (0.0, -0.60), (-0.46, -0.50), (-0.68, -0.22)),
        "widow": ((0.70, -0.28), (0.48, -0.58), (0.2, -0.58), (0.0, -0.50), (-0.2, -0.58), (-0.50, -0.58), (-0.70, -0.26)),
        "high": ((0.72, -0.34), (0.5, -0.66), (0.0, -0.72), (-0.5, -0.66), (-0.72, -0.32)),
        "side": _mirrored(((0.72, -0.10), (0.56, -0.34), (0.2, -0.52), (-0.22, -0.70), (-0.44, -0.54), (-0.68, -0.20)), side),
        "swept": _mirrored(((0.74, 0.0), (0.62, -0.18), (0.28, -0.34), (-0.12, -0.50), (-0.46, -0.66), (-0.70, -0.22)), side),
        "middle": ((0.76, 0.02), (0.58, -0.30), (0.26, -0.56), (0.0, -0.74), (-0.26, -0.56), (-0.58, -0.30), (-0.74, 0.02)),
        "fringe": ((0.68, -0.18), (0.44, -0.24), (0.2, -0.25), (0.0, -0.26), (-0.22, -0.25), (-0.46, -0.23), (-0.68, -0.14)),
    }  # fmt: skip
    wide = skull.width / 0.81
    inner = [(skull.across(u * wide * 0.97), y) for u, y in rows[kind]]
    return [far_temple(skull), *inner, sideburn(skull)]


def _mirrored(row: tuple[tuple[float, float], ...], side: int) -> tuple[tuple[float, float], ...]:
    return row if side > 0 else tuple((-u, y) for u, y in reversed(row))


def far_temple(skull: Skull) -> Point:
    """Where the hair meets the far edge of the face."""
    return (skull.right + 0.015 - 0.03 * skull.yaw, skull.build.eye_y - 0.04)


def sideburn(skull: Skull) -> Point:
    """Where the hair ends before the near ear."""
    turn = min(skull.yaw / 0.5, 1.0)
    ear_x, ear_y = skull.ear
    return (lerp(skull.left - 0.005, ear_x + 0.13, turn), lerp(skull.build.eye_y - 0.02, ear_y - 0.0, turn))


def behind_ear(skull: Skull, side: float) -> list[Point]:
    """From the sideburn around the near ear to the nape; empty from the front."""
    turn = min(skull.yaw / 0.5, 1.0)
    if turn < 0.25:
        return [sideburn(skull)]
    ear_x, ear_y = skull.ear
    nape_x, nape_y = skull.nape
    return [
        sideburn(skull),
        (ear_x + 0.06, ear_y - 0.16),
        (ear_x - 0.07, ear_y - 0.1),
        (ear_x - 0.08, ear_y + 0.12),
        (lerp(ear_x - 0.1, nape_x + 0.12, 0.6), nape_y - 0.02),
        (nape_x - side * 0.5, nape_y),
    ]


def dome(
    skull: Skull, top: float, side: float, start: float = -104.0, end: float = 84.0, step: float = 22.0
) -> list[Point]:
    """Points over the skull from the back to the far temple; `top` and `side` are thicknesses."""
    count = max(3, round((end - start) / step))
    points = []
    for i in range(count + 1):
        angle = start + (end - start) * i / count
        share = math.cos(math.radians(min(abs(angle), 90.0)))
        points.append(skull.rim(angle, lerp(side, top, max(share, 0.0) ** 0.8)))
    return points


def cap(skull: Skull, line: Sequence[Point], top: float, side: float, step: float = 22.0) -> skia.Path:
    """Short hair: from the hairline over the skull to the nape, free of the near ear."""
    back = behind_ear(skull, side)
    start = lerp(-88.0, -122.0, min(skull.yaw / 0.5, 1.0))
    return joined([back, dome(skull, top, side, start=start, step=step), line])


def curtain(skull: Skull, line: Sequence[Point], top: float, side: float, low: float) -> skia.Path:
    """Hair that falls over the ears down to y = `low` on the near side (on both from the front)."""
    turn = min(skull.yaw / 0.5, 1.0)
    ear_x, _ = skull.ear
    front_x = lerp(skull.left + 0.16, ear_x + 0.2, turn)
    back_x = skull.left - side * 1.1 - 0.02
    near_y = line[-2][1]
    inner = [
        *line[1:-1],
        (lerp(line[-2][0], front_x, 0.55), lerp(near_y, low, 0.28)),
        (front_x - 0.01, low * 0.62),
        (front_x - 0.1, low),
    ]
    outer = [(lerp(front_x, back_x, 0.5), low + 0.05), (back_x + 0.04, low - 0.03), (back_x - 0.03, low * 0.45)]
    over = dome(skull, top, side, start=-84.0, end=80.0)
    far: list[Point]
    if turn < 0.6:
        far_low = lerp(low, 0.2, turn)
        far_x = skull.right - 0.16
        far = [
            over[-1], (skull.right + side + 0.05, far_low * 0.5), (skull.right + side - 0.02, far_low - 0.03),
            (far_x + 0.1, far_low), (far_x + 0.02, far_low * 0.6), line[1],
        ]  # fmt: skip
    else:
        far = [over[-1], (skull.right + side * 0.9, skull.build.eye_y + 0.02), (skull.right - 0.0, 0.26), line[1]]
    return joined([inner, outer, [outer[-1], *over], far])


def strands(ink: Ink, colour: RGB, runs: Sequence[Sequence[Point]], width: float = 0.022) -> None:
    """Thin lights and shades along the hair."""
    if ink.px < TINY:
        return
    for i, run in enumerate(runs):
        bright = i % 2 == 0
        last = len(run) - 1
        spine = [(x, y, width * math.sin(math.pi * (0.12 + 0.88 * k / last))) for k, (x, y) in enumerate(run)]
        ink.flat(ribbon(spine), light(colour, 0.42) if bright else shade(colour, 0.45), 105 if bright else 120)


def combed_over(skull: Skull, top: float, count: int) -> list[list[Point]]:
    """Strand lines from a parting down both sides."""
    side = -skull.look.features.part_side
    part = skull.rim(-18.0 * side + 10 * skull.yaw, top * 0.5)
    runs: list[list[Point]] = []
    for i in range(count):
        for way, reach in ((side, 1.0), (-side, 0.55)):
            spread = (24 + 62 * (i + 0.6) / count) * way
            depth = -0.07 - 0.16 * i / count
            start = (part[0] + way * 0.04 * i, part[1] + 0.03 + 0.03 * i)
            mid = skull.rim(spread * 0.55 * reach - 18 * side, depth * 0.6 + top * 0.4)
            end = skull.rim(spread * reach - 8 * side, depth - 0.05)
            runs.append([start, mid, end])
    return runs


def combed_back(skull: Skull, line: Sequence[Point], goal: Point, count: int) -> list[list[Point]]:
    """Strand lines from the hairline to where the hair is gathered."""
    runs: list[list[Point]] = []
    inner = line[1:-1]
    for i in range(count):
        at = i / max(count - 1, 1) * (len(inner) - 1)
        low = min(int(at), len(inner) - 2)
        x = lerp(inner[low][0], inner[low + 1][0], at - low)
        y = lerp(inner[low][1], inner[low + 1][1], at - low) - 0.03
        mid = (lerp(x, goal[0], 0.5), min(y, goal[1]) - 0.16 + 0.1 * abs(goal[1] - y))
        mid = (mid[0], max(mid[1], -0.98))
        runs.append([(x, y), mid, (lerp(x, goal[0], 0.86), lerp(y, goal[1], 0.86))])
    return runs


def many(ink: Ink, few: int, close: int) -> int:
    """Number of strands for the size of the drawing."""
    return close if ink.px >= CLOSE else few
