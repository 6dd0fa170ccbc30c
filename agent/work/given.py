"""Owns the work on the user's own files: stills and clips brought to the film's form. Does not know: plans, stores."""

from __future__ import annotations

from pathlib import Path

from agent.jobs import GivenClipJob, GivenStillJob, MovingStillJob, Outcome, Progress
from generators import Keyframe, given_clip, given_still, moving_still

HELD = "{name} makes shots from the plan and cannot start from your picture: the camera moves over it instead."


def still(job: GivenStillJob, root: Path, progress: Progress) -> Outcome:
    """Write the still, with the record that generators read."""
    lost = given_still(root / job.source, root / job.file, size=job.spec.size)
    made = Keyframe(maker="own", digest=job.key, downgrades=lost, spec=job.spec, image=job.file, t=job.t)
    data = {"artefact": made.model_dump(mode="json"), "by_hand": True}
    return Outcome(files=(job.file,), data=data, downgrades=lost)


def clip(job: GivenClipJob, root: Path, progress: Progress) -> Outcome:
    """Write the clip."""
    lost = given_clip(
        root / job.source,
        root / job.file,
        size=job.size,
        fps=job.fps,
        frames=job.frames,
        head=job.head,
        tail=job.tail,
    )
    frames = job.head + job.frames + job.tail
    progress(frames, frames)
    data = {"frames": frames, "maker": "own", "by_hand": True}
    return Outcome(files=(job.file,), data=data, downgrades=lost)


def moving(job: MovingStillJob, root: Path, progress: Progress) -> Outcome:
    """Write the clip that moves over a still."""
    moving_still(
        root / job.source,
        root / job.file,
        size=job.size,
        fps=job.fps,
        frames=job.frames,
        start=job.start,
        end=job.end,
        head=job.head,
        tail=job.tail,
    )
    frames = job.head + job.frames + job.tail
    progress(frames, frames)
    return Outcome(
        files=(job.file,), data={"frames": frames, "maker": "own"}, downgrades=(HELD.format(name=job.instead),)
    )
