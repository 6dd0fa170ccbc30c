"""Owns the generative join: a video generator makes the frames between the last of one clip and the first of the next.

SEINE (Chen et al., ICLR 2024) trains a model for it, given both frames and the words "smooth transition"; here any
generator does that takes a first and a last frame. Does not know: which generator, whether the result is any good.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from consistency.joins.frames import Picture, read_frames
from consistency.joins.kinds import Made, Pair, refused
from generators import Capabilities, GeneratorError, Keyframe, ShotRequest, ShotSpec, VideoGenerator

PROMPT = "smooth transition"
"""SEINE's words for it."""


@dataclass(frozen=True)
class Bridge:
    """Who makes the frames between two clips, and of what."""

    backend: VideoGenerator
    spec: ShotSpec
    """Of the next shot: its place, style, size and rate."""

    def __call__(self, pair: Pair) -> Made:
        """The frames, or why there are none."""
        able = self.backend.capabilities()
        reason = _unable(able, pair.count)
        return refused(reason) if reason else self._made(pair, able)

    def _made(self, pair: Pair, able: Capabilities) -> Made:
        with tempfile.TemporaryDirectory(prefix="storyreel-") as name:
            folder = Path(name)
            spec = self._spec(pair.count)
            first, last = (
                self._still(spec, folder, able, number, picture, t)
                for number, picture, t in (("first", pair.a[0], 0.0), ("last", pair.b[-1], 1.0))
            )
            video = folder / "between.mp4"
            request = ShotRequest(spec=spec, keyframe=first, last=last, references=(), video=video, folder=folder)
            try:
                self.backend.shot(request)
                return Made(read_frames(video, first=0, frames=pair.count, fps=spec.fps))
            except GeneratorError as error:
                return refused(f"{able.name} could not make it: {error}")

    def _spec(self, frames: int) -> ShotSpec:
        shot = self.spec.shot.model_copy(update={"frames": frames, "text": PROMPT, "lines": (), "beats": ()})
        return self.spec.model_copy(update={"shot": shot, "title": None, "take": ()})

    def _still(
        self, spec: ShotSpec, folder: Path, able: Capabilities, name: str, picture: Picture, t: float
    ) -> Keyframe:
        image = f"{name}.png"
        cv2.imwrite(str(folder / image), np.ascontiguousarray(picture[..., ::-1]))
        return Keyframe(maker=f"{able.name}@{able.version}", digest="", spec=spec, image=image, t=t)


def _unable(able: Capabilities, frames: int) -> str:
    """Why this generator cannot make a join, in a sentence; empty when it can."""
    if not able.any_frame and not (able.first_frame and able.last_frame):
        return f"it needs a video generator that takes a first and a last frame, which {able.name} does not"
    if able.max_frames is not None and frames > able.max_frames:
        return f"{able.name} makes up to {able.max_frames} frames, the join has {frames}"
    return ""
