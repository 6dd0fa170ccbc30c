"""Owns who takes part in a picture, for models that bind words and reference pictures to each of them.

Every entity stands with its own words, box and picture (Video Alchemist's explicit binding, 2501.06187; GLIGEN's boxes,
2301.07093): never an unordered bag. When there are more than a model takes, the least seen are left out, and named.
Does not know: pipelines, how a model is told.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from generators.backends.diffusion import pixels
from generators.backends.diffusion.adapters import SEEN_VIEWS, pictures_of
from generators.backends.diffusion.encoders import PAPER
from generators.base import KeyframeRequest, ReferenceRequest
from generators.controls import read_controls
from generators.errors import RequestRefused
from generators.regions import WHOLE, EntityRegion, Regions, entity_regions
from planners.plan import Box, Entity
from planners.wording import noun_phrase

TOO_MANY = "{backend} binds {most} pictures at once: {names} {verb} described in words alone."


@dataclass(frozen=True)
class Bound:
    """One entity of a picture, with what belongs to it alone."""

    key: str
    """Track key; of a place, its id."""
    name: str
    """As the prompt calls it."""
    words: str
    """What it looks like."""
    box: Box | None
    """Its visible part in the frame, in [0, 1]; None: not tied to a part (places, sheets)."""
    picture: pixels.Picture | None
    """What it looks like, cut out of its sheet; None: words alone."""

    @property
    def area(self) -> float:
        """Share of the frame that its box covers."""
        return 0.0 if self.box is None else (self.box[2] - self.box[0]) * (self.box[3] - self.box[1])


def regions_of(request: KeyframeRequest) -> Regions:
    """Who is where in a keyframe: by the guide's control file when there is one, else by the layout."""
    masks: dict[str, Any] = {}
    boxes: dict[str, Box] = {}
    if request.control is not None:
        frame = read_controls(request.control, [0])
        boxes = dict(frame.frames[0].control.boxes)
        masks = {key: frame.mask(0, key).astype(np.float32) for key in boxes}
    return entity_regions(request.spec, request.references, request.t, folder=request.folder, masks=masks, boxes=boxes)


def seen(request: KeyframeRequest) -> tuple[Bound, ...]:
    """Every instance in the frame at the request's moment, most seen first.

    Raises:
        RequestRefused: a reference's picture cannot be read.
    """
    rows = [
        Bound(row.key, called(request.spec.cast[row.entity]), row.words, row.box, _picture(row, request.folder))
        for row in regions_of(request).figures
    ]
    return tuple(sorted(rows, key=lambda item: (-item.area, item.key)))


def place(request: KeyframeRequest) -> Bound | None:
    """The place of the shot, when it has a reference of its own."""
    row = regions_of(request).place
    picture = _picture(row, request.folder)
    return Bound(row.key, called(request.spec.place), row.words, None, picture) if picture else None


def photos(request: ReferenceRequest) -> tuple[Bound, ...]:
    """The user's own pictures of the entity whose sheet is asked for, in the order in which they were given.

    Raises:
        RequestRefused: one cannot be read.
    """
    entity, words = request.entity, noun_phrase(request.entity, request.stage)
    return tuple(
        Bound(f"{entity.id}@{index}", called(entity), words, None, read(path))
        for index, path in enumerate(request.photos, 1)
    )


def fewer(found: Sequence[Bound], most: int, backend: str) -> tuple[tuple[Bound, ...], tuple[str, ...]]:
    """The first `most` of those who stand in order of weight; and a sentence about the others, if any."""
    left = list(dict.fromkeys(item.name for item in found[most:]))
    if not left:
        return tuple(found), ()
    verb = "is" if len(left) == 1 else "are"
    return tuple(found[:most]), (TOO_MANY.format(backend=backend, most=most, names=listed(left), verb=verb),)


def listed(names: Sequence[str]) -> str:
    """Names in a sentence: "a, b and c"."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def called(entity: Entity) -> str:
    """A proper name as it is, anything else with its article."""
    bare = entity.name.removeprefix("the ").removeprefix("a ")
    return bare if bare[:1].isupper() else f"the {bare}"


def one_each(found: Sequence[Bound]) -> tuple[Bound, ...]:
    """The most seen instance of each entity: a second fox has the first one's looks."""
    kept: dict[str, Bound] = {}
    for item in found:
        kept.setdefault(item.key.split("#")[0], item)
    return tuple(kept.values())


def read(path: Path, box: Box = WHOLE) -> pixels.Picture:
    """A part of a picture file; transparent parts are white.

    Raises:
        RequestRefused: it cannot be read.
    """
    try:
        with Image.open(path) as picture:
            width, height = picture.size
            left, top = int(box[0] * width), int(box[1] * height)
            right, bottom = max(left + 1, round(box[2] * width)), max(top + 1, round(box[3] * height))
            part = picture.convert("RGBA").crop((left, top, right, bottom))
            return Image.alpha_composite(Image.new("RGBA", part.size, PAPER), part).convert("RGB")
    except OSError as error:
        raise RequestRefused(f"the reference {path.name} cannot be read: {error}") from error


def squared(picture: pixels.Picture, side: int) -> pixels.Picture:
    """A picture whole in the middle of a square of its own border's colour, `side` pixels wide."""
    corners = [picture.getpixel((x, y)) for x in (0, picture.width - 1) for y in (0, picture.height - 1)]
    longest = max(picture.size)
    ground = Image.new("RGB", (longest, longest), sorted(corners)[1])
    ground.paste(picture, ((longest - picture.width) // 2, (longest - picture.height) // 2))
    return ground.resize((side, side), Image.Resampling.LANCZOS)


def _picture(region: EntityRegion, folder: Path | None) -> pixels.Picture | None:
    """Its cut-out; without one, the best view of its sheet."""
    cut = pictures_of(region)
    if cut:
        return read(cut[0])
    reference = region.reference
    if reference is None or folder is None:
        return None
    views = reference.views
    named = next((name for name in SEEN_VIEWS if name in views), next(iter(views), None))
    return read(folder / reference.image, views[named] if named else WHOLE)
