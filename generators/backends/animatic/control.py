"""Owns the control signal: masks, tight boxes and depth order of the figures in one frame.

Learned backends condition on it; tests measure with it how far the picture obeys `Plan.boxes`.
Does not know: what the control is used for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import skia

from generators import controls as files
from generators.backends.animatic.camera import clock
from generators.backends.animatic.company import Drawn
from generators.backends.animatic.hands import HAND
from generators.backends.animatic.seats import MARK
from generators.backends.animatic.sprites import native, tight_box
from generators.backends.animatic.stage import Stage
from generators.base import Control
from planners.plan import Box, Entity

Mask = npt.NDArray[np.bool_]
SOLID = 110
"""Opacity from which a pixel is a figure's own, of 255."""


@dataclass(frozen=True)
class FrameControl:
    """What of each instance is in one frame."""

    control: Control
    masks: Mapping[str, Mask]
    """Pixels that each instance covers, by track key, shape (height, width); hidden parts included."""


def controls(stage: Stage, frame: int) -> FrameControl:
    """Masks, boxes and depth order of every instance in a frame."""
    width, height = stage.spec.size
    boxes: dict[str, Box] = {}
    masks: dict[str, Mask] = {}
    for item in stage.company.drawn(frame):
        if item.key.startswith((MARK, HAND)):
            continue
        pixels = np.zeros((height, width, 4), np.uint8)
        stage.company.blit(skia.Canvas.MakeRasterDirect(native(width, height), pixels), item)
        seen = tight_box(pixels[:, :, 3])
        if seen is None:
            continue
        boxes[item.key] = (seen[0] / width, seen[1] / height, seen[2] / width, seen[3] / height)
        masks[item.key] = pixels[:, :, 3] >= SOLID
    return FrameControl(control=Control(boxes=boxes, depth=tuple(boxes)), masks=masks)


def seen(stage: Stage, first: int, last: int) -> Iterator[files.FrameControl]:
    """Frames first .. last - 1 as control files have them: whose each visible pixel is.

    Fingers belong to their hand's owner; a seat hides who is behind it and is nobody.
    """
    width, height = stage.spec.size
    numbers = {track.key: number for number, track in enumerate(stage.spec.shot.layout, start=1)}
    pixels = np.zeros((height, width, 4), np.uint8)
    canvas = skia.Canvas.MakeRasterDirect(native(width, height), pixels)
    for frame in range(first, last):
        ids = np.zeros((height, width), np.uint16)
        order: list[str] = []
        for item in stage.company.drawn(frame):
            rows, columns = _reach(item, width, height)
            stage.company.blit(canvas, item)
            part = pixels[rows, columns]
            ids[rows, columns][part[:, :, 3] >= SOLID] = numbers.get(item.key.removeprefix(HAND), 0)
            part[:] = 0
            order.append(item.key)
        boxes = {key: box for key in order if key in numbers and (box := _box(ids == numbers[key])) is not None}
        yield files.FrameControl(Control(boxes=boxes, depth=tuple(boxes)), ids)


def _reach(item: Drawn, width: int, height: int) -> tuple[slice, slice]:
    """Rows and columns of the frame that a figure's image may touch."""
    sprite, at = item.sprite, item.placement
    kx, ky = at.sx / sprite.sx, at.sy / sprite.sy * item.acting.squash
    left, top = at.x + sprite.left * kx - 2, at.y + sprite.top * ky - 2
    right, bottom = left + sprite.image.width() * kx + 4, at.y + (sprite.top + sprite.image.height()) * ky + 2
    columns = slice(int(min(max(left, 0), width)), int(min(max(right + 1, 0), width)))
    return slice(int(min(max(top, 0), height)), int(min(max(bottom + 1, 0), height))), columns


def _box(mask: Mask) -> Box | None:
    found = tight_box(mask.astype(np.uint8), floor=1)
    height, width = mask.shape
    return None if found is None else (found[0] / width, found[1] / height, found[2] / width, found[3] / height)


def kinds(stage: Stage) -> dict[str, str]:
    """What each instance is, by track key: person, animal or thing."""
    cast = stage.spec.cast
    return {track.key: _kind(cast[track.entity]) for track in stage.spec.shot.layout}


def _kind(entity: Entity) -> str:
    if entity.attributes.species:
        return "animal"
    return "person" if entity.kind == "character" else "thing"


def iou(a: Box, b: Box) -> float:
    """Intersection over union of two boxes, 0..1."""
    wide = max(0.0, min(a[2], b[2]) - max(a[0], b[0]))
    tall = max(0.0, min(a[3], b[3]) - max(a[1], b[1]))
    both = wide * tall
    areas = (a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1])
    return both / (areas - both) if areas > both else 0.0


def obedience(stage: Stage, planned: Mapping[str, Box], frame: int) -> dict[str, float]:
    """IoU of each planned box with what is drawn, by track key; 0 for what is planned but not drawn.

    Args:
        stage: Draws the shot.
        planned: `Plan.boxes` of the shot at the frame's time.
        frame: Of the shot.
    """
    drawn = controls(stage, frame).control.boxes
    return {key: iou(box, drawn[key]) if key in drawn else 0.0 for key, box in planned.items()}


def moment(stage: Stage, frame: int) -> float:
    """Time of a frame in [0, 1], as `Plan.boxes` counts it."""
    return clock(stage.spec.shot, frame)
