"""Owns the director's sound node: effects, the mood of the music, voices, and how long every shot is (Vlogger 4.1).

The model says how it should be; sums, speech and the generator's native lengths are kept by arithmetic.
Does not know: sounds, music, engines.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping

from planners.chat_model import Asker
from planners.director.answers import SoundAnswer, SoundRow, VoiceRow
from planners.director.schedule import floor_of, resized, shared_out
from planners.director.steps import known, lines, noted, window_note, windows
from planners.errors import NoAnswer
from planners.native import NativeLengths
from planners.nodes.sound import HEARD
from planners.nodes.state import State
from planners.plan import Entity, Note, Shot, Voice
from planners.story import Story

SHOTS_AT_ONCE = 20
OFF_TOTAL = 0.15
"""How far the wished lengths of a window may be from the time it has; the rest is arithmetic."""
LONGER = 2.5
"""Without a wished length of the film, a shot may become so many times as long as the rules made it."""
_PITCHES: Mapping[str, float] = {"very low": 0.76, "low": 0.84, "middle": 0.96, "high": 1.16, "very high": 1.32}
_RATES: Mapping[str, float] = {"slow": 0.9, "normal": 1.0, "fast": 1.12}


def sounding(state: State, asker: Asker) -> State:
    """Shots, scenes and entities with the model's sounds, moods and voices, and shots of the lengths it wishes."""
    shots, wishes = list(state["shots"]), {}
    scenes, entities = state["scenes"], dict(state["entities"])
    notes: list[Note] = []
    for part in windows(range(len(shots)), SHOTS_AT_ONCE):
        where = f"{shots[part[0]].id} to {shots[part[-1]].id}"
        mine = [shots[index] for index in part]
        try:
            answer = asker.ask(
                "sound",
                _variables(state, mine),
                SoundAnswer,
                check=functools.partial(check_sound, shots=mine, state=state),
                where=where,
            )
        except NoAnswer as error:
            notes.append(window_note("sound", where, "sound and lengths", error))
            continue
        rows = {row.shot: row for row in answer.shots}
        for index in part:
            shots[index], wish = _sounded(shots[index], rows.get(shots[index].id))
            wishes[shots[index].id] = wish
        moods = {row.scene: row.mood for row in answer.moods}
        scenes = tuple(s.model_copy(update={"mood": moods.get(s.id, s.mood)}) for s in scenes)
        entities = voiced(entities, answer.voices, state["story"])
    timed = scheduled(shots, wishes, state)
    return noted(state, {"shots": timed, "scenes": scenes, "entities": entities}, notes)


def _variables(state: State, mine: list[Shot]) -> dict[str, object]:
    fps = state["story"].fps
    lengths = state.get("lengths") or NativeLengths()
    scenes = {shot.scene for shot in mine}
    speakers = {line.speaker for shot in mine for line in shot.lines if line.speaker}
    entities = state["entities"]
    return {
        "seconds": round(sum(shot.frames for shot in mine) / fps, 1),
        "native": f"{lengths.least:g} to {lengths.most:g} s" if lengths.most else "any length",
        "effects": ", ".join(sorted(HEARD)),
        "shots": lines(
            {
                "shot": shot.id,
                "scene": shot.scene,
                "text": shot.text,
                "effects": shot.effects,
                "seconds": round(shot.frames / fps, 1),
                "speech": round(floor_of(shot, fps) / fps, 1) if shot.lines else None,
                "fixed": _fixed(shot, state),
            }
            for shot in mine
        ),
        "scenes": lines({"scene": s.id, "place": s.place, "mood": s.mood} for s in state["scenes"] if s.id in scenes),
        "voices": lines(
            {"id": name, "name": entities[name].name, "looks": entities[name].description}
            for name in sorted(speakers)
            if name in entities
        ),
    }


def _fixed(shot: Shot, state: State) -> bool | None:
    return any(draft.id == shot.id and draft.seconds is not None for draft in state["drafts"]) or None


