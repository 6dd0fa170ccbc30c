"""Owns the sheet of takes: clips side by side, each with three of its moments and what is said of it.

Does not know: what takes are.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import av
import numpy as np
import skia
from numpy.typing import NDArray

from agent.fonts import folders

WIDTH, GAP, LINE, TEXT, HEAD = 400, 14, 22, 16, 22
"""Of a picture, between pictures, of a line of words, and size of letters and of headings, in pixels."""
MOMENTS = (0.15, 0.5, 0.85)
PAPER, INK, SOFT, GOOD, BAD = 0xFF1B1726, 0xFFF4EFE6, 0xFFB9AFBF, 0xFF86CF9B, 0xFFFF9D90
COLOURS = {"accepted": GOOD, "not accepted": BAD}
Pixels = NDArray[np.uint8]


def draw(rows: Sequence[tuple[Sequence[str], Path]], file: Path) -> None:
    """Write the sheet as PNG.

    Args:
        rows: What is said of a clip, its heading first, and the clip; in the order from left to right.
        file: Where to.
    """
    seen = [(text, pictures) for text, path in rows if (pictures := _moments(path))]
    if not seen:
        return
    face = _face()
    font, title = skia.Font(face, TEXT), skia.Font(face, HEAD)
    title.setEmbolden(True)
    columns = [(text[0], _lines(text[1:], font), pictures) for text, pictures in seen]
    words = LINE + 8 + max(len(lines) for _, lines, _ in columns) * LINE + GAP
    height = max(picture.shape[0] * WIDTH // picture.shape[1] for *_, pictures in columns for picture in pictures)
    size = (GAP + len(columns) * (WIDTH + GAP), GAP + words + len(MOMENTS) * (height + GAP))
    surface = skia.Surface(*size)
    canvas = surface.getCanvas()
    canvas.clear(PAPER)
    for number, (head, lines, pictures) in enumerate(columns):
        left = GAP + number * (WIDTH + GAP)
        canvas.drawString(head, left, GAP + HEAD, title, skia.Paint(Color=INK, AntiAlias=True))
        _write(canvas, lines, left, font)
        for row, picture in enumerate(pictures):
            image = skia.Image.fromarray(np.ascontiguousarray(picture), colorType=skia.kRGBA_8888_ColorType)
            place = skia.Rect.MakeXYWH(left, GAP + words + row * (height + GAP), WIDTH, height)
            canvas.drawImageRect(image, place, skia.SamplingOptions(skia.CubicResampler.Mitchell()))
    part = file.with_name(file.name + ".part")
    part.write_bytes(bytes(surface.makeImageSnapshot().encodeToData(skia.EncodedImageFormat.kPNG, 100)))
    part.replace(file)


def _write(canvas: skia.Canvas, lines: Sequence[str], left: int, font: skia.Font) -> None:
    """The lines under a heading; a verdict in its colour."""
    for row, line in enumerate(lines):
        colour = COLOURS.get(line, INK if row == 0 else SOFT)
        place = GAP + LINE + 8 + row * LINE + TEXT
        canvas.drawString(line, left, place, font, skia.Paint(Color=colour, AntiAlias=True))


def _lines(text: Sequence[str], font: skia.Font) -> list[str]:
    return [line for paragraph in text for line in _wrapped(paragraph, font)]


def _moments(path: Path) -> list[Pixels]:
    """Three frames of a clip; none when it cannot be read."""
    try:
        with av.open(str(path)) as clip:
            count = clip.streams.video[0].frames
            wanted = {round(moment * (count - 1)) for moment in MOMENTS}
            frames = (frame for number, frame in enumerate(clip.decode(video=0)) if number in wanted)
            return [frame.to_ndarray(format="rgba") for frame in frames]
    except (OSError, av.error.FFmpegError):
        return []


def _face() -> skia.Typeface:
    files = sorted(path for folder in folders() for path in folder.rglob("*.ttf") if path.name.startswith("Nunito["))
    return skia.Typeface.MakeFromFile(str(files[0])) if files else skia.Typeface()


def _wrapped(text: str, font: skia.Font) -> list[str]:
    lines = []
    for paragraph in text.splitlines():
        line = ""
        for word in paragraph.split():
            longer = f"{line} {word}".strip()
            if line and font.measureText(longer) > WIDTH:
                lines.append(line)
                longer = word
            line = longer
        lines.append(line)
    return lines
