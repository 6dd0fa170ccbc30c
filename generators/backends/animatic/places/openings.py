"""Owns windows with the weather outside, curtains and doors.

Does not know: any one room.
"""

from __future__ import annotations

import skia

from generators.backends.animatic.colours import RGB, light, mix, shade
from generators.backends.animatic.kit import blob, ellipse, poly, rounded, tube, union
from generators.backends.animatic.places import sky, weather
from generators.backends.animatic.places.painter import SNOW, Painter
from generators.backends.animatic.places.rooms import CREAMY, FOOT, OAK
from generators.backends.animatic.places.spec import Animate


def outside(p: Painter, area: skia.Path, name: str = "outside") -> None:
    """What is seen through a window: the sky of the hour, hills, trees, moon and stars."""
    b, canvas = area.getBounds(), p.raw.canvas
    w, h = b.width(), b.height()
    upper, middle, lower = p.view.light.sky
    canvas.save()
    canvas.clipPath(area, skia.ClipOp.kIntersect, True)
    p.wash(area, (upper, middle, lower), (0, b.top()), (0, b.top() + h * 0.85), raw=True)
    clear = p.view.weather in ("clear", "wind")
    chance = p.rng(name)
    if p.view.time == "night" and clear:
        for _ in range(18):
            p.raw.flat(
                ellipse(b.left() + chance.random() * w, b.top() + chance.random() * h * 0.7, 1.4, 1.4),
                (255, 250, 230),
                210,
            )
        sky.moon(p, b.left() + w * 0.7, b.top() + h * 0.26, min(w, h) * 0.1)
    elif clear:
        p.raw.glow(b.left() + w * 0.25, b.top() + h * 0.3, w * 0.8, p.view.light.key, 130)
    base: RGB = {"day": (104, 168, 100), "dawn": (128, 140, 128), "dusk": (96, 74, 110), "night": (30, 44, 98)}[
        p.view.time
    ]
    base = SNOW if p.snowy and p.view.time == "day" else base
    if not clear:
        base = mix(base, middle, 0.4)
    for y, share, dx in ((0.68, 0.45, 0.3), (0.78, 0.0, 0.75)):
        hill = blob(
            [(b.left() - w * 0.3, b.bottom()), (b.left() + w * dx, b.top() + h * y), (b.right() + w * 0.3, b.bottom())],
            0.8,
        )
        p.raw.flat(hill, mix(base, lower, share))
    for dx, r in ((0.16, 0.12), (0.86, 0.16)):
        p.raw.flat(ellipse(b.left() + w * dx, b.bottom() - h * 0.16, w * r, w * r * 1.2), shade(base, 0.16))
    canvas.restore()


def window(
    p: Painter,
    x: float,
    y: float,
    wide: float,
    tall: float,
    *,
    frame: RGB = CREAMY,
    curtains: RGB | None = None,
    arch: bool = False,
    bars: tuple[int, int] = (2, 2),
) -> None:
    """A window with its middle at (x, y) shares, `wide` x `tall` pixels of the wide frame; light falls in by day."""
    w, h = wide * p.k / 2, tall * p.k / 2
    cx, cy = p.x(x), p.y(y)
    pane = rounded(cx - w, cy - h, cx + w, cy + h, 4)
    border = rounded(cx - w - 13 * p.k, cy - h - 13 * p.k, cx + w + 13 * p.k, cy + h + 13 * p.k, 6)
    if arch:
        pane = union(pane, ellipse(cx, cy - h, w, w * 0.9))
        border = union(border, ellipse(cx, cy - h, w + 13 * p.k, w * 0.9 + 13 * p.k))
    p.part(border, frame, role="wood")
    outside(p, pane, f"window{x}")
    p.raw.canvas.save()
    p.raw.canvas.clipPath(pane)
    top = cy - h - (w if arch else 0)
    for i in range(1, bars[0]):
        bx = cx - w + 2 * w * i / bars[0]
        p.box(bx - 4 * p.k, top, bx + 4 * p.k, cy + h, frame, 0, 0.5)
    for i in range(1, bars[1]):
        by = cy - h + 2 * h * i / bars[1]
        p.box(cx - w, by - 4 * p.k, cx + w, by + 4 * p.k, frame, 0, 0.5)
    p.raw.canvas.restore()
    p.box(cx - w - 22 * p.k, cy + h + 9 * p.k, cx + w + 22 * p.k, cy + h + 24 * p.k, frame, 3)
    if curtains is not None:
        drapes(p, cx, cy - h - 30 * p.k, w + 20 * p.k, 2 * h + 78 * p.k, curtains)
    daylight(p, cx, cy, w, h, bars[0])


