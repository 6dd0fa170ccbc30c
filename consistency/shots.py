"""Owns what is measured inside one shot, and what is kept of it for comparison with others.

Does not know: other shots, thresholds, who asks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from consistency import faults, identity, motion, presence, style, vgot
from consistency.alignment import clipsim
from consistency.crops import Crop, MaskSource, crop_of
from consistency.embedders import Embedder, FaceEmbedder, TextEmbedder, Vector
from consistency.flow import Flow, flows_of
from consistency.footage import Clip, Mask, frames_of
from consistency.place import background
from consistency.seams import REACH
from consistency.values import Box, Footage, Instance, Number

FOUND = ", figures found"
"""After an embedder's name: the masks were found in the picture, not given by who drew it."""
Seen = dict[tuple[str, str | None], "Judged"]
"""(entity, stage) -> its vectors in the kept frames."""
Views = Mapping[tuple[str, str | None], Sequence[Vector]]
"""(entity, stage) -> vectors of the views of its reference sheet."""


@dataclass(frozen=True)
class Judged:
    """One look as it is seen in a shot."""

    rows: tuple[tuple[int, Vector], ...]
    """Frame, vector."""
    given: bool
    """Whether all masks were given."""

    @property
    def vectors(self) -> list[Vector]:
        """Without their frames."""
        return [vector for _, vector in self.rows]


def named(by: Embedder, *judged: Judged) -> str:
    """What a number was measured by: the embedder, and how the figures were masked."""
    return by.name if all(item.given for item in judged) else by.name + FOUND


@dataclass(frozen=True)
class Tools:
    """What measuring works with."""

    embedder: Embedder
    flow: Flow
    frames: Embedder
    """Embedder of whole frames and places."""
    masks: MaskSource | None = None
    faces: FaceEmbedder | None = None
    """Embedder of faces in whole frames, for VGoT's FC."""
    maps: Embedder | None = None
    """Embedder of whole frames, for VGoT's SC."""


@dataclass
class Taken:
    """What is kept of a shot when its pixels are gone."""

    footage: Footage
    seen: Seen = field(default_factory=dict)
    grounds: list[Vector] = field(default_factory=list)
    texture: style.Texture | None = None
    first: Clip | None = None
    last: Clip | None = None
    shown: dict[str, vgot.Shown] = field(default_factory=dict)
    """face or map -> the shot by that embedder."""


def look_at(footage: Footage, clip: Clip, tools: Tools) -> Seen:
    """The vectors of everything that is seen in a shot."""
    out: Seen = {}
    for look, found in crops_of(footage, clip, tools.masks).items():
        vectors = tools.embedder.embed([crop for _, crop in found])
        rows = ((index, vector) for (index, _), vector in zip(found, vectors, strict=True))
        given = all(crop.masked_by == "given" for _, crop in found)
        out[look] = Judged(tuple((index, vector) for index, vector in rows if vector is not None), given)
    return out


def take(footage: Footage, clip: Clip, tools: Tools, seen: Seen) -> Taken:
    """What of a shot is compared with other shots."""
    grounds = [background(frame, _boxes(footage, index)) for index, frame in clip.kept.items()]
    vectors = tools.frames.embed([ground for ground in grounds if ground])
    return Taken(
        footage=footage,
        seen=seen,
        grounds=_known(vectors),
        texture=style.texture(list(clip.kept.values())),
        first=Clip(clip.small[:REACH].copy(), clip.fps, clip.steps[: REACH - 1]),
        last=Clip(clip.small[-REACH:].copy(), clip.fps, clip.steps[1 - REACH :]),
        shown=shown_by(footage, tools),
    )


def shown_by(footage: Footage, tools: Tools) -> dict[str, vgot.Shown]:
    """The shot as the embedders of faces and of maps see it, where there are any: every frame, at full size."""
    wanted: dict[str, tuple[Embedder, int | None]] = {}
    if tools.faces is not None and tools.faces.finds:
        wanted["face"] = (tools.faces, vgot.FACE_SIDE)
    if tools.maps is not None:
        wanted["map"] = (tools.maps, None)
    frames = {"first": footage.first, "frames": footage.frames}
    return {name: vgot.shown(frames_of(footage.video, **frames), by, side=side) for name, (by, side) in wanted.items()}


def crops_of(
    footage: Footage, clip: Clip, masks: MaskSource | None, *, only: tuple[str, str | None] | None = None
) -> dict[tuple[str, str | None], list[tuple[int, Crop]]]:
    """(entity, stage) -> its crops in the kept frames, each with its frame; of one look alone with `only`."""
    out: dict[tuple[str, str | None], list[tuple[int, Crop]]] = {}
    for index, frame in clip.kept.items():
        known: Mapping[str, Mask] = (masks(footage.shot, index) if masks else None) or {}
        for item in footage.instances:
            box = _at(item, index)
            if box is None or only not in (None, (item.entity, item.stage)):
                continue
            nearer = [near for other in footage.instances if other.depth > item.depth and (near := _at(other, index))]
            whole = item.wholes[index] if index < len(item.wholes) else None
            crop = crop_of(frame, box, mask=known.get(item.key), hidden_by=nearer, whole=whole, grey=footage.grey)
            if crop is not None:
                out.setdefault((item.entity, item.stage), []).append((index, crop))
    return out


def measure_shot(footage: Footage, clip: Clip, views: Views, tools: Tools, seen: Seen) -> Iterator[Number]:
    """Every number of one shot."""
    yield from _faults(footage, clip)
    yield from _motion(footage, clip, tools.flow)
    yield from _direction(footage, clip, tools.flow)
    yield from _presence(footage, clip)
    yield from identity_in(footage, views, tools, seen)
    yield from _frames(footage, clip, tools)


