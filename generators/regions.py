"""Owns regions: for one moment of a shot, who is where, in which words, and by which pictures each is known.

Every entity is bound to its own words, its own part of the picture and its own reference (Video Alchemist: never an
unordered bag of references). Does not know: torch, models, who uses the regions.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, TypeAlias

import numpy as np
import numpy.typing as npt

from generators.artefacts import Reference, ShotSpec
from planners.lens import clip, project
from planners.plan import Box, Entity, Track, window
from planners.wording import noun_phrase

Kind: TypeAlias = Literal["figure", "place", "style"]
Mask: TypeAlias = npt.NDArray[np.float32]
WHOLE: Box = (0.0, 0.0, 1.0, 1.0)
BOXES_FOR_MASKS = "{who} had no mask of its own: the box of the layout was taken for it."
NO_REFERENCE = "{who} has no reference picture: only words tell what it looks like."


@dataclass(frozen=True, eq=False)
class EntityRegion:
    """One instance of an entity in one picture."""

    key: str
    """Track key; the place's entity id for the place; `style` for the style."""
    entity: str
    stage: str | None
    kind: Kind
    words: str
    """What it looks like, on its own: "a red fox"."""
    said: str
    """The words for it in the shot's prompt, where several of a kind share one phrase: "two red foxes"."""
    box: Box
    """Visible part in [0, 1] over the picture."""
    depth: float
    """0 far .. 1 near."""
    layer: tuple[float, int] = (0.0, 0)
    """What decides who hides whom: depth, and what is held lies over who holds it."""
    face: Box | None = None
    """Where its head is, in [0, 1] over the picture; None for things."""
    person: bool = False
    """Whether it is a human being, whose face a face encoder can know."""
    mask: Mask | None = None
    """Visible pixels, (height, width) in 0..1; None: its box is all that is known."""
    reference: Reference | None = None
    crops: Mapping[str, Path] | None = None
    """Its cut-outs (PNG with transparent background) by view, on this machine; None without a reference."""
    hold: float = 1.0
    """Factor on the scale with which it is held to its reference (`ShotSpec.identity`)."""


@dataclass(frozen=True, eq=False)
class Regions:
    """All of one picture, from far to near; the place first."""

    rows: tuple[EntityRegion, ...]
    downgrades: tuple[str, ...] = ()

    @property
    def figures(self) -> tuple[EntityRegion, ...]:
        """What stands before the place."""
        return tuple(row for row in self.rows if row.kind == "figure")

    @property
    def place(self) -> EntityRegion:
        """Where it is."""
        return next(row for row in self.rows if row.kind == "place")


def entity_regions(
    spec: ShotSpec,
    references: Sequence[Reference],
    t: float,
    *,
    folder: Path | None = None,
    masks: Mapping[str, Mask] | None = None,
    boxes: Mapping[str, Box] | None = None,
) -> Regions:
    """Who is where at a moment of a shot.

    Args:
        spec: The shot; who is left out of it (`ShotSpec.leave_out`) has no region.
        references: Of its entities; those of others are left alone.
        t: Moment in [0, 1]; before and after, the nearest of them.
        folder: What the references' files are relative to.
        masks: Visible pixels of instances by track key, from the control file; (height, width), 0..1 or 0..255.
        boxes: Boxes of what is really drawn, by track key; those of the layout for the others.
    """
    shot = spec.shot
    moment = min(max(t, 0.0), 1.0)
    view = window(shot, moment, spec.size)
    counts = {entity: len({row.key for row in shot.layout if row.entity == entity}) for entity in spec.cast}
    known = {(row.entity.id, row.stage): row for row in references}
    rows: list[EntityRegion] = [_place(spec, known, folder)]
    layers = {track.key: _layer(track, shot.layout) for track in shot.layout}
    for track in sorted(shot.layout, key=lambda row: layers[row.key]):
        placed = (boxes or {}).get(track.key) or _seen(track, moment, view)
        if placed is None or track.entity in (spec.place.id, *spec.leave_out):
            continue
        row = _figure(spec, track, placed, view, moment, counts, known, folder, (masks or {}).get(track.key))
        rows.append(replace(row, layer=layers[track.key]))
    return Regions(tuple(rows), tuple(_lost(rows, spec)))


