"""Owns what is above: gradients, sun, moon, stars, clouds, rays, birds. Does not know: any one place."""

from __future__ import annotations

import itertools
import math

import skia

from generators.backends.animatic.colours import CREAM, RGB, mix
from generators.backends.animatic.kit import blob, ellipse, moved, poly, scallop, union
from generators.backends.animatic.places.painter import Painter

MOON: RGB = (250, 246, 226)


CLOUDED = ("cloudy", "rain", "snow", "storm", "fog")


def whole(p: Painter, y0: float | None = None, y1: float | None = None) -> skia.Path:
    """The rectangle of all that is painted, from y0 to y1 in pixels."""
    upper, lower = p.top if y0 is None else y0, p.bottom if y1 is None else y1
    return skia.Path.Rect(skia.Rect.MakeLTRB(p.left, upper, p.right, lower))


def sky(p: Painter, horizon: float = 0.66, clouds: int = 4) -> None:
    """The whole sky: opaque over all that is painted, at its palest at the horizon (share of the height)."""
    upper, middle, lower = p.view.light.sky
    p.wash(whole(p), (upper, mix(upper, middle, 0.6), middle, lower), (0, -40), (0, p.y(horizon)), raw=True)
    if p.dark > 0.6 and p.view.weather in ("clear", "wind"):
        milky_way(p)
        stars(p, horizon)
    if p.view.light.sun is not None:
        luminary(p)
    if p.view.weather in ("clear", "wind"):
        bank(p, horizon - 0.02)
    cover(p, horizon, clouds)


def stars(p: Painter, horizon: float = 0.66, count: int = 130) -> None:
    """Small lights, a few of them with a cross of rays."""
    chance = p.rng("stars")
    for index in range(count):
        x, y = chance.uniform(p.left, p.right), chance.uniform(p.top, p.y(horizon) * 0.92)
        size = chance.uniform(0.7, 1.9)
        p.raw.flat(ellipse(x, y, size, size), (255, 250, 232), chance.uniform(110, 235) * (1 - 0.6 * y / p.h))
        if index % 16 == 0:
            p.raw.glow(x, y, 11, (220, 226, 255), 120)


def luminary(p: Painter) -> None:
    """Sun or moon where the light table puts it."""
    light = p.view.light
    if light.sun is None:
        return
    x, y = p.x(light.sun[0]), p.y(light.sun[1])
    if light.dark > 0.9:
        moon(p, x, y, 52 * p.k)
        return
    low = light.sun[1] > 0.3
    if low:
        fan = tuple(float(degrees) for degrees in range(-172, 180, 24))
        rays(p, x, y, fan, p.y(0.9), 34)
    p.raw.glow(x, y, (520 if low else 330) * p.k, light.key, 190 if low else 150)
    p.raw.glow(x, y, 130 * p.k, (255, 250, 226), 200)
    p.raw.flat(ellipse(x, y, 44 * p.k, 44 * p.k), mix(light.key, (255, 252, 236), 0.72), 255)


def moon(p: Painter, x: float, y: float, r: float) -> None:
    """A full moon with its seas and its shine."""
    p.raw.glow(x, y, r * 6, (120, 146, 232), 130)
    p.raw.glow(x, y, r * 2.4, (206, 216, 255), 120)
    disc = ellipse(x, y, r, r)
    p.raw.flat(disc, MOON)
    for dx, dy, size in ((-0.3, 0.25, 0.26), (0.28, -0.22, 0.2), (0.36, 0.36, 0.13), (-0.05, 0.62, 0.12)):
        p.raw.flat(ellipse(x + dx * r, y + dy * r, size * r, size * r), (224, 218, 200), 190)
    p.raw.inside(disc, ellipse(x + r * 0.9, y + r * 0.5, r * 1.2, r * 1.3), (206, 200, 204), 70)


