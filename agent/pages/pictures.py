"""Owns pictures on a page: files of the run folder -> compact JPEGs as data URIs; a former page's are taken over.

Does not know: which pictures a page shows.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from agent.pages.values import Picture

QUALITY = 80
"""Of JPEG, 0 to 100."""
FRAME = 480
"""Longer side of a clip's frame on a page, in pixels."""
_HELD = re.compile(r'data-p="([\w.,-]+)" width="(\d+)" height="(\d+)" src="(data:image/jpeg;base64,[A-Za-z0-9+/=]+)"')
Pixels = NDArray[np.uint8]
_PAPER = (244, 247, 250)
"""BGR that is seen through transparent pictures."""


@dataclass(frozen=True)
class Encoded:
    """A picture as it stands on a page."""

    uri: str
    width: int
    height: int


def encode(root: Path, pictures: Iterable[Picture], former: str = "") -> dict[str, Encoded]:
    """Every picture by its key; files that are gone or damaged are absent.

    Args:
        root: The run folder.
        pictures: What is needed.
        former: The page as it was: its pictures that are still the same are not made again.
    """
    held = {key: Encoded(uri, int(width), int(height)) for key, width, height, uri in _HELD.findall(former)}
    wanted = {picture.key: picture for picture in pictures}
    files: dict[str, list[Picture]] = {}
    for key, picture in wanted.items():
        if key not in held:
            files.setdefault(picture.file, []).append(picture)
    with ThreadPoolExecutor() as pool:
        fresh = list(pool.map(lambda item: _of_file(root / item[0], item[1]), files.items()))
    found = {key: held[key] for key in wanted if key in held}
    for part in fresh:
        found |= part
    return found


def _of_file(path: Path, pictures: list[Picture]) -> Mapping[str, Encoded]:
    try:
        raw = np.fromfile(path, dtype=np.uint8)
    except OSError:
        return {}
    pixels = cv2.imdecode(raw, cv2.IMREAD_UNCHANGED) if raw.size else None
    if pixels is None:
        return {}
    opaque = _opaque(pixels)
    return {picture.key: _encoded(opaque, picture) for picture in pictures}


def _opaque(pixels: Pixels) -> Pixels:
    if pixels.dtype != np.uint8:
        pixels = np.asarray(pixels // 257, np.uint8)
    if pixels.ndim == 2:
        return np.repeat(pixels[:, :, None], 3, axis=2)
    if pixels.shape[2] == 3:
        return pixels
    share = pixels[:, :, 3:].astype(np.float32) / 255
    mixed: Pixels = (pixels[:, :, :3] * share + np.array(_PAPER, np.float32) * (1 - share)).astype(np.uint8)
    return mixed


def _encoded(pixels: Pixels, picture: Picture) -> Encoded:
    height, width = pixels.shape[:2]
    if picture.crop is not None:
        x0, y0, x1, y1 = picture.crop
        left, top = min(int(x0 * width), width - 1), min(int(y0 * height), height - 1)
        pixels = pixels[top : max(int(y1 * height), top + 1), left : max(int(x1 * width), left + 1)]
        height, width = pixels.shape[:2]
    share = min(1.0, picture.side / max(width, height))
    small = (max(round(width * share), 1), max(round(height * share), 1))
    shown = cv2.resize(pixels, small, interpolation=cv2.INTER_AREA) if share < 1 else pixels
    done, data = cv2.imencode(".jpg", shown, [cv2.IMWRITE_JPEG_QUALITY, QUALITY, cv2.IMWRITE_JPEG_OPTIMIZE, 1])
    text = base64.b64encode(data.tobytes()).decode("ascii") if done else ""
    return Encoded(f"data:image/jpeg;base64,{text}", *small)


def frame(video: Path, number: int) -> Encoded | None:
    """One frame of a clip, counted from its first; None when it cannot be read."""
    clip = cv2.VideoCapture(str(video))
    try:
        clip.set(cv2.CAP_PROP_POS_FRAMES, number)
        there, pixels = clip.read()
    finally:
        clip.release()
    return _encoded(np.asarray(pixels, np.uint8), Picture(video.name, "", FRAME)) if there else None


def still(path: Path) -> Encoded | None:
    """A picture file; None when it cannot be read."""
    return _of_file(path, [found := Picture(path.name, "", FRAME)]).get(found.key)
