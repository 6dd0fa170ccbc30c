"""Owns what measuring reads and gives: footage with its planned boxes, looks, and numbers. Plain data, no pixels.

Does not know: how anything is measured, the plan that the boxes were taken from.
"""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel, ConfigDict

Box = tuple[float, float, float, float]
"""(x0, y0, x1, y1) in shares of the frame, origin top left; a whole figure may reach outside [0, 1]."""


class _Frozen(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Instance(_Frozen):
    """One thing or being of a shot: where it is planned to be, frame by frame."""

    key: str
    """`<entity>` or `<entity>#<k>`."""
    entity: str
    stage: str | None = None
    boxes: tuple[Box | None, ...]
    """One per frame of the shot: the visible part, in [0, 1]; None where it is not on screen."""
    wholes: tuple[Box | None, ...] = ()
    """The same boxes with what is out of the frame; none: everything is seen."""
    depth: float = 0.5
    """0 far .. 1 near; nearer ones hide farther ones."""


class Footage(_Frozen):
    """The moving picture of one shot, and what was planned for it."""

    shot: str
    video: Path
    frames: int
    """Frames of the shot itself, without handles."""
    fps: int
    first: int = 0
    """First frame of the shot in the file: the head handle's length."""
    place: str = ""
    """Entity id of the place."""
    light: str = ""
    """Time of day and weather, in any fixed words: shots are compared in place only when these are the same."""
    text: str = ""
    """What the shot should show, in words."""
    instances: tuple[Instance, ...] = ()
    cuts: tuple[int, ...] = ()
    """Frames before which a cut inside the shot is planned."""
    grey: bool = False
    """Planned in black and white: colours of figures are not compared."""
    continues: bool = False
    """One take with the shot before it."""


class Look(_Frozen):
    """How an entity looks in one stage: its reference sheet."""

    entity: str
    stage: str | None = None
    kind: str = "character"
    """character, place or prop."""
    name: str = ""
    """What it is called in texts."""
    sheet: Path
    """Picture of the sheet, on a plain ground."""
    views: dict[str, Box] = {}
    """Name of each view -> its box on the sheet; none: the whole picture."""


class Number(_Frozen):
    """One measured number, and what it belongs to."""

    measure: str
    """Name in `MEASURES`."""
    value: float | None
    """None: could not be measured, and `why` says why."""
    shot: str | None = None
    other: str | None = None
    """The second shot, for a number between two."""
    entity: str | None = None
    frame: int | None = None
    """Frame of the shot, for a number of one frame (or of the pair that begins there)."""
    by: str = ""
    """The embedder or flow that it was measured with; empty where none is needed."""
    why: str = ""


class Scores(_Frozen):
    """Everything measured of a shot or a film."""

    numbers: tuple[Number, ...] = ()
    """Summaries have `frame` None; numbers of single frames stand beside them."""
    notes: tuple[str, ...] = ()
    """What could not be measured or only by a lesser method, in full sentences."""

    def of(
        self, measure: str, *, shot: str | None = None, entity: str | None = None, frames: bool = False
    ) -> tuple[Number, ...]:
        """The numbers of one measure.

        Args:
            measure: Name in `MEASURES`.
            shot: Only those of this shot (as the first or the second).
            entity: Only those of this entity.
            frames: Numbers of single frames instead of summaries.
        """
        return tuple(
            number
            for number in self.numbers
            if number.measure == measure
            and (number.frame is not None) == frames
            and (shot is None or shot in (number.shot, number.other))
            and (entity is None or number.entity == entity)
        )

    def __add__(self, more: Scores) -> Scores:
        return Scores(numbers=self.numbers + more.numbers, notes=tuple(dict.fromkeys(self.notes + more.notes)))
