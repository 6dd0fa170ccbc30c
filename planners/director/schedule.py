"""Owns the schedule: wished lengths of shots -> frames that hold the speech, suit the generator, and fill the film.

Vlogger's scheduled script (4.1, step 6) with the arithmetic done by us. Does not know: language models.
"""

from __future__ import annotations

from collections.abc import Sequence

from planners.nodes.timing import SILENT_SECONDS, TIGHT_TAIL
from planners.plan import Shot, Transition


def floor_of(shot: Shot, fps: int) -> int:
    """Frames that a shot must have: its lines, or a look."""
    spoken = sum(line.frames for line in shot.lines)
    gaps = round(0.15 * fps) * max(len(shot.lines) - 1, 0)
    said = spoken + gaps + round((0.1 + TIGHT_TAIL) * fps) if shot.lines else 0
    return max(said, round(SILENT_SECONDS * fps), 1)


def shared_out(wished: Sequence[float], least: Sequence[int], most: Sequence[int], total: int) -> list[int]:
    """Whole frames in proportion to the wishes, within their bounds, that sum up to `total`.

    Where the bounds do not allow the sum, the lower ones hold and the upper ones give way.

    Args:
        wished: Any positive numbers.
        least: Lower bounds in frames.
        most: Upper bounds in frames, not below `least`.
        total: Frames in all.
    """
    if sum(most) < total:
        most = [max(total, one) for one in most]
    frames = list(least)
    free = [index for index in range(len(frames)) if frames[index] < most[index]]
    for _ in range(len(frames) + 1):
        rest = total - sum(least[i] for i in range(len(frames)) if i not in free) - _held(frames, least, free)
        if rest <= 0 or not free:
            break
        shares = {i: rest * wished[i] / sum(wished[j] for j in free) for i in free}
        low = [i for i in free if shares[i] < least[i]]
        high = [i for i in free if shares[i] > most[i]]
        bound = low or high
        for i in bound:
            frames[i] = least[i] if low else most[i]
        free = [i for i in free if i not in bound]
        if not bound:
            for i in free:
                frames[i] = int(shares[i])
            break
    return _to_the_frame(frames, least, most, total)


def _held(frames: Sequence[int], least: Sequence[int], free: Sequence[int]) -> int:
    """What those that are settled have above their lower bounds."""
    return sum(frames[i] - least[i] for i in range(len(frames)) if i not in free)


def _to_the_frame(frames: list[int], least: Sequence[int], most: Sequence[int], total: int) -> list[int]:
    """The last few frames go to, or come from, the longest shots that have room."""
    out = list(frames)
    while (gap := total - sum(out)) != 0:
        step = 1 if gap > 0 else -1
        room = [i for i in range(len(out)) if (out[i] < most[i] if step > 0 else out[i] > least[i])]
        if not room:
            break
        order = sorted(room, key=lambda i: (-out[i], i))
        each = max(abs(gap) // len(order), 1)
        for i in order:
            if gap == 0:
                break
            give = min(each, abs(gap), (most[i] - out[i]) if step > 0 else (out[i] - least[i]))
            out[i] += step * give
            gap -= step * give
    return out


def resized(shot: Shot, frames: int, fps: int) -> Shot:
    """A shot with another length; its lines move forward as far as they must, and its dissolve stays short."""
    lines = shot.lines
    if lines:
        late = lines[-1].start + lines[-1].frames + round(TIGHT_TAIL * fps) - frames
        at, moved = max(lines[0].start - max(late, 0), round(0.1 * fps)), []
        for line in lines:
            start = max(at, line.start - max(late, 0)) if late <= 0 else at
            moved.append(line.model_copy(update={"start": start}))
            at = start + line.frames + round(0.15 * fps)
        lines = tuple(moved)
    third = frames // 3 // 2 * 2
    join = shot.transition
    if join.frames > third:
        join = Transition(kind=join.kind, frames=third) if third >= 2 else Transition()
    return shot.model_copy(update={"frames": frames, "lines": lines, "transition": join})
