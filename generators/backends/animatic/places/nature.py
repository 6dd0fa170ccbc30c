"""Owns what grows and lies outdoors: hills, mountains, grounds, paths, water, rocks. Does not know: any one place."""

from __future__ import annotations

import math
from collections.abc import Sequence

import skia

from generators.backends.animatic.colours import RGB, light, mix, shade
from generators.backends.animatic.kit import Point, blob, ellipse, minus, poly, union
from generators.backends.animatic.places.painter import SNOW, Painter

GRASS: RGB = (124, 182, 84)


SAND: RGB = (238, 208, 146)


EARTH: RGB = (150, 108, 74)


WATER: RGB = (58, 144, 190)


def ridge(p: Painter, y: float, amplitude: float, name: str, steps: int = 9) -> list[Point]:
    """A smooth skyline from edge to edge around the share `y` of the height."""
    chance = p.rng(name)
    span = p.right - p.left
    return [
        (p.left + span * (index / steps) - (span * 0.04), p.y(y + chance.uniform(-amplitude, amplitude)))
        for index in range(steps + 1)
    ] + [(p.right + 60, p.y(y))]


def below(p: Painter, skyline: Sequence[Point]) -> skia.Path:
    """All that lies under a smooth skyline."""
    path = blob(list(skyline), close=False)
    path.lineTo(p.right + 80, p.bottom + 40)
    path.lineTo(p.left - 80, p.bottom + 40)
    path.lineTo(*skyline[0])
    path.close()
    return path


def hill(p: Painter, y: float, amplitude: float, colour: RGB, name: str, steps: int = 6) -> None:
    """A range of soft hills, paler toward its foot."""
    path = below(p, ridge(p, y, amplitude, name, steps))
    foot = mix(p.white(colour), p.view.light.haze, 0.3 * min(1.0, p.haze + 0.15))
    p.wash(path, (light(p.white(colour), 0.12), p.white(colour), foot), (0, p.y(y - amplitude)), (0, p.y(y + 0.2)))


def mountain(p: Painter, x: float, foot: float, wide: float, tall: float, colour: RGB, name: str) -> None:
    """A peak with a lit side toward the light, a zig-zag ridge and a cap of snow. Pixels, foot = y."""
    chance = p.rng(name)
    top = (x, foot - tall)
    left = [(x - wide * 0.5, foot), (x - wide * 0.27, foot - tall * 0.5), (x - wide * 0.12, foot - tall * 0.72), top]
    right = [(x + wide * 0.1, foot - tall * 0.8), (x + wide * 0.26, foot - tall * 0.44), (x + wide * 0.5, foot)]
    body = poly([*left, *right])
    lit_left = p.view.light.toward_light[0] < 0
    p.wash(body, (shade(colour, 0.22), mix(colour, p.view.light.haze, 0.35)), top, (x, foot))
    zig = [(x + chance.uniform(-0.05, 0.09) * wide * (1 + i) * 0.5, foot - tall * (0.82 - 0.2 * i)) for i in range(5)]
    half = poly([top, *zig, (x, foot), left[0] if lit_left else right[-1]])
    sun = mix(light(colour, 0.3), p.view.light.key, 0.3)
    p.raw.canvas.save()
    p.raw.canvas.clipPath(body, skia.ClipOp.kIntersect, True)
    p.wash(half, (sun, mix(colour, p.view.light.haze, 0.4)), top, (x, foot))
    line = foot - tall * 0.6
    teeth = [(x + wide * (-0.3 + 0.075 * i), line + (tall * 0.13 if i % 2 else -tall * 0.04)) for i in range(9)]
    cap = poly([(x - wide * 0.3, foot - tall * 1.1), (x + wide * 0.3, foot - tall * 1.1), *teeth[::-1]])
    p.flat(cap, mix(SNOW, p.view.light.haze, 0.2), 255)
    p.raw.canvas.clipPath(half, skia.ClipOp.kDifference, True)
    p.flat(cap, mix(colour, SNOW, 0.45), 220)
    p.raw.canvas.restore()


