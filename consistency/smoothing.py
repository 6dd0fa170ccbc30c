"""Owns joins: the last frames of one clip and the first of the next -> a short clip between them.

Each kind is one function of two ffmpeg streams. What cannot be made here falls back to a dissolve, named.
Does not know: the plan, why a kind was chosen.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import ffmpeg
from pydantic import BaseModel, ConfigDict

from generators import CLIP, frames_of, run_ffmpeg

Graph = Callable[[Any, Any, int, int], Any]
"""(frames of a, frames of b, count, fps) -> joined stream."""


class Join(BaseModel):
    """A finished join."""

    model_config = ConfigDict(frozen=True)

    kind: str
    """What was made, which may differ from what was asked for."""
    frames: int
    downgrades: tuple[str, ...] = ()


class Side(BaseModel):
    """One side of a join: a clip, and the first frame of it that the join uses."""

    model_config = ConfigDict(frozen=True)

    video: Path
    first: int


def smooth(a: Side, b: Side, *, kind: str, frames: int, fps: int, out: Path) -> Join:
    """Write the join of `frames` frames between two clips.

    Args:
        a: The clip that ends; its frames from `first` on are used.
        b: The clip that begins.
        kind: dissolve, match, smooth or generative.
        frames: Length of the join.
        fps: Rate of both clips.
        out: The join (mp4).

    Raises:
        GenerationFailed: ffmpeg could not make it.
    """
    made = kind if kind in KINDS else "dissolve"
    left, right = (frames_of(side.video, first=side.first, frames=frames, fps=fps) for side in (a, b))
    joined = KINDS[made](left, right, frames, fps)
    run_ffmpeg([joined], out, {**CLIP, "r": fps, "g": fps * 2, "frames:v": frames})
    lost = () if made == kind else (f"A {kind!r} transition needs a video model: made as a dissolve.",)
    return Join(kind=made, frames=frames, downgrades=lost)


def _dissolve(a: Any, b: Any, count: int, fps: int) -> Any:
    return ffmpeg.filter([a, b], "xfade", transition="fade", duration=f"{count / fps:.6f}", offset=0)


def _match(a: Any, b: Any, count: int, fps: int) -> Any:
    """A dissolve whose halves ease, so that a subject that stays in place seems to stay."""
    weight = f"(0.5-0.5*cos(PI*(N+0.5)/{count}))"
    return ffmpeg.filter([a, b], "blend", all_expr=f"A*(1-{weight})+B*{weight}")


KINDS: Mapping[str, Graph] = {"dissolve": _dissolve, "match": _match, "smooth": _match}
