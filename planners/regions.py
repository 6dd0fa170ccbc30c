"""Owns regions richer than boxes: a tilted ellipse with a caption for everybody in a shot (BlobGEN-Vid, seeds 6.16).

Derived from the plan at any moment, so nothing is stored twice. Does not know: generators.
"""

from __future__ import annotations

from collections.abc import Mapping

from planners.frozen import Frozen
from planners.plan import Beat, Plan, Shot, Track
from planners.wording import noun_phrase, third_person

_TILT: Mapping[str, float] = {
    "run": 8, "walk": 3, "fly": 12, "swim": 6, "push": 14, "pull": -10, "bow": 30, "crawl": 6, "climb": -6, "fall": 40,
    "jump": 6, "throw": 8, "fight": 8, "dig": 20,
}  # fmt: skip
"""Degrees by which a figure leans to where it faces."""


class Blob(Frozen):
    """An ellipse in the frame, as a generator with regional text takes it."""

    x: float
    y: float
    """Middle, shares of the frame's width and height."""
    rx: float
    ry: float
    """Half axes, in the same shares, before it is tilted."""
    angle: float = 0.0
    """Degrees clockwise."""
    caption: str


def blobs(plan: Plan, shot_id: str, t: float) -> dict[str, Blob]:
    """What is in the frame at time t in [0, 1], by track key.

    Raises:
        KeyError: the plan has no such shot.
    """
    shot = plan.shot(shot_id)
    tracks = {track.key: track for track in shot.layout}
    out = {}
    for key, (x0, y0, x1, y1) in plan.boxes(shot, t).items():
        beat = _beat(shot, tracks[key], t)
        out[key] = Blob(
            x=round((x0 + x1) / 2, 4),
            y=round((y0 + y1) / 2, 4),
            rx=round((x1 - x0) / 2, 4),
            ry=round((y1 - y0) / 2, 4),
            angle=_angle(tracks[key], beat),
            caption=_caption(plan, tracks[key], beat),
        )
    return out


def _beat(shot: Shot, track: Track, t: float) -> Beat | None:
    """What a figure does at that time."""
    for beat in shot.beats:
        if {track.key, track.entity} & set(beat.actors) and beat.start <= t <= beat.end:
            return beat
    return None


def _angle(track: Track, beat: Beat | None) -> float:
    side = {"right": 1.0, "left": -1.0}.get(track.facing, 0.0)
    return _TILT.get(beat.action, 0.0) * side if beat else 0.0


def _caption(plan: Plan, track: Track, beat: Beat | None) -> str:
    look = noun_phrase(plan.entities[track.entity], track.stage, count=1)
    if beat is None or not beat.verb.isascii():
        return look
    whom = " and ".join(plan.entities[name.split("#")[0]].name for name in beat.targets)
    return f"{look}, who {third_person(beat.verb)} {whom}".strip()
