"""Owns lettering in the frame: fonts for every script, lines set as one image, the title that fades over a shot.

Does not know: subtitles (the film stage burns those), credits' content.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import fontpkg
import manimgx_fonts
import manimgx_fonts_cjk
import skia

from generators.artefacts import ShotSpec
from generators.backends.animatic.colours import RGB, argb, shade
from generators.backends.animatic.company import Company
from generators.backends.animatic.looks import Style
from generators.backends.animatic.sprites import NEAREST
from planners.plan import Box

SERIF = "EB Garamond"
ROUND = "Baloo 2"


@dataclass(frozen=True)
class Run:
    """Characters that one typeface can show."""

    text: str
    font: skia.Font


@lru_cache(maxsize=64)
def typeface(path: str) -> skia.Typeface:
    """The typeface in a file."""
    return _manager().makeFromFile(path, 0)


@lru_cache(maxsize=1)
def _manager() -> skia.FontMgr:
    """A font manager that knows no system fonts: lettering looks the same on every machine."""
    return skia.FontMgr.New_Custom_Empty()


@lru_cache(maxsize=1)
def fallbacks() -> tuple[str, ...]:
    """Font files for the world's scripts, Latin first."""
    folder = Path(next(iter(manimgx_fonts.__path__)))
    cjk = Path(next(iter(manimgx_fonts_cjk.__path__)))
    files = sorted(folder.glob("NotoSans*.ttf"), key=lambda p: (p.name != "NotoSans[wght].ttf", p.name))
    return tuple(str(p) for p in (*(f for f in files if "Italic" not in f.name), *sorted(cjk.glob("*.ttc"))))


def fitted(character: str, family: str) -> str:
    """The first font file that has the character: the family's own, then the fallbacks."""
    for path in (str(fontpkg.path(family)), *fallbacks()):
        if typeface(path).unicharToGlyph(ord(character)):
            return path
    return str(fontpkg.path(family))


def runs(text: str, family: str, size: float) -> list[Run]:
    """The text cut where the typeface has to change."""
    out: list[Run] = []
    last = ""
    for character in text:
        path = last if last and character.isspace() else fitted(character, family)
        if path == last:
            out[-1] = Run(out[-1].text + character, out[-1].font)
        else:
            out.append(Run(character, skia.Font(typeface(path), size)))
        last = path
    return out


def width_of(text: str, family: str, size: float) -> float:
    """Length of a line in pixels."""
    return float(sum(run.font.measureText(run.text) for run in runs(text, family, size)))


def wrapped(text: str, family: str, size: float, room: float) -> list[str]:
    """The text in lines no longer than `room` pixels, of even length where that is possible."""
    words = text.split() or [text]
    if len(words) == 1 and width_of(text, family, size) > room:
        words = list(text)
        return _filled(words, "", family, size, room)
    lines = _filled(words, " ", family, size, room)
    if len(lines) > 1:
        even = width_of(text, family, size) / len(lines) * 1.12
        tighter = _filled(words, " ", family, size, max(even, room * 0.5))
        lines = tighter if len(tighter) == len(lines) else lines
    return lines


def _filled(words: Sequence[str], glue: str, family: str, size: float, room: float) -> list[str]:
    lines: list[str] = []
    for word in words:
        longer = f"{lines[-1]}{glue}{word}" if lines else word
        if lines and width_of(longer, family, size) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def write(canvas: skia.Canvas, line: str, *, family: str, size: float, x: float, y: float, colour: RGB) -> None:
    """Draw one centred line on baseline y with a soft dark edge."""
    left = x - width_of(line, family, size) / 2
    soft = skia.Paint(AntiAlias=True, Color=argb(shade(colour, 0.92), 190))
    soft.setMaskFilter(skia.MaskFilter.MakeBlur(skia.BlurStyle.kNormal_BlurStyle, max(size * 0.07, 1)))
    fill = skia.Paint(AntiAlias=True, Color=argb(colour))
    for run in runs(line, family, size):
        canvas.drawString(run.text, left, y + size * 0.04, run.font, soft)
        canvas.drawString(run.text, left, y + size * 0.02, run.font, soft)
        canvas.drawString(run.text, left, y, run.font, fill)
        left += run.font.measureText(run.text)


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
        self.seconds = min(3.4, spec.shot.frames / spec.fps * 0.9)
        size = min(height * 0.105, width * 0.085)
        lines = wrapped(spec.title or "", SERIF, size, width * 0.84)
        while len(lines) > 3 and size > height * 0.04:
            size *= 0.9
            lines = wrapped(spec.title or "", SERIF, size, width * 0.84)
        tall = round(len(lines) * size * 1.15 + size * 0.5)
        surface = skia.Surface.MakeRasterN32Premul(width, tall)
        for index, line in enumerate(lines):
            y = size * (1.0 + 1.15 * index)
            write(surface.getCanvas(), line, family=SERIF, size=size, x=width / 2, y=y, colour=style.lettering)
        self.image = surface.makeImageSnapshot()
        wide = max(width_of(line, SERIF, size) for line in lines)
        self.top = _freest(company, (width - wide) / 2, (width + wide) / 2, tall, round(self.seconds * spec.fps))

    def paint(self, canvas: skia.Canvas, frame: int) -> None:
        """Draw the title at its strength in a frame."""
        now = frame / self.fps
        strength = min(max((now - 0.25) / 0.6, 0.0), max((self.seconds - now) / 0.6, 0.0), 1.0)
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