def moving_regions(moments: Sequence[Regions]) -> tuple[tuple[EntityRegion, ...], ...]:
    """The regions of several moments of a shot as the same rows in the same order: who is not seen has no part.

    Args:
        moments: At least one, each from `entity_regions`.
    """
    everyone: dict[str, EntityRegion] = {}
    for moment in moments:
        for row in moment.rows:
            everyone.setdefault(row.key, row)
    order = sorted(everyone.values(), key=lambda row: (row.kind != "place", row.layer, row.key))
    nobody = np.zeros((1, 1), dtype=np.float32)
    away = {row.key: replace(row, box=(0.0, 0.0, 0.0, 0.0), mask=nobody, face=None) for row in order}
    seen = [{row.key: row for row in moment.rows} for moment in moments]
    return tuple(tuple(rows.get(row.key, away[row.key]) for row in order) for rows in seen)


def region_masks(regions: Sequence[EntityRegion], size: tuple[int, int], *, soft: float = 0.0) -> Mask:
    """One mask per region, each pixel of the picture for one of them only: nearer figures hide farther ones.

    Args:
        regions: From far to near. The place gets what no figure covers, the style everything.
        size: Width and height.
        soft: Width of the soft edge of boxes, as a share of the shorter side.

    Returns:
        (regions, height, width) in 0..1.
    """
    width, height = size
    own = np.zeros((len(regions), height, width), dtype=np.float32)
    free = np.ones((height, width), dtype=np.float32)
    for index in reversed(range(len(regions))):
        region = regions[index]
        if region.kind != "figure":
            continue
        shape = _resized(region.mask, size) if region.mask is not None else box_mask(region.box, size, soft=soft)
        own[index] = shape * free
        free = free * (1 - shape)
    for index, region in enumerate(regions):
        if region.kind != "figure":
            own[index] = free if region.kind == "place" else 1.0
    return own


def box_mask(box: Box, size: tuple[int, int], *, soft: float = 0.0) -> Mask:
    """The inside of a box as a mask (height, width): at least one pixel; its edge falls off over `soft` inwards."""
    width, height = size
    columns = _ramp(box[0], box[2], width, soft * min(size) / width)
    rows = _ramp(box[1], box[3], height, soft * min(size) / height)
    return np.asarray(np.outer(rows, columns), dtype=np.float32)


def token_places(words: str, prompt: str, offsets: Sequence[tuple[int, int]]) -> tuple[int, ...]:
    """Which tokens of a prompt are a region's words.

    Args:
        words: `EntityRegion.said`, or any phrase.
        prompt: The text that was tokenised.
        offsets: First and last character (exclusive) of every token in the prompt, as `return_offsets_mapping` tells;
            empty spans (marks of start and end, padding) are never taken.

    Returns:
        Indices; of the whole phrase where it stands in the prompt, else of its last noun; empty when neither does.
    """
    text = prompt.lower()
    for phrase in (words.lower(), words.lower().split(",")[0], _head(words)):
        start = _found(text, phrase)
        if phrase and start >= 0:
            end = start + len(phrase)
            return tuple(i for i, (a, b) in enumerate(offsets) if b > a and a < end and b > start)
    return ()


def _found(text: str, phrase: str) -> int:
    """Where a phrase begins as whole words; -1 when it does not stand there."""
    start = text.find(phrase)
    while start >= 0:
        before, after = text[start - 1 : start], text[start + len(phrase) : start + len(phrase) + 1]
        if not before.isalnum() and not after.isalnum():
            return start
        start = text.find(phrase, start + 1)
    return -1


def _head(words: str) -> str:
    """The noun of a noun phrase: the last word before "with", "wearing" or a comma."""
    first = words.lower().split(",")[0].split(" with ")[0].split(" wearing ")[0].split()
    return first[-1] if first else ""


def _seen(track: Track, t: float, view: Box) -> Box | None:
    box = track.at(t)
    return None if box is None else clip(project(box, view))


def _layer(track: Track, layout: Sequence[Track]) -> tuple[float, int]:
    holder = next((row for row in layout if row.key == track.held_by), None)
    return (max(track.depth, holder.depth), 1) if holder else (track.depth, 0)


def _place(spec: ShotSpec, known: Mapping[tuple[str, str | None], Reference], folder: Path | None) -> EntityRegion:
    place = spec.place
    reference = known.get((place.id, None))
    words = place.description.rstrip(".") or noun_phrase(place)
    return EntityRegion(
        key=place.id,
        entity=place.id,
        stage=None,
        kind="place",
        words=words,
        said=words,
        box=WHOLE,
        depth=-1.0,
        reference=reference,
        crops=_crops(reference, folder),
    )