def ground(p: Painter, y: float, colour: RGB, name: str = "ground", amplitude: float = 0.008) -> skia.Path:
    """The near ground from the share `y` down: palest far off, darkest at the lower edge. Returns its shape."""
    path = below(p, ridge(p, y, amplitude, name, 7))
    near = p.white(colour, 0.8)
    far = mix(p.white(light(colour, 0.16)), p.view.light.haze, 0.22 * p.view.light.haze_share)
    p.wash(path, (far, near, near, shade(near, 0.22)), (0, p.y(y)), (0, p.bottom))
    _dapple(p, path, near, name, y)
    if near[1] > near[0] and not p.snowy:
        _swells(p, path, near, name, y)
    return path


def _swells(p: Painter, area: skia.Path, colour: RGB, name: str, y: float) -> None:
    """Low rises in a meadow: a lit back, a fringe of grass along it, shade below."""
    chance, canvas = p.rng(f"{name} swells"), p.raw.canvas
    canvas.save()
    canvas.clipPath(area, skia.ClipOp.kIntersect, True)
    for index in range(7):
        t = (index + chance.uniform(0.1, 0.9)) / 7
        x, at = p.x((index * 0.618 + chance.uniform(-0.1, 0.1)) % 1.3 - 0.15), p.y(y + 0.025 + (1.0 - y) * t)
        half, high = chance.uniform(200, 380) * (0.5 + 0.8 * t) * p.k, (10 + 22 * t) * p.k
        back = [(x - half, at), (x - half * 0.4, at - high * 0.8), (x + half * 0.2, at - high), (x + half, at)]
        p.fade(
            blob([*back, (x, at + high * 1.6)], 0.5), p.tint(light(colour, 0.34)), (0, at - high), (0, at + high), 110
        )
        fringe = skia.Path()
        for step in range(40):
            s = step / 39
            gx = x - half * 0.8 + half * 1.6 * s
            gy = at - high * (1 - (2 * s - 1) ** 2) * 0.92
            fringe.moveTo(gx, gy + 2)
            fringe.quadTo(gx, gy - 3, gx + chance.uniform(-3, 3), gy - (5 + 9 * t) * chance.uniform(0.5, 1.1))
        p.stroke(fringe, shade(colour, 0.12), 1.8, 120)
    canvas.restore()


def _dapple(p: Painter, area: skia.Path, colour: RGB, name: str, y: float) -> None:
    """Broad patches of light and shade on the ground, deeper toward both edges of the frame."""
    chance, canvas = p.rng(f"{name} dapple"), p.raw.canvas
    canvas.save()
    canvas.clipPath(area, skia.ClipOp.kIntersect, True)
    for index in range(22):
        t = chance.random()
        wide = chance.uniform(70, 170) * (0.5 + 0.9 * t) * p.k
        spot = ellipse(chance.uniform(p.left, p.right), p.y(y + 0.02 + (1.1 - y) * t), wide, wide * 0.13)
        p.flat(spot, light(colour, 0.3) if index % 2 else shade(colour, 0.3), 34)
    for edge, inner in ((p.x(-0.1), p.x(0.22)), (p.x(1.1), p.x(0.78))):
        p.fade(area, p.tint(shade(colour, 0.6)), (edge, 0), (inner, 0), 84)
    canvas.restore()


