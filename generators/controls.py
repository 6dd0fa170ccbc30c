"""Owns control files: whose each pixel of a guide is, tight boxes and depth order, frame by frame, without loss.

A file is a zip of numpy arrays (an `.npz`): one map of numbers per frame, 0 where nobody is, and a table as JSON. The
same controls give the same bytes. Does not know: who draws, what a backend makes of it.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from generators.base import Control
from generators.errors import RequestRefused

Ids = npt.NDArray[np.uint16]
Mask = npt.NDArray[np.bool_]
CONTROL_SCHEMA = "storyreel/control@1"
_TABLE = "table.json"
_LONG_AGO = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class FrameControl:
    """One frame of a guide as control signal."""

    control: Control
    """Tight boxes of what is seen of each instance, and their order from far to near."""
    ids: Ids
    """(height, width): 0 where nobody is seen, else 1 + the instance's place in `Controls.keys`."""


@dataclass(frozen=True)
class Controls:
    """The control signal of a still (one frame) or of a clip, handles included."""

    keys: tuple[str, ...]
    """Track keys of everything that may be seen."""
    kinds: Mapping[str, str]
    """What each is: person, animal or thing."""
    frames: tuple[FrameControl, ...]
    indoor: bool = False
    """Whether walls and a floor are behind them, not sky and ground."""

    def mask(self, frame: int, key: str) -> Mask:
        """The pixels of a frame in which an instance is seen, (height, width)."""
        ids = self.frames[frame].ids
        return np.asarray(ids == self.keys.index(key) + 1) if key in self.keys else np.zeros(ids.shape, bool)


def write_controls(
    path: Path,
    frames: Iterable[FrameControl],
    *,
    keys: Sequence[str],
    kinds: Mapping[str, str],
    indoor: bool = False,
) -> int:
    """Write frames as they come; returns how many. The file gets its name when it is complete."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.stem}.part{path.suffix}")
    told: list[dict[str, Any]] = []
    with zipfile.ZipFile(part, "w", compression=zipfile.ZIP_DEFLATED, compresslevel=1) as file:
        for number, frame in enumerate(frames):
            stream = io.BytesIO()
            small = frame.ids.astype(np.uint8) if len(keys) < 256 else frame.ids
            np.lib.format.write_array(stream, np.ascontiguousarray(small))
            _put(file, _name(number), stream.getvalue())
            told.append(frame.control.model_dump(mode="json"))
        table = {
            "schema": CONTROL_SCHEMA, "keys": list(keys), "kinds": dict(kinds), "indoor": indoor, "frames": told,
        }  # fmt: skip
        _put(file, _TABLE, json.dumps(table, ensure_ascii=False, separators=(",", ":")).encode())
    part.replace(path)
    return len(told)


def read_controls(path: Path, wanted: Sequence[int] | None = None, *, size: tuple[int, int] | None = None) -> Controls:
    """Read frames by number.

    Args:
        path: A control file.
        wanted: Numbers of the frames, the clip's first is 0; None: all. Past the end the last one holds.
        size: Width and height in pixels to which the maps are brought (nearest pixel); None: as they are.

    Raises:
        RequestRefused: it is no control file.
    """
    try:
        with zipfile.ZipFile(path) as file:
            table = json.loads(file.read(_TABLE))
            told = [Control.model_validate(row) for row in table["frames"]]
            numbers = range(len(told)) if wanted is None else [min(max(n, 0), len(told) - 1) for n in wanted]
            maps = {number: _ids(file, number, size) for number in sorted(set(numbers))}
    except (OSError, zipfile.BadZipFile, KeyError, ValueError) as error:
        raise RequestRefused(f"the control file {path.name} cannot be read: {error}") from error
    frames = tuple(FrameControl(told[number], maps[number]) for number in numbers)
    return Controls(keys=tuple(table["keys"]), kinds=table["kinds"], frames=frames, indoor=table["indoor"])


def boxes_of(path: Path, frame: int = 0) -> Control:
    """Boxes and depth order of one frame, without its map.

    Raises:
        RequestRefused: it is no control file, or has no such frame.
    """
    try:
        with zipfile.ZipFile(path) as file:
            return Control.model_validate(json.loads(file.read(_TABLE))["frames"][frame])
    except (OSError, zipfile.BadZipFile, LookupError, ValueError) as error:
        raise RequestRefused(f"the control file {path.name} cannot be read: {error}") from error


def _name(number: int) -> str:
    return f"frame_{number:05}.npy"


def _put(file: zipfile.ZipFile, name: str, data: bytes) -> None:
    entry = zipfile.ZipInfo(name, date_time=_LONG_AGO)
    entry.compress_type = zipfile.ZIP_DEFLATED
    file.writestr(entry, data, compresslevel=1)


def _ids(file: zipfile.ZipFile, number: int, size: tuple[int, int] | None) -> Ids:
    whole = np.lib.format.read_array(io.BytesIO(file.read(_name(number))), allow_pickle=False)
    ids: Ids = np.asarray(whole, dtype=np.uint16)
    if size is None or (ids.shape[1], ids.shape[0]) == size:
        return ids
    rows = ((np.arange(size[1]) + 0.5) * ids.shape[0] / size[1]).astype(int)
    columns = ((np.arange(size[0]) + 0.5) * ids.shape[1] / size[0]).astype(int)
    return np.ascontiguousarray(ids[rows[:, None], columns[None, :]])
