"""Owns the film as data: which frames of which clip come when, in exact frames. Pure.

A join takes no time: both clips carry handle frames around the cut, half a join each.
Does not know: files' contents, ffmpeg, whether a clip has been made yet.
"""

from __future__ import annotations

import itertools
from typing import Literal

from pydantic import BaseModel, ConfigDict

from planners import Plan, Shot


class Piece(BaseModel):
    """A stretch of the film that is encoded as one."""

    model_config = ConfigDict(frozen=True)

    id: str
    kind: Literal["body", "join", "card"]
    shots: tuple[str, ...]
    """One shot for a body, the two joined ones for a join, none for a card."""
    start: int
    """First frame in the film."""
    frames: int
    first: int = 0
    """First frame in the source clip (body)."""
    first_b: int = 0
    """First frame in the second clip (join)."""
    transition: str = "cut"


class Handles(BaseModel):
    """Extra frames that a clip carries before and after its shot."""

    model_config = ConfigDict(frozen=True)

    head: int = 0
    tail: int = 0


class Timeline(BaseModel):
    """Everything that is seen, in order, without gap or overlap."""

    model_config = ConfigDict(frozen=True)

    fps: int
    size: tuple[int, int]
    pieces: tuple[Piece, ...]
    starts: dict[str, int]
    """Shot id -> its first frame in the film (the cut; half of a join lies before it)."""
    handles: dict[str, Handles]

    @property
    def frames(self) -> int:
        """Length of the film in frames."""
        return sum(piece.frames for piece in self.pieces)


def timeline(plan: Plan) -> Timeline:
    """The film that a plan asks for."""
    halves = [_half(a, b) for a, b in itertools.pairwise(plan.shots)]
    before, after = [0, *halves], [*halves, 0]
    pieces: list[Piece] = []
    starts: dict[str, int] = {}
    handles: dict[str, Handles] = {}
    cut = 0
    for index, shot in enumerate(plan.shots):
        starts[shot.id] = cut
        handles[shot.id] = Handles(head=before[index], tail=after[index])
        body = shot.frames - before[index] - after[index]
        pieces.append(
            Piece(
                id=shot.id,
                kind="body",
                shots=(shot.id,),
                start=cut + before[index],
                frames=body,
                first=2 * before[index],
            )
        )
        cut += shot.frames
        if after[index]:
            pieces.append(_join(shot, plan.shots[index + 1], cut, half=after[index], head=before[index]))
    if plan.cards.end:
        pieces.append(Piece(id="end_card", kind="card", shots=(), start=cut, frames=plan.cards.end))
    return Timeline(fps=plan.fps, size=plan.size, pieces=tuple(pieces), starts=starts, handles=handles)


def _join(a: Shot, b: Shot, cut: int, *, half: int, head: int) -> Piece:
    return Piece(
        id=f"{a.id}-{b.id}",
        kind="join",
        shots=(a.id, b.id),
        start=cut - half,
        frames=2 * half,
        first=head + a.frames - half,
        first_b=0,
        transition=a.transition.kind,
    )


def _half(a: Shot, b: Shot) -> int:
    """Half the join's frames; at most a quarter of the shorter shot, so that every body keeps its middle."""
    if a.transition.kind in ("cut", "continuation") or a.transition.frames < 2:
        return 0
    return min(a.transition.frames // 2, a.frames // 4, b.frames // 4)
