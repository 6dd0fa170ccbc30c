"""Owns colour and light of pictures as statistics, and moving a picture from one set of them to another.

Mean and spread per channel of CIELAB, as Reinhard et al. ("Color transfer between images", 2001) move them; gains are
bounded so that a flat picture is not torn apart. Does not know: joins, clips.
"""

from __future__ import annotations

from typing import NamedTuple

import cv2
import numpy as np

from consistency.joins.frames import Floats, Picture

GAIN = (0.6, 1.7)
"""Least and most by which a channel's spread may be scaled."""


class Tone(NamedTuple):
    """Light and colour of a picture: mean and spread of L (0 .. 100), a and b."""

    mean: Floats
    spread: Floats


def to_lab(picture: Picture) -> Floats:
    """CIELAB of an sRGB picture: L in 0 .. 100, a and b in about -128 .. 127."""
    return np.asarray(cv2.cvtColor(picture.astype(np.float32) / 255.0, cv2.COLOR_RGB2Lab), np.float32)


def from_lab(lab: Floats) -> Picture:
    """The sRGB picture of CIELAB values; what no screen can show is clipped."""
    rgb = cv2.cvtColor(lab, cv2.COLOR_Lab2RGB)
    return np.asarray(np.clip(rgb * 255.0 + 0.5, 0, 255), np.uint8)


def tone(picture: Picture) -> Tone:
    """Its light and colour, measured on a small copy."""
    scale = min(1.0, 160 / picture.shape[1])
    small = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    lab = to_lab(small).reshape(-1, 3)
    return Tone(lab.mean(axis=0), lab.std(axis=0))


def between(a: Tone, b: Tone, share: float) -> Tone:
    """A tone on the way from one to the other."""
    return Tone(*(x + (y - x) * np.float32(share) for x, y in zip(a, b, strict=True)))


def toned(picture: Picture, old: Tone, new: Tone) -> Picture:
    """The picture moved from tone `old`, which it has, to `new`."""
    gain = np.clip(new.spread / np.maximum(old.spread, 1e-3), *GAIN)
    flat = old.spread < 0.5
    gain = np.where(flat, 1.0, gain).astype(np.float32)
    return from_lab(np.asarray((to_lab(picture) - old.mean) * gain + new.mean, np.float32))


def distance(a: Tone, b: Tone) -> float:
    """How far two tones are apart, in units of CIELAB (about 2 is just seen): means and spreads together."""
    return float(np.sqrt(np.square(a.mean - b.mean).sum() + np.square(a.spread - b.spread).sum()))
