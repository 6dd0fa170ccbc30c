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
from typing import NamedTuple

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
_WIDTHS = (0.2, 0.34, 0.5, 0.7)
"""Widths of a figure that are tried in a photo, as shares of its width."""
_LEAST, _MOST = 0.02, 0.97
"""Share of the picture that a figure can have."""


@dataclass(frozen=True, eq=False)
class Cut:
    """A figure without its surroundings."""

    rgba: Pixels
    """(height, width, 4), tight around the figure; colours are not multiplied by alpha."""
    engine: str
    downgrades: tuple[str, ...] = ()


class Ground(NamedTuple):
    """A plain ground."""

    colour: tuple[float, float, float]
    """RGB in 0..255."""
    spread: float
    """How far nine tenths of it are from the colour, in levels of 0..255."""


def plain_ground(picture: Pixels) -> Ground | None:
    """Colour and unevenness of the plain ground that a picture's top and sides show; None when it is not plain."""
    border = _border(picture)
    colour = np.median(border, axis=0)
    spread = float(np.quantile(np.abs(border - colour).max(axis=1), 0.9))
    return Ground((float(colour[0]), float(colour[1]), float(colour[2])), spread) if spread <= _EVEN else None


def cut_out(picture: Pixels, *, engine: str | None = None, ground: Ground | None = None) -> Cut:
    """Take the background of a picture away.

    Args:
        picture: RGB, (height, width, 3).
        engine: `PLAIN`, `GRABCUT` or `REMBG`; None: by the colour of a plain ground, else rembg when it is there, else
            GrabCut.
        ground: The plain ground that it is known to be drawn on; None: its own border tells.
    """
    plain = ground or plain_ground(picture)
    chosen = engine or (PLAIN if plain is not None else REMBG if rembg_ready() else GRABCUT)
    lost = (NO_REMBG,) if chosen == GRABCUT and engine is None else ()
    if chosen == PLAIN and plain is not None:
        return _kept(_against_ground(picture, plain, holes=ground is not None), picture, PLAIN, lost)
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


def _against_ground(picture: Pixels, ground: Ground, *, holes: bool) -> Pixels:
    """What differs from the ground's colour and is not joined to the border by it.

    On drawn paper that is known to be the ground, gaps inside of a figure are seen through; in a photo a white shirt
    before a white wall stays.
    """
    colour = np.array(ground.colour, dtype=np.float32)
    away = np.abs(picture.astype(np.float32) - colour).max(axis=2)
    flat = holes and ground.spread <= _FLAT
    like = away <= (2.0 if ground.spread <= _FLAT else 3 * ground.spread + 6.0)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(like.astype(np.uint8), connectivity=4)
    edge = np.unique(np.concatenate([labels[0], labels[-1], labels[:, 0], labels[:, -1]]))
    wanted = [number for number in range(1, count) if number in edge or (flat and stats[number, 4] >= _SPECK)]
    return _matted(picture, np.isin(labels, wanted), colour)


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
    """The middle against what is around it, at a small size; of several widths the one whose sides differ most."""
    height, width = picture.shape[:2]
    scale = min(1.0, _SIDE / max(height, width))
    size = (max(16, round(width * scale)), max(16, round(height * scale)))
    small = cv2.resize(picture, size, interpolation=cv2.INTER_AREA)
    tried = [_cut_within(small, share) for share in _WIDTHS]
    figure = max(tried, key=lambda mask: _apart(small, mask))
    soft = cv2.GaussianBlur(figure.astype(np.float32), (0, 0), 1.0)
    alpha = cv2.resize(soft, (width, height), interpolation=cv2.INTER_CUBIC)
    alpha = np.clip((alpha - 0.3) / 0.4, 0, 1)
    return np.dstack([picture, np.round(alpha * 255).astype(np.uint8)])


def _cut_within(small: Pixels, share: float) -> Pixels:
    """GrabCut with a figure in the middle that is about so wide, as a share of the picture's width."""
    mask = _guess((small.shape[1], small.shape[0]), share)
    cv2.setRNGSeed(0)
    cv2.grabCut(small, mask, None, np.zeros((1, 65)), np.zeros((1, 65)), 4, cv2.GC_INIT_WITH_MASK)
    return _largest(((mask == cv2.GC_FGD) | (mask == cv2.GC_PR_FGD)).astype(np.uint8))


def _guess(size: tuple[int, int], share: float) -> Pixels:
    """Not far at the sides or along the top; likely in the middle, and below it."""
    width, height = size
    mask = np.full((height, width), cv2.GC_BGD, np.uint8)
    half, middle = share * width / 2, width / 2
    mask[round(0.02 * height) :, round(max(middle - 1.7 * half, 2)) : round(min(middle + 1.7 * half, width - 2))] = (
        cv2.GC_PR_BGD
    )
    centre = (width // 2, round(height * 0.56))
    cv2.ellipse(mask, centre, (round(half * 0.8), round(height * 0.46)), 0, 0, 360, cv2.GC_PR_FGD, -1)
    return mask


def _apart(small: Pixels, figure: Pixels) -> float:
    """How little the colours just inside and just outside of a cut have in common, 0..1; 0 for no cut."""
    if not _LEAST <= float(figure.mean()) <= _MOST:
        return 0.0
    reach = np.ones((2 * (max(figure.shape) // 40) + 1,) * 2, np.uint8)
    outside = (cv2.dilate(figure, reach) > 0) & (figure == 0)
    lab = cv2.cvtColor(small, cv2.COLOR_RGB2LAB)
    inside = (figure > 0) & (cv2.erode(figure, reach, borderValue=1) == 0)
    rows = [
        cv2.calcHist([lab], [0, 1, 2], part.astype(np.uint8), [8, 12, 12], [0, 256] * 3) for part in (inside, outside)
    ]
    for row in rows:
        cv2.normalize(row, row, 1.0, 0.0, cv2.NORM_L1)
    return float(cv2.compareHist(rows[0], rows[1], cv2.HISTCMP_BHATTACHARYYA))


def _largest(mask: Pixels) -> Pixels:
    """Its largest part and all that have a tenth of that; holes are filled, unless they are large."""
    closed = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((5, 5), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(closed, connectivity=4)
    if count < 2:
        return np.asarray(closed, dtype=np.uint8)
    most = stats[1:, 4].max()
    kept = [number for number in range(1, count) if stats[number, 4] >= 0.1 * most]
    figure = np.isin(labels, kept).astype(np.uint8)
    holes, inner, sizes, _ = cv2.connectedComponentsWithStats(1 - figure, connectivity=4)
    small = [number for number in range(1, holes) if sizes[number, 4] < 0.02 * most]
    return np.asarray(figure | np.isin(inner, small), dtype=np.uint8)


def _by_rembg(picture: Pixels) -> Pixels:
    """U2-Net through rembg (Qin et al. 2020; VideoStudio's own choice)."""
    rembg = importlib.import_module("rembg")
    cut = rembg.remove(picture, session=rembg.new_session("u2net"))
    return np.asarray(cut, dtype=np.uint8)
