"""Owns the colour changes of the styles: each as a filter over baked images, and as a function of one colour.

The filter catches everything in a drawing, gradients and glows included; the function serves what is drawn
straight into the frame. Does not know: lines, textures, what is drawn.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import skia

from generators.backends.animatic.colours import RGB, mix

ColourMap = Callable[[RGB], RGB]


@dataclass(frozen=True)
class Grade:
    """One change of colours. `sksl` maps `half3 c` (0..1, not premultiplied) to a new `c`."""

    sksl: str
    one: ColourMap

    def filter(self) -> skia.ColorFilter:
        """The change as a filter over an image."""
        return _compiled(self.sksl)


@lru_cache(maxsize=16)
def _compiled(sksl: str) -> skia.ColorFilter:
    source = (
        "half4 main(half4 p) { half a = p.a; half3 c = a > 0 ? p.rgb / a : half3(0);"
        " half l = dot(c, half3(0.30, 0.59, 0.11)); half top = max(c.r, max(c.g, c.b));"
        " half low = min(c.r, min(c.g, c.b));"
        f" {sksl} return half4(clamp(c, 0.0, 1.0) * a, a); }}"
    )
    return skia.RuntimeEffect.MakeForColorFilter(source).makeColorFilter(skia.Data.MakeEmpty())


def luma(colour: RGB) -> float:
    """How bright a colour looks, 0..1."""
    return (0.30 * colour[0] + 0.59 * colour[1] + 0.11 * colour[2]) / 255


def _vivid(colour: RGB) -> RGB:
    grey = luma(colour) * 255
    strong = mix((grey, grey, grey), colour, 1.3)
    return mix(strong, (86.0, 52.0, 128.0), 0.14 * (1 - luma(colour)))


VIVID = Grade(
    "c = mix(half3(l), c, 1.3); c = mix(c, half3(0.337, 0.204, 0.502), 0.14 * (1.0 - l));",
    _vivid,
)
"""Paper-cut: saturated sheets, shadows toward purple."""


def _step(low: float, high: float, value: float) -> float:
    share = min(max((value - low) / (high - low), 0.0), 1.0)
    return share * share * (3 - 2 * share)


def _wash(colour: RGB) -> RGB:
    share = min(max((luma(colour) - 0.5) * 1.7 + 0.64, 0.0), 1.0)
    grey = mix((40.0, 38.0, 52.0), (248.0, 241.0, 224.0), share * share * (1.6 - 0.6 * share))
    warm = _step(0.3, 0.55, (colour[0] - colour[2]) / 255) * _step(0.55, 0.75, luma(colour))
    return mix(grey, colour, 0.1 + 0.5 * warm)


_PAPER = (
    "half v = clamp((l - 0.5) * 1.7 + 0.64, 0.0, 1.0);"
    " half3 g = mix(half3(0.157, 0.149, 0.204), half3(0.973, 0.945, 0.878), v * v * (1.6 - 0.6 * v));"
)

WASH = Grade(
    _PAPER
    + " half warm = smoothstep(0.3, 0.55, c.r - c.b) * smoothstep(0.55, 0.75, l); c = mix(g, c, 0.1 + 0.5 * warm);",
    _wash,
)
"""Ink: scenery as grey washes on cream paper; only what shines warm keeps half of its colour."""


def _accent(colour: RGB) -> RGB:
    share = min(max((luma(colour) - 0.5) * 1.7 + 0.64, 0.0), 1.0)
    grey = mix((40.0, 38.0, 52.0), (248.0, 241.0, 224.0), share * share * (1.6 - 0.6 * share))
    return mix(grey, colour, 0.78)


ACCENT = Grade(
    _PAPER + " c = mix(g, c, 0.78);",
    _accent,
)
"""Ink: figures keep most of their colour."""


def _soft(colour: RGB) -> RGB:
    grey = luma(colour) * 255
    r, g, b = mix((grey, grey, grey), colour, 1.12)
    return mix((r * 1.1 - 12, g * 1.1 - 12, b * 1.1 - 12), (250.0, 234.0, 236.0), 0.08)


SOFT = Grade(
    "c = mix(half3(l), c, 1.12) * 1.1 - 0.047; c = mix(c, half3(0.98, 0.918, 0.925), 0.08);",
    _soft,
)
"""Pastel: milky colours, none of them grey."""


def _noir(colour: RGB) -> RGB:
    share = luma(colour)
    share = min(max((share - 0.5) * 1.35 + 0.46, 0.03), 1.0)
    grey = (share * 246, share * 250, share * 255)
    red = colour[0] > 1.75 * max(colour[1], colour[2]) and colour[0] > 120
    return mix(grey, (188.0, 24.0, 36.0), 0.8) if red else grey


NOIR = Grade(
    "half v = clamp((l - 0.5) * 1.35 + 0.46, 0.03, 1.0); half3 g = v * half3(0.965, 0.98, 1.0);"
    " half red = smoothstep(1.55, 2.0, c.r / max(max(c.g, c.b), 0.01)) * smoothstep(0.38, 0.55, c.r);"
    " c = mix(g, half3(0.74, 0.094, 0.141) * (0.45 + 0.9 * l), 0.85 * red);",
    _noir,
)
"""Noir: hard greys; only strong red stays."""


def _grey(colour: RGB) -> RGB:
    share = min(max((luma(colour) - 0.5) * 1.35 + 0.46, 0.03), 1.0)
    return (share * 246, share * 250, share * 255)


GREY = Grade(
    "half v = clamp((l - 0.5) * 1.35 + 0.46, 0.03, 1.0); c = v * half3(0.965, 0.98, 1.0);",
    _grey,
)
"""Noir: scenery has no colour at all."""


def _blue(colour: RGB) -> RGB:
    share = luma(colour)
    cool = mix((8.0, 12.0, 46.0), (48.0, 76.0, 154.0), min(share * 1.5, 1.0))
    cool = mix(cool, (206.0, 222.0, 255.0), max((share - 0.54) * 1.6, 0.0))
    cool = mix(cool, colour, 0.16)
    warm = _step(0.16, 0.42, (colour[0] - colour[2]) / 255) * _step(0.34, 0.62, share)
    glow = 0.3 + 0.75 * share
    return mix(cool, (255.0 * glow, 196.0 * glow, 118.0 * glow), 0.72 * warm)


_NIGHT = (
    "half3 g = mix(half3(0.031, 0.047, 0.18), half3(0.188, 0.298, 0.604), min(l * 1.5, 1.0));"
    " g = mix(g, half3(0.808, 0.871, 1.0), max((l - 0.54) * 1.6, 0.0)); g = mix(g, c, 0.16);"
    " half warm = smoothstep(0.16, 0.42, c.r - c.b) * smoothstep(0.34, 0.62, l);"
    " g = mix(g, half3(1.0, 0.769, 0.463) * (0.3 + 0.75 * l), 0.72 * warm);"
)

BLUE = Grade(_NIGHT + " c = g;", _blue)
"""Night-blue: deep blues; what is warm and bright turns to gold."""


def _moonlit(colour: RGB) -> RGB:
    return mix(_blue(colour), colour, 0.5 + 0.4 * _step(0.06, 0.2, (colour[0] - colour[2]) / max(*colour, 1.0)))


MOONLIT = Grade(
    _NIGHT + " c = mix(g, c, 0.5 + 0.4 * smoothstep(0.06, 0.2, (c.r - c.b) / max(top, 0.004)));",
    _moonlit,
)
"""Night-blue: figures keep half of their own colour; skin, hair and fur keep nearly all of their warmth."""
