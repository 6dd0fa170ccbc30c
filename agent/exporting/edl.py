"""Owns the edit decision list, CMX 3600: one track of pictures with dissolves, the finished mix, scenes as locators.

Written by hand: events are `NUMBER REEL CHANNEL C|D [FRAMES] SOURCE-IN SOURCE-OUT RECORD-IN RECORD-OUT`; a dissolve is
an event of two lines, a cut of no length that ends the outgoing clip, and the incoming clip from where the dissolve
begins. Does not know: run folders.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

from agent.errors import WrongSetting
from agent.exporting.places import Place, beside
from agent.exporting.sequence import sequence_of
from agent.exporting.values import Clip, Exported, Sequence
from agent.store import Store, write_text
from planners import Plan

START_HOURS = 1
"""The film begins at one hour, as programmes do."""
MAX_FPS = 99
"""A timecode has two digits for frames."""
USUAL_FPS = (24, 25, 30, 48, 50, 60)
_LOST = "An edit decision list holds one track of pictures and the finished mix; for stems take otio or fcpxml."


def write(plan: Plan, store: Store, target: Path) -> Exported:
    """Write the list."""
    sequence = sequence_of(plan, store)
    write_text(target, to_edl(sequence, beside(target.parent)))
    odd = f"Timecodes at {plan.fps} frames a second are refused by many programs; usual are {USUAL_FPS}."
    return Exported(files=(target,), notes=(*sequence.notes, _LOST, *(() if plan.fps in USUAL_FPS else (odd,))))


def to_edl(sequence: Sequence, place: Place) -> str:
    """A sequence as CMX 3600 text.

    Raises:
        WrongSetting: the film has more frames a second than a timecode can count.
    """
    if sequence.fps > MAX_FPS:
        raise WrongSetting(f"an edit decision list counts at most {MAX_FPS} frames a second, not {sequence.fps}")
    title = _ascii(sequence.title)[:70] or "STORYREEL"
    rows = [f"TITLE: {title}", "FCM: NON-DROP FRAME", ""]
    for number, clip in enumerate(sequence.pictures, 1):
        rows += _event(sequence, number, place)
        rows += [
            f"* LOC: {_record(marker.start, sequence.fps)} GREEN   {_ascii(marker.name)}"
            for marker in sequence.markers
            if clip.start <= marker.start < clip.end
        ]
    if sequence.mix:
        rows += _sound(sequence.mix, len(sequence.pictures) + 1, sequence.fps, place)
    return "\n".join(rows) + "\n"


def timecode(frames: int, fps: int) -> str:
    """HH:MM:SS:FF, non-drop."""
    seconds, frame = divmod(frames, fps)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}:{frame:02}"


def _record(frame: int, fps: int) -> str:
    return timecode(frame + START_HOURS * 3600 * fps, fps)


def _event(sequence: Sequence, number: int, place: Place) -> Iterator[str]:
    """The lines of one clip: its record times begin and end where its neighbours' dissolves begin."""
    fps, clip = sequence.fps, sequence.pictures[number - 1]
    into = next((item for item in sequence.dissolves if item.cut == clip.start), None)
    away = next((item for item in sequence.dissolves if item.cut == clip.end), None)
    early, short = (into.before if into else 0), (away.before if away else 0)
    first, last = clip.first - early, clip.first + clip.frames - short
    start, end = clip.start - early, clip.end - short
    span = f"{timecode(first, fps)} {timecode(last, fps)} {_record(start, fps)} {_record(end, fps)}"
    before = sequence.pictures[number - 2]
    if into:
        out = timecode(before.first + before.frames - into.before, fps)
        at = _record(start, fps)
        yield f"{number:03}  {_reel(number - 1)} V     C        {out} {out} {at} {at}"
        yield f"{number:03}  {_reel(number)} V     D    {into.before + into.after:03} {span}"
        yield f"* FROM CLIP NAME: {_ascii(before.name)}"
        yield f"* TO CLIP NAME: {_ascii(clip.name)}"
    else:
        yield f"{number:03}  {_reel(number)} V     C        {span}"
        yield f"* FROM CLIP NAME: {_ascii(clip.name)}"
    yield f"* SOURCE FILE: {place(clip.media)}"


def _sound(clip: Clip, number: int, fps: int, place: Place) -> Iterator[str]:
    span = f"{timecode(0, fps)} {timecode(clip.frames, fps)} {_record(0, fps)} {_record(clip.frames, fps)}"
    yield f"{number:03}  {'MIX':<8} AA    C        {span}"
    yield f"* FROM CLIP NAME: {clip.name}"
    yield f"* SOURCE FILE: {place(clip.media)}"


def _reel(number: int) -> str:
    """At most eight letters, one name per clip: every clip is a file of its own."""
    return f"{f'CLIP{number:03}':<8}"


def _ascii(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return " ".join(plain.split())
