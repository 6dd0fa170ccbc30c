"""Owns the camera of a continued take: one smooth path of windows through what its shots want to see.

Does not know: tracks, who is filmed.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy.interpolate import CubicHermiteSpline, pchip_interpolate

from planners.plan import Box, Camera, Shot, window

KEYS = 13
"""Windows on the path of one shot."""
SIDES = (-0.12, 1.12)
"""How far a window may leave the stage to the left and right; places are painted beyond it."""


def shifted_camera(camera: Camera, start: float, end: float) -> Camera:
    """A camera whose fixed windows are moved to the right: the first one by `start`, the last one by `end`."""
    path = tuple((t, _shifted(box, start + (end - start) * t)) for t, box in camera.path)
    windows = {
        "start": None if camera.start is None else _shifted(camera.start, start),
        "end": None if camera.end is None else _shifted(camera.end, end),
    }
    return camera.model_copy(update={**windows, "path": path})


def _shifted(box: Box, dx: float) -> Box:
    return (box[0] + dx, box[1], box[2] + dx, box[3])


def _inside(box: Box) -> Box:
    return _shifted(box, min(max(0.0, SIDES[0] - box[0]), SIDES[1] - box[2]))


def one_camera(take: Sequence[Shot], size: tuple[int, int]) -> list[Shot]:
    """The shots of a take with their parts of one camera path, at the angle of the first.

    The path goes through the first window and every shot's last one. Its speed does not break at the cuts (monotone
    cubics: Fritsch and Carlson, 1980), and is nothing at both ends.
    """
    ends = np.cumsum([shot.frames for shot in take])
    times = np.concatenate([[0], ends - 1]).astype(float)
    views = [window(take[0], 0.0, size), *(window(shot, 1.0, size) for shot in take)]
    views = [_inside(view) for view in views]
    # Middle and side: so every window between keeps the frame's aspect.
    points = np.array([((x0 + x1) / 2, (y0 + y1) / 2, x1 - x0) for x0, y0, x1, y1 in views])
    slopes = np.stack([_slopes(times, column) for column in points.T], axis=1)
    curve = CubicHermiteSpline(times, points, slopes)
    out = []
    for shot, end in zip(take, ends, strict=True):
        path = tuple(_key(t, curve(end - shot.frames + t * (shot.frames - 1))) for t in np.linspace(0, 1, KEYS))
        angle = take[0].camera.angle
        out.append(shot.model_copy(update={"camera": shot.camera.model_copy(update={"path": path, "angle": angle})}))
    return out


def _slopes(times: np.ndarray, values: np.ndarray) -> np.ndarray:
    found = np.asarray(pchip_interpolate(times, values, times, der=1))
    found[[0, -1]] = 0.0
    return found


def _key(t: float, point: np.ndarray) -> tuple[float, Box]:
    x, y, side = (float(value) for value in point)
    box = (x - side / 2, y - side / 2, x + side / 2, y + side / 2)
    return round(float(t), 4), (round(box[0], 5), round(box[1], 5), round(box[2], 5), round(box[3], 5))
