"""Owns taking the background away: a picture in, its figure with transparent surroundings out, and which engine did it.

Sheets on plain paper are cut by the paper's colour; photos by `rembg` when it is installed with its weights, else by
GrabCut (Rother et al. 2004). Does not know: who is in the picture.
"""

from __future__ import annotations

import importlib
import itertools
import os
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt

Pixels = npt.NDArray[np.uint8]
Bits = npt.NDArray[np.bool_]
Values = npt.NDArray[np.float32]

PLAIN, GRABCUT, REMBG, UNCUT = "border@1", "grabcut@1", "rembg:u2net", "none"
"""Names of the engines."""
NO_REMBG = (
    "the background was taken away by GrabCut: rembg is not installed with its weights, which cuts photos better."
)
NOT_CUT = "the background could not be told from the figure: the picture is used whole, and its background may show."
_REMBG_FILE = "u2net.onnx"
_FLAT = 1.5
"""Spread of a border's colour up to which it is drawn paper, whose holes can be told by colour alone."""
_EVEN = 14.0
"""Spread up to which it is a plain ground at all."""
_SPECK = 24
"""Pixels of a hole that are too few to be one."""
_SIDE = 480
"""Longer side in pixels at which GrabCut works."""
_LEAST, _MOST = 0.02, 0.97
"""Share of the picture that a figure can have."""


@dataclass(frozen=True, eq=False)
class Cut:
    """A figure without its surroundings."""

    rgba: Pixels
    """(height, width, 4), tight around the figure; colours are not multiplied by alpha."""
    engine: str
    downgrades: tuple[str, ...] = ()


def cut_out(picture: Pixels, *, engine: str | None = None) -> Cut:
    """Take the background of a picture away.

    Args:
        picture: RGB, (height, width, 3).
        engine: `PLAIN`, `GRABCUT` or `REMBG`; None: by the colour of a plain ground, else rembg when it is there, else
            GrabCut.
    """
    spread = _border_spread(picture)
    chosen = engine or (PLAIN if spread <= _EVEN else REMBG if rembg_ready() else GRABCUT)
    lost = (NO_REMBG,) if chosen == GRABCUT and engine is None else ()
    if chosen == PLAIN:
        return _kept(_against_ground(picture, spread), picture, PLAIN, lost)
    if chosen == REMBG:
        return _kept(_by_rembg(picture), picture, REMBG, lost)
    return _kept(_by_grabcut(picture), picture, GRABCUT, lost)


def rembg_ready() -> bool:
    """Whether rembg is installed and its weights are on this machine; nothing is downloaded."""
    home = Path(os.environ.get("U2NET_HOME") or Path.home() / ".u2net").expanduser()
    return find_spec("rembg") is not None and (home / _REMBG_FILE).is_file()


def over(rgba: Pixels, colour: tuple[int, int, int]) -> Pixels:
    """A cut-out on a plain colour, RGB."""
    alpha = rgba[:, :, 3:].astype(np.float32) / 255
    mixed = rgba[:, :, :3].astype(np.float32) * alpha + np.array(colour, np.float32) * (1 - alpha)
    return np.asarray(np.round(mixed), dtype=np.uint8)