def grains(p: Painter, area: skia.Path, colour: RGB, y: float) -> None:
    """Sand: low drifts with a lit and a shaded side, prints of feet, pebbles."""
    chance, canvas = p.rng("grains"), p.raw.canvas
    canvas.save()
    canvas.clipPath(area, skia.ClipOp.kIntersect, True)
    for index in range(16):
        t = ((index + chance.random()) / 16) ** 1.2
        x, at = chance.uniform(p.left, p.right), p.y(y + 0.02 + (1.12 - y) * t)
        half, high = chance.uniform(120, 300) * (0.45 + t) * p.k, (8 + 20 * t) * p.k
        drift = blob(
            [(x - half, at), (x - half * 0.2, at - high), (x + half * 0.5, at - high * 0.5), (x + half, at)], 0.5
        )
        p.fade(drift, p.tint(light(colour, 0.4)), (0, at - high), (0, at), 120)
        under = blob([(x - half, at), (x, at + high * 0.3), (x + half, at), (x, at + high * 0.9)], 0.5)
        p.fade(under, p.tint(shade(colour, 0.3)), (0, at), (0, at + high), 70)
    for index in range(9):
        side = 1 if index % 2 else -1
        x, at = p.x(0.62 - 0.035 * index), p.y(y + 0.06 + 0.03 * index)
        size = (3 + index) * p.k
        p.flat(ellipse(x + side * size * 1.4, at, size * 1.5, size * 0.62, -24), shade(colour, 0.3), 90)
    for _ in range(30):
        t = chance.random()
        x, at, size = chance.uniform(p.left, p.right), p.y(y + 0.05 + (1.08 - y) * t), chance.uniform(2, 6) * (0.5 + t)
        p.flat(ellipse(x, at, size, size * 0.6), shade(colour, chance.uniform(0.15, 0.4)), 190)
        p.flat(ellipse(x - size * 0.2, at - size * 0.2, size * 0.6, size * 0.3), light(colour, 0.5), 150)
    canvas.restore()


def path_to(
    p: Painter, x: float, y: float, colour: RGB, *, wide: float = 0.36, bend: float = 0.08, tip: float = 8
) -> None:
    """A way that narrows from the lower edge to (x, y), shares of the frame; `wide` at the lower edge."""
    far, near = p.x(x), p.x(0.5 + (x - 0.5) * 0.3)
    top, low = p.y(y), p.bottom
    swing, half = p.x(bend), p.x(wide) / 2
    tip *= p.k

    def side(sign: float) -> list[Point]:
        out = []
        for i in range(25):
            t = i / 24
            middle = far + (near - far) * t + math.sin(t * math.pi * 1.6) * swing * (1 - t * 0.4)
            out.append((middle + sign * (tip + (half - tip) * t**1.6), top + (low - top) * t))
        return out

    shape = blob(side(-1), close=False)
    for point in reversed(side(1)):
        shape.lineTo(*point)
    shape.close()
    hue = p.white(colour, 0.6)
    p.wash(shape, (light(hue, 0.2), hue, shade(hue, 0.1)), (0, top), (0, low))
    p.stroke(blob(side(-1), close=False), shade(hue, 0.35), 2.4, 90)
    p.stroke(blob(side(1), close=False), shade(hue, 0.35), 2.4, 90)


def water(p: Painter, shape: skia.Path, colour: RGB = WATER, name: str = "water") -> None:
    """Water that carries the sky: pale far off, its own colour near, with lines of light."""
    bounds = shape.getBounds()
    sky = p.view.light.sky
    body = p.tint(colour)
    carried = 0.18 + 0.24 * min(1.0, p.dark * 1.6)
    far = mix(body, sky[2], 0.5 + carried * 0.5)
    p.wash(
        shape,
        (far, mix(body, sky[1], carried), body, shade(body, 0.22)),
        (0, bounds.top()),
        (0, bounds.bottom()),
        raw=True,
    )
    p.raw.canvas.save()
    p.raw.canvas.clipPath(shape, skia.ClipOp.kIntersect, True)
    chance = p.rng(name)
    for _ in range(70):
        t = chance.random() ** 1.5
        x, y = chance.uniform(p.left, p.right), bounds.top() + 4 + t * (bounds.height() - 4)
        dash(p, x, y, chance.uniform(10, 34) * (0.5 + t * 1.4), mix(sky[2], (255, 255, 255), 0.35), 60 + 50 * (1 - t))
    sun = p.view.light.sun
    if sun is not None and sun[1] < bounds.bottom() / p.h:
        glitter(p, p.x(sun[0]), bounds.top(), min(bounds.bottom(), p.y(0.9)))
    p.raw.canvas.restore()


def dash(p: Painter, x: float, y: float, half: float, colour: RGB, alpha: float) -> None:
    """A lens of light on water."""
    p.raw.flat(poly([(x - half, y), (x, y - 1.3), (x + half, y), (x, y + 1.3)]), colour, alpha)


