"""Owns how long shots are: speech is never cut, the film is as long as the story asks, to the frame.

When there is too much to say, margins shrink first, then narration is dropped where it matters least; what characters
say is always kept. Does not know: what is seen.
"""

from __future__ import annotations

from collections.abc import Sequence

from planners.nodes.state import Draft
from planners.plan import Cards, Line, Note, Shot
from planners.story import Story

TIGHT_LEAD, TIGHT_PAUSE, TIGHT_TAIL = 0.1, 0.15, 0.15
"""Seconds before, between and after lines when time is short."""
SILENT_SECONDS = 1.0
"""The shortest shot."""


def cards_of(story: Story, natural: float) -> Cards:
    """Title over the first shot, end card after the last; short films have less.

    Args:
        story: The story.
        natural: Seconds that its shots take by themselves, for a story without a wished length.
    """
    length = story.duration or natural + 3.0
    end = 0.0 if length < 8 else 2.0 if length < 25 else 3.0
    title = 0.0 if length < 6 else min(3.0, length / 4)
    return Cards(title=round(title * story.fps), end=round(end * story.fps))


def fixed(story: Story, drafts: Sequence[Draft], shots: Sequence[Shot]) -> tuple[list[Shot], list[Note]]:
    """Shots whose length the author fixed have it: narration that does not fit is dropped, dialogue lengthens them."""
    out, notes = [], []
    for draft, shot in zip(drafts, shots, strict=True):
        if draft.seconds is not None:
            wanted = max(round(draft.seconds * story.fps), 1)
            shot, note = _obeying(story, draft, shot, wanted)
            notes += [note] if note else []
        out.append(shot)
    return out, notes


def _obeying(story: Story, draft: Draft, shot: Shot, wanted: int) -> tuple[Shot, Note | None]:
    tight = shot if _spoken(story, shot) <= wanted else tightened(story, shot)
    if _spoken(story, tight) <= wanted:
        return tight.model_copy(update={"frames": wanted}), None
    mute = tightened(story, _unnarrated(draft, shot))
    needed = max(_spoken(story, mute), wanted)
    asked = f"{wanted / story.fps:g} s"
    what = f"its narration does not fit into {asked} and is left out"
    if needed > wanted:
        what = f"what is said needs {needed / story.fps:.1f} s, {asked} were asked for"
    return mute.model_copy(update={"frames": needed}), Note(kind="interpreted", where=shot.id, what=what)


def fitted(story: Story, drafts: Sequence[Draft], shots: Sequence[Shot], end: int) -> tuple[list[Shot], list[Note]]:
    """Shots stretched or tightened so that the film, its end card of `end` frames included, has the asked length."""
    if story.duration is None:
        return list(shots), []
    wanted = max(round(story.duration * story.fps) - end, len(shots))
    held = [draft.seconds is not None for draft in drafts]
    now = list(shots)
    if _floor(story, now, held) > wanted:
        now = [shot if keep else tightened(story, shot) for shot, keep in zip(now, held, strict=True)]
    now, notes = _quieter(story, drafts, now, held, wanted)
    least = [_least(story, shot, keep) for shot, keep in zip(now, held, strict=True)]
    floor = sum(least)
    if floor > wanted:
        what = f"speech and fixed shots need {(floor + end) / story.fps:.1f} s, {story.duration:g} s were asked for"
        notes.append(Note(kind="downgrade", where="story", what=what))
        return [_resized(shot, frames) for shot, frames in zip(now, least, strict=True)], notes
    free = [index for index, keep in enumerate(held) if not keep]
    if not free and floor != wanted:
        what = f"the shots' lengths were stretched to {story.duration:g} s in all"
        notes.append(Note(kind="interpreted", where="story", what=what))
    _share_out(least, [shot.frames for shot in now], free or list(range(len(now))), wanted - floor)
    return [_resized(shot, frames) for shot, frames in zip(now, least, strict=True)], notes


def _floor(story: Story, shots: Sequence[Shot], held: Sequence[bool]) -> int:
    return sum(_least(story, shot, keep) for shot, keep in zip(shots, held, strict=True))


def _quieter(
    story: Story, drafts: Sequence[Draft], shots: list[Shot], held: Sequence[bool], wanted: int
) -> tuple[list[Shot], list[Note]]:
    """Narration dropped, the least telling first, until the film can have the wanted length."""
    out, notes = list(shots), []
    order = sorted(range(1, len(out)), key=lambda index: (_worth(out[index]), index))
    for index in order:
        if _floor(story, out, held) <= wanted:
            break
        mute = _unnarrated(drafts[index], out[index])
        if held[index] or len(mute.lines) == len(out[index].lines):
            continue
        out[index] = tightened(story, mute)
        words = drafts[index].narration
        what = "its narration is left out to keep the film's length"
        notes.append(Note(kind="downgrade", where=out[index].id, what=what, detail=words))
    return out, notes


def _worth(shot: Shot) -> float:
    """Picture tells the acted part; long narration without action frees most time at least loss."""
    words = sum(len(line.text.split()) for line in shot.lines if line.speaker is None)
    return (len(shot.beats) + len(shot.cast) + 1) / (words + 3)


def _unnarrated(draft: Draft, shot: Shot) -> Shot:
    """The shot without its narration; what is said by nobody who is known, or pinned for the narrator, stays."""
    kept = tuple(line for line in shot.lines if line.speaker is not None or line.text != draft.narration)
    return shot.model_copy(update={"lines": kept})


def tightened(story: Story, shot: Shot) -> Shot:
    """The shot with its lines as close together as one can follow."""
    at, lines = TIGHT_LEAD, []
    for line in shot.lines:
        start = round(at * story.fps)
        lines.append(line.model_copy(update={"start": start}))
        at = (start + line.frames) / story.fps + TIGHT_PAUSE
    return shot.model_copy(update={"lines": tuple(lines)})


def _end(lines: Sequence[Line]) -> int:
    return lines[-1].start + lines[-1].frames if lines else 0


def _spoken(story: Story, shot: Shot) -> int:
    return _end(shot.lines) + round(TIGHT_TAIL * story.fps) if shot.lines else 0


def _least(story: Story, shot: Shot, held: bool) -> int:
    if held:
        return shot.frames
    return max(_spoken(story, shot), round(SILENT_SECONDS * story.fps), 1)


def _share_out(frames: list[int], natural: Sequence[int], free: Sequence[int], rest: int) -> None:
    """Give `rest` frames to the free shots: first to reach their natural length, then in proportion to it."""
    lacking = [max(natural[index] - frames[index], 0) for index in free]
    given = min(rest, sum(lacking))
    _in_proportion(frames, free, lacking, given)
    _in_proportion(frames, free, [natural[index] for index in free], rest - given)


def _in_proportion(frames: list[int], free: Sequence[int], weights: Sequence[int], total: int) -> None:
    whole = sum(weights)
    if total <= 0 or whole <= 0:
        return
    done = running = 0
    for index, weight in zip(free, weights, strict=True):
        running += weight
        share = round(total * running / whole) - done
        frames[index] += share
        done += share


def _resized(shot: Shot, frames: int) -> Shot:
    """The shot with another length; spare time goes before the first line, a little."""
    spare = frames - _end(shot.lines) if shot.lines else 0
    shift = max(0, min(spare // 4, frames // 8))
    lines = tuple(line.model_copy(update={"start": line.start + shift}) for line in shot.lines)
    return shot.model_copy(update={"frames": frames, "lines": lines})