def check_sound(answer: SoundAnswer, shots: list[Shot], state: State) -> list[str]:
    """What is wrong with the sound of a window of shots, in plain sentences."""
    fps, names = state["story"].fps, [shot.id for shot in shots]
    given = [row.shot for row in answer.shots]
    found = known(given, names, "sound", what="shot")
    found += [f"sound: {name!r} is given twice" for name in dict.fromkeys(given) if given.count(name) > 1]
    found += known((row.scene for row in answer.moods), (s.id for s in state["scenes"]), "moods", what="scene")
    speakers = {line.speaker for shot in shots for line in shot.lines if line.speaker}
    found += known((row.id for row in answer.voices), sorted(speakers), "voices", what="speaker")
    wished = {row.shot: row.seconds for row in answer.shots if row.seconds}
    for shot in shots:
        floor = floor_of(shot, fps) / fps
        if wished.get(shot.id, floor) < floor * 0.95:
            found.append(f"{shot.id}: {wished[shot.id]:g} s; its speech alone takes {floor:.1f} s")
    total = sum(shot.frames for shot in shots) / fps
    whole = sum(wished.get(shot.id, shot.frames / fps) for shot in shots)
    if state["story"].duration is not None and abs(whole - total) > OFF_TOTAL * total:
        found.append(f"the shots' seconds sum up to {whole:.1f}; there are {total:.1f} s to fill")
    return found


def _sounded(shot: Shot, row: SoundRow | None) -> tuple[Shot, float | None]:
    if row is None:
        return shot, None
    return shot.model_copy(update={"effects": tuple(dict.fromkeys(row.effects))}), row.seconds


def voiced(entities: Mapping[str, Entity], rows: tuple[VoiceRow, ...], story: Story) -> dict[str, Entity]:
    """Speakers with the voices that the rows describe, no two alike; what the author pinned stands."""
    out = dict(entities)
    for row in rows:
        entity = out[row.id]
        pin = story.characters.get(row.id)
        if entity.voice is None or (pin is not None and pin.voice):
            continue
        taken = {1.0} | {e.voice.pitch for n, e in out.items() if e.voice is not None and n != row.id}
        wanted = _PITCHES.get(row.pitch, entity.voice.pitch)
        steps = (round(wanted + sign * step * 0.02, 2) for step in range(60) for sign in (1, -1))
        pitch = next(value for value in steps if value not in taken and value > 0.5)
        rate = _RATES.get(row.pace, entity.voice.rate)
        out[row.id] = entity.model_copy(update={"voice": Voice(pitch=pitch, rate=rate)})
    return out


def scheduled(shots: list[Shot], wishes: Mapping[str, float | None], state: State) -> tuple[Shot, ...]:
    """The shots in the wished lengths; a film with an asked length keeps it to the frame."""
    fps, lengths = state["story"].fps, state.get("lengths") or NativeLengths()
    held = [bool(_fixed(shot, state)) for shot in shots]
    wished = [(wishes.get(shot.id) or shot.frames / fps) * fps for shot in shots]
    least = [
        shot.frames if keep else min(floor_of(shot, fps), shot.frames) for shot, keep in zip(shots, held, strict=True)
    ]
    least = [
        max(one, min(round(lengths.least * fps), one if keep else 10**9)) for one, keep in zip(least, held, strict=True)
    ]
    ceiling = round(lengths.most * fps) if lengths.most else None
    most = [
        one if keep else max(one, ceiling if ceiling else round(LONGER * shot.frames))
        for one, keep, shot in zip(least, held, shots, strict=True)
    ]
    total = sum(shot.frames for shot in shots)
    if state["story"].duration is None:
        total = round(sum(min(max(w, lo), hi) for w, lo, hi in zip(wished, least, most, strict=True)))
    elif sum(least) > total:
        return tuple(shots)
    frames = shared_out(wished, least, most, total)
    return tuple(resized(shot, count, fps) for shot, count in zip(shots, frames, strict=True))
