"""Owns how a run folder becomes a sequence: clips with handles, dissolves, rendered joins, stems, scene markers.

A dissolve is handed over as a transition between two clips with handles; any other join (a morph, a matched cut, a
generated clip) cannot be made by an editing program, so its rendered clip stands between the two. Does not know: any
format.
"""

from __future__ import annotations

import unicodedata
import wave
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from agent.errors import MakeError
from agent.exporting.values import Clip, Dissolve, Marker, Media, Role, Sequence, SoundTrack
from agent.sound.mix import Effect, effects_stem
from agent.stages import effects_of, safe
from agent.store import Store
from agent.timeline import Piece, Timeline, timeline
from planners import Plan

STEM = "sound/effects.wav"
"""The effects' own file beside the hand-off: a run keeps them only in its mix."""


@dataclass(frozen=True)
class _Run:
    plan: Plan
    store: Store
    line: Timeline

    def kind(self, piece: Piece) -> str:
        """What a join was made as."""
        record = self.store.read(f"05_joins/{safe(piece.id)}.json")
        return str(record.data.get("kind", "cut")) if record else "cut"

    def video(self, shot: str) -> Path:
        """The clip that the film shows of a shot: with steady light, where that was seen to."""
        record = self.store.read(f"06_film/pieces/{safe(shot)}.json")
        steady = record is not None and f"steady:{shot}" in record.parts
        return self.store.root / f"{'05_joins/steady' if steady else '04_shots'}/{safe(shot)}.mp4"

    def media(self, file: Path, frames: int) -> Media:
        """A file of pictures.

        Raises:
            MakeError: it has not been made.
        """
        if not file.is_file():
            raise MakeError(f"{file.name} is not there: make the film first", task="export")
        return Media(file=file.resolve(), frames=frames)


def sequence_of(plan: Plan, store: Store, *, stems: Path | None = None) -> Sequence:
    """The film in a run folder as an editor lays it out.

    Args:
        plan: Of the film.
        store: Of its run folder.
        stems: Folder in which the effects' own file is written; None: no effects track.

    Raises:
        MakeError: the film has not been made.
    """
    run = _Run(plan, store, timeline(plan))
    pictures, dissolves = _pictures(run)
    titled = (store.root / f"04_shots/title/{safe(plan.shots[0].id)}.png").is_file()
    return Sequence(
        title=_printable(plan.title),
        fps=plan.fps,
        size=plan.size,
        frames=run.line.frames,
        pictures=pictures,
        dissolves=dissolves,
        sounds=tuple(_sounds(run, stems)),
        mix=_mix(run),
        markers=tuple(_markers(run)),
        notes=("The title's lettering is laid over film.mp4 only.",) if titled else (),
    )


def _pictures(run: _Run) -> tuple[tuple[Clip, ...], tuple[Dissolve, ...]]:
    joins = {piece.shots: piece for piece in run.line.pieces if piece.kind == "join"}
    clips: list[Clip] = []
    dissolves: list[Dissolve] = []
    eaten = 0
    for index, shot in enumerate(run.plan.shots):
        handles, start = run.line.handles[shot.id], run.line.starts[shot.id]
        media = run.media(run.video(shot.id), handles.head + shot.frames + handles.tail)
        after = run.plan.shots[index + 1].id if index + 1 < len(run.plan.shots) else ""
        join = joins.get((shot.id, after))
        kind = run.kind(join) if join else "cut"
        rendered = join is not None and kind not in ("cut", "dissolve")
        given = handles.tail if rendered else 0
        clips.append(
            Clip(
                name=shot.id,
                media=media,
                first=handles.head + eaten,
                frames=shot.frames - eaten - given,
                start=start + eaten,
            )
        )
        if join and kind == "dissolve":
            dissolves.append(Dissolve(cut=start + shot.frames, before=handles.tail, after=handles.tail))
        if join and rendered:
            file = run.store.root / f"05_joins/{safe(join.id)}.mp4"
            name = f"{join.id} ({kind})"
            clips.append(_whole(name, run.media(file, join.frames), join.start))
        eaten = given
    clips += [
        _whole("end card", run.media(run.store.root / "06_film/pieces/end_card_clip.mp4", piece.frames), piece.start)
        for piece in run.line.pieces
        if piece.kind == "card"
    ]
    return tuple(clips), tuple(dissolves)


