"""Owns the step Keyframe -> ShotClip.

Does not know: the store (it is told where to write), other shots, sound, any generator.
"""

from __future__ import annotations

import time
from pathlib import Path

from generators.artefacts import Keyframe, MouthTrack, Reference, ShotClip
from generators.base import Progress, ShotRequest, VideoGenerator


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
        guide: Path of the guide (mp4) relative to `folder`, for guided generators.
        progress: Called with (frames done, frames in all).
    """
    target = folder / video
    target.parent.mkdir(parents=True, exist_ok=True)
    request = ShotRequest(
        spec=keyframe.spec,
        keyframe=keyframe,
        references=references,
        mouths=mouths,
        head=head,
        tail=tail,
        video=target,
        threads=threads,
        folder=folder,
        guide=folder / guide if guide else None,
    )
    began = time.perf_counter()
    result = backend.shot(request, progress)
    able = backend.capabilities()
    return ShotClip(
        maker=f"{able.name}@{able.version}",
        digest=digest,
        downgrades=result.downgrades,
        keyframe=keyframe,
        video=video,
        frames=result.frames,
        head=head,
        tail=tail,
        seconds_to_make=time.perf_counter() - began,
    )
