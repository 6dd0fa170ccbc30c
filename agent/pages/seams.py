"""Owns what the check page tells of joins: the pictures around each that is meant to be smooth, and its measures.

Does not know: how joins are made or measured.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from agent.checking import FilmCheck
from agent.pages.pictures import Encoded
from agent.stages import safe
from agent.store import Store
from agent.timeline import Piece, Timeline
from consistency import Number
from planners import Plan, Shot

SEAMS = 6
"""Worst joins that are shown."""
INSIDE = (0.25, 0.5, 0.75)
"""Moments of a join that are shown."""
STEP = 3
"""Frames between the pictures of a continued take."""

Frame = Callable[[Path, int], Encoded | None]


@dataclass(frozen=True)
class Seam:
    """A join between two shots."""

    numbers: tuple[int, int]
    words: str
    """What it is."""
    told: str
    """Its measure, against that of a cut in its place where there is one."""
    failed: bool
    frames: tuple[tuple[str, Encoded], ...]
    """What each shows, and the picture."""
    lost: tuple[str, ...]
    """What was asked for and could not be made."""
    rank: float
    """The larger, the worse."""


def seams(plan: Plan, store: Store, line: Timeline, found: FilmCheck, frame: Frame) -> tuple[Seam, ...]:
    """The worst joins that are meant to be smooth, the worst first: those that fail, then by their jump."""
    made = [*_joins(plan, store, line, frame), *_takes(plan, store, line, found, frame)]
    return tuple(sorted(made, key=lambda seam: (not seam.failed, -seam.rank))[:SEAMS])


def _joins(plan: Plan, store: Store, line: Timeline, frame: Frame) -> Iterator[Seam]:
    numbers = {shot.id: index for index, shot in enumerate(plan.shots, 1)}
    called = {name: f"shot {number}" for name, number in numbers.items()}
    for piece in (piece for piece in line.pieces if piece.kind == "join"):
        record = store.read(f"05_joins/{safe(piece.id)}.json")
        if record is None:
            continue
        data, (a, b) = record.data, piece.shots
        own, cut = data.get("measures") or {}, data.get("cut") or {}
        told = f"jump {own['jump']:.1f}, a cut {cut['jump']:.1f}" if own and cut else "not measured"
        pictures = _of_join(piece, store, called, frame)
        asked = plan.shot(a).transition.kind
        words = str(data.get("kind", asked)) + ("" if data.get("kind", asked) == asked else f" in place of {asked}")
        yield Seam((numbers[a], numbers[b]), words, told, False, pictures, record.downgrades, own.get("jump", 0.0))


def _of_join(piece: Piece, store: Store, called: Mapping[str, str], frame: Frame) -> tuple[tuple[str, Encoded], ...]:
    """The last frame before it, three of its own, the first after it."""
    a, b = piece.shots
    inside = [(f"join {share:.0%}", store.root / f"05_joins/{safe(piece.id)}.mp4", share) for share in INSIDE]
    wanted = [
        (called[a], store.root / f"04_shots/{safe(a)}.mp4", max(piece.first - 1, 0)),
        *((words, path, round(share * (piece.frames - 1))) for words, path, share in inside),
        (called[b], store.root / f"04_shots/{safe(b)}.mp4", piece.frames),
    ]
    return _shown(wanted, frame)


def _takes(plan: Plan, store: Store, line: Timeline, found: FilmCheck, frame: Frame) -> Iterator[Seam]:
    """Shots that go on in one take."""
    failed = {verdict.shot for verdict in found.verdicts for item in verdict.failures if item.measure == "seam_jump"}
    numbers = {row.other: row for row in found.scores.of("seam_jump") if row.value is not None}
    for index, shot in enumerate(plan.shots[1:], 1):
        row = numbers.get(shot.id)
        if shot.continues and row is not None:
            yield _take(plan.shots[index - 1], shot, index, row, shot.id in failed, store, line, frame)


def _take(a: Shot, b: Shot, index: int, row: Number, failed: bool, store: Store, line: Timeline, frame: Frame) -> Seam:
    clips = [store.root / f"04_shots/{safe(shot.id)}.mp4" for shot in (a, b)]
    last, first = line.handles[a.id].head + a.frames - 1, line.handles[b.id].head
    wanted = [
        (f"shot {index}", clips[0], max(last - STEP, 0)),
        (f"last frame of shot {index}", clips[0], last),
        (f"first frame of shot {index + 1}", clips[1], first),
        (f"shot {index + 1}", clips[1], first + STEP),
    ]
    value = row.value or 0.0
    told = f"jump {value:.1f}" + (", too large" if failed else "")
    return Seam((index, index + 1), "one take", told, failed, _shown(wanted, frame), (), value)


def _shown(wanted: Sequence[tuple[str, Path, int]], frame: Frame) -> tuple[tuple[str, Encoded], ...]:
    made = [(words, frame(path, number)) for words, path, number in wanted]
    return tuple((words, picture) for words, picture in made if picture is not None)