def _whole(name: str, media: Media, start: int) -> Clip:
    return Clip(name=name, media=media, first=0, frames=media.frames, start=start)


def _sounds(run: _Run, stems: Path | None) -> Iterator[SoundTrack]:
    record = run.store.read("06_film/sound/mix.json")
    used: Mapping[str, str] = record.parts if record else {}
    voices = [
        clip
        for shot in run.plan.shots
        for index, item in enumerate(shot.lines, 1)
        if f"line:{shot.id}:{index}" in used
        for clip in _wav(
            run,
            f"04_shots/lines/{safe(shot.id)}_{index}.wav",
            max(run.line.starts[shot.id] + item.start, 0),
            name=_printable(f"{item.speaker or 'narrator'}, {shot.id}"),
        )
    ]
    music = [
        clip
        for shot in run.plan.shots
        if f"music:{shot.id}" in used
        for clip in _wav(run, f"06_film/sound/music_{safe(shot.id)}.wav", run.line.starts[shot.id], name="music")
    ]
    yield from _lanes("voices", "dialogue", voices)
    yield from _lanes("music", "music", music)
    yield from _lanes("effects", "effects", _effects(run, stems) if stems else [])


def _effects(run: _Run, stems: Path) -> list[Clip]:
    heard = effects_of(run.plan, run.line)
    if not heard:
        return []
    file = stems / STEM
    file.parent.mkdir(parents=True, exist_ok=True)
    effects = [Effect(item.name, item.start, item.seconds, item.seed) for item in heard]
    effects_stem(file, run.line.frames / run.plan.fps, effects)
    return list(_wav(run, str(file.resolve()), 0, name="effects"))


def _wav(run: _Run, file: str, start: int, *, name: str) -> Iterator[Clip]:
    """A clip of a whole sound file, up to the film's end; none where there is no voice."""
    path = run.store.root / file
    if not path.is_file():
        return
    with wave.open(str(path), "rb") as stream:
        samples, channels, rate = stream.getnframes(), stream.getnchannels(), stream.getframerate()
    frames = samples * run.plan.fps // rate
    media = Media(file=path.resolve(), frames=frames, samples=samples, channels=channels, rate=rate)
    length = min(frames, run.line.frames - start)
    if length > 0:
        yield Clip(name=name, media=media, first=0, frames=length, start=start)


def _lanes(name: str, role: Role, clips: list[Clip]) -> Iterator[SoundTrack]:
    """As many tracks as it takes for no two clips to overlap."""
    lanes: list[list[Clip]] = []
    for clip in sorted(clips, key=lambda item: item.start):
        free = next((lane for lane in lanes if lane[-1].end <= clip.start), None)
        if free is None:
            lanes.append([clip])
        else:
            free.append(clip)
    for number, lane in enumerate(lanes, 1):
        yield SoundTrack(name=name if number == 1 else f"{name} {number}", role=role, clips=tuple(lane))


def _mix(run: _Run) -> Clip | None:
    file = run.store.root / "06_film/sound/mix.m4a"
    if not file.is_file():
        return None
    rate = 48_000
    media = Media(
        file=file.resolve(), frames=run.line.frames, samples=run.line.frames * rate // run.plan.fps, channels=2
    )
    return _whole("mix", media, 0)


def _printable(text: str) -> str:
    """Without what no document can hold: control characters and broken ones."""
    return "".join(" " if unicodedata.category(letter) in ("Cc", "Cs") else letter for letter in text)


def _markers(run: _Run) -> Iterator[Marker]:
    for number, scene in enumerate(run.plan.scenes, 1):
        first = next((shot.id for shot in run.plan.shots if shot.scene == scene.id), None)
        if first is not None:
            place = run.plan.entities[scene.place].name if scene.place in run.plan.entities else scene.place
            name = _printable(f"scene {number}: {place}, {scene.time}, {scene.weather}")
            yield Marker(start=run.line.starts[first], name=name)
