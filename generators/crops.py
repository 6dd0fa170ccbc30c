"""Owns the cut-outs of a reference: its figures and its face without background, from the sheet and from photos.

A place is never cut: its background is what counts. Does not know: who asks, how a sheet is drawn.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from generators.artefacts import CUTOUTS
from generators.cutout import Ground, Pixels, cut_out, over, plain_ground
from generators.errors import RequestRefused
from generators.faces import detector_ready, find_face
from planners.plan import Box, Kind

BODIES = ("front", "side")
"""Views of a sheet that show a whole figure, as it is known by."""
FACES = ("face", "thoughtful", "happy")
"""Views of a sheet that show a head, the calmest first."""
_MARGIN = 0.006
"""Around a view, so that paper is on all sides."""
FACE_GUESSED = "no face detector is here: the upper part of {file} was taken for the face."
FACE_ABSENT = "no face was found in {file}: only the whole picture tells who it is."


@dataclass(frozen=True)
class Crops:
    """Cut-outs of one reference."""

    files: Mapping[str, Path]
    """By view: front, side, face, photo_1, face_photo_1, ..."""
    engines: tuple[str, ...]
    downgrades: tuple[str, ...]


def cut_reference(kind: Kind, sheet: Path, views: Mapping[str, Box], photos: Sequence[Path] = ()) -> Crops:
    """Cut the figures of a sheet and of photos out, and write them beside the sheet.

    Args:
        kind: Of the entity.
        sheet: PNG.
        views: Where each view is on it, in [0, 1].
        photos: The user's own pictures.

    Raises:
        RequestRefused: a picture cannot be read.
    """
    if kind == "place":
        photographed = {f"photo_{index + 1}": photo for index, photo in enumerate(photos)}
        return Crops({"front": sheet, **photographed}, (), ())
    work = _Cutting(sheet)
    picture = read_rgb(sheet)
    paper = plain_ground(picture)
    for view in [name for name in BODIES if name in views] or list(views)[:1]:
        work.cut(view, _part(picture, views[view], _MARGIN), paper)
    face = next((name for name in FACES if name in views), None)
    if kind == "character" and face is not None:
        work.cut("face", _part(picture, views[face], 0.0), paper)
    for index, photo in enumerate(photos):
        work.photo(f"photo_{index + 1}", photo, character=kind == "character")
    return Crops(work.files, tuple(dict.fromkeys(work.engines)), tuple(dict.fromkeys(work.lost)))


def read_rgb(path: Path) -> Pixels:
    """A picture file as (height, width, 3), turned upright as its camera says; transparent parts are white.

    Raises:
        RequestRefused: it cannot be read.
    """
    try:
        data = np.fromfile(path, dtype=np.uint8)
        found = cv2.imdecode(data, cv2.IMREAD_COLOR) if data.size else None
        whole = cv2.imdecode(data, cv2.IMREAD_UNCHANGED) if data.size else None
    except (OSError, cv2.error) as error:
        raise RequestRefused(f"the picture {path.name} cannot be read: {error}") from error
    if found is None:
        raise RequestRefused(f"{path.name} is no picture that can be read (PNG, JPEG, WebP, TIFF, BMP)")
    if whole is not None and whole.ndim == 3 and whole.shape[2] == 4 and whole.dtype == np.uint8:
        return over(np.ascontiguousarray(whole[:, :, [2, 1, 0, 3]]), (255, 255, 255))
    return np.ascontiguousarray(found[:, :, ::-1])


def write_png(path: Path, picture: Pixels) -> None:
    """Write RGB or RGBA, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    order = [2, 1, 0, 3][: picture.shape[2]]
    done, data = cv2.imencode(".png", np.ascontiguousarray(picture[:, :, order]))
    if not done:
        raise RequestRefused(f"{path.name} cannot be written as PNG")
    part = path.with_name(f".{path.name}.part")
    data.tofile(part)
    part.replace(path)


class _Cutting:
    """Cuts one reference's pictures, and keeps what came of it."""

    def __init__(self, sheet: Path) -> None:
        self.folder, self.stem = sheet.parent / CUTOUTS, sheet.stem
        self.files: dict[str, Path] = {}
        self.engines: list[str] = []
        self.lost: list[str] = []

    def cut(self, view: str, picture: Pixels, ground: Ground | None = None) -> None:
        made = cut_out(picture, ground=ground)
        path = self.folder / f"{self.stem}.{view}.png"
        write_png(path, made.rgba)
        self.files[view] = path
        self.engines.append(made.engine)
        self.lost += made.downgrades

    def photo(self, view: str, photo: Path, *, character: bool) -> None:
        picture = read_rgb(photo)
        self.cut(view, picture)
        if not character:
            return
        found = find_face(picture)
        if found is not None:
            face = _part(picture, found, 0.0)
        elif detector_ready():
            self.lost.append(FACE_ABSENT.format(file=photo.name))
            return
        else:
            face = _upper(picture)
            self.lost.append(FACE_GUESSED.format(file=photo.name))
        self.cut(f"face_{view}", face)


def _upper(picture: Pixels) -> Pixels:
    """The upper square of what is cut out of a photo."""
    height, width = picture.shape[:2]
    return picture[: min(height, width)]


def _part(picture: Pixels, box: Box, margin: float) -> Pixels:
    height, width = picture.shape[:2]
    x0, y0 = int(max(box[0] - margin, 0) * width), int(max(box[1] - margin, 0) * height)
    x1, y1 = int(min(box[2] + margin, 1) * width), int(min(box[3] + margin, 1) * height)
    return np.ascontiguousarray(picture[y0 : max(y1, y0 + 1), x0 : max(x1, x0 + 1)])
