"""Owns the measuring of one still or clip just made: against its references, as it was planned, by the film's measures.

Does not know: other shots (what is measured between shots is the film check's), what to do about a verdict.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from consistency import Footage, Instance, Number, Scores, Verdict, check_shot, check_still, judge, look_of
from generators import GREY, Reference, ShotSpec, read_controls
from planners import seen_boxes, whole_boxes

Masks = Callable[[str, int], Mapping[str, Any] | None]
Judged = tuple[Verdict, tuple[Number, ...]]


def judged_still(
    spec: ShotSpec, image: Path, t: float, references: Sequence[Reference], *, folder: Path, control: Path | None
) -> Judged:
    """The verdict on a still.

    Args:
        spec: What it shows.
        image: The still.
        t: Its moment in [0, 1].
        references: Of who is in it.
        folder: Run folder, to which the references' files are relative.
        control: The guide's control file, for masks.
    """
    footage = _footage(spec, image, (t,), head=0)
    looks = [look_of(item, folder) for item in references]
    return _said(check_still(footage, looks, masks=_masks(control, 0)), spec)


def judged_clip(
    spec: ShotSpec, video: Path, head: int, references: Sequence[Reference], *, folder: Path, control: Path | None
) -> Judged:
    """The verdict on a clip with `head` handle frames before the shot; other arguments as in `judged_still`."""
    last = max(spec.shot.frames - 1, 1)
    footage = _footage(spec, video, [frame / last for frame in range(spec.shot.frames)], head=head)
    looks = [look_of(item, folder) for item in references]
    return _said(check_shot(footage, looks, masks=_masks(control, head)), spec)


def _said(scores: Scores, spec: ShotSpec) -> Judged:
    numbers = tuple(number for number in scores.numbers if number.frame is None)
    return judge(scores, spec.shot.id), numbers


def _footage(spec: ShotSpec, file: Path, moments: Sequence[float], *, head: int) -> Footage:
    """What was planned for it, without who was left out."""
    shot = spec.shot
    boxes, wholes = ([find(shot, t, spec.size) for t in moments] for find in (seen_boxes, whole_boxes))
    return Footage(
        shot=shot.id,
        video=file,
        frames=len(boxes),
        fps=spec.fps,
        first=head,
        place=spec.place.id,
        text=shot.text,
        grey=spec.style in GREY,
        instances=tuple(
            Instance(
                key=track.key,
                entity=track.entity,
                stage=track.stage,
                boxes=tuple(frame.get(track.key) for frame in boxes),
                wholes=tuple(frame.get(track.key) for frame in wholes),
                depth=track.depth,
            )
            for track in shot.layout
            if track.entity not in spec.leave_out
        ),
    )


def _masks(control: Path | None, head: int) -> Masks | None:
    if control is None or not control.is_file():
        return None
    controls = read_controls(control)

    def masks(shot: str, frame: int) -> Mapping[str, Any]:
        at = min(frame + head, len(controls.frames) - 1)
        return {key: np.asarray(controls.mask(at, key)) for key in controls.keys}

    return masks
