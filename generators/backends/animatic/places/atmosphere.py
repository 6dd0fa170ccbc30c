"""Owns the light that lies over finished planes: glow at the horizon, sun on the ground, shade at the edges.

Called once a plane, after everything on it is painted, so that every place has the same sun, the same air and
the same dusk. Does not know: any one place.
"""

from __future__ import annotations

import skia

from generators.backends.animatic.colours import RGB, argb, mix
from generators.backends.animatic.kit import Point
from generators.backends.animatic.places.painter import Painter
from generators.backends.animatic.places.sky import rays, whole

_SUNNY = ("clear", "wind")


def air(p: Painter) -> None:
    """Light in the air before far planes: a glow where the sun is low, a pale band over the horizon."""
    light = p.view.light
    if light.sun is None or p.view.weather not in _SUNNY:
        return
    x, low = p.x(light.sun[0]), light.sun[1] > 0.3
    if low:
        _oval(p, x, p.y(0.64), p.x(0.62), p.y(0.2), light.key, 120)
    elif p.dark < 0.5:
        _oval(p, p.x(0.5), p.y(0.64), p.x(0.9), p.y(0.07), (255, 255, 255), 70)
    else:
        _oval(p, x, p.y(0.64), p.x(0.5), p.y(0.13), (150, 178, 255), 70)


def ground_light(p: Painter) -> None:
    """Sun, moon or clouded sky on the near ground: a pool where figures stand, shade toward the viewer."""
    light = p.view.light
    tone, deep = _shade(p), 0.5 + 0.32 * min(1.0, light.dark * 1.4)
    _darken(p, whole(p, p.y(0.8)), tone, (0, p.y(1.08)), (0, p.y(0.8)), deep)
    for edge, inner in ((p.x(-0.12), p.x(0.24)), (p.x(1.12), p.x(0.76))):
        _darken(p, _strip(p, inner, p.y(0.6)), tone, (edge, 0), (inner, 0), deep * 0.7)
    if light.sun is None or p.view.weather not in _SUNNY:
        _oval(p, p.x(0.5), p.y(0.83), p.x(0.6), p.y(0.14), light.haze, 40)
        return
    x = p.x(0.5 + (light.sun[0] - 0.5) * 0.5)
    _oval(p, x, p.y(0.81), p.x(0.5), p.y(0.14), light.key, 84 if light.dark < 0.9 else 62)
    if light.sun[1] > 0.3:
        _oval(p, p.x(light.sun[0]), p.y(0.69), p.x(0.4), p.y(0.06), light.key, 130)
    _shafts(p)


def _shafts(p: Painter) -> None:
    """Broad, faint rays from a high sun or moon over everything that stands far back."""
    light = p.view.light
    if light.sun is None or light.sun[1] > 0.3:
        return
    side = 1.0 if light.sun[0] < 0.5 else -1.0
    angles = tuple(side * degrees for degrees in (14.0, 30.0, 43.0, 58.0))
    rays(p, p.x(light.sun[0]), p.y(light.sun[1]), angles, p.y(0.84), 24)


def _strip(p: Painter, inner: float, top: float) -> skia.Path:
    """From one side of what is painted to `inner`, from `top` down; pixels."""
    left, right = (p.left, inner) if inner < p.x(0.5) else (inner, p.right)
    return skia.Path.Rect(skia.Rect.MakeLTRB(left, top, right, p.bottom))


def _shade(p: Painter) -> RGB:
    """What shade multiplies colours by at its deepest: blue-violet, bluer the darker it is."""
    return mix((112, 104, 168), (64, 62, 150), min(1.0, p.dark * 1.3))


def _darken(p: Painter, area: skia.Path, tone: RGB, start: Point, end: Point, share: float) -> None:
    """Shade over an area, `share` of the tone at `start`, none at `end`; what is not painted stays so."""
    ends = [skia.Point(*start), skia.Point(*end)]
    white: RGB = (255, 255, 255)
    stops = [argb(mix(white, tone, share)), argb(mix(white, tone, share * 0.36)), argb(white)]
    shader = skia.GradientShader.MakeLinear(ends, stops, [0, 0.5, 1])
    p.raw.canvas.drawPath(area, skia.Paint(Shader=shader, BlendMode=skia.BlendMode.kModulate))


def _oval(p: Painter, x: float, y: float, rx: float, ry: float, colour: RGB, alpha: float) -> None:
    """Light in an oval, only over what is painted."""
    canvas = p.raw.canvas
    stops = [argb(colour, alpha), argb(colour, alpha * 0.45), argb(colour, 0)]
    shader = skia.GradientShader.MakeRadial(skia.Point(0, 0), rx, stops, [0, 0.5, 1])
    canvas.save()
    canvas.translate(x, y)
    canvas.scale(1, ry / rx)
    canvas.drawCircle(0, 0, rx, skia.Paint(Shader=shader, BlendMode=skia.BlendMode.kSrcATop))
    canvas.restore()


def room_light(p: Painter) -> None:
    """Shade where ceiling, walls and the near floor leave the light; light in the middle of the floor."""
    light = p.view.light
    tone, deep = _shade(p), 0.56 + 0.2 * light.dark
    _darken(p, whole(p, None, p.y(0.3)), tone, (0, p.y(-0.1)), (0, p.y(0.3)), deep)
    _darken(p, whole(p, p.y(0.82)), tone, (0, p.y(1.1)), (0, p.y(0.82)), deep)
    for edge, inner in ((p.x(-0.1), p.x(0.2)), (p.x(1.1), p.x(0.8))):
        _darken(p, _strip(p, inner, p.top), tone, (edge, 0), (inner, 0), deep)
    _darken(p, whole(p, p.y(0.59), p.y(0.68)), tone, (0, p.y(0.68)), (0, p.y(0.59)), 0.26)
    p.spill(p.x(0.5), p.y(0.85), p.x(0.4), light.key, 70)
