"""Owns the comparison of the plan's boxes with where a model saw each instance, as numbers and as a small picture.

Does not know: how attention is read, who made the picture.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from planners import Box

WIDTH = 640
"""Of the picture, in pixels."""
MISSED: Mapping[str, float | None] = {"attended": None, "guide": 0.0}
"""Overlap of what has no box: attention did not watch it, the guide does not show it."""
NOT_TOLD = "{maker} does not tell where it saw anybody: there is only the guide to compare the plan with"
UNWATCHED = "not watched, as the words for it are shared or cut off: {who}"
PLANNED, ATTENDED = (255, 255, 255), (60, 120, 255)
"""Colours of the boxes, blue first."""


def overlap(a: Box, b: Box) -> float:
    """Intersection over union of two boxes, 0 to 1."""
    wide = max(0.0, min(a[2], b[2]) - max(a[0], b[0]))
    tall = max(0.0, min(a[3], b[3]) - max(a[1], b[1]))
    areas = sum((box[2] - box[0]) * (box[3] - box[1]) for box in (a, b))
    return wide * tall / (areas - wide * tall) if areas > wide * tall else 0.0


def rows(
    planned: Mapping[str, Box], attended: Mapping[str, Box], drawn: Mapping[str, Box]
) -> dict[str, dict[str, Any]]:
    """By track key: the plan's box, the box that was attended to, the guide's, and how far each agrees with the plan.

    Args:
        planned: Visible boxes of the plan at the picture's moment.
        attended: Where the model's attention saw each that was watched.
        drawn: Tight boxes of the guide, empty without one.
    """
    table: dict[str, dict[str, Any]] = {}
    for key, box in planned.items():
        table[key] = {"planned": box}
        for name, seen in (("attended", attended), ("guide", drawn)):
            if seen:
                found = seen.get(key)
                table[key] |= {name: found, f"{name}_iou": round(overlap(box, found), 3) if found else MISSED[name]}
    return table


def note(maker: str, planned: Mapping[str, Box], attended: Mapping[str, Box], *, attends: bool) -> str:
    """Of whom it is not told where the model saw them, and why; empty when it is told of all."""
    if not planned or planned.keys() <= attended.keys():
        return ""
    if not attends or not attended:
        return NOT_TOLD.format(maker=maker)
    return UNWATCHED.format(who=", ".join(key for key in planned if key not in attended))


def save_picture(image: Path, planned: Mapping[str, Box], attended: Mapping[str, Box], out: Path) -> None:
    """Draw both boxes of each instance over a picture: the plan's white, the attended one orange with its name."""
    data = np.asarray(cv2.imdecode(np.fromfile(image, np.uint8), cv2.IMREAD_COLOR))
    height = round(data.shape[0] * WIDTH / data.shape[1])
    shown = np.ascontiguousarray(cv2.resize(data, (WIDTH, height), interpolation=cv2.INTER_AREA))
    for boxes, colour in ((planned, PLANNED), (attended, ATTENDED)):
        for key, box in boxes.items():
            corners = [(round(box[i] * WIDTH), round(box[i + 1] * height)) for i in (0, 2)]
            cv2.rectangle(shown, corners[0], corners[1], (0, 0, 0), 4)
            cv2.rectangle(shown, corners[0], corners[1], colour, 2)
            if colour == ATTENDED:
                at = (corners[0][0] + 4, max(corners[0][1] + 16, 16))
                cv2.putText(shown, key, at, cv2.FONT_HERSHEY_SIMPLEX, 0.45, (0, 0, 0), 3, cv2.LINE_AA)
                cv2.putText(shown, key, at, cv2.FONT_HERSHEY_SIMPLEX, 0.45, colour, 1, cv2.LINE_AA)
    out.parent.mkdir(parents=True, exist_ok=True)
    part = out.with_name(f".{out.stem}.part{out.suffix}")
    cv2.imencode(".png", shown)[1].tofile(part)
    part.replace(out)
