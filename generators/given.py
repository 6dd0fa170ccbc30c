"""Owns the user's own pictures and clips in place of generated ones: brought to the film's size, rate and length.

A picture fills the frame, its edges cut off evenly. A clip that is too short holds its last frame; one that is too
long is cut; both are named. Does not know: who asked, the run folder.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt

from generators.crops import read_rgb, write_png
from generators.encode import ClipWriter
from generators.errors import RequestRefused
from planners.plan import Box

Pixels = npt.NDArray[np.uint8]


def given_still(source: Path, target: Path, *, size: tuple[int, int]) -> tuple[str, ...]:
    """Write a user's picture as a still of the film; what was lost.

    Raises:
        RequestRefused: it cannot be read.
    """
    picture = read_rgb(source)
    write_png(target, filled(picture, size))
    return _cut_off((picture.shape[1], picture.shape[0]), size)


def given_clip(
    source: Path, target: Path, *, size: tuple[int, int], fps: int, frames: int, head: int = 0, tail: int = 0,
    threads: int = 1,
) -> tuple[str, ...]:  # fmt: skip
    """Write a user's clip as a shot of the film; what was lost.

    Args:
        source: Any film file that ffmpeg reads; its sound is not used.
        target: The shot's clip.
        size: Width and height in pixels.
        fps: Rate of the film; frames are taken at their times, none is invented between.
        frames: Of the shot, without handles.
        head: Handle frames before it: its first frame stands.
        tail: Handle frames after it: the clip goes on, or its last frame stands.
        threads: Encoder threads.

    Raises:
        RequestRefused: it cannot be read, or has no picture.
    """
    shown, last, asked = 0, None, (0, 0)
    with ClipWriter(target, size=size, fps=fps, threads=threads) as clip:
        for picture in itertools.islice(_at_rate(source, fps), frames + tail):
            asked = (picture.shape[1], picture.shape[0])
            last = filled(picture, size)
            for _ in range(1 + (head if shown == 0 else 0)):
                clip.write(np.ascontiguousarray(last))
            shown += 1
        if last is None:
            raise RequestRefused(f"{source.name} has no picture that can be read")
        for _ in range(frames + tail - shown):
            clip.write(np.ascontiguousarray(last))
    lost = list(_cut_off(asked, size))
    if shown < frames:
        lost.append(
            f"Your clip {source.name} lasts {shown / fps:.1f} s, the shot {frames / fps:.1f} s: its last frame stands."
        )
    elif (longer := _seconds(source)) is not None and longer > (frames + tail) / fps + 0.1:
        lost.append(f"Your clip {source.name} lasts {longer:.1f} s; the shot shows its first {frames / fps:.1f} s.")
    return tuple(lost)


def moving_still(
    source: Path, target: Path, *, size: tuple[int, int], fps: int, frames: int, start: Box, end: Box, head: int = 0,
    tail: int = 0, threads: int = 1,
) -> None:  # fmt: skip
    """Write a clip that moves over a still: from one window to another, with the ends eased.

    Args:
        source: The picture; it fills the frame at the window (0, 0, 1, 1).
        target: The clip.
        size: Width and height in pixels.
        fps: Rate.
        frames: Of the shot, without handles, in which the first and last window stand.
        start: What of the picture is seen at first, in shares of it, of the frame's shape.
        end: What of it is seen at last.
        head: Handle frames before.
        tail: Handle frames after.
        threads: Encoder threads.

    Raises:
        RequestRefused: the picture cannot be read.
    """
    picture = filled(read_rgb(source), (size[0] * 2, size[1] * 2))
    with ClipWriter(target, size=size, fps=fps, threads=threads) as clip:
        for frame in range(-head, frames + tail):
            t = min(max(frame / max(frames - 1, 1), 0.0), 1.0)
            share = t * t * (3 - 2 * t)
            window = [a + (b - a) * share for a, b in zip(start, end, strict=True)]
            clip.write(np.ascontiguousarray(_window(picture, window, size)))


def filled(picture: Pixels, size: tuple[int, int]) -> Pixels:
    """A picture that fills a frame: scaled, and cut evenly where it has another shape."""
    height, width = picture.shape[:2]
    scale = max(size[0] / width, size[1] / height)
    wide, tall = min(size[0] / scale, width), min(size[1] / scale, height)
    left, top = (width - wide) / 2, (height - tall) / 2
    return _window(picture, [left / width, top / height, (left + wide) / width, (top + tall) / height], size)


def _window(picture: Pixels, window: list[float], size: tuple[int, int]) -> Pixels:
    """A window of a picture at a size, to parts of a pixel."""
    height, width = picture.shape[:2]
    x0, y0, x1, y1 = window[0] * width, window[1] * height, window[2] * width, window[3] * height
    across, down = (x1 - x0) / size[0], (y1 - y0) / size[1]
    if max(across, down) > 1.0:
        cut = picture[int(y0) : max(round(y1), int(y0) + 1), int(x0) : max(round(x1), int(x0) + 1)]
        whole = cv2.resize(cut, size, interpolation=cv2.INTER_AREA)
        return np.asarray(whole, dtype=np.uint8)
    grid = np.array([[across, 0, x0 + (across - 1) / 2], [0, down, y0 + (down - 1) / 2]], np.float64)
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    return np.asarray(cv2.warpAffine(picture, grid, size, flags=flags, borderMode=cv2.BORDER_REPLICATE), dtype=np.uint8)


def _at_rate(source: Path, fps: int) -> Iterator[Pixels]:
    """The clip's frames at the film's rate: each moment shows the newest frame."""
    import av

    try:
        with av.open(str(source)) as container:
            if not container.streams.video:
                raise RequestRefused(f"{source.name} has no picture")
            last: Pixels | None = None
            number, begin = 0, None
            for frame in container.decode(video=0):
                time = float(frame.time or 0.0)
                begin = time if begin is None else begin
                while last is not None and number / fps < time - begin - 1e-6:
                    yield last
                    number += 1
                last = np.asarray(frame.to_ndarray(format="rgb24"), dtype=np.uint8)
            if last is not None:
                yield last
    except (OSError, av.FFmpegError) as error:
        raise RequestRefused(f"{source.name} cannot be read as a clip: {error}") from error


def _seconds(source: Path) -> float | None:
    import av

    with av.open(str(source)) as container:
        return container.duration / av.time_base if container.duration else None


def _cut_off(asked: tuple[int, int], size: tuple[int, int]) -> tuple[str, ...]:
    """A sentence about edges that are cut off, when the shapes differ by more than two hundredths."""
    shape, film = asked[0] / asked[1], size[0] / size[1]
    if abs(shape / film - 1) < 0.02:
        return ()
    where = "left and right" if shape > film else "above and below"
    return (f"Your picture of {asked[0]}x{asked[1]} is cut off {where} to fill {size[0]}x{size[1]}.",)
