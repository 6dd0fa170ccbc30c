"""Owns the control signal: masks, tight boxes and depth order of the figures in one frame.

Learned backends condition on it; tests measure with it how far the picture obeys `Plan.boxes`.
Does not know: what the control is used for.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import skia

from generators.backends.animatic.camera import clock
from generators.backends.animatic.hands import HAND
from generators.backends.animatic.seats import MARK
from generators.backends.animatic.sprites import native, tight_box
from generators.backends.animatic.stage import Stage
from generators.base import Control
from planners.plan import Box

Mask = npt.NDArray[np.bool_]


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
        masks[item.key] = pixels[:, :, 3] >= 110
    return FrameControl(control=Control(boxes=boxes, depth=tuple(boxes)), masks=masks)


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
