"""Owns pictures made of control files: depth maps, colours by class, colours by instance, line drawings.

They look as ControlNets were trained to see them: near is light, lines are light on dark, classes have ADE20K's
colours. Does not know: models, who drew the guide.
"""

from __future__ import annotations

import colorsys
from collections.abc import Mapping

import cv2
import numpy as np
import numpy.typing as npt

from generators.controls import Controls

Pixels = npt.NDArray[np.uint8]
RGB = tuple[int, int, int]

HORIZON = 0.45
"""Where the ground begins, as a share of the frame's height."""
FAR, GROUND, NEAREST = 26, 168, 250
"""Brightness of the far distance, of the ground at the frame's lower edge, and of the nearest thing."""
STEP = 14
"""Least difference in brightness between two instances that follow one another in depth."""
LINE_THRESHOLDS = (60, 150)
"""Of the Canny detector (Canny 1986): slopes that go on with a line, and that begin one."""
STROKE = 0.006
"""Width of a scribble's strokes, as a share of the longer side (ours)."""
CLASSES: Mapping[str, RGB] = {"person": (150, 5, 61), "animal": (255, 0, 122), "thing": (255, 173, 0)}
"""ADE20K's colours of a person and an animal as ControlNet's segmentation models know them, and one for things."""
OUTDOORS: tuple[RGB, RGB] = ((6, 230, 230), (4, 250, 7))
INDOORS: tuple[RGB, RGB] = ((120, 120, 120), (80, 50, 50))
"""The same for sky over grass, and for a wall over a floor."""


def depth_map(controls: Controls, frame: int = 0) -> Pixels:
    """Depth of a frame as grey, (height, width): far is dark, near is light.

    The ground grows lighter toward the viewer. Who stands on it has the ground's brightness at the feet, and is
    lighter than everybody farther in the file's depth order.
    """
    shown = controls.frames[frame]
    height = shown.ids.shape[0]
    rows = np.linspace(0, 1, height)
    ground = FAR + (GROUND - FAR) * np.clip((rows - HORIZON) / (1 - HORIZON), 0, 1)
    picture = np.repeat(ground[:, None], shown.ids.shape[1], axis=1)
    order = shown.control.depth
    level = float(FAR)
    for place, key in enumerate(order):
        feet = FAR + (NEAREST - FAR) * max(0.0, (shown.control.boxes[key][3] - HORIZON) / (1 - HORIZON))
        room = NEAREST - STEP * (len(order) - 1 - place)
        level = min(max(level + STEP, feet), max(room, level + 1), NEAREST)
        picture[controls.mask(frame, key)] = level
    return np.round(picture).astype(np.uint8)


def instances(controls: Controls, frame: int = 0) -> Pixels:
    """A colour of its own for each instance, the same in every frame, black where nobody is; (height, width, 3)."""
    golden = 0.618034
    hues = [colorsys.hsv_to_rgb((number * golden) % 1, 0.75, 1.0) for number in range(len(controls.keys))]
    table = np.array([(0.0, 0.0, 0.0), *hues]) * 255
    return np.round(table).astype(np.uint8)[controls.frames[frame].ids]


def classes(controls: Controls, frame: int = 0) -> Pixels:
    """ADE20K's colours of persons, animals and things, before sky and grass or wall and floor; (height, width, 3)."""
    ids = controls.frames[frame].ids
    picture = np.zeros((*ids.shape, 3), np.uint8)
    edge = round(HORIZON * ids.shape[0])
    picture[:edge], picture[edge:] = INDOORS if controls.indoor else OUTDOORS
    for number, key in enumerate(controls.keys, start=1):
        picture[ids == number] = CLASSES.get(controls.kinds.get(key, "thing"), CLASSES["thing"])
    return picture


def line_drawing(picture: npt.NDArray[np.uint8]) -> Pixels:
    """The edges of a picture (height, width, 3), light on dark; (height, width)."""
    grey = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY)
    return np.asarray(cv2.Canny(cv2.GaussianBlur(grey, (3, 3), 0), *LINE_THRESHOLDS), dtype=np.uint8)


def scribble(picture: npt.NDArray[np.uint8]) -> Pixels:
    """The edges of a picture as thick strokes, light on dark, as of a felt pen; (height, width)."""
    edges = line_drawing(picture)
    wide = max(2, round(max(edges.shape) * STROKE))
    pen = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (wide, wide))
    return np.asarray(cv2.dilate(edges, pen), dtype=np.uint8)