def _figure(
    spec: ShotSpec,
    track: Track,
    box: Box,
    view: Box,
    t: float,
    counts: Mapping[str, int],
    known: Mapping[tuple[str, str | None], Reference],
    folder: Path | None,
    mask: Mask | None,
) -> EntityRegion:
    entity = spec.cast[track.entity]
    reference = known.get((track.entity, track.stage)) or known.get((track.entity, None))
    return EntityRegion(
        key=track.key,
        entity=track.entity,
        stage=track.stage,
        kind="figure",
        words=noun_phrase(entity, track.stage, count=1 if counts[track.entity] > 1 else None),
        said=noun_phrase(entity, track.stage, count=counts[track.entity]),
        box=box,
        depth=track.depth,
        face=_face(track, t, view),
        person=is_person(entity),
        mask=None if mask is None else _unit(mask),
        reference=reference,
        crops=_crops(reference, folder),
        hold=spec.identity.get(track.entity, 1.0),
    )


def is_person(entity: Entity) -> bool:
    """Whether an entity is a human being: a character of no species."""
    return entity.kind == "character" and entity.attributes.species is None


def _face(track: Track, t: float, view: Box) -> Box | None:
    """The head's square over the picture."""
    box = track.at(t)
    if track.head is None or box is None:
        return None
    wide, tall = box[2] - box[0], box[3] - box[1]
    across = track.head[0] if track.facing != "left" else 1 - track.head[0]
    x, y, half = box[0] + across * wide, box[1] + track.head[1] * tall, track.head[2] * tall / 2
    return clip(project((x - half, y - half, x + half, y + half), view))


def _crops(reference: Reference | None, folder: Path | None) -> dict[str, Path] | None:
    if reference is None or folder is None:
        return None
    return {view: folder / file for view, file in reference.crops.items()}


def _lost(rows: Sequence[EntityRegion], spec: ShotSpec) -> list[str]:
    figures = [row for row in rows if row.kind == "figure"]
    bare = dict.fromkeys(spec.cast[row.entity].name for row in figures if row.mask is None)
    unknown = dict.fromkeys(spec.cast[row.entity].name for row in figures if row.reference is None)
    return [BOXES_FOR_MASKS.format(who=who) for who in bare] + [NO_REFERENCE.format(who=who) for who in unknown]


def _unit(mask: Mask) -> Mask:
    values = np.asarray(mask, dtype=np.float32)
    return np.asarray(values / 255 if values.size and values.max() > 1 else values, dtype=np.float32)


def _resized(mask: Mask, size: tuple[int, int]) -> Mask:
    """A mask at another size: means over what each new pixel covers, nearest pixels when it grows."""
    return np.asarray(_along(_along(mask, size[1], 0), size[0], 1), dtype=np.float32)


def _along(values: Mask, length: int, axis: int) -> Mask:
    edges = np.arange(length + 1) * values.shape[axis] / length
    summed = np.concatenate(
        [np.zeros_like(np.take(values, [0], axis)), np.cumsum(values, axis, dtype=np.float64)], axis
    )
    whole = np.minimum(np.floor(edges).astype(int), values.shape[axis])
    part = edges - whole
    padded = np.concatenate([values, np.take(values, [-1], axis)], axis)
    shape = [1, 1]
    shape[axis] = -1
    total = np.take(summed, whole, axis) + np.take(padded, whole, axis) * part.reshape(shape)
    return np.asarray(np.diff(total, axis=axis) * length / values.shape[axis], dtype=np.float32)


def _ramp(low: float, high: float, length: int, soft: float) -> Mask:
    """1 on the pixels between two shares of a length, falling to 0 at both ends over `soft`."""
    first, last = int(np.floor(low * length)), max(int(np.ceil(high * length)), int(np.floor(low * length)) + 1)
    at = np.arange(length)
    inside = ((at >= first) & (at < last)).astype(np.float32)
    if soft <= 0:
        return np.asarray(inside, dtype=np.float32)
    depth = np.minimum(at - first + 1, last - at) / max(soft * length, 1.0)
    return np.asarray(inside * np.clip(depth, 0, 1), dtype=np.float32)