def glitter(p: Painter, x: float, y0: float, y1: float) -> None:
    """The broken road of light under sun or moon."""
    chance, colour = p.rng("glitter"), mix(p.view.light.key, (255, 255, 255), 0.25)
    if p.dark > 0.2:
        for share, alpha in ((0.34, 26.0), (0.22, 26.0), (0.12, 40.0)):
            p.fade(
                poly([(x - 20, y0), (x + 20, y0), (x + share * 420 * p.k, y1), (x - share * 420 * p.k, y1)]),
                colour, (0, y0), (0, y1), alpha,
            )  # fmt: skip
    for index in range(40):
        t = (index / 40) ** 1.2
        half = chance.uniform(10, 38) * (0.6 + 1.3 * t)
        shape = ellipse(x + chance.uniform(-16, 16) * (1 + 2 * t), y0 + 3 + t * (y1 - y0), half * p.k, 1.1 + t * 1.6)
        p.raw.flat(shape, colour, 150 - 80 * t)


def waves(p: Painter, seconds: float, y0: float, y1: float, count: int = 12, swing: float = 16) -> None:
    """Lines of light that wander over water between two shares of the height."""
    chance = p.rng("waves")
    colour = mix(p.view.light.sky[2], (255, 255, 255), 0.5)
    for index in range(count):
        t = (index + 0.5) / count
        x = chance.uniform(-0.05, 1.05) * p.w + math.sin(seconds * 0.8 + index * 2.1) * swing
        pulse = 0.5 + 0.5 * math.sin(seconds * 1.5 + index * 1.7)
        dash(p, x, p.y(y0 + (y1 - y0) * t), (16 + 30 * t) * p.k, colour, 60 + 110 * pulse)


def rock(
    p: Painter, x: float, y: float, wide: float, name: str, colour: RGB = (142, 136, 140), tall: float = 0.62
) -> None:
    """A stone that lies on the ground at y."""
    chance = p.rng(name)
    points = []
    for index in range(7):
        angle = math.pi + math.pi * index / 6
        reach = 1 + chance.uniform(-0.14, 0.14)
        points.append((x + math.cos(angle) * wide * 0.5 * reach, y + math.sin(angle) * wide * tall * reach))
    shape = blob([*points, (x + wide * 0.3, y + wide * 0.07), (x - wide * 0.3, y + wide * 0.07)], 0.42)
    p.shadow(x + wide * 0.08, y + wide * 0.03, wide * 0.62, 70)
    p.part(shape, colour, role="stone")
    p.stroke(
        poly([points[3], (x + wide * 0.08, y - wide * tall * 0.5), (x + wide * 0.2, y - wide * 0.1)], close=False),
        shade(colour, 0.3),
        alpha=110,
    )
    p.cap(shape, wide * 0.14)


def blades(p: Painter, colour: RGB, y0: float, y1: float, count: int, name: str = "blades", tall: float = 16) -> None:
    """Grass: small strokes over the ground between two shares of the height, larger when nearer."""
    if p.snowy:
        colour, count = (206, 216, 236), count // 3
    chance, wind = p.rng(name), 8.0 if p.view.weather in ("wind", "storm") else 0.0
    dark_, pale = skia.Path(), skia.Path()
    for index in range(count):
        t = chance.random()
        x, y = chance.uniform(p.left, p.right), p.y(y0 + (y1 - y0) * t)
        reach = tall * (0.4 + t * 0.8) * chance.uniform(0.6, 1.2)
        lean = chance.uniform(-3, 3) + wind * (0.4 + t * 0.6)
        path = dark_ if index % 2 else pale
        path.moveTo(x, y)
        path.quadTo(x + lean * 0.3, y - reach * 0.6, x + lean, y - reach)
    p.stroke(dark_, shade(colour, 0.26), 1.7, 120)
    p.stroke(pale, light(colour, 0.26), 1.7, 130)