def cover(p: Painter, horizon: float, clouds: int) -> None:
    """The clouds of the weather: a few heaps, streaks when the sun is low, a lid of grey."""
    chance = p.rng("clouds")
    if p.view.weather in CLOUDED:
        lid(p, horizon)
    elif p.view.time in ("dawn", "dusk", "night"):
        for index in range(6):
            x, y = chance.uniform(p.left, p.right), p.y(chance.uniform(0.06, horizon - 0.16))
            streak(p, x, y, chance.uniform(90, 230) * p.k, 110 if index % 2 else 160)
    if p.view.weather in ("clear", "wind", "cloudy"):
        _distant(p, horizon)
        number = clouds * 2 if p.view.weather == "cloudy" else clouds
        for index in range(number):
            x = p.left + (index + chance.uniform(0.2, 0.8)) * (p.right - p.left) / max(1, number)
            y, r = p.y(chance.uniform(0.05, 0.3)), chance.uniform(60, 105) * p.k
            sun = p.view.light.sun
            if sun is None or abs(x - p.x(sun[0])) > r * 1.2 + 60 * p.k or abs(y - p.y(sun[1])) > r + 60 * p.k:
                cloud(p, x, y, r)


def _distant(p: Painter, horizon: float) -> None:
    """Small clouds far off, and mares' tails high up by day."""
    chance = p.rng("distant")
    for index in range(7):
        x = p.left + (index + chance.uniform(0.1, 0.9)) * (p.right - p.left) / 7
        cloud(p, x, p.y(chance.uniform(0.3, horizon - 0.18)), chance.uniform(20, 42) * p.k, 150)
    if p.dark < 0.2:
        for _ in range(5):
            x, y, reach = (
                chance.uniform(p.left, p.right),
                p.y(chance.uniform(0.03, 0.2)),
                chance.uniform(120, 260) * p.k,
            )
            for lift in (0.0, 9.0, 17.0):
                tail = blob(
                    [(x - reach, y + lift), (x, y - 12 + lift), (x + reach, y - 30 + lift), (x, y - 8 + lift)], 0.5
                )
                p.raw.flat(tail, (255, 255, 255), 26)


def cloud_colour(p: Painter) -> RGB:
    """Of a heap cloud in this light."""
    light = p.view.light
    if p.dark > 0.9:
        return mix(light.sky[1], (150, 166, 226), 0.4)
    return mix((255, 253, 248), mix(light.sky[1], light.key, 0.5), 0.12 + 0.7 * min(1.0, light.dark))


def cloud(p: Painter, x: float, y: float, r: float, alpha: float = 240) -> None:
    """A heap cloud, flat beneath, bright where the sun is, shaded with the sky below."""
    chance = p.rng(f"cloud{round(r * 10)}")
    body = skia.Path.RRect(skia.Rect.MakeLTRB(x - r * 1.2, y + r * 0.2, x + r * 1.2, y + r * 0.46), r * 0.13, r * 0.13)
    for at, share in ((-0.86, 0.26), (-0.5, 0.4), (0.0, 0.62), (0.46, 0.48), (0.88, 0.28)):
        size = r * share * chance.uniform(0.88, 1.14)
        body = union(body, ellipse(x + at * r, y + r * 0.4 - size * 0.86, size * 1.08, size))
    colour, under = cloud_colour(p), p.view.light.sky[1]
    lit = mix(colour, p.view.light.key, 0.3) if p.dark < 0.9 else mix(colour, (220, 228, 255), 0.35)
    p.raw.flat(body, mix(colour, under, 0.34), alpha)
    p.raw.canvas.save()
    p.raw.canvas.clipPath(body, skia.ClipOp.kIntersect, True)
    lx = p.view.light.toward_light[0]
    for lift, tone in ((0.09, mix(colour, under, 0.16)), (0.2, colour), (0.5, lit)):
        p.raw.flat(moved(body, lx * r * lift * 0.5, -r * lift), tone, alpha * 0.75)
    p.raw.canvas.restore()


