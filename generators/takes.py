"""Owns takes: shots that continue each other, played as the one long shot that they are.

A shot that continues another takes over its whole state: where everybody is, the phase of every gait, blinks, weather,
clouds, the camera. So a generator that computes a shot from its plan plays the take, and shows its own part of it.
Does not know: who draws, what the planner did so that the parts fit.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generators.artefacts import MouthTrack, ShotSpec
from planners.plan import Beat, Box, Key, Plan, Shot, Track, window

_NEAR = 1e-3
"""Boxes that differ less than this are the same."""


def take_of(plan: Plan, shot: Shot) -> tuple[Shot, ...]:
    """All shots of the take that a shot belongs to, with itself; none when it stands alone."""
    shots = plan.shots
    at = next(index for index, item in enumerate(shots) if item.id == shot.id)
    first, last = at, at
    while first > 0 and _goes_on(shots[first - 1], shots[first]):
        first -= 1
    while last + 1 < len(shots) and _goes_on(shots[last], shots[last + 1]):
        last += 1
    return shots[first : last + 1] if last > first else ()


def _goes_on(before: Shot, shot: Shot) -> bool:
    """An edited plan may put shots of different scenes beside each other: those are no take."""
    return shot.continues and shot.scene == before.scene


def whole_take(spec: ShotSpec) -> tuple[ShotSpec, int]:
    """The take of a shot as one long shot, and the frame of it at which the shot begins.

    A shot that stands alone comes back as it is, with 0.
    """
    if not spec.take:
        return spec, 0
    starts, total = _starts(spec.take), sum(shot.frames for shot in spec.take)
    first = spec.take[0]
    clocks = [_Clock(start, shot.frames, total) for start, shot in zip(starts, spec.take, strict=True)]
    parts = list(zip(clocks, spec.take, strict=True))
    camera = first.camera.model_copy(update={"path": _path(parts, spec.size)})
    merged = first.model_copy(
        update={
            "frames": total,
            "beats": tuple(beat for clock, shot in parts for beat in _beats(clock, shot)),
            "cast": tuple(dict.fromkeys(name for shot in spec.take for name in shot.cast)),
            "layout": _tracks(parts),
            "camera": camera,
            "lines": tuple(
                line.model_copy(update={"start": line.start + clock.start})
                for clock, shot in parts
                for line in shot.lines
            ),
        }
    )
    own = next(start for start, shot in zip(starts, spec.take, strict=True) if shot.id == spec.shot.id)
    return spec.model_copy(update={"shot": merged, "take": ()}), own


def later(mouths: Iterable[MouthTrack], frames: int) -> tuple[MouthTrack, ...]:
    """Mouths on the take's clock."""
    return tuple(mouth.model_copy(update={"start": mouth.start + frames}) for mouth in mouths)


def _starts(take: Sequence[Shot]) -> list[int]:
    starts = [0]
    for shot in take[:-1]:
        starts.append(starts[-1] + shot.frames)
    return starts


class _Clock:
    """Times of one shot on the clock of its take."""

    def __init__(self, start: int, frames: int, total: int) -> None:
        self.start, self.frames, self.total = start, frames, total

    def __call__(self, t: float) -> float:
        return min((self.start + t * max(self.frames - 1, 1)) / max(self.total - 1, 1), 1.0)


Parts = Sequence[tuple[_Clock, Shot]]


def _path(parts: Parts, size: tuple[int, int]) -> tuple[tuple[float, Box], ...]:
    """The camera's window at every frame of the take."""
    return tuple(
        (clock(t), window(shot, t, size))
        for clock, shot in parts
        for t in (frame / max(shot.frames - 1, 1) for frame in range(shot.frames))
    )


def _beats(clock: _Clock, shot: Shot) -> list[Beat]:
    """Beats of different shots may have one id: nothing asks for them by it here."""
    return [beat.model_copy(update={"start": clock(beat.start), "end": clock(beat.end)}) for beat in shot.beats]


def _tracks(parts: Parts) -> tuple[Track, ...]:
    """One track for each instance that stays what it is; another where it changes hands or costume."""
    open_tracks: dict[str, Track] = {}
    closed: list[Track] = []
    until = 0.0
    for clock, shot in parts:
        seen = set()
        for track in shot.layout:
            seen.add(track.key)
            keys = tuple(Key(t=clock(key.t), box=key.box) for key in track.keys)
            before = open_tracks.get(track.key)
            if before is not None and _same_thing(before, track):
                open_tracks[track.key] = before.model_copy(
                    update={"keys": (*before.keys, *_after(before.keys, keys, until))}
                )
                continue
            if before is not None:
                closed.append(_ended(before, clock(0.0)))
            open_tracks[track.key] = track.model_copy(update={"keys": keys})
        for key in [key for key in open_tracks if key not in seen]:
            closed.append(_ended(open_tracks.pop(key), clock(0.0)))
        until = clock(1.0)
    return (*closed, *open_tracks.values())


def _same_thing(a: Track, b: Track) -> bool:
    return a.entity == b.entity and a.stage == b.stage and a.held_by == b.held_by


def _after(before: Sequence[Key], keys: tuple[Key, ...], until: float) -> tuple[Key, ...]:
    """The later keys; without the first where it only repeats the last one, so that a motion does not halt for a frame.

    A box that holds still until here gets a key at the cut, time `until`, or it would drift toward its next one from
    long before.
    """
    last, first = before[-1], keys[0]
    if last.box is None or first.box is None:
        return keys
    near = max(abs(a - b) for a, b in zip(last.box, first.box, strict=True)) < _NEAR
    moved = len(before) > 1 and before[-2].box not in (None, last.box)
    goes_on = len(keys) > 1 and keys[1].box not in (None, first.box)
    if near and moved and goes_on:
        return keys[1:]
    return ((Key(t=until, box=last.box),) if until > last.t else ()) + keys


def _ended(track: Track, t: float) -> Track:
    """A track that is over at time t."""
    return track.model_copy(update={"keys": (*track.keys, Key(t=t, box=None))})