def daylight(p: Painter, cx: float, cy: float, w: float, h: float, columns: int) -> None:
    """Sun or moon that falls in through a window: a shaft, and its panes bright on the floor. Pixels."""
    strength = {"clear": 1.0, "wind": 0.9, "cloudy": 0.45}.get(p.view.weather, 0.0)
    if p.view.time == "night":
        strength *= 0.45
    if strength:
        slant = 150 * p.k
        for index in range(columns):
            x0, x1 = (cx - w + 2 * w * (index + share) / columns for share in (0.07, 0.93))
            for y0, y1 in ((0.735, 0.79), (0.8, 0.865)):
                a, b = ((y - 0.62) * 9 * slant * 0.5 for y in (y0, y1))
                patch = poly([(x0 + a, p.y(y0)), (x1 + a, p.y(y0)), (x1 + b, p.y(y1)), (x0 + b, p.y(y1))])
                p.fade(patch, _cast(p), (0, p.y(0.7)), (0, p.y(0.96)), 120 * strength, screen=True)
        shaft = poly(
            [(cx - w, cy - h), (cx + w, cy - h), (cx + w + slant * 1.6, p.y(0.98)), (cx - w + slant * 0.8, p.y(0.98))]
        )
        p.fade(shaft, _cast(p), (cx, cy - h), (cx + slant, p.y(0.98)), 66 * strength, screen=True)


def _cast(p: Painter) -> RGB:
    """The colour of the light that falls in: the sun's, not the lamps'."""
    hues: dict[str, RGB] = {
        "dawn": (255, 206, 168), "day": (255, 246, 216), "dusk": (255, 158, 92), "night": (140, 170, 255),
    }  # fmt: skip
    return hues[p.view.time]


def drapes(p: Painter, cx: float, y: float, half: float, tall: float, colour: RGB) -> None:
    """A pair of curtains on a rod; `half` is the distance of their inner edges from the middle."""
    for side in (-1, 1):
        a, b = cx + side * (half - 34 * p.k), cx + side * (half + 44 * p.k)
        cloth = blob(
            [
                (a, y),
                (b, y),
                (b + side * 4, y + tall * 0.5),
                (b + side * 8, y + tall),
                (a + side * 26 * p.k, y + tall),
                (a + side * 6, y + tall * 0.6),
            ],
            0.25,
        )
        p.part(cloth, colour, role="cloth")
        for t in (0.25, 0.5, 0.75):
            fold = a + (b - a) * t
            p.stroke(
                poly([(fold, y + 8), (fold + side * 7 * t, y + tall - 8)], close=False), shade(colour, 0.3), 2.4, 110
            )
    rod = tube([(cx - half - 58 * p.k, y, 7 * p.k), (cx + half + 58 * p.k, y, 7 * p.k)], 1)
    p.part(rod, (120, 84, 60), role="wood", line=0.8)


def panes(*spots: tuple[float, float, float, float]) -> Animate:
    """What moves behind windows at (x, y) shares, (wide, tall) pixels: give the same numbers as to `window`."""

    def animate(p: Painter, seconds: float) -> None:
        for x, y, wide, tall in spots:
            w, h = wide * p.k / 2, tall * p.k / 2
            weather.on_pane(p, p.x(x) - w, p.y(y) - h, p.x(x) + w, p.y(y) + h, seconds)

    return animate


def door(
    p: Painter,
    x: float,
    colour: RGB = OAK,
    foot: float = FOOT,
    tall: float = 330,
    *,
    arch: bool = False,
    glass: bool = False,
) -> None:
    """A door in the back wall with its middle at x."""
    h, w, cx, base = tall * p.k, tall * p.k * 0.23, p.x(x), p.y(foot)
    leaf, rim = (
        rounded(cx - w, base - h, cx + w, base, 4),
        rounded(cx - w - 13 * p.k, base - h - 13 * p.k, cx + w + 13 * p.k, base, 4),
    )
    if arch:
        leaf, rim = (
            union(leaf, ellipse(cx, base - h, w, w * 0.8)),
            union(rim, ellipse(cx, base - h, w * 1.16, w * 0.98)),
        )
    p.part(rim, light(colour, 0.25), role="wood")
    p.part(leaf, colour, role="wood")
    for y0, y1 in ((0.9, 0.54), (0.46, 0.1)):
        panel = rounded(cx - w * 0.66, base - h * y0, cx + w * 0.66, base - h * y1, 4)
        if glass and y0 > 0.5:
            outside(p, panel, f"door{x}")
            p.stroke(panel, shade(colour, 0.3), 3)
        else:
            p.part(panel, light(colour, 0.06), role="wood", line=0.6)
    p.part(ellipse(cx + w * 0.78, base - h * 0.48, 6 * p.k, 6 * p.k), (226, 186, 92), role="metal", line=0.7)