def bank(p: Painter, horizon: float) -> None:
    """Clouds heaped far off along the horizon, pale, in two rows."""
    chance, light = p.rng("bank"), p.view.light
    for row, lift in ((0, 0.075), (1, 0.035)):
        whole_bank = skia.Path()
        x = p.left
        while x < p.right:
            size = chance.uniform(26, 74) * p.k * (1.2 - 0.3 * row)
            whole_bank.addOval(skia.Rect.MakeXYWH(x - size, p.y(horizon - lift) - size * 0.7, size * 2, size * 2.6))
            x += size * chance.uniform(0.7, 1.7)
        tone = mix(light.sky[2], cloud_colour(p), 0.42 + 0.2 * row)
        top = p.y(horizon - lift) - 60 * p.k
        p.fade(whole_bank, tone, (0, top), (0, p.y(horizon + 0.02)), 150 if p.dark < 0.9 else 70)


def milky_way(p: Painter) -> None:
    """A faint band of stars and dust across a clear night."""
    chance = p.rng("milky")
    for index in range(26):
        t = index / 25
        x, y = p.x(-0.1 + 0.8 * t) + chance.uniform(-30, 30), p.y(0.5 - 0.62 * t) + chance.uniform(-30, 30)
        p.raw.glow(x, y, chance.uniform(60, 120) * p.k, (118, 130, 214), 26)
    for _ in range(110):
        t, spread = chance.random(), chance.gauss(0, 34)
        x, y = p.x(-0.1 + 0.8 * t) + spread, p.y(0.5 - 0.62 * t) + spread * 0.9
        size = chance.uniform(0.5, 1.2)
        p.raw.flat(ellipse(x, y, size, size), (240, 240, 255), chance.uniform(90, 190))


def streak(p: Painter, x: float, y: float, length: float, alpha: float) -> None:
    """A thin cloud of morning, evening or night."""
    shape = blob(
        [
            (x - length, y),
            (x - length * 0.3, y - 5),
            (x + length * 0.4, y - 7),
            (x + length, y - 2),
            (x + length * 0.3, y + 3),
            (x - length * 0.4, y + 5),
        ]
    )
    colour = mix(cloud_colour(p), p.view.light.key, 0.35) if p.dark < 0.9 else cloud_colour(p)
    p.raw.flat(shape, colour, alpha)


def lid(p: Painter, horizon: float) -> None:
    """Overcast: rows of scalloped grey, darkest on top in rain and storm."""
    chance, light = p.rng("lid"), p.view.light
    heavy = {"storm": 0.55, "rain": 0.38, "cloudy": 0.16, "snow": 0.16, "fog": 0.05}[p.view.weather]
    for row in range(3):
        y = p.y(0.3 - row * 0.14)
        colour = mix(light.sky[1], mix(light.sky[0], (40, 36, 74), heavy), 0.35 + 0.2 * row)
        x = p.left - 40
        shape = skia.Path.Rect(skia.Rect.MakeLTRB(p.left, p.top, p.right, y - 30))
        while x < p.right + 80:
            wide = chance.uniform(90, 170) * max(p.k, 0.7)
            shape = union(shape, scallop(x, y - 36 + chance.uniform(-16, 16), wide, wide * 0.42, 9, 0.1))
            x += wide * 1.3
        p.raw.flat(shape, colour, 120 if p.view.weather != "fog" else 40)


def rays(p: Painter, x: float, y: float, angles: tuple[float, ...], length: float, alpha: float = 60) -> None:
    """Shafts of light from a point, downward; angles in degrees from straight down."""
    for degrees in angles:
        a, b = math.radians(90 - degrees - 2.6), math.radians(90 - degrees + 2.6)
        shape = poly(
            [
                (x, y),
                (x + math.cos(a) * length, y + math.sin(a) * length),
                (x + math.cos(b) * length, y + math.sin(b) * length),
            ]
        )
        middle = math.radians(90 - degrees)
        end = (x + math.cos(middle) * length, y + math.sin(middle) * length)
        p.fade(shape, p.view.light.key, (x, y), end, alpha, screen=True)