def tufts(p: Painter, colour: RGB, x: float, y: float, size: float, name: str, count: int = 9) -> None:
    """A tuft of tall grass or reeds, near the eye."""
    chance = p.rng(name)
    wind = size * 0.35 if p.view.weather in ("wind", "storm") else 0.0
    for index in range(count):
        lean = (index / (count - 1) - 0.5) * size * 1.1 + chance.uniform(-4, 4) + wind
        reach = size * chance.uniform(0.65, 1.1)
        root = x + lean * 0.25
        shape = blob(
            [
                (root - size * 0.06, y),
                (root + lean * 0.35, y - reach * 0.6),
                (root + lean, y - reach),
                (root + lean * 0.35 + size * 0.09, y - reach * 0.5),
                (root + size * 0.06, y),
            ]
        )
        p.part(shape, mix(shade(colour, 0.2), light(colour, 0.1), chance.random()), role="leaf", line=0.6, depth=0.5)


def flowers(
    p: Painter,
    y0: float,
    y1: float,
    count: int,
    colours: Sequence[RGB],
    name: str = "flowers",
    x0: float = -0.25,
    x1: float = 1.25,
    size: float = 5.0,
) -> None:
    """Flowers strewn over a part of the ground (shares of the frame)."""
    if p.snowy:
        return
    chance = p.rng(name)
    spots = sorted((chance.uniform(y0, y1), chance.uniform(x0, x1)) for _ in range(count))
    for y, x in spots:
        flower(p, p.x(x), p.y(y), size * (0.55 + 0.75 * (y - y0) / max(y1 - y0, 1e-6)), chance.choice(list(colours)))


def flower(p: Painter, x: float, y: float, r: float, colour: RGB) -> None:
    """A blossom of five petals on a stem that stands at y."""
    p.stroke(poly([(x, y), (x - r * 0.2, y - r * 2.2)], close=False), (74, 130, 66), max(1.2, r * 0.28))
    top = y - r * 2.6
    petals = skia.Path()
    for index in range(5):
        angle = index * 2 * math.pi / 5 - 0.4
        petals.addPath(ellipse(x + math.cos(angle) * r * 0.62, top + math.sin(angle) * r * 0.55, r * 0.5, r * 0.46))
    p.flat(petals, colour)
    p.flat(ellipse(x, top, r * 0.36, r * 0.34), (250, 214, 92) if colour[0] < 240 or colour[2] > 150 else (150, 92, 46))


def puddles(p: Painter, y0: float = 0.8, y1: float = 1.0, count: int = 6) -> None:
    """What rain leaves on the ground: flat mirrors of the sky."""
    if not p.wet:
        return
    chance, sky = p.rng("puddles"), p.view.light.sky
    for index in range(count):
        x = p.w * (-0.15 + 1.3 * (index + chance.uniform(0.2, 0.8)) / count)
        y = p.y(chance.uniform(y0, y1))
        wide = chance.uniform(50, 110) * p.k
        shape = union(
            ellipse(x, y, wide, wide * 0.15), ellipse(x + wide * 0.5, y + wide * 0.06, wide * 0.6, wide * 0.11)
        )
        p.wash(
            shape,
            (mix(sky[1], p.tint((90, 100, 130)), 0.3), mix(sky[2], (255, 255, 255), 0.15)),
            (0, y - wide * 0.15),
            (0, y + wide * 0.15),
            raw=True,
        )
        p.raw.stroke(
            minus(shape, ellipse(x, y + 2, wide * 0.97, wide * 0.14)), mix(sky[2], (255, 255, 255), 0.5), 1, 90
        )


def fence(p: Painter, x0: float, x1: float, y: float, tall: float, colour: RGB = (196, 160, 116)) -> None:
    """Posts and two rails from x0 to x1 (pixels), standing at y."""
    count = max(2, round((x1 - x0) / (tall * 0.95)))
    for rail in (0.72, 0.36):
        p.box(x0, y - tall * rail - tall * 0.06, x1, y - tall * rail + tall * 0.06, colour, 3, 0.7)
    for index in range(count + 1):
        x = x0 + (x1 - x0) * index / count
        post = blob(
            [
                (x - tall * 0.07, y),
                (x - tall * 0.07, y - tall * 0.9),
                (x, y - tall),
                (x + tall * 0.07, y - tall * 0.9),
                (x + tall * 0.07, y),
            ],
            0.2,
        )
        p.part(post, colour, role="wood", line=0.8)
        p.cap(post, tall * 0.1)
