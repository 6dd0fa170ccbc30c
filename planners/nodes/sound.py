"""Owns the sound node: lines and their times, durations, effects, scenes and transitions.

A shot is as long as its speech and action need; the film is as long as the story asks, to the frame.
Does not know: voices' sound, music.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence

from planners.nodes.overlaps import overlapping
from planners.nodes.speechtime import speech_seconds
from planners.nodes.state import Draft, State
from planners.nodes.timing import cards_of, fitted, fixed
from planners.plan import Entity, Line, Mood, Scene, Shot, Transition
from planners.reading import Speech
from planners.story import Story

LEAD, PAUSE, TAIL = 0.35, 0.3, 0.45
"""Seconds before the first line, between lines, and after the last one."""
DISSOLVE_SECONDS = 0.6
LONGEST_ACT = 7.0
"""Seconds of a shot in which much is done and nothing said."""
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
    shots, cut = fixed(story, drafts, shots)
    cards = cards_of(story, sum(shot.frames for shot in shots) / story.fps)
    shots, lost = fitted(story, drafts, shots, cards.end)
    scenes, ids = _scenes(drafts)
    joined = _joined(story, drafts, shots)
    final = [
        shot.model_copy(update={"scene": scene, "transition": join, "seed": story.seed, **_pinned(story, draft)})
        for draft, shot, scene, join in zip(drafts, shots, ids, joined, strict=True)
    ]
    return {"shots": tuple(final), "scenes": scenes, "cards": cards, "notes": (*notes, *cut, *lost)}


def _pinned(story: Story, draft: Draft) -> dict[str, object]:
    """What the author wrote at a shot that is carried along as it is."""
    if not story.shots or draft.entry is None:
        return {}
    return story.shots[draft.entry].model_dump(include={"note", "control", "keyframe", "clip"})


def _whole(text: str) -> str:
    """A spoken line as a sentence of its own: the comma before "said she" goes."""
    return re.sub(r"[\s,;:]+$", ".", text)


def _heard(story: Story, draft: Draft, shot: Shot, entities: Mapping[str, Entity]) -> Shot:
    """With its lines one after another, and its effects."""
    rows: list[Speech] = []
    if story.narration and draft.narration and re.search(r"\w", draft.narration):
        rows.append(Speech(sentence=-1, text=draft.narration, speaker=None))
    for speech in draft.speeches:
        speaker = speech.speaker if speech.speaker in entities else None
        rows.append(speech.model_copy(update={"text": _whole(speech.text), "speaker": speaker}))
    fps, at = story.fps, LEAD
    lines = []
    for index, row in enumerate(rows):
        seconds = speech_seconds(row.text)
        start = round(at * fps)
        lines.append(
            Line(
                id=f"{shot.id}_line_{index + 1}",
                text=row.text,
                speaker=row.speaker,
                start=start,
                frames=max(round(seconds * fps), 1),
                emotion=row.emotion,
                manner=row.manner,
                off=row.off,
            )
        )
        at += seconds + PAUSE
    need = _needed(story, draft, shot, lines)
    return shot.model_copy(update={"lines": tuple(lines), "frames": need, "effects": _effects(draft, shot, entities)})


def _needed(story: Story, draft: Draft, shot: Shot, lines: Sequence[Line]) -> int:
    """Frames that speech and action take."""
    fps = story.fps
    spoken = lines[-1].start + lines[-1].frames + round(TAIL * fps) if lines else 0
    deeds = sum(beat.event is not None for beat in shot.beats)
    acted = min(max(LEAST_SECONDS, ACTION_SECONDS * max(deeds, 1) * (0.5 if lines else 1.0)), LONGEST_ACT)
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


def _scenes(drafts: Sequence[Draft]) -> tuple[tuple[Scene, ...], list[str]]:
    """One scene per run of shots in one place at one time, and the scene id of every shot."""
    scenes: list[Scene] = []
    ids: list[str] = []
    for key, group in itertools.groupby(drafts, key=lambda draft: draft.scene):
        run = list(group)
        name = f"scene_{len(scenes) + 1:02}"
        mood = _mood([draft.mood for draft in run if draft.mood != "neutral"])
        scenes.append(
            Scene(
                id=name,
                place=key.place,
                time=key.time,
                weather=key.weather,
                mood=mood,
                heading=key.heading,
                shots=tuple(d.id for d in run),
            )
        )
        ids += [name] * len(run)
    return tuple(scenes), ids


def _mood(moods: Sequence[Mood]) -> Mood:
    """The most frequent, the first of those that are equally so."""
    return max(dict.fromkeys(moods), key=moods.count) if moods else "neutral"


def _joined(story: Story, drafts: Sequence[Draft], shots: Sequence[Shot]) -> list[Transition]:
    """A dissolve where time or place changes, and sound that overlaps; a cut elsewhere; the author's wish wins."""
    out = []
    for index, (draft, shot) in enumerate(zip(drafts, shots, strict=True)):
        if index == len(drafts) - 1:
            out.append(Transition())
            continue
        wish = next((s.transition for s in draft.sentences if s.transition), None)
        changes = drafts[index + 1].scene != draft.scene
        kind = wish or ("dissolve" if changes else "cut")
        third = min(shot.frames, shots[index + 1].frames) // 3
        frames = min(round(DISSOLVE_SECONDS * story.fps), third) // 2 * 2
        hard = kind in ("cut", "continuation") or frames < 2
        join = Transition(kind="cut" if hard and kind != "continuation" else kind, frames=0 if hard else frames)
        asked = {name for sentence in draft.sentences for name in sentence.overlaps}
        out.append(overlapping(join, asked, changes=changes, fps=story.fps, most=third))
    return out
