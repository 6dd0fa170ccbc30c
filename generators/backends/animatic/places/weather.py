"""Owns what the weather does in the air: rain, snow, bolts, fog sheets, leaves in the wind.

Every drop is a function of the seconds alone, so any frame can be drawn without the ones before.
Does not know: any one place. The stage calls `draw` twice a frame outdoors: behind the figures and before them.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Mapping
from functools import lru_cache

import skia

from generators.backends.animatic.colours import RGB, argb, mix
from generators.backends.animatic.kit import Ink, ellipse, poly
from generators.backends.animatic.places.painter import Painter
from generators.backends.animatic.places.sky import bolt
from generators.backends.animatic.scenery import SceneView

Drops = tuple[tuple[float, float, float, float], ...]


def draw(ink: Ink, view: SceneView, seconds: float, front: bool) -> None:
    """Draw the weather over the planes behind the figures (`front` False) or over the figures (True)."""
    act = _ACTS.get(view.weather)
    if act is not None:
        act(Painter(ink, view), seconds, front)


@lru_cache(maxsize=32)
def _drops(seed: int, name: str, count: int) -> Drops:
    chance = random.Random(f"{seed}-{name}")
    return tuple((chance.random(), chance.random(), chance.random(), chance.random()) for _ in range(count))


def _rain(p: Painter, seconds: float, front: bool, lean: float = 0.16, count: int = 90) -> None:
    near, far = skia.Path(), skia.Path()
    share = p.w / 1280
    number = max(36, round(count * (0.35 + 0.65 * share)))
    for index, (a, b, c, _) in enumerate(_drops(p.view.seed, f"rain{front}", number)):
        large = front and index % 2 == 0
        speed = 1.5 + 0.5 * c if large else 1.1 + 0.3 * c
        fall = (b + seconds * speed) % 1.0
        y = (fall * 1.3 - 0.15) * p.h
        x = (a * 1.5 - 0.25) * p.w - lean * (y - p.h / 2)
        reach = (46 if large else 26) * (0.7 + 0.6 * c)
        path = near if large else far
        path.moveTo(x, y)
        path.lineTo(x - lean * reach, y + reach)
    colour = mix(p.view.light.haze, (255, 255, 255), 0.6)
    _lines(p, far, colour, 1.3, 96)
    _lines(p, near, colour, 2.0, 120)
    if not front:
        _splashes(p, seconds, colour)


def _lines(p: Painter, path: skia.Path, colour: RGB, width: float, alpha: float) -> None:
    """Straight streaks; drawn without round caps, which cost as much as the streaks."""
    paint = skia.Paint(AntiAlias=True, Color=argb(colour, alpha), Style=skia.Paint.kStroke_Style, StrokeWidth=width)
    p.raw.canvas.drawPath(path, paint)


def _splashes(p: Painter, seconds: float, colour: RGB) -> None:
    rings = skia.Path()
    for a, b, c, _ in _drops(p.view.seed, "splash", 16):
        cycle = (seconds * 1.6 + c) % 1.0
        hop = math.floor(seconds * 1.6 + c)
        x = ((a + hop * 0.377) % 1.0 * 1.4 - 0.2) * p.w
        y = (0.77 + (b + hop * 0.611) % 1.0 * 0.22) * p.h
        rings.addOval(skia.Rect.MakeXYWH(x - 13 * cycle, y - 3.4 * cycle, 26 * cycle, 6.8 * cycle))
    _lines(p, rings, colour, 1.2, 110)


def _snow(p: Painter, seconds: float, front: bool) -> None:
    count = max(30, round((46 if front else 84) * (0.3 + 0.7 * p.w / 1280)))
    flakes, soft = skia.Path(), []
    for index, (a, b, c, d) in enumerate(_drops(p.view.seed, f"snow{front}", count)):
        speed = 0.07 + 0.07 * c + (0.05 if front else 0.0)
        y = ((b + seconds * speed) % 1.0 * 1.3 - 0.15) * p.h
        x = (a * 1.5 - 0.25) * p.w + math.sin(seconds * (0.5 + d) + d * 9) * 22
        if front and index % 8 == 0:
            soft.append((x, y, 6.0 + 5 * c))
        else:
            size = (1.7 if not front else 2.6) + 1.8 * c
            flakes.addOval(skia.Rect.MakeXYWH(x - size, y - size, size * 2, size * 2))
    p.raw.flat(flakes, (255, 255, 255), 235 if front else 200)
    for x, y, size in soft:
        _dab(p, x, y, size, (255, 255, 255), 170)


def _dab(p: Painter, x: float, y: float, r: float, colour: RGB, alpha: float) -> None:
    """A soft round spot without a blur."""
    shader = skia.GradientShader.MakeRadial(
        skia.Point(x, y), r, [argb(colour, alpha), argb(colour, alpha * 0.6), argb(colour, 0)], [0, 0.55, 1]
    )
    p.raw.canvas.drawCircle(x, y, r, skia.Paint(AntiAlias=True, Shader=shader))


FLASHES = 5.2
"""Seconds between two bolts."""


def _storm(p: Painter, seconds: float, front: bool) -> None:
    _rain(p, seconds, front, lean=0.42, count=110)
    _leaves(p, seconds, front, 10)
    strike, since = divmod(seconds + 3.9, FLASHES)
    if front or since > 0.5:
        return
    power = 1.0 if since < 0.12 else 0.35 if since < 0.2 else 0.8 if since < 0.28 else 0.5 - since
    x = p.x(0.15 + (strike * 0.382) % 0.7)
    path = bolt(p, x, p.top, p.y(0.52), f"bolt{int(strike)}")
    p.raw.glow(x, p.y(0.2), 300, (190, 196, 255), 190 * max(0.0, power))
    p.raw.stroke(path, (206, 208, 255), 8, 90 * max(0.0, power))
    p.raw.stroke(path, (255, 252, 255), 3, 255 * max(0.0, power))


def _fog(p: Painter, seconds: float, front: bool) -> None:
    """Wisps that drift, and a low bank before the figures' feet; the still sheets are baked, see `still_fog`."""
    colour = mix(p.view.light.haze, (255, 255, 255), 0.2)
    rows = ((1.0, 9.0, 150.0),) if front else ((0.72, 5.0, 120.0), (0.84, -7.0, 110.0))
    if front:
        sheet(p, p.y(1.0), p.y(0.12), colour, 130)
    for y, speed, alpha in rows:
        x = ((0.5 * y + seconds * speed / p.w * 2) % 1.0 * 1.6 - 0.3) * p.w
        _wisp(p, x, p.y(y - 0.07), 230 * p.k, colour, alpha)


