"""Owns controlled corruptions: of a shot's spec, drawn anew, and of the frames of a clip.

Each does one thing and leaves the rest alone; None means that it cannot be done to this shot. Does not know: measures.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from generators import ShotSpec
from planners import Attributes, Entity, Garment, window

Frames = npt.NDArray[np.uint8]
Respec = Callable[[ShotSpec, str, Sequence[Entity], int], ShotSpec | None]
"""(spec, entity that it is done to, entities of other films, number of the case) -> spec."""

_OTHER = {"blue": "orange", "red": "green", "green": "purple", "yellow": "blue", "brown": "white", "black": "red"}


def swapped(spec: ShotSpec, target: str, donors: Sequence[Entity], case: int) -> ShotSpec | None:
    """Another person or animal in the same place, of the same sort."""
    own = spec.cast[target]
    if own.kind != "character":
        return None
    human = own.attributes.species is None
    fitting = [
        donor
        for donor in donors
        if donor.kind == "character"
        and (donor.attributes.species is None) == human
        and donor.attributes != own.attributes
        and donor.attributes.noun != own.attributes.noun
    ]
    return _with(spec, target, fitting[case % len(fitting)].attributes) if fitting else None


def prop_replaced(spec: ShotSpec, target: str, donors: Sequence[Entity], case: int) -> ShotSpec | None:
    """Another thing in the same place."""
    own = spec.cast[target]
    if own.kind != "prop":
        return None
    fitting = [d for d in donors if d.kind == "prop" and d.attributes.noun != own.attributes.noun]
    return _with(spec, target, fitting[case % len(fitting)].attributes) if fitting else None


def recoloured(spec: ShotSpec, target: str, donors: Sequence[Entity], case: int) -> ShotSpec | None:
    """Every garment in another colour; the coat of an animal, the colour of a thing."""
    look = spec.cast[target].attributes
    if any(item.color for item in look.clothes):
        clothes = tuple(Garment(kind=g.kind, color=_OTHER.get(g.color or "red", "teal")) for g in look.clothes)
        return _with(spec, target, look.model_copy(update={"clothes": clothes}))
    if look.colors:
        return _with(
            spec, target, look.model_copy(update={"colors": tuple(_OTHER.get(c, "blue") for c in look.colors)})
        )
    return None


def hair_changed(spec: ShotSpec, target: str, donors: Sequence[Entity], case: int) -> ShotSpec | None:
    """Other hair, everything else as it was."""
    look = spec.cast[target].attributes
    if not look.hair and not look.hair_color:
        return None
    dark = look.hair_color in (None, "black", "brown", "dark", "grey")
    other = {"hair": "long" if look.hair != "long" else "bun", "hair_color": "blond" if dark else "black"}
    return _with(spec, target, look.model_copy(update=other))


def look_alike(spec: ShotSpec, target: str, donors: Sequence[Entity], case: int) -> ShotSpec | None:
    """Whoever fits the same words: what the plan leaves open is chosen anew."""
    return spec.model_copy(update={"seed": spec.seed + 101 + case})


def place_changed(spec: ShotSpec, target: str, donors: Sequence[Entity], case: int) -> ShotSpec | None:
    """The same shot somewhere else."""
    fitting = [
        donor for donor in donors if donor.kind == "place" and donor.attributes.noun != spec.place.attributes.noun
    ]
    place = fitting[case % len(fitting)]
    return spec.model_copy(update={"place": place, "scene": spec.scene.model_copy(update={"place": place.id})})


def relit(spec: ShotSpec, target: str, donors: Sequence[Entity], case: int) -> ShotSpec | None:
    """Another time of day."""
    time = {"day": "dusk", "dusk": "day", "night": "dusk", "dawn": "night"}[spec.scene.time]
    return spec.model_copy(update={"scene": spec.scene.model_copy(update={"time": time})})


def restyled(spec: ShotSpec, target: str, donors: Sequence[Entity], case: int) -> ShotSpec | None:
    """Drawn in another style of colour."""
    others = [style for style in ("storybook", "paper-cut", "pastel", "ink") if style != spec.style]
    return spec.model_copy(update={"style": others[case % len(others)]})


def missing(spec: ShotSpec, target: str, donors: Sequence[Entity], case: int) -> ShotSpec | None:
    """The one is not there; the camera sees what it saw."""
    shot = spec.shot
    layout = tuple(track for track in shot.layout if track.entity != target and not _held(track.held_by, target))
    keys = {track.key for track in layout} | {track.entity for track in layout}
    beats = tuple(beat for beat in shot.beats if set(beat.actors) <= keys and set(beat.targets) <= keys)
    first, last = window(shot, 0.0, spec.size), window(shot, 1.0, spec.size)
    camera = shot.camera.model_copy(update={"start": first, "end": last, "focus": None})
    changed = shot.model_copy(update={"layout": layout, "beats": beats, "camera": camera})
    return spec.model_copy(update={"shot": changed})


RESPECS: Mapping[str, Respec] = {
    "identity swapped": swapped,
    "prop replaced": prop_replaced,
    "clothes recoloured": recoloured,
    "hair changed": hair_changed,
    "look-alike": look_alike,
    "place changed": place_changed,
    "light changed": relit,
    "style changed": restyled,
    "figure missing": missing,
}
"""Corruptions that are drawn anew."""


def flashed(frames: Frames) -> Frames:
    """One frame in the middle half as bright again."""
    return _replaced(frames, len(frames) // 2, np.clip(frames[len(frames) // 2] * 1.3 + 6, 0, 255).astype(np.uint8))


def frozen(frames: Frames) -> Frames:
    """The last half stands still."""
    out = frames.copy()
    out[len(frames) // 2 :] = frames[len(frames) // 2]
    return out


def stilled(frames: Frames) -> Frames:
    """Nothing moves at all."""
    return np.repeat(frames[:1], len(frames), axis=0)


def shuffled(frames: Frames) -> Frames:
    """Neighbours change places, two by two, in the middle half."""
    order = np.arange(len(frames))
    for t in range(len(frames) // 4, 3 * len(frames) // 4, 4):
        order[t : t + 4] = order[t : t + 4][[2, 3, 0, 1]]
    return np.asarray(frames[order])


def repeats(frames: Frames) -> Frames:
    """Every sixth frame is the one before it again."""
    out = frames.copy()
    out[5::6] = frames[4:-1:6][: len(out[5::6])]
    return out


def blacked(frames: Frames) -> Frames:
    """A few black frames in the middle."""
    out = frames.copy()
    out[len(frames) // 2 : len(frames) // 2 + 3] = 3
    return out


def dimmed(frames: Frames) -> Frames:
    """All frames in the light of a late hour."""
    return (frames * np.array([0.62, 0.6, 0.8])).astype(np.uint8)


PIXELS: Mapping[str, Callable[[Frames], Frames]] = {
    "one frame flashed": flashed,
    "frozen": frozen,
    "stilled": stilled,
    "reversed": lambda frames: np.ascontiguousarray(frames[::-1]),
    "frames shuffled": shuffled,
    "frames repeated": repeats,
    "blacked out": blacked,
    "light changed": dimmed,
}
"""Corruptions of a clip's frames."""


def _with(spec: ShotSpec, target: str, look: Attributes) -> ShotSpec:
    entity = spec.cast[target].model_copy(update={"attributes": look, "stages": (), "description": ""})
    tracks = tuple(t.model_copy(update={"stage": None}) if t.entity == target else t for t in spec.shot.layout)
    shot = spec.shot.model_copy(update={"layout": tracks})
    return spec.model_copy(update={"cast": {**spec.cast, target: entity}, "shot": shot})


def _held(held_by: str | None, target: str) -> bool:
    return held_by is not None and held_by.split("#")[0] == target


def _replaced(frames: Frames, at: int, frame: Frames) -> Frames:
    out = frames.copy()
    out[at] = frame
    return out
