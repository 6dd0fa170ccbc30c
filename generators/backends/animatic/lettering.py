"""Owns lettering in the frame: fonts for every script, lines set as one image, the title that fades over a shot.

Does not know: subtitles (the film stage burns those), credits' content.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import fontpkg
import manimgx_fonts
import manimgx_fonts_cjk
import skia
from skia import textlayout

from generators.artefacts import ShotSpec
from generators.backends.animatic.colours import CREAM, RGB, argb, shade
from generators.backends.animatic.company import Company
from generators.backends.animatic.grades import luma
from generators.backends.animatic.looks import Style
from generators.backends.animatic.sprites import NEAREST
from generators.lettering import title_seconds, title_strength
from planners.plan import Box

ROUND = "Baloo 2"


@dataclass(frozen=True)
class Lettering:
    """A centred block of text, shaped and broken into lines."""

    text: str
    family: str
    size: float
    room: float
    """Longest line allowed, in pixels."""

    @property
    def height(self) -> float:
        """Of all lines, in pixels."""
        return float(self._set(_PLAIN).Height)

    @property
    def width(self) -> float:
        """Of the longest line, in pixels."""
        return float(self._set(_PLAIN).LongestLine)

    def paint(self, canvas: skia.Canvas, x: float, y: float, colour: RGB) -> None:
        """Draw the block centred on x with its top at y, over a soft edge that sets it off."""
        left = x - self.room / 2
        edge = shade(colour, 0.92) if luma(colour) > 0.5 else CREAM
        soft = skia.Paint(AntiAlias=True, Color=argb(edge, 200))
        soft.setMaskFilter(skia.MaskFilter.MakeBlur(skia.BlurStyle.kNormal_BlurStyle, max(self.size * 0.07, 1)))
        for drop, paint in ((0.045, soft), (0.02, soft), (0.0, skia.Paint(AntiAlias=True, Color=argb(colour)))):
            self._set(paint).paint(canvas, left, y + self.size * drop)

    def balanced(self) -> Lettering:
        """The same lines, of more even length: the least room that needs no line more."""
        low, high, tall = self.room * 0.4, self.room, self.height
        if tall < self.size * 2:
            return self
        for _ in range(7):
            middle = (low + high) / 2
            low, high = (low, middle) if replace(self, room=middle).height <= tall else (middle, high)
        return replace(self, room=math.ceil(high) + 1)

    def _set(self, paint: skia.Paint) -> textlayout.Paragraph:
        collection, families = _fonts(self.family)
        look = textlayout.TextStyle()
        look.setFontSize(self.size)
        look.setFontFamilies(list(families))
        look.setForegroundPaint(paint)
        block = textlayout.ParagraphStyle()
        block.setTextStyle(look)
        block.setTextAlign(textlayout.TextAlign.kCenter)
        builder = textlayout.ParagraphBuilder.make(block, collection, skia.Unicodes.ICU.Make())
        builder.pushStyle(look)
        builder.addText(self.text)
        made = builder.Build()
        made.layout(self.room)
        return made


_PLAIN = skia.Paint()


@lru_cache(maxsize=8)
def _fonts(family: str) -> tuple[textlayout.FontCollection, tuple[str, ...]]:
    """A collection of the family and, behind it, fonts for the world's scripts; and their names in that order."""
    provider = textlayout.TypefaceFontProvider()
    names = []
    for path in (str(fontpkg.path(family)), *fallbacks()):
        provider.registerTypeface(typeface(path), path)
        names.append(path)
    collection = textlayout.FontCollection()
    collection.setDefaultFontManager(provider)
    return collection, tuple(names)


@lru_cache(maxsize=64)
def typeface(path: str) -> skia.Typeface:
    """The typeface in a file; knows no system fonts, so lettering looks the same on every machine."""
    return skia.FontMgr.New_Custom_Empty().makeFromFile(path, 0)


@lru_cache(maxsize=1)
def fallbacks() -> tuple[str, ...]:
    """Font files for the world's scripts, Latin first."""
    folder = Path(next(iter(manimgx_fonts.__path__)))
    cjk = Path(next(iter(manimgx_fonts_cjk.__path__)))
    files = sorted(folder.glob("NotoSans*.ttf"), key=lambda p: (p.name != "NotoSans[wght].ttf", p.name))
    return tuple(str(p) for p in (*(f for f in files if "Italic" not in f.name), *sorted(cjk.glob("*.ttc"))))


class Title:
    """The film's title over its first seconds, where it covers no figure."""

    def __init__(self, spec: ShotSpec, company: Company, style: Style) -> None:
        """Set the lines and choose the place.

        Args:
            spec: The shot that opens the film.
            company: Tells where figures stand meanwhile.
            style: Gives the colour.
        """
        width, height = spec.size
        self.fps = spec.fps
        self.seconds = title_seconds(spec.shot.frames, spec.fps)
        size = min(height * 0.105, width * 0.085)
        text = Lettering(spec.title or "", style.font, size, width * 0.84)
        while text.height > size * 4.2 and size > height * 0.04:
            size *= 0.9
            text = replace(text, size=size)
        text = text.balanced()
        tall = math.ceil(text.height + size * 0.3)
        surface = skia.Surface.MakeRasterN32Premul(width, tall)
        text.paint(surface.getCanvas(), width / 2, 0, style.lettering)
        self.image = surface.makeImageSnapshot()
        half = text.width / 2
        self.top = _freest(company, width / 2 - half, width / 2 + half, tall, round(self.seconds * spec.fps))

    def paint(self, canvas: skia.Canvas, frame: int) -> None:
        """Draw the title at its strength in a frame."""
        strength = title_strength(frame / self.fps, self.seconds)
        if strength > 0.003:
            canvas.drawImage(self.image, 0, self.top, NEAREST, skia.Paint(Alpha=round(255 * strength)))


def _freest(company: Company, left: float, right: float, tall: float, frames: int) -> int:
    """The top edge at which lettering covers the least of the figures, the upper third first."""
    height = float(company.lens.size[1])
    boxes = [item.box for frame in (0, frames // 2, frames) for item in company.drawn(frame)]
    candidates: list[float] = [height * share for share in (0.13, 0.07, 0.2, 0.03, 0.28)]
    candidates.append(height * 0.8 - tall / 2)
    best = min(candidates, key=lambda top: _covered(boxes, (left, top, right, top + tall)))
    return round(best)


def _covered(boxes: Sequence[Box], over: Box) -> float:
    """Pixels of figures under a rectangle; heads, the top quarter, weigh more."""
    total = 0.0
    for x0, y0, x1, y1 in boxes:
        wide = max(0.0, min(x1, over[2]) - max(x0, over[0]))
        head = y0 + (y1 - y0) * 0.28
        total += wide * max(0.0, min(y1, over[3]) - max(y0, over[1]))
        total += 5 * wide * max(0.0, min(head, over[3]) - max(y0, over[1]))
    return total
