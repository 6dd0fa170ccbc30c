"""Owns finding a face in a photo: OpenCV's YuNet (Wu et al. 2023) when its weights are on this machine.

Does not know: whose face it is.
"""

from __future__ import annotations

import os
from pathlib import Path

import cv2

from generators.cutout import Pixels
from planners.plan import Box

WEIGHTS = "STORYREEL_FACE_DETECTOR"
"""Environment variable: path of `face_detection_yunet_2023mar.onnx` (OpenCV's model zoo)."""
_SIDE = 640
"""Longer side in pixels at which faces are looked for."""
_SURE = 0.7
_AROUND = 0.35
"""What is added on each side, so that hair and chin are in."""


def detector_ready() -> bool:
    """Whether the weights are here; nothing is downloaded."""
    return _weights().is_file()


def detector_file() -> Path | None:
    """Path of the weights; None when they are not here."""
    return _weights() if detector_ready() else None


def find_face(picture: Pixels) -> Box | None:
    """The largest face with its hair and chin in [0, 1]; None when there is none, or no detector.

    Args:
        picture: RGB, (height, width, 3).
    """
    if not detector_ready():
        return None
    height, width = picture.shape[:2]
    scale = min(1.0, _SIDE / max(height, width))
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    small = cv2.resize(picture[:, :, ::-1], size, interpolation=cv2.INTER_AREA)
    _, faces = cv2.FaceDetectorYN.create(str(_weights()), "", size, _SURE).detect(small)
    if faces is None or not len(faces):
        return None
    x, y, wide, tall = max((row[:4] for row in faces), key=lambda row: row[2] * row[3])
    grown = (x - _AROUND * wide, y - _AROUND * tall, x + (1 + _AROUND) * wide, y + (1 + _AROUND) * tall)
    sides = (size[0], size[1], size[0], size[1])
    left, top, right, bottom = (min(max(float(at) / side, 0.0), 1.0) for at, side in zip(grown, sides, strict=True))
    return (left, top, right, bottom)


def _weights() -> Path:
    return Path(os.environ.get(WEIGHTS) or Path.home() / ".cache/storyreel/face_detection_yunet_2023mar.onnx")
