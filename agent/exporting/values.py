"""Owns the hand-off as data: clips with their handles on tracks, dissolves, markers. Pure.

Times are whole frames of the film. Does not know: any format, where the numbers come from.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

Role = Literal["dialogue", "music", "effects"]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True)


class Media(_Frozen):
    """A file that clips are cut from."""

    file: Path
    """Absolute."""
    frames: int
    """Whole film frames that it holds."""
    samples: int = 0
    """Sound: how many samples it holds; 0 for pictures."""
    channels: int = 0
    rate: int = 48_000
    """Sound: samples per second."""

    @property
    def sound(self) -> bool:
        """Whether it is sound."""
        return self.samples > 0


class Clip(_Frozen):
    """A stretch of a file at a place of the film."""

    name: str
    media: Media
    first: int
    """First frame used, counted from the file's first."""
    frames: int
    start: int
    """First frame in the film."""

    @property
    def end(self) -> int:
        """The film's frame after its last."""
        return self.start + self.frames


class Dissolve(_Frozen):
    """Two neighbouring clips that fade into each other around their cut, by their handles."""

    cut: int
    """The film's frame at which the second clip begins."""
    before: int
    after: int
    """Frames on either side of the cut."""


class SoundTrack(_Frozen):
    """Sounds of one kind that do not overlap."""

    name: str
    role: Role
    clips: tuple[Clip, ...]


class Marker(_Frozen):
    """A place in the film with words."""

    start: int
    name: str


class Sequence(_Frozen):
    """The whole film as an editor lays it out."""

    title: str
    fps: int
    size: tuple[int, int]
    frames: int
    pictures: tuple[Clip, ...]
    """Without gap or overlap, in order."""
    dissolves: tuple[Dissolve, ...]
    sounds: tuple[SoundTrack, ...]
    mix: Clip | None
    """The finished sound, for formats that hold no tracks of sound."""
    markers: tuple[Marker, ...]
    notes: tuple[str, ...] = ()
    """What of the film is not in it."""


class Exported(_Frozen):
    """What was written."""

    files: tuple[Path, ...]
    """The main file or folder first."""
    notes: tuple[str, ...] = ()
    """What the format cannot hold, in full sentences."""
