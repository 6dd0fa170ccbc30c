"""Owns what a join is told of its two shots: the subject's place in every frame of it, and its key.

Does not know: how a join is made, files.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict

from agent.fingerprint import digest
from agent.jobs import JoinJob
from agent.stages.makers import Makers
from agent.stages.specs import made_spec
from agent.timeline import Piece
from generators import ShotSpec
from planners import Box, Plan, Shot, Track, project, window

JOIN_VERSION = 4
_PLACES = 4
"""Digits to which boxes are given: finer differences are not seen and make nothing stale."""


class Boxes(TypedDict):
    """Where the subject is in both clips, frame by frame of the join."""

    a_boxes: tuple[Box, ...]
    b_boxes: tuple[Box, ...]


def join_digest(job: JoinJob) -> str:
    """What a join is made from besides its two clips."""
    return digest([job.model_dump(mode="json", exclude={"a", "b", "file", "fps"}), JOIN_VERSION])


class Between(TypedDict):
    """Who makes the frames of a generative join, of what."""

    generator: str | None
    spec: ShotSpec | None


def bridge_of(plan: Plan, piece: Piece, makers: Makers) -> Between:
    """The shots' generator for a generative join; whether it takes two frames it says itself."""
    if piece.transition != "generative":
        return Between(generator=None, spec=None)
    return Between(generator=makers.video, spec=made_spec(plan, plan.shot(piece.shots[1]), makers))


def bridge_parts(job: JoinJob, makers: Makers) -> dict[str, str]:
    """What a generative join is made from besides: its maker."""
    return {"maker": makers.video_maker} if job.generator else {}


def subject_boxes(plan: Plan, piece: Piece) -> Boxes:
    """The subject's boxes of both sides: who or what is in both shots, the largest; else the largest of each."""
    a, b = (plan.shot(name) for name in piece.shots)
    half = piece.frames // 2
    late = [(a.frames - half + index) for index in range(piece.frames)]
    early = [index - half for index in range(piece.frames)]
    pair = _subjects(plan, a, b)
    if pair is None:
        return Boxes(a_boxes=(), b_boxes=())
    return Boxes(a_boxes=_boxes(plan, a, pair[0], late), b_boxes=_boxes(plan, b, pair[1], early))


def _subjects(plan: Plan, a: Shot, b: Shot) -> tuple[Track, Track] | None:
    ends = _areas(plan, a, 1.0), _areas(plan, b, 0.0)
    shared = [(x, y) for x in ends[0] for y in ends[1] if x.key == y.key]
    if shared:
        return max(shared, key=lambda both: min(ends[0][both[0]], ends[1][both[1]]))
    if not all(ends):
        return None
    return max(ends[0], key=lambda t: ends[0][t]), max(ends[1], key=lambda t: ends[1][t])


def _areas(plan: Plan, shot: Shot, t: float) -> dict[Track, float]:
    """Tracks that are in the frame, with the share of it that they fill."""
    seen = plan.boxes(shot, t)
    found = ((track, seen[track.key]) for track in shot.layout if track.key in seen)
    return {track: (box[2] - box[0]) * (box[3] - box[1]) for track, box in found}


def _boxes(plan: Plan, shot: Shot, track: Track, frames: Sequence[int]) -> tuple[Box, ...]:
    """The whole figure in the frame, also what lies outside it; before and after the shot as at its ends."""
    out: list[Box] = []
    for frame in frames:
        t = min(max(frame / max(shot.frames - 1, 1), 0.0), 1.0)
        box = track.at(t)
        if box is None:
            return ()
        x0, y0, x1, y1 = project(box, window(shot, t, plan.size))
        out.append((round(x0, _PLACES), round(y0, _PLACES), round(x1, _PLACES), round(y1, _PLACES)))
    return tuple(out)