def birds(p: Painter, seconds: float, count: int = 4, y: float = 0.2) -> None:
    """A few birds far off, crossing the sky; in fair weather by day only."""
    if p.dark > 0.5 or p.view.weather not in ("clear", "wind", "cloudy"):
        return
    chance = p.rng("birds")
    for _ in range(count):
        speed, phase = chance.uniform(14, 24), chance.uniform(0, 6)
        span = p.w * 1.3
        x = (chance.uniform(0, span) + seconds * speed) % span - p.w * 0.15
        base = p.y(y + chance.uniform(-0.07, 0.07)) + math.sin(seconds + phase) * 5
        lift = 3.5 + 5 * math.sin(seconds * 7 + phase)
        wing = blob([(x - 11, base - lift), (x - 4, base - 2 - lift * 0.3), (x, base + 2)], close=False)
        wing.addPath(blob([(x, base + 2), (x + 4, base - 2 - lift * 0.3), (x + 11, base - lift)], close=False))
        p.raw.stroke(wing, mix(p.view.light.sky[0], (50, 40, 80), 0.7), 2.2, 200)


def drift(p: Painter, seconds: float, count: int = 2, y: float = 0.1) -> None:
    """Clouds that move, for skies that nothing stands before."""
    if p.view.weather not in ("clear", "wind"):
        return
    chance, speed = p.rng("drift"), 26.0 if p.view.weather == "wind" else 7.0
    span = p.w * 1.6
    for _ in range(count):
        x = (chance.uniform(0, span) + seconds * speed) % span - p.w * 0.3
        cloud(p, x, p.y(y + chance.uniform(-0.03, 0.05)), chance.uniform(44, 70) * p.k, 190)


def steam(p: Painter, x: float, y: float, seconds: float, tall: float = 60, colour: RGB = CREAM) -> None:
    """Smoke or steam that rises and sways."""
    for index in range(3):
        age = (seconds * 0.35 + index / 3) % 1.0
        sway = math.sin(seconds * 1.3 + index * 2) * 6
        size = 3 + age * tall * 0.16
        p.flat(ellipse(x + sway * age + age * tall * 0.2, y - age * tall, size, size * 0.8), colour, 110 * (1 - age))


def bolt(p: Painter, x: float, y0: float, y1: float, name: str) -> skia.Path:
    """A flash of lightning as a jagged path with one branch."""
    chance = p.rng(name)
    points, y, at = [(x, y0)], y0, x
    while y < y1:
        y += chance.uniform(22, 46)
        at += chance.uniform(-30, 26)
        points.append((at, y))
    path = poly(points, close=False)
    fork = points[len(points) // 2]
    path.addPath(poly([fork, (fork[0] + 34, fork[1] + 36), (fork[0] + 28, fork[1] + 66)], close=False))
    return path


def beam(p: Painter, x: float, y: float, degrees: float, length: float, alpha: float = 120) -> None:
    """A beam of a lighthouse or lantern."""
    spread = 5.0
    ends = [
        (x + math.cos(math.radians(degrees + d)) * length, y + math.sin(math.radians(degrees + d)) * length)
        for d in (-spread, spread)
    ]
    middle = ((ends[0][0] + ends[1][0]) / 2, (ends[0][1] + ends[1][1]) / 2)
    p.fade(poly([(x, y - 6), ends[0], ends[1], (x, y + 6)]), (255, 240, 190), (x, y), middle, alpha, screen=True)


def bunting(p: Painter, points: list[tuple[float, float]], colours: tuple[RGB, ...], size: float = 18) -> None:
    """A string of little flags along a hanging line."""
    p.stroke(blob(points, close=False), (110, 84, 84), 2)
    for index, ((ax, ay), (bx, by)) in enumerate(itertools.pairwise(points)):
        x, y = (ax + bx) / 2, (ay + by) / 2
        flag = poly([(x - size * 0.5, y), (x + size * 0.5, y), (x, y + size)])
        p.part(flag, colours[index % len(colours)], role="cloth", line=0.7)
