"""Owns paths of feet: a track as where it stands and goes, and back; whoever is carried goes along.

Does not know: language models, what is right.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from planners.director.answers import PathRow
from planners.lens import Box
from planners.nodes.space import GROUND, rounded
from planners.nodes.standing import HANGING
from planners.plan import Facing, Key, Shot, Track

AIRBORNE = frozenset({"fly", "float", "swim", "jump", "fall", "climb", "hop", "spin"})
LIFTS = frozenset({"carry", "hold", "hug", "throw", "catch", "give", "pull"})
"""What may take somebody else off the ground."""
DEPTH_STEP = 4.0
"""Depth over height on the ground: 0.5 at GROUND, about 0.16 where large things of the set stand."""
LIFTED = 0.05
"""Who has their feet this far above another's feet, and inside its width, stands or sits on it."""


class Path(NamedTuple):
    """Where the feet of a track are (x, y), and how large it is on the stage."""

    start: tuple[float, float]
    end: tuple[float, float]
    wide: float
    tall: float


def feet(box: Box) -> tuple[float, float]:
    """Middle of the lower edge."""
    return (round((box[0] + box[2]) / 2, 3), round(box[3], 3))


def trodden(track: Track) -> Path:
    """A track's start, end and size; the middle of the stage when it is never there."""
    boxes = [key.box for key in track.keys if key.box is not None] or [(0.45, 0.5, 0.55, GROUND)]
    first = boxes[0]
    return Path(feet(first), feet(boxes[-1]), round(first[2] - first[0], 3), round(first[3] - first[1], 3))


def airborne(track: Track, shot: Shot, noun: str) -> bool:
    """Whether a track need not stand on the ground."""
    doing = {beat.action for beat in shot.beats if {track.key, track.entity} & set(beat.actors)}
    high = any(key.box is not None and key.box[3] < 0.72 for key in track.keys)
    lifted = any(beat.action in LIFTS and {track.key, track.entity} & set(beat.targets) for beat in shot.beats)
    return bool(doing & AIRBORNE) or lifted or noun in HANGING or high


def moved_track(track: Track, path: PathRow) -> Track:
    """The track along a path, in its own size times the path's scale."""
    own = trodden(track)
    size = (own.wide, own.tall)
    keys = [Key(t=path.appears, box=_box(path.start_x, path.start_y, size, path.start_scale))]
    for t, x, y in path.way:
        share = (t - path.appears) / (path.leaves - path.appears)
        scale = path.start_scale + (path.end_scale - path.start_scale) * share
        keys.append(Key(t=t, box=_box(x, y, size, scale)))
    keys.append(Key(t=path.leaves, box=_box(path.end_x, path.end_y, size, path.end_scale)))
    if path.leaves < 1:
        keys.append(Key(t=min(round(path.leaves + 0.001, 4), 1.0), box=None))
    still = len({key.box for key in keys}) == 1 and path.leaves == 1
    return track.model_copy(
        update={
            "keys": tuple(keys[:1] if still else keys),
            "facing": path.facing or _heading(path) or track.facing,
            "depth": _depth(track, own, path),
        }
    )


def _box(x: float, y: float, size: tuple[float, float], scale: float) -> Box:
    w, h = size[0] * scale, size[1] * scale
    return rounded((x - w / 2, y - h, x + w / 2, y))


def _heading(path: PathRow) -> Facing | None:
    dx = path.end_x - path.start_x
    return None if abs(dx) < 0.03 else "right" if dx > 0 else "left"


def _depth(track: Track, own: Path, path: PathRow) -> float:
    """Whoever is put farther down the picture is nearer."""
    shift = ((path.start_y + path.end_y) - (own.start[1] + own.end[1])) / 2
    return round(min(max(track.depth + shift * DEPTH_STEP, 0.05), 0.95), 3)


def attached(shot: Shot) -> dict[str, str]:
    """Key of whoever stands or sits on something -> key of what carries them."""
    free = [track for track in shot.layout if not track.held_by]
    out: dict[str, str] = {}
    for a in free:
        (x, y) = trodden(a).start
        for b in free:
            box = next((key.box for key in b.keys if key.box is not None), None)
            if b is not a and box is not None and box[0] < x < box[2] and box[1] <= y < box[3] - LIFTED:
                out[a.key] = b.key
    return {key: on for key, on in out.items() if on not in out}


def with_riders(shot: Shot, moved: Mapping[str, Track]) -> list[Track]:
    """All tracks, those that moved and those that are held or carried by one that moved."""
    carriers = attached(shot)
    old = {track.key: track for track in shot.layout}
    out = []
    for track in shot.layout:
        carrier = track.held_by or carriers.get(track.key, "")
        if track.key in moved:
            out.append(moved[track.key])
        elif carrier in moved:
            out.append(_along(track, old[carrier], moved[carrier]))
        else:
            out.append(track)
    return out


def _along(track: Track, before: Track, after: Track) -> Track:
    """A carried track at the same place of its carrier, mirrored when the carrier turned around."""
    box = next((key.box for key in track.keys if key.box is not None), None)
    base = next((key.box for key in before.keys if key.box is not None), None)
    if box is None or base is None:
        return track
    turned = before.facing != after.facing and {before.facing, after.facing} == {"left", "right"}
    keys = tuple(Key(t=key.t, box=None if key.box is None else _on(key.box, base, box, turned)) for key in after.keys)
    facing = after.facing if turned and track.facing in ("left", "right") else track.facing
    return track.model_copy(update={"keys": keys, "facing": facing, "depth": round(after.depth + 0.02, 3)})


def _on(carrier: Box, base: Box, box: Box, turned: bool) -> Box:
    scale = (carrier[3] - carrier[1]) / max(base[3] - base[1], 1e-6)
    dx = ((box[0] + box[2]) - (base[0] + base[2])) / 2 * scale * (-1 if turned else 1)
    x, w = (carrier[0] + carrier[2]) / 2 + dx, (box[2] - box[0]) * scale
    top = carrier[1] + (box[1] - base[1]) * scale
    return rounded((x - w / 2, top, x + w / 2, top + (box[3] - box[1]) * scale))