def measure_still(footage: Footage, clip: Clip, views: Views, tools: Tools, seen: Seen) -> Iterator[Number]:
    """Every number that a picture has without others before and after it."""
    yield from _presence(footage, clip)
    yield from identity_in(footage, views, tools, seen)
    yield from _text(footage, clip, tools)


def _faults(footage: Footage, clip: Clip) -> Iterator[Number]:
    for name, find in (("frozen", faults.frozen), ("repeated", faults.repeated), ("black", faults.black)):
        yield Number(measure=name, value=find(clip), shot=footage.shot)
    yield Number(measure="wrong_cuts", value=faults.wrong_cuts(clip, footage.cuts), shot=footage.shot)


def _motion(footage: Footage, clip: Clip, flow: Flow) -> Iterator[Number]:
    shot = footage.shot
    yield Number(measure="flicker", value=motion.flicker(clip), shot=shot)
    yield from _per_frame(shot, "flicker", 1 - clip.steps / 255)
    flashes = motion.flash(clip)
    yield Number(measure="flash", value=float(flashes.max()), shot=shot)
    yield from _per_frame(shot, "flash", flashes)
    smooth = motion.smoothness(clip, flow)
    yield _summary(shot, "smoothness", smooth, flow.name, "fewer than three frames")
    yield from _per_frame(shot, "smoothness", smooth, flow.name, first=1, step=2)
    yield Number(measure="disorder", value=motion.disorder(clip), shot=shot)
    dynamic = motion.dynamics(clip, flow).curve
    yield _summary(shot, "dynamics", dynamic, flow.name, "too few frames")
    yield from _per_frame(shot, "dynamics", dynamic, flow.name, step=max(round(clip.fps / 8), 1))
    error = motion.warp_error(clip, flows_of(clip, flow))
    yield _summary(shot, "warp_error", error.curve, flow.name, f"all {error.still} pairs of frames are still")
    yield from _per_frame(shot, "warp_error", error.curve, flow.name)


def _direction(footage: Footage, clip: Clip, flow: Flow) -> Iterator[Number]:
    if not footage.instances:
        return
    fields = flows_of(clip, flow)
    for item in footage.instances:
        value = motion.direction(fields, item.boxes)
        why = "" if value is not None else "it is not planned to move"
        yield Number(measure="direction", value=value, shot=footage.shot, entity=item.entity, by=flow.name, why=why)


def _presence(footage: Footage, clip: Clip) -> Iterator[Number]:
    for item in footage.instances:
        found = []
        for index, frame in clip.kept.items():
            box = _at(item, index)
            value = presence.contrast(frame, box) if box else None
            if value is not None:
                found.append(value)
                yield Number(measure="presence", value=value, shot=footage.shot, entity=item.entity, frame=index)
        why = "" if found else "it fills the frame, or is not on screen"
        mean = float(np.mean(found)) if found else None
        yield Number(measure="presence", value=mean, shot=footage.shot, entity=item.entity, why=why)


def identity_in(footage: Footage, views: Views, tools: Tools, seen: Seen) -> Iterator[Number]:
    """Identity within a shot and to the references."""
    shot = footage.shot
    for look, judged in seen.items():
        more: dict[str, str] = {"shot": shot, "entity": look[0], "by": named(tools.embedder, judged)}
        if not judged.rows:
            yield Number(measure="identity_reference", value=None, why="nothing to judge", **more)
            continue
        within = identity.within(judged.vectors, tools.embedder)
        why = "" if within is not None else "seen in one frame only"
        yield Number(measure="identity_within", value=within, why=why, **more)
        if views.get(look):
            curve = identity.to_reference(judged.vectors, views[look], tools.embedder)
            yield Number(measure="identity_reference", value=float(np.median(curve)), **more)
            for (index, _), value in zip(judged.rows, curve, strict=True):
                yield Number(measure="identity_reference", value=float(value), frame=index, **more)


def _frames(footage: Footage, clip: Clip, tools: Tools) -> Iterator[Number]:
    whole = [Crop(frame, np.ones(frame.shape[:2], bool), "none") for frame in clip.kept.values()]
    value = identity.steadiness(_known(tools.frames.embed(whole)), tools.frames)
    yield Number(measure="steadiness", value=value, shot=footage.shot, by=tools.frames.name)
    yield from _text(footage, clip, tools)


def _text(footage: Footage, clip: Clip, tools: Tools) -> Iterator[Number]:
    if isinstance(tools.frames, TextEmbedder) and footage.text:
        value = clipsim(list(clip.kept.values()), footage.text, tools.frames)
        yield Number(measure="text", value=value, shot=footage.shot, by=tools.frames.name)
    elif footage.text:
        why = "needs an embedder that knows texts (clip)"
        yield Number(measure="text", value=None, shot=footage.shot, why=why)


def _per_frame(
    shot: str, name: str, curve: npt.NDArray[np.float64], by: str = "", *, first: int = 0, step: int = 1
) -> Iterator[Number]:
    for place, value in enumerate(curve):
        if not np.isnan(value):
            yield Number(measure=name, value=float(value), shot=shot, frame=first + place * step, by=by)


def _summary(shot: str, name: str, curve: npt.NDArray[np.float64], by: str, why: str) -> Number:
    known = curve[~np.isnan(curve)]
    value = float(known.mean()) if len(known) else None
    return Number(measure=name, value=value, shot=shot, by=by, why="" if len(known) else why)


def _at(item: Instance, index: int) -> Box | None:
    return item.boxes[index] if index < len(item.boxes) else None


def _boxes(footage: Footage, index: int) -> list[Box]:
    return [box for item in footage.instances if (box := _at(item, index))]


def _known(vectors: Sequence[Vector | None]) -> list[Vector]:
    return [vector for vector in vectors if vector is not None]
