"""Owns regions of a still that are made anew: which pixels belong to them, and how they are laid over the still.

What a model paints is laid over the still only inside the regions, with a soft edge that lies inside them too: every
pixel outside stays as it was. Does not know: any model, why a region is made anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt

from generators.artefacts import Keyframe, Reference, ShotSpec
from generators.base import KeyframeRequest, Patch, Repairer, RepairRequest
from generators.crops import read_rgb, write_png

Mask = npt.NDArray[np.float32]
Pixels = npt.NDArray[np.uint8]
ROOM = 0.03
"""Room around a region that is made anew too, in shares of the frame: a figure's edge lies on its box."""
SOFT = 0.02
"""Width of the soft edge, in shares of the shorter side; it lies inside the region."""
LEAST = 0.5
"""Share of a region that must be left when what is to be kept is taken out of it; else nothing is taken out."""


def mask_of(patches: Sequence[Patch], size: tuple[int, int], *, soft: float = SOFT) -> Mask:
    """How much of each pixel is new, (height, width) in [0, 1]: 0 outside of all regions, 1 well inside of one.

    Args:
        patches: The regions.
        size: Width and height in pixels.
        soft: Width of the edge, in shares of the shorter side; 0: no pixel is mixed.
    """
    whole = np.zeros((size[1], size[0]), np.uint8)
    for patch in patches:
        whole |= _region(patch, size)
    if soft <= 0:
        return whole.astype(np.float32)
    inside = cv2.distanceTransform(cv2.copyMakeBorder(whole, 1, 1, 1, 1, cv2.BORDER_REPLICATE), cv2.DIST_L2, 5)
    edge = max(soft * min(size), 1.0)
    return np.asarray(np.clip(inside[1:-1, 1:-1] / edge, 0.0, 1.0) * whole, np.float32)


def laid_over(still: Pixels, painted: Pixels, mask: Mask) -> Pixels:
    """A still with what was painted where the mask says so; untouched where it is 0."""
    new = mask[..., None]
    mixed = painted.astype(np.float32) * new + still.astype(np.float32) * (1 - new)
    return np.where(new > 0, np.round(mixed), still).astype(np.uint8)


def repair_keyframe(
    spec: ShotSpec,
    patches: Sequence[Patch],
    references: tuple[Reference, ...] = (),
    *,
    backend: Repairer,
    folder: Path,
    still: Path,
    image: str,
    t: float,
    number: int = 0,
    digest: str = "",
    guide: str | None = None,
    control: str | None = None,
) -> Keyframe:
    """Make regions of a finished still anew.

    Args:
        spec: The shot.
        patches: The regions, at least one.
        references: Of the entities in it, for generators that condition on pictures.
        backend: An image generator with `repairs`.
        folder: The run folder.
        still: The still as it is.
        image: Path of the repaired still (PNG) relative to `folder`; may be the same file.
        t: The still's moment in [0, 1].
        number: Tells repairs of one still apart.
        digest: What this is made from.
        guide: Path of the guide (PNG) relative to `folder`: a region starts from what it shows there.
        control: Path of the guide's control file relative to `folder`.

    Raises:
        RequestRefused: the generator cannot paint regions with the model that it was given.
    """
    before = read_rgb(still)
    target = folder / image
    target.parent.mkdir(parents=True, exist_ok=True)
    asked = KeyframeRequest(
        spec=spec,
        references=references,
        t=t,
        image=target,
        folder=folder,
        guide=folder / guide if guide else None,
        control=folder / control if control else None,
    )
    made = backend.repair(RepairRequest(still=asked, source=still, patches=tuple(patches), number=number))
    painted = _fitted(read_rgb(target), (before.shape[1], before.shape[0]))
    write_png(target, laid_over(before, painted, mask_of(patches, (before.shape[1], before.shape[0]))))
    able = backend.capabilities()
    return Keyframe(
        maker=f"{able.name}@{able.version}",
        digest=digest,
        downgrades=made.downgrades,
        spec=spec,
        image=image,
        t=t,
        placement=made.placement,
    )


def started(still: Pixels, guide: Pixels | None, patches: Sequence[Patch]) -> Pixels:
    """What a model starts from: the still, with what the guide shows in the regions when there is one."""
    if guide is None:
        return still
    size = (still.shape[1], still.shape[0])
    return laid_over(still, _fitted(guide, size), mask_of(patches, size))


def _region(patch: Patch, size: tuple[int, int]) -> npt.NDArray[np.uint8]:
    region = _filled(patch.region, size, ROOM)
    kept = np.zeros_like(region)
    for box in patch.keep:
        kept |= _filled(box, size, 0.0)
    left = np.asarray(region * (1 - kept), np.uint8)
    return left if left.sum() >= LEAST * region.sum() else region


def _filled(box: tuple[float, float, float, float], size: tuple[int, int], room: float) -> npt.NDArray[np.uint8]:
    width, height = size
    made = np.zeros((height, width), np.uint8)
    x0, y0 = int(max(box[0] - room, 0.0) * width), int(max(box[1] - room, 0.0) * height)
    x1, y1 = round(min(box[2] + room, 1.0) * width), round(min(box[3] + room, 1.0) * height)
    made[y0 : max(y1, y0 + 1), x0 : max(x1, x0 + 1)] = 1
    return made


def _fitted(picture: Pixels, size: tuple[int, int]) -> Pixels:
    if (picture.shape[1], picture.shape[0]) == size:
        return picture
    return np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), np.uint8)
