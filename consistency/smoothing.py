"""Owns joins: the last frames of one clip and the first of the next -> a short clip between them.

The plan proposes a kind, the measures decide: a join that cannot be made, or is worse than a hard cut, gives way to
the next kind of its row and at last to the cut, and every step down is named. Does not know: the plan, why a kind was
chosen, how a kind is made (`joins/`).
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from consistency.joins.decide import Measures, measure, worse
from consistency.joins.dissolve import dissolve
from consistency.joins.frames import Frames, read_frames, write_frames
from consistency.joins.kinds import Box, Made, Maker, Pair, boxes_for, refused
from consistency.joins.match import match
from consistency.joins.morph import morph
from consistency.joins.overlap import handed_over
from consistency.joins.scenes import OFFLINE


class Join(BaseModel):
    """A finished join."""

    model_config = ConfigDict(frozen=True)

    kind: str
    """What was made, which may differ from what was asked for."""
    frames: int
    downgrades: tuple[str, ...] = ()
    measures: Measures | None = None
    """Of the join as it was made."""
    cut: Measures | None = None
    """Of the hard cut in its place."""


class Side(BaseModel):
    """One side of a join: a clip, and the first frame of it that the join uses."""

    model_config = ConfigDict(frozen=True)

    video: Path
    first: int
    boxes: tuple[Box, ...] = ()
    """Where the subject is in each frame of the join, for kinds that match it."""


KINDS: Mapping[str, Maker] = {
    "cut": lambda pair: refused("a cut was asked for"),
    "dissolve": dissolve,
    "match": match,
    "flow": morph,
    "reset": handed_over,
    "continuation": handed_over,
    "generative": lambda pair: refused("it needs a video generator that takes a first and a last frame"),
}
"""Kind -> its maker."""
ROWS: Mapping[str, tuple[str, ...]] = {
    "smooth": ("flow", "match", "dissolve"),
    "generative": ("generative", "flow", "match", "dissolve"),
}
"""What is tried in turn for a kind, besides itself; `smooth` leaves the choice to the measures."""


def smooth(a: Side, b: Side, *, kind: str, frames: int, fps: int, out: Path, embedder: str = OFFLINE,
           bridge: Maker | None = None) -> Join:  # fmt: skip
    """Write the join of `frames` frames between two clips.

    Args:
        a: The clip that ends; its frames from `first` on are used.
        b: The clip that begins.
        kind: A key of `KINDS` or of `ROWS`.
        frames: Length of the join.
        fps: Rate of both clips.
        out: The join (mp4).
        embedder: Name of the embedder by which scenes are compared.
        bridge: Makes the frames of a generative join (`joins.generative.Bridge`); None where no generator can.

    Raises:
        UnknownEmbedder: there is no such embedder, or its weights are not here.
        GenerationFailed: a clip cannot be read, or ffmpeg could not write the join.
    """
    left, right = (read_frames(side.video, first=side.first, frames=frames, fps=fps) for side in (a, b))
    pair = Pair(left, right, boxes_for(a.boxes, frames), boxes_for(b.boxes, frames))
    cut = pair.cut()
    rival = measure(pair, cut, embedder=embedder)
    lost: list[str] = []
    for candidate in ROWS.get(kind, (kind,)):
        maker = bridge if candidate == "generative" and bridge else KINDS.get(candidate, _unknown)
        tried = _tried(maker, pair, rival)
        if not isinstance(tried, str):
            joined, found = tried
            write_frames(joined, out, fps=fps)
            said = _said(kind, candidate, lost)
            return Join(kind=candidate, frames=frames, downgrades=said, measures=found, cut=rival)
        lost.append(f"as {candidate}: {tried}")
    write_frames(cut, out, fps=fps)
    return Join(kind="cut", frames=frames, downgrades=_said(kind, "cut", lost), measures=rival, cut=rival)


def _unknown(pair: Pair) -> Made:
    return refused("there is no such kind")


def _tried(maker: Maker, pair: Pair, cut: Measures) -> tuple[Frames, Measures] | str:
    """The frames that a maker gives with their measures when they are better than the cut, else why not."""
    made = maker(pair)
    if made.frames is None:
        return made.reason
    found = measure(pair, made.frames, embedder=cut.embedder)
    reason = worse(found, cut)
    return reason if reason else (made.frames, found)


def _said(kind: str, made: str, lost: list[str]) -> tuple[str, ...]:
    """Nothing when it became what was asked for; `smooth` asks for whatever holds, except a cut."""
    if not lost or made == kind or kind == "cut" or (kind == "smooth" and made != "cut"):
        return ()
    return (f"A {kind!r} transition was made as a {made}: {'; '.join(lost)}.",)
