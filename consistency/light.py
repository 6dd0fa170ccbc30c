"""Owns steady light: flicker taken out of a clip, and the drift of its colour and light along a scene taken back.

Both are corrections of light alone, too coarse to touch any detail: an offset of lightness over a few parts of the
frame and of its colour as a whole (in pixels and after the model, where DiffSynth, arXiv 2308.03463, averages matching
patches inside the sampling). Each is measured before and after on the frames themselves, and kept only when its measure
improves. What a guide shows too (a lightning, a sunset, another framing) is meant, and stays; without a guide nobody
knows what is meant of a drift, and only flicker is corrected. Does not know: shots, who made the clips.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import cv2
import numpy as np
from pydantic import BaseModel, ConfigDict
from scipy import ndimage

from consistency.joins.colour import from_lab, to_lab
from consistency.joins.frames import Floats, Frames, Picture, clip_size, read_frames
from generators.encode import ClipWriter

GRID = (8, 5)
"""Parts of the frame, across and down, whose lightness is corrected."""
WINDOW = 2.0
"""Spread in frames of the curve to which a flickering one is brought."""
BETTER = 0.9
"""A correction must bring its measure under this share of what it was."""
FLICKERS, DRIFTS = 0.15, 1.5
"""Least flicker and drift, in units of CIELAB, that are worth a correction; what is smaller is not seen."""
_MOST = 14.0
"""Largest offset in units of CIELAB."""
_SMALL, _CHUNK = 160, 24


class Steadied(BaseModel):
    """What was done to the light of a clip, with its measures before and after, in units of CIELAB."""

    model_config = ConfigDict(frozen=True)

    applied: tuple[str, ...] = ()
    """`deflicker`, `drift`."""
    flicker: tuple[float, float]
    """How far a frame's light is from the mean of its neighbours', mean over parts and frames."""
    drift: tuple[float, float]
    """How far colour and light are from those of the scene's first clip, mean over the frames."""


class Curves(NamedTuple):
    """Light and colour over time: L per part of the frame, and the frame's a and b."""

    light: Floats
    """(frames, rows, columns)."""
    colour: Floats
    """(frames, 2)."""


def curves(frames: Frames) -> Curves:
    """Light and colour of frames, which may be small."""
    labs = [to_lab(frame) for frame in frames]
    light = np.stack([cv2.resize(lab[..., 0], GRID, interpolation=cv2.INTER_AREA) for lab in labs])
    return Curves(light, np.stack([lab[..., 1:].reshape(-1, 2).mean(axis=0) for lab in labs]))


def flicker(found: Curves) -> float:
    """See `Steadied.flicker`; a pan or a walk changes light evenly and counts little."""
    if len(found.light) < 3:
        return 0.0
    return float(np.abs(found.light[1:-1] - (found.light[:-2] + found.light[2:]) / 2).mean())


def drift(found: Curves, anchor: Floats) -> float:
    """See `Steadied.drift`: distance of every frame's mean L, a, b from an anchor's."""
    return float(np.linalg.norm(_means(found) - anchor, axis=1).mean())


def anchor_of(found: Curves) -> Floats:
    """The mean L, a, b that a scene keeps to: of its first clip's first second or so."""
    return np.asarray(np.median(_means(found)[:_CHUNK], axis=0), np.float32)


