"""Owns the step Keyframe -> ShotClip.

Does not know: the store (it is told where to write), other shots, sound, any generator.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generators.artefacts import Keyframe, MouthTrack, Reference, ShotClip
from generators.base import Progress, ShotRequest, VideoGenerator


@dataclass(frozen=True)
class Before:
    """The clip that a shot goes on from."""

    video: str
    """Path (mp4) relative to the run folder."""
    last: int
    """Which of its frames is followed by the shot's first."""
    tie: float
    """How strongly the first frames are held to it: 0 not at all, 1 wholly."""


def make_shot(
    keyframe: Keyframe,
    references: tuple[Reference, ...] = (),
    *,
    backend: VideoGenerator,
    folder: Path,
    video: str,
    mouths: tuple[MouthTrack, ...] = (),
    head: int = 0,
    tail: int = 0,
    threads: int = 1,
    digest: str = "",
    guide: str | None = None,
    control: str | None = None,
    last: Keyframe | None = None,
    before: Before | None = None,
    progress: Progress | None = None,
) -> ShotClip:
    """Make the moving shot that a keyframe belongs to.

    Args:
        keyframe: Carries the shot's spec.
        references: Of the entities in it, for generators that condition on pictures.
        backend: The video generator.
        folder: The run folder; files are written under it.
        video: Path of the clip (mp4) relative to `folder`.
        mouths: How far speakers' mouths are open, frame by frame.
        head: Handle frames before the shot, for joins.
        tail: Handle frames after it.
        threads: Encoder threads.
        digest: What this is made from, as the store computed it.
        guide: The guide (mp4), for guided generators.
        control: The guide's control file.
        last: Still of the shot's last moment, for generators that end at one.
        before: The clip that it goes on from, for generators that can.
        progress: Called with (frames done, frames in all).
    """
    target = folder / video
    target.parent.mkdir(parents=True, exist_ok=True)
    request = ShotRequest(
        spec=keyframe.spec, keyframe=keyframe, references=references, mouths=mouths, head=head, tail=tail,
        video=target, threads=threads, folder=folder, last=last,
        **_files(folder, guide=guide, control=control), **_going_on(before, folder),
    )  # fmt: skip
    began = time.perf_counter()
    result = backend.shot(request, progress)
    able = backend.capabilities()
    return ShotClip(
        maker=f"{able.name}@{able.version}",
        digest=digest,
        downgrades=result.downgrades,
        placement=result.placement,
        keyframe=keyframe,
        video=video,
        frames=result.frames,
        head=head,
        tail=tail,
        seconds_to_make=time.perf_counter() - began,
    )


def _files(folder: Path, **names: str | None) -> dict[str, Path | None]:
    return {what: folder / name if name else None for what, name in names.items()}


def _going_on(before: Before | None, folder: Path) -> dict[str, Any]:
    if before is None:
        return {}
    return {"before": folder / before.video, "before_last": before.last, "tie": before.tie}
