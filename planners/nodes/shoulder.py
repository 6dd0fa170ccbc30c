"""Owns shots over a shoulder: one stands large and from behind at the edge of the frame, the camera is on the other.

Does not know: who they are, what they do.
"""

from __future__ import annotations

from planners.lens import Box, framed
from planners.nodes.space import rounded
from planners.plan import Camera, Facing, Key, Shot, Track, subject

TALL = 1.55
"""Height of the one in front over the height of the window."""
TOP = 0.2
"""How far down in the window its head begins."""
EDGE = 0.17
"""How far from the edge of the window its middle is."""
ASIDE = 0.13
"""How far the one in focus is moved out of the middle, as a share of the window."""
NEAREST = 0.95


def over_shoulder(
    camera: Camera, shot: Shot, tracks: tuple[Track, ...], over: str | None, size: tuple[int, int]
) -> tuple[Camera, tuple[Track, ...]]:
    """The camera and the tracks of a shot over the shoulder of the entity `over`; unchanged when it is not there."""
    front = next((track for track in tracks if track.entity == over), None)
    seen = next((track for track in tracks if camera.focus in (track.key, track.entity)), None)
    box = seen.at(0.5) if seen is not None else None
    if front is None or seen is None or box is None or front is seen:
        return camera, tracks
    view = framed(camera.framing, [subject(seen, box)], size)
    side = view[2] - view[0]
    left = (box[0] + box[2]) / 2 >= 0.45
    shift = -ASIDE * side if left else ASIDE * side
    view = rounded((view[0] + shift, view[1], view[2] + shift, view[3]))
    back = _in_front(front, view, left=left)
    turned: Facing = "left" if left else "right"
    out = tuple(
        back if track is front else track.model_copy(update={"facing": turned}) if track is seen else track
        for track in tracks
        if track.held_by != front.key or track is front
    )
    return camera.model_copy(update={"start": view, "end": view}), out


def _in_front(front: Track, view: Box, *, left: bool) -> Track:
    """Large, from behind, at the edge of the window."""
    box = next(key.box for key in front.keys if key.box is not None)
    side = view[2] - view[0]
    tall = TALL * side
    wide = (box[2] - box[0]) * tall / (box[3] - box[1])
    x = view[0] + (EDGE if left else 1 - EDGE) * side
    top = view[1] + TOP * side
    near = rounded((x - wide / 2, top, x + wide / 2, top + tall))
    return front.model_copy(update={"keys": (Key(t=0, box=near),), "facing": "back", "depth": NEAREST, "held_by": None})
