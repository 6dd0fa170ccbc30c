"""Owns what a frame holds: nobody without a head, nothing before what is shown close, a camera that goes along.

Does not know: why a framing was chosen.
"""

from __future__ import annotations

from planners.lens import SPAN, UPRIGHT_HEAD, Box, clip, framed, overlap, project
from planners.nodes.space import rounded
from planners.plan import Camera, Key, Shot, Track, subject, window

NEAR = frozenset({"medium close-up", "close-up", "extreme close-up"})
CUT = 0.12
"""Share of a figure that may be in the frame without its head."""
TRAVEL_SHARE = 0.14
"""Who moves more than this share of the frame is seen whole."""
WAY = (0.0, 0.5, 1.0)
"""When somebody's way is looked at."""
COVERED = 0.12
"""Share of a figure shown close that others may cover."""


def headed(made: Camera, shot: Shot, size: tuple[int, int]) -> Camera:
    """The camera on all in the frame when one figure's framing would cut another's head off."""
    if made.focus is None or SPAN[made.framing] == 0 or made.framing in NEAR:
        return made
    view = window(shot.model_copy(update={"camera": made}), 0.5, size)
    for track in shot.layout:
        box = track.at(0.5)
        if track.head is None or box is None or made.focus in (track.key, track.entity):
            continue
        if _beheaded(track, box, view):
            return made.model_copy(update={"focus": None, "framing": "full"})
    return made


def _beheaded(track: Track, box: Box, view: Box) -> bool:
    """Whether a good part of a figure is in the window but its head is not."""
    x, y, tall = track.head or UPRIGHT_HEAD
    x = 1 - x if track.facing == "left" else x
    head = (box[0] + x * (box[2] - box[0]), box[1] + y * (box[3] - box[1]))
    top = head[1] - tall * (box[3] - box[1]) / 2
    inside = view[0] < head[0] < view[2] and view[1] <= top and head[1] < view[3]
    seen = clip(project(box, view))
    shown = 0.0 if seen is None else (seen[2] - seen[0]) * (seen[3] - seen[1])
    return not inside and shown > CUT * min(1.0, area(project(box, view)))


def area(box: Box) -> float:
    """Of a box."""
    return (box[2] - box[0]) * (box[3] - box[1])


def following(made: Camera, shot: Shot, size: tuple[int, int]) -> tuple[Camera, tuple[Track, ...]]:
    """Near a figure or a group that travels, the camera goes with it; very near, the figure has arrived."""
    track = next((t for t in shot.layout if made.focus in (t.key, t.entity)), None)
    if SPAN[made.framing] == 0 or not travels(shot):
        return made, shot.layout
    if track is not None and made.framing in NEAR:
        return made, tuple(arrived(t) if t is track or t.held_by == track.key else t for t in shot.layout)
    if track is None:
        return _holding(made, shot, size), shot.layout
    first, last = _framed(made, track, 0.0, size), _framed(made, track, 1.0, size)
    if first is None or last is None:
        return made, shot.layout
    return made.model_copy(update={"start": first, "end": last}), shot.layout


def _framed(made: Camera, track: Track, t: float, size: tuple[int, int]) -> Box | None:
    """The window on a track where it is at a time; None when it is not there."""
    box = track.at(t)
    return None if box is None else rounded(framed(made.framing, [subject(track, box)], size))


def _holding(made: Camera, shot: Shot, size: tuple[int, int]) -> Camera:
    """The camera still, on all the way that those in the shot go."""
    seen = [track for track in shot.layout if track.head is not None] or list(shot.layout)
    places = [subject(track, box) for track in seen for t in WAY if (box := track.at(t)) is not None]
    inside = [place for place in places if place.box[2] > 0 and place.box[0] < 1]
    if not inside:
        return made
    view = rounded(framed(made.framing, inside, size))
    return made.model_copy(update={"start": view, "end": view})


def arrived(track: Track) -> Track:
    """The track at rest where it comes to in the frame."""
    boxes = [key.box for key in track.keys if key.box is not None and key.box[0] >= 0 and key.box[2] <= 1]
    return track.model_copy(update={"keys": (Key(t=0, box=boxes[-1]),)}) if boxes else track


def travels(shot: Shot) -> bool:
    """Whether somebody gets far, or comes or goes."""
    for track in shot.layout:
        boxes = [key.box for key in track.keys if key.box is not None]
        if len(boxes) > 1 and not track.held_by:
            dx = max(b[0] for b in boxes) - min(b[0] for b in boxes)
            dy = max(b[1] for b in boxes) - min(b[1] for b in boxes)
            if max(dx, dy) > TRAVEL_SHARE:
                return True
    return any(key.box is None for track in shot.layout for key in track.keys)


def uncovered(made: Camera, tracks: tuple[Track, ...]) -> tuple[Track, ...]:
    """The tracks with whom a near shot shows before all others that stand in front."""
    focus = next((track for track in tracks if made.focus in (track.key, track.entity)), None)
    box = focus.at(0.5) if focus is not None else None
    if focus is None or box is None or made.framing not in (*NEAR, "medium"):
        return tracks
    over = [
        track
        for track in tracks
        if track is not focus
        and track.head is None
        and track.depth >= focus.depth
        and focus.key not in (track.held_by, track.key)
        and track.key != focus.held_by
        and (at := track.at(0.5)) is not None
        and overlap(at, box) > COVERED
    ]
    if not over:
        return tracks
    depth = round(min(max(track.depth for track in over) + 0.01, 1.0), 3)
    near = {focus.key, *(track.key for track in tracks if track.held_by == focus.key)}
    out = [track.model_copy(update={"depth": depth}) if track.key in near else track for track in tracks]
    return tuple(sorted(out, key=lambda track: track.depth))
