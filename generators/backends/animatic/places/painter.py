"""Owns how a plane of a place is painted: shares of the frame, tints by light and distance, washes, caps of snow.

A Painter is an Ink for places: it maps every colour through the light of the scene and the haze of the plane's
distance before the hand draws it. What shines by itself (lamps, lit windows, the sky) is drawn with `raw`.
Does not know: any one place or element.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

import skia

from generators.backends.animatic.colours import RGB, argb, mix, named
from generators.backends.animatic.kit import Ink, Look, Point, moved, rounded
from generators.backends.animatic.scenery import SceneView, Washing

SNOW: RGB = (240, 244, 252)


WARM: RGB = (255, 206, 120)


@dataclass(frozen=True)
class Tinted:
    """A look that draws like another one, with every colour mapped first. Glows stay as they are."""

    inner: Look
    tint: Callable[[RGB], RGB]
    name: str = field(default="tinted")

    def part(self, ink: Ink, path: skia.Path, colour: RGB, *, role: str, line: float, depth: float) -> None:
        """As the inner look, tinted."""
        self.inner.part(replace(ink, look=self.inner), path, self.tint(colour), role=role, line=line, depth=depth)

    def flat(self, ink: Ink, path: skia.Path, colour: RGB, alpha: float) -> None:
        """As the inner look, tinted."""
        self.inner.flat(replace(ink, look=self.inner), path, self.tint(colour), alpha)

    def stroke(self, ink: Ink, path: skia.Path, colour: RGB, width: float, alpha: float) -> None:
        """As the inner look, tinted."""
        self.inner.stroke(replace(ink, look=self.inner), path, self.tint(colour), width, alpha)

    def glow(self, ink: Ink, x: float, y: float, radius: float, colour: RGB, alpha: float) -> None:
        """As the inner look: light is not tinted by light."""
        self.inner.glow(replace(ink, look=self.inner), x, y, radius, colour, alpha)


@dataclass(frozen=True)
class Painter:
    """Paints one plane. Lengths are design pixels; `x` and `y` turn shares of the frame into them."""

    raw: Ink
    """The ink without tint: for what shines by itself."""
    view: SceneView
    haze: float = 0.0
    """Distance of the plane: 0 near .. 1 at the horizon."""

    @cached_property
    def ink(self) -> Ink:
        """The ink that tints by light and distance."""
        return replace(self.raw, look=Tinted(self.raw.look, self.tint, self.raw.look.name))

    @property
    def w(self) -> float:
        """Width of the frame."""
        return self.view.width

    @property
    def h(self) -> float:
        """Height of the frame."""
        return self.view.height

    @cached_property
    def k(self) -> float:
        """Scale of things: 1 in a wide frame, smaller in tall ones."""
        return max(0.62, min(1.0, 0.36 + 0.64 * self.w / 1280))

    @property
    def dark(self) -> float:
        """0 bright day .. 1 darkest night."""
        return self.view.light.dark

    @property
    def snowy(self) -> bool:
        """Whether the ground and the roofs are white."""
        return self.view.weather == "snow" or self.has("snowy", "snow-covered", "icy", "frozen", "wintry")

    @property
    def wet(self) -> bool:
        """Whether the ground mirrors."""
        return self.view.weather in ("rain", "storm")

    @property
    def left(self) -> float:
        """Left edge of what is painted."""
        return -0.26 * self.w

    @property
    def right(self) -> float:
        """Right edge of what is painted."""
        return 1.26 * self.w

    @property
    def top(self) -> float:
        """Upper edge of what is painted."""
        return -0.16 * self.h

    @property
    def bottom(self) -> float:
        """Lower edge of what is painted."""
        return 1.16 * self.h

    def has(self, *words: str) -> bool:
        """Whether the place is described by any of these adjectives."""
        return any(word in self.view.attributes.extra for word in words)

    def main(self, default: RGB) -> RGB:
        """The colour that the story gives the place; `default` when it gives none."""
        colours = self.view.attributes.colors
        return named(colours[0], default) if colours else default

    def x(self, share: float) -> float:
        """Pixels from a share of the width."""
        return share * self.w

    def y(self, share: float) -> float:
        """Pixels from a share of the height."""
        return share * self.h

    def rng(self, name: str) -> random.Random:
        """Chance of its own for each element, the same for the same seed."""
        return random.Random(f"{self.view.seed}-{name}")

    def away(self, haze: float) -> Painter:
        """The painter of a plane at this distance."""
        return replace(self, haze=haze)

    def tint(self, colour: RGB) -> RGB:
        """The colour in this light, at this distance."""
        light = self.view.light
        r, g, b = light.ambient
        lit = (colour[0] * r / 255, colour[1] * g / 255, colour[2] * b / 255)
        return mix(lit, light.haze, min(0.94, self.haze * light.haze_share))

    def white(self, colour: RGB, share: float = 0.86) -> RGB:
        """The colour of a ground, snowed over when it is snowy."""
        return mix(colour, SNOW, share) if self.snowy else colour

    def part(self, path: skia.Path, colour: RGB, *, role: str = "solid", line: float = 1.0, depth: float = 1.0) -> None:
        """A solid thing; see `Ink.part`."""
        self.ink.part(path, colour, role=role, line=line, depth=depth)

    def flat(self, path: skia.Path, colour: RGB, alpha: float = 255) -> None:
        """A plain fill."""
        self.ink.flat(path, colour, alpha)

    def stroke(self, path: skia.Path, colour: RGB, width: float | None = None, alpha: float = 255) -> None:
        """A round stroke."""
        self.ink.stroke(path, colour, width, alpha)

    def box(self, x0: float, y0: float, x1: float, y1: float, colour: RGB, radius: float = 4, line: float = 1) -> None:
        """A solid box with round corners."""
        self.part(rounded(x0, y0, x1, y1, radius), colour, line=line)

    def wash(self, path: skia.Path, colours: Sequence[RGB], start: Point, end: Point, *, raw: bool = False) -> None:
        """Fill with a gradient from `start` to `end`; tinted unless `raw`."""
        hues = list(colours) if raw else [self.tint(colour) for colour in colours]
        if isinstance(self.raw.look, Washing):
            self.raw.look.wash(self.raw, path, hues, start, end)
            return
        shader = skia.GradientShader.MakeLinear(
            [skia.Point(*start), skia.Point(*end)], [argb(hue) for hue in hues], None
        )
        self.raw.canvas.drawPath(path, skia.Paint(AntiAlias=True, Shader=shader))

    def down(self, path: skia.Path, *colours: RGB, raw: bool = False) -> None:
        """Fill with a gradient from the top of the path to its bottom."""
        bounds = path.getBounds()
        self.wash(path, colours, (0, bounds.top()), (0, bounds.bottom()), raw=raw)

    def fade(
        self, path: skia.Path, colour: RGB, start: Point, end: Point, alpha: float, *, screen: bool = False
    ) -> None:
        """Light or shade over a path that fades from `alpha` at `start` to nothing at `end`."""
        shader = skia.GradientShader.MakeLinear(
            [skia.Point(*start), skia.Point(*end)], [argb(colour, alpha), argb(colour, 0)], None
        )
        mode = skia.BlendMode.kScreen if screen else skia.BlendMode.kSrcATop
        self.raw.canvas.drawPath(path, skia.Paint(AntiAlias=True, Shader=shader, BlendMode=mode))

    def soft(self, path: skia.Path, colour: RGB, alpha: float, blur: float) -> None:
        """A blurred fill, tinted: contact shadows, mist, clouds. For baked planes only."""
        paint = skia.Paint(AntiAlias=True, Color=argb(self.tint(colour), alpha))
        paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, blur))
        self.raw.canvas.drawPath(path, paint)

    def shadow(self, x: float, y: float, rx: float, alpha: float = 90) -> None:
        """A contact shadow on the ground."""
        oval = skia.Path.Oval(skia.Rect.MakeLTRB(x - rx, y - rx * 0.16, x + rx, y + rx * 0.16))
        paint = skia.Paint(AntiAlias=True, Color=argb(self.view.light.shadow, alpha))
        paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, max(2.0, rx * 0.06)))
        self.raw.canvas.drawPath(oval, paint)

    def cap(self, path: skia.Path, deep: float) -> None:
        """Snow that lies on the upper edges of a thing, `deep` pixels, when it is snowy."""
        if not self.snowy:
            return
        canvas = self.raw.canvas
        canvas.save()
        canvas.clipPath(path, skia.ClipOp.kIntersect, True)
        lower = moved(path, deep * 0.25, deep)
        lower.toggleInverseFillType()
        self.flat(lower, SNOW, 245)
        canvas.restore()

    def glow(self, x: float, y: float, radius: float, colour: RGB = WARM, alpha: float = 150) -> None:
        """Light spilling from a point, whatever the hour."""
        self.raw.glow(x, y, radius, colour, alpha)

    def lamp(self, x: float, y: float, radius: float, colour: RGB = WARM, alpha: float = 170) -> None:
        """Light of a lamp, as strong as it is dark."""
        if self.dark > 0.05:
            self.raw.glow(x, y, radius, colour, alpha * min(1.0, self.dark * 1.2))

    def spill(self, x: float, y: float, rx: float, colour: RGB = WARM, alpha: float = 120) -> None:
        """Light of a lamp or window that lies on the ground around (x, y), as strong as it is dark."""
        if self.dark <= 0.05:
            return
        self.raw.canvas.save()
        self.raw.canvas.translate(x, y)
        self.raw.canvas.scale(1, 0.2)
        self.raw.glow(0, 0, rx, colour, alpha * min(1.0, self.dark * 1.2))
        self.raw.canvas.restore()

    def falloff(self, x: float, y: float, radius: float, edge: RGB, middle: RGB = (255, 255, 255)) -> None:
        """Multiply what is painted: by `middle` at a lamp at (x, y), by `edge` at `radius` and beyond."""
        stops = [argb(middle), argb(mix(middle, edge, 0.46)), argb(edge)]
        shader = skia.GradientShader.MakeRadial(skia.Point(x, y), radius, stops, [0.12, 0.5, 1])
        paint = skia.Paint(Shader=shader, BlendMode=skia.BlendMode.kModulate)
        self.raw.canvas.drawRect(skia.Rect.MakeLTRB(self.left, self.top, self.right, self.bottom), paint)