def still_fog(p: Painter) -> None:
    """The sheets of mist between the scenery and the figures, for the nearest plane behind them."""
    colour = mix(p.view.light.haze, (255, 255, 255), 0.2)
    for y, half, alpha in ((0.66, 0.3, 120.0), (0.84, 0.24, 110.0)):
        sheet(p, p.y(y), p.y(half), colour, alpha)


def sheet(p: Painter, y: float, half: float, colour: RGB, alpha: float) -> None:
    """A level band of mist around y, fading up and down."""
    shader = skia.GradientShader.MakeLinear(
        [skia.Point(0, y - half), skia.Point(0, y + half)],
        [argb(colour, 0), argb(colour, alpha), argb(colour, 0)],
        None,
    )
    rect = skia.Rect.MakeLTRB(p.left, y - half, p.right, y + half)
    p.raw.canvas.drawRect(rect, skia.Paint(Shader=shader))


def _wisp(p: Painter, x: float, y: float, reach: float, colour: RGB, alpha: float) -> None:
    p.raw.canvas.save()
    p.raw.canvas.translate(x, y)
    p.raw.canvas.scale(1, 0.22)
    _dab(p, 0, 0, reach, colour, alpha)
    p.raw.canvas.restore()


_LEAF_HUES: tuple[RGB, ...] = ((214, 148, 62), (186, 96, 52), (150, 160, 70), (226, 186, 84))


def _wind(p: Painter, seconds: float, front: bool) -> None:
    _leaves(p, seconds, front, 16)
    for index, (a, b, c, _) in enumerate(_drops(p.view.seed, f"gust{front}", 5)):
        x = ((a + seconds * (0.45 + 0.25 * c)) % 1.0 * 1.7 - 0.35) * p.w
        y = (0.12 + b * 0.74) * p.h + math.sin(seconds * 2 + index) * 8
        reach = 120 * p.k
        line = skia.Path()
        line.moveTo(x - reach, y)
        line.cubicTo(x - reach * 0.3, y - 10, x + reach * 0.3, y + 10, x + reach, y - 2)
        line.cubicTo(x + reach * 1.24, y - 8, x + reach * 1.2, y - 26, x + reach * 1.04, y - 22)
        p.raw.stroke(line, (255, 255, 255), 2.0, 70)


def _leaves(p: Painter, seconds: float, front: bool, count: int) -> None:
    for index, (a, b, c, d) in enumerate(_drops(p.view.seed, f"leaf{front}", count)):
        x = ((a + seconds * (0.32 + 0.22 * c)) % 1.0 * 1.5 - 0.25) * p.w
        y = (0.2 + 0.7 * b) * p.h + math.sin(seconds * (2 + d) + d * 9) * 34 + 20 * math.sin(seconds * 5 + a * 8)
        size = (5.0 if not front else 8.0) + 3 * c
        turn = seconds * 240 * (0.5 + d) + 360 * a
        squash = 0.35 + 0.3 * abs(math.sin(seconds * 4 + d * 6))
        leaf = ellipse(x, y, size, size * squash, turn % 360)
        p.flat(leaf, _LEAF_HUES[index % 4], 235)


_ACTS: Mapping[str, Callable[[Painter, float, bool], None]] = {
    "rain": _rain, "snow": _snow, "storm": _storm, "fog": _fog, "wind": _wind,
}  # fmt: skip


def on_pane(p: Painter, x0: float, y0: float, x1: float, y1: float, seconds: float) -> None:
    """Weather as seen through a window: streaks or flakes kept inside the pane."""
    if p.view.weather not in ("rain", "storm", "snow"):
        return
    canvas, path = p.raw.canvas, skia.Path()
    canvas.save()
    canvas.clipRect(skia.Rect.MakeLTRB(x0, y0, x1, y1))
    snow = p.view.weather == "snow"
    for a, b, c, d in _drops(p.view.seed, "pane", 22):
        y = y0 + ((b + seconds * ((0.2 + 0.1 * c) if snow else (2.2 + c))) % 1.0 * 1.2 - 0.1) * (y1 - y0)
        x = x0 + a * (x1 - x0)
        if snow:
            x += math.sin(seconds + d * 9) * 8
            path.addOval(skia.Rect.MakeXYWH(x - 2, y - 2, 4, 4))
        else:
            path.addPath(poly([(x, y), (x - 4, y + 26), (x - 3, y + 26)]))
    p.raw.flat(path, (224, 232, 250), 210 if snow else 120)
    canvas.restore()