def _kept(rgba: Pixels, picture: Pixels, engine: str, lost: tuple[str, ...]) -> Cut:
    """The cut, tight; the whole picture when the cut makes no sense."""
    solid = rgba[:, :, 3] > 127
    if not _LEAST <= float(solid.mean()) <= _MOST:
        opaque = np.full((*picture.shape[:2], 1), 255, np.uint8)
        return Cut(np.concatenate([picture, opaque], axis=2), UNCUT, (NOT_CUT,))
    seen = rgba[:, :, 3] > 0
    rows, columns = np.flatnonzero(seen.any(axis=1)), np.flatnonzero(seen.any(axis=0))
    tight = rgba[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    return Cut(np.ascontiguousarray(tight), engine, lost)


# -- plain grounds ------------------------------------------------------------------------------------


def _border(picture: Pixels) -> Values:
    """Its colours along the top and both sides; a figure often stands on the lower edge."""
    edges = [picture[:2].reshape(-1, 3), picture[:, :2].reshape(-1, 3), picture[:, -2:].reshape(-1, 3)]
    return np.concatenate(edges).astype(np.float32)


def _border_spread(picture: Pixels) -> float:
    """How far nine tenths of the border are from its median colour, in levels of 0..255."""
    border = _border(picture)
    away = np.abs(border - np.median(border, axis=0)).max(axis=1)
    return float(np.quantile(away, 0.9))


def _against_ground(picture: Pixels, spread: float) -> Pixels:
    """What differs from the ground's colour; on drawn paper, gaps inside of a figure are seen through."""
    ground = np.median(_border(picture), axis=0)
    away = np.abs(picture.astype(np.float32) - ground).max(axis=2)
    flat = spread <= _FLAT
    like = away <= (2.0 if flat else 3 * spread + 6.0)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(like.astype(np.uint8), connectivity=4)
    edge = np.unique(np.concatenate([labels[0], labels[-1], labels[:, 0], labels[:, -1]]))
    wanted = [number for number in range(1, count) if number in edge or (flat and stats[number, 4] >= _SPECK)]
    return _matted(picture, np.isin(labels, wanted), ground.astype(np.float32))


def _matted(picture: Pixels, ground: Bits, colour: Values) -> Pixels:
    """Alpha on the outermost pixels by how much of the ground is mixed in (C = a F + (1 - a) B), and their own F."""
    figure = ~ground
    edge = figure & (cv2.dilate(ground.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0)
    seen = np.where(figure[:, :, None], picture.astype(np.float32) - colour, 0.0).astype(np.float32)
    solid = _farthest(seen)
    share = np.clip((seen * solid).sum(axis=2) / np.maximum((solid**2).sum(axis=2), 1.0), 0, 1)
    alpha = np.where(edge, share, figure.astype(np.float32))
    shown = np.where(edge[:, :, None], np.clip(solid + colour, 0, 255), picture)
    return np.dstack([np.round(shown).astype(np.uint8), np.round(alpha * 255).astype(np.uint8)])


def _farthest(seen: Values) -> Values:
    """For every pixel the difference, among its 5 x 5 neighbours', that is farthest from the ground's colour."""
    height, width = seen.shape[:2]
    away = np.abs(seen).max(axis=2)
    padded, sizes = np.pad(seen, ((2, 2), (2, 2), (0, 0))), np.pad(away, 2)
    best, most = seen.copy(), away.copy()
    for y, x in itertools.product(range(5), range(5)):
        here = sizes[y : y + height, x : x + width]
        nearer = here > most
        best[nearer] = padded[y : y + height, x : x + width][nearer]
        most[nearer] = here[nearer]
    return best


# -- photos -------------------------------------------------------------------------------------------


def _by_grabcut(picture: Pixels) -> Pixels:
    """The middle against the top and both sides, at a small size; the edge at full size from the small mask."""
    height, width = picture.shape[:2]
    scale = min(1.0, _SIDE / max(height, width))
    size = (max(16, round(width * scale)), max(16, round(height * scale)))
    small = cv2.resize(picture, size, interpolation=cv2.INTER_AREA)
    mask = _guess(size)
    cv2.setRNGSeed(0)
    cv2.grabCut(small, mask, None, np.zeros((1, 65)), np.zeros((1, 65)), 5, cv2.GC_INIT_WITH_MASK)
    figure = _largest(((mask == cv2.GC_FGD) | (mask == cv2.GC_PR_FGD)).astype(np.uint8))
    soft = cv2.GaussianBlur(figure.astype(np.float32), (0, 0), 1.0)
    alpha = cv2.resize(soft, (width, height), interpolation=cv2.INTER_CUBIC)
    alpha = np.clip((alpha - 0.3) / 0.4, 0, 1)
    return np.dstack([picture, np.round(alpha * 255).astype(np.uint8)])


def _guess(size: tuple[int, int]) -> Pixels:
    """Where a figure of a photo may be: not along the top and the sides, likely in the middle and below it."""
    width, height = size
    mask = np.full((height, width), cv2.GC_PR_BGD, np.uint8)
    cv2.ellipse(mask, (width // 2, height // 2), (int(width * 0.36), int(height * 0.44)), 0, 0, 360, cv2.GC_PR_FGD, -1)
    rim = max(2, round(0.02 * min(size)))
    mask[:rim] = cv2.GC_BGD
    mask[:, :rim] = cv2.GC_BGD
    mask[:, -rim:] = cv2.GC_BGD
    return mask


def _largest(mask: Pixels) -> Pixels:
    """Its largest part and all that have a tenth of that, without small holes."""
    closed = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((5, 5), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(closed, connectivity=4)
    if count < 2:
        return np.asarray(closed, dtype=np.uint8)
    most = stats[1:, 4].max()
    kept = [number for number in range(1, count) if stats[number, 4] >= 0.1 * most]
    return np.asarray(np.isin(labels, kept), dtype=np.uint8)


def _by_rembg(picture: Pixels) -> Pixels:
    """U2-Net through rembg (Qin et al. 2020; VideoStudio's own choice)."""
    rembg = importlib.import_module("rembg")
    cut = rembg.remove(picture, session=rembg.new_session("u2net"))
    return np.asarray(cut, dtype=np.uint8)