def steady(video: Path, out: Path, *, frames: int, fps: int, guide: Path | None = None, first: Path | None = None,
           first_guide: Path | None = None, first_frames: int = 0) -> Steadied:  # fmt: skip
    """Write a clip with steady light; a copy of it when there is nothing to correct.

    Args:
        video: The clip.
        out: The corrected one.
        frames: Length of both.
        fps: Rate of both.
        guide: The same shot by a generator without flicker or drift: changes of light that it has too are meant.
        first: The scene's first clip, whose colour and light the others keep; None for that clip itself.
        first_guide: The guide of the scene's first clip.
        first_frames: Length of the scene's first clip.

    Raises:
        GenerationFailed: a clip cannot be read or written.
    """
    own = _told(video, guide, frames, fps)
    anchor = anchor_of(_told(first, first_guide, first_frames, fps) if first else own)
    before = (flicker(own), drift(own, anchor))
    evened = _evened(own) if before[0] > FLICKERS else own
    kept = [("deflicker", evened)] if flicker(evened) < before[0] * BETTER else []
    base = kept[-1][1] if kept else own
    comparable = guide is not None and (first is None or first_guide is not None)
    if comparable and before[1] > DRIFTS:
        returned = _returned(base, anchor)
        kept += [("drift", returned)] if drift(returned, anchor) < before[1] * BETTER else []
    after = before
    if kept:
        _write(
            video, out, frames, fps, Curves(*(_bounded(new - old) for new, old in zip(kept[-1][1], own, strict=True)))
        )
        done = _told(out, guide, frames, fps)
        after = (flicker(done), drift(done, anchor))
    applied = tuple(name for name, _ in kept)
    if ("deflicker" in applied and after[0] >= before[0]) or ("drift" in applied and after[1] >= before[1]):
        applied, after = (), before
    if not applied:
        _copy(video, out)
    pairs = [(round(was, 3), round(now, 3)) for was, now in zip(before, after, strict=True)]
    return Steadied(applied=applied, flicker=pairs[0], drift=pairs[1])


def _copy(video: Path, out: Path) -> None:
    part = out.with_name(f".{out.name}.part")
    part.write_bytes(video.read_bytes())
    part.replace(out)


def _told(video: Path, guide: Path | None, frames: int, fps: int) -> Curves:
    """The curves of a clip, less what its guide does too."""
    own = curves(read_frames(video, first=0, frames=frames, fps=fps, width=_SMALL))
    if guide is None:
        return own
    meant = curves(read_frames(guide, first=0, frames=frames, fps=fps, width=_SMALL))
    return Curves(*(mine - theirs for mine, theirs in zip(own, meant, strict=True)))


def _means(found: Curves) -> Floats:
    return np.concatenate([found.light.mean(axis=(1, 2))[:, None], found.colour], axis=1)


def _evened(found: Curves) -> Curves:
    """The curves without what changes from frame to frame: single flashes out (median), then smooth (Gaussian)."""
    return Curves(*(_smooth(ndimage.median_filter(row, (3, *[1] * (row.ndim - 1)), mode="nearest")) for row in found))


def _smooth(row: Floats) -> Floats:
    return np.asarray(ndimage.gaussian_filter1d(row, WINDOW, axis=0, mode="nearest"), np.float32)


def _returned(found: Curves, anchor: Floats) -> Curves:
    """The curves brought back to an anchor by a straight line in time: nothing in it can flicker."""
    means = _means(found)
    t = np.linspace(-1.0, 1.0, len(means))
    line = np.stack([np.polyval(np.polyfit(t, column, 1 if len(t) > 2 else 0), t) for column in means.T], axis=1)
    off = (line - anchor).astype(np.float32)
    return Curves(found.light - off[:, :1, None], found.colour - off[:, 1:])


def _bounded(row: Floats) -> Floats:
    return np.asarray(np.clip(row, -_MOST, _MOST), np.float32)


def _write(video: Path, out: Path, frames: int, fps: int, offsets: Curves) -> None:
    """The clip with offsets of light and colour, a second at a time."""
    size = clip_size(video)
    with ClipWriter(out, size=size, fps=fps) as clip:
        for start in range(0, frames, _CHUNK):
            some = read_frames(video, first=start, frames=min(_CHUNK, frames - start), fps=fps)
            for index, frame in enumerate(some, start):
                clip.write(np.ascontiguousarray(lit(frame, offsets.light[index], offsets.colour[index])))


def lit(picture: Picture, light: Floats, colour: Floats) -> Picture:
    """A picture with offsets of lightness by part, blended between their middles, and of its colour."""
    height, width = picture.shape[:2]
    lab = to_lab(picture)
    lab[..., 0] += cv2.resize(light, (width, height), interpolation=cv2.INTER_CUBIC)
    lab[..., 1:] += colour
    return from_lab(lab)
