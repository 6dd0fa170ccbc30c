"""Owns the sound node: lines and their times, durations, effects, scenes and transitions.

A shot is as long as its speech and action need; the film is as long as the story asks, to the frame.
Does not know: voices' sound, music.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence

from planners.nodes.speechtime import speech_seconds
from planners.nodes.state import Draft, State
from planners.plan import Cards, Entity, Line, Note, Scene, Shot, Transition
from planners.story import Story

LEAD, PAUSE, TAIL = 0.35, 0.3, 0.45
"""Seconds before the first line, between lines, and after the last one."""
ACTION_SECONDS, LEAST_SECONDS = 2.2, 1.6
"""What one silent action takes, and the shortest shot."""
_EFFECTS: Mapping[str, str] = {
    "beach": "waves", "sea": "waves", "island": "waves", "harbour": "waves", "harbor": "waves", "cliff": "waves",
    "river": "water", "lake": "water", "forest": "birds", "garden": "birds", "park": "birds", "meadow": "birds",
    "market": "crowd", "street": "crowd", "city": "crowd",
}  # fmt: skip
_WEATHER: Mapping[str, tuple[str, ...]] = {
    "rain": ("rain",),
    "storm": ("rain", "wind", "thunder"),
    "wind": ("wind",),
    "snow": ("wind",),
}
HEARD = frozenset(
    {"rain", "wind", "waves", "steps", "door", "thunder", "birds", "fire", "engine", "bell", "water", "crowd"}
)


def sound(state: State) -> State:
    """Shots -> shots with lines, frames, effects and transitions; and the scenes."""
    story, drafts, entities = state["story"], state["drafts"], state["entities"]
    notes = list(state["notes"])
    shots = [_heard(story, draft, shot, entities) for draft, shot in zip(drafts, state["shots"], strict=True)]
    cards = cards_of(story)
    shots, lost = _timed(story, drafts, shots, cards)
    scenes, ids = _scenes(drafts)
    joined = _joined(story, drafts, shots)
    final = [
        shot.model_copy(update={"scene": scene, "transition": join, "seed": story.seed})
        for shot, scene, join in zip(shots, ids, joined, strict=True)
    ]
    return {"shots": tuple(final), "scenes": scenes, "notes": (*notes, *lost)}


def cards_of(story: Story) -> Cards:
    """Title over the first shot, end card after the last; short films have less."""
    length = story.duration or 60.0
    end = 0.0 if length < 8 else 2.0 if length < 25 else 3.0
    return Cards(title=round(min(3.0, length / 3) * story.fps), end=round(end * story.fps))


def _heard(story: Story, draft: Draft, shot: Shot, entities: Mapping[str, Entity]) -> Shot:
    """With its lines one after another, and its effects."""
    rows: list[tuple[str, str | None]] = []
    if story.narration and draft.narration and re.search(r"\w", draft.narration):
        rows.append((draft.narration, None))
    for speech in draft.speeches:
        rows.append((speech.text, speech.speaker if speech.speaker in entities else None))
    fps, at = story.fps, LEAD
    lines = []
    for index, (text, speaker) in enumerate(rows):
        seconds = speech_seconds(text)
        start = round(at * fps)
        lines.append(
            Line(
                id=f"{shot.id}_line_{index + 1}",
                text=text,
                speaker=speaker,
                start=start,
                frames=max(round(seconds * fps), 1),
            )
        )
        at += seconds + PAUSE
    need = _needed(story, draft, shot, lines)
    return shot.model_copy(update={"lines": tuple(lines), "frames": need, "effects": _effects(draft, shot, entities)})


def _needed(story: Story, draft: Draft, shot: Shot, lines: Sequence[Line]) -> int:
    """Frames that the shot wants: fixed by the author, or what speech and action take."""
    fps = story.fps
    spoken = lines[-1].start + lines[-1].frames + round(TAIL * fps) if lines else 0
    if draft.seconds is not None:
        return max(round(draft.seconds * fps), spoken)
    acted = max(LEAST_SECONDS, ACTION_SECONDS * max(len(shot.beats), 1)) if not lines else LEAST_SECONDS
    return max(spoken, round(acted * fps))


def _effects(draft: Draft, shot: Shot, entities: Mapping[str, Entity]) -> tuple[str, ...]:
    noun = entities[draft.scene.place].attributes.noun
    found = [*_WEATHER.get(draft.scene.weather, ())]
    if draft.scene.time in ("day", "dawn") or _EFFECTS.get(noun) != "birds":
        found += [_EFFECTS[noun]] if noun in _EFFECTS else []
    for event in draft.events:
        found += [name for name in event.sounds if name in HEARD]
    if any(beat.action in ("walk", "run") for beat in shot.beats):
        found.append("steps")
    if any(entities[name].attributes.noun in ("fire", "campfire", "fireplace") for name in shot.cast):
        found.append("fire")
    return tuple(dict.fromkeys(found))


def _timed(story: Story, drafts: Sequence[Draft], shots: list[Shot], cards: Cards) -> tuple[list[Shot], list[Note]]:
    """Shots stretched so that the film has the asked length; never shorter than their speech."""
    if story.duration is None:
        return shots, []
    wanted = round(story.duration * story.fps) - cards.end
    least = [_least(story, draft, shot) for draft, shot in zip(drafts, shots, strict=True)]
    floor = sum(least)
    if floor > wanted:
        what = (
            f"speech and fixed shots need {(floor + cards.end) / story.fps:.1f} s, {story.duration:g} s were asked for"
        )
        fitted = [_resized(shot, frames) for shot, frames in zip(shots, least, strict=True)]
        return fitted, [Note(kind="downgrade", where="story", what=what)]
    free = [index for index, draft in enumerate(drafts) if draft.seconds is None]
    frames = list(least)
    _share_out(frames, [shots[i].frames for i in range(len(shots))], free or list(range(len(shots))), wanted - floor)
    return [_resized(shot, count) for shot, count in zip(shots, frames, strict=True)], []


def _least(story: Story, draft: Draft, shot: Shot) -> int:
    if draft.seconds is not None:
        return shot.frames
    if shot.lines:
        last = shot.lines[-1]
        return max(last.start + last.frames + round(0.2 * story.fps), round(1.0 * story.fps))
    return round(1.0 * story.fps)


def _share_out(frames: list[int], natural: Sequence[int], free: Sequence[int], rest: int) -> None:
    """Give `rest` frames to the free shots: first to reach their natural length, then in proportion to it."""
    lacking = [max(natural[i] - frames[i], 0) for i in free]
    given = min(rest, sum(lacking))
    _in_proportion(frames, free, lacking, given)
    _in_proportion(frames, free, [natural[i] for i in free], rest - given)


def _in_proportion(frames: list[int], free: Sequence[int], weights: Sequence[int], total: int) -> None:
    whole = sum(weights)
    if total <= 0 or whole <= 0:
        return
    done = 0
    running = 0
    for index, weight in zip(free, weights, strict=True):
        running += weight
        share = round(total * running / whole) - done
        frames[index] += share
        done += share


def _resized(shot: Shot, frames: int) -> Shot:
    """The shot with another length; spare time goes before the first line, a little."""
    spare = frames - (shot.lines[-1].start + shot.lines[-1].frames) if shot.lines else 0
    shift = max(0, min(spare // 4, frames // 8))
    lines = tuple(line.model_copy(update={"start": line.start + shift}) for line in shot.lines)
    return shot.model_copy(update={"frames": frames, "lines": lines})


def _scenes(drafts: Sequence[Draft]) -> tuple[tuple[Scene, ...], list[str]]:
    """One scene per run of shots in one place at one time, and the scene id of every shot."""
    scenes: list[Scene] = []
    ids: list[str] = []
    for key, group in itertools.groupby(drafts, key=lambda draft: draft.scene):
        run = list(group)
        name = f"scene_{len(scenes) + 1:02}"
        moods = [draft.mood for draft in run if draft.mood != "neutral"]
        mood = max(set(moods), key=lambda item: (moods.count(item), -moods.index(item))) if moods else "neutral"
        scenes.append(
            Scene(
                id=name, place=key.place, time=key.time, weather=key.weather, mood=mood, shots=tuple(d.id for d in run)
            )
        )
        ids += [name] * len(run)
    return tuple(scenes), ids


def _joined(story: Story, drafts: Sequence[Draft], shots: Sequence[Shot]) -> list[Transition]:
    """A dissolve where time or place changes, a cut elsewhere; the author's wish wins."""
    out = []
    long = round(0.6 * story.fps) // 2 * 2
    for index, draft in enumerate(drafts):
        wish = next((s.transition for s in draft.sentences if s.transition), None)
        last = index == len(drafts) - 1
        changes = not last and drafts[index + 1].scene != draft.scene
        kind = wish or ("dissolve" if changes else "cut")
        out.append(Transition() if last or kind == "cut" else Transition(kind=kind, frames=long))
    return out
