"""Owns the tasks of the film itself: encoded pieces, music, mix, contact sheet, film.

Does not know: how any is made.
"""

from __future__ import annotations

import bisect
import itertools
import zlib
from collections.abc import Mapping

from agent.captions import Cue, shot_cues
from agent.credits import credit_lines
from agent.fingerprint import digest
from agent.jobs import ContactJob, FilmJob, MixJob, MusicJob, Over, PieceJob, Placed
from agent.settings import Settings
from agent.stages.pictures import TITLE
from agent.stages.soundtrack import effects_of
from agent.stages.steadying import source
from agent.stages.task import Task, input_keys, safe
from agent.timeline import Piece, Timeline, timeline
from generators import title_seconds
from planners import Plan, Shot

MUSIC_SECONDS = 90
"""A section of music is at most so long, unless one shot is longer."""
MUSIC_VERSION, MIX_VERSION, PIECE_VERSION, CONTACT_VERSION, FILM_VERSION = 1, 4, 3, 2, 1


def film_tasks(plan: Plan, settings: Settings, made: Mapping[str, Task], seconds: Mapping[str, float]) -> list[Task]:
    """Encoded pieces, music, mix, contact sheet and the film itself.

    Args:
        plan: The plan.
        settings: The run's settings.
        made: Picture and speech tasks by id.
        seconds: Speech task id -> length of the spoken line; 0 where there is no voice.
    """
    line = timeline(plan)
    cues = {shot.id: _cues(plan, shot, line.starts[shot.id], seconds) for shot in plan.shots}
    shown = [cue for shot in plan.shots for cue in cues[shot.id]]
    title = _over(plan, made)
    pieces = [_piece(plan, piece, made, _during(shown, piece), title) for piece in line.pieces]
    music = _music(plan, line) if plan.music else []
    mix = _mix(plan, line, made, music)
    contact = _contact(plan, made)
    everything = tuple(cue for shot in plan.shots for cue in cues[shot.id])
    film = _film(plan, settings, pieces, mix, everything)
    return [*pieces, *(task for task, _ in music), mix, contact, film]


def _cues(plan: Plan, shot: Shot, start: int, seconds: Mapping[str, float]) -> list[Cue]:
    lengths = {item.id: seconds.get(f"line:{shot.id}:{index + 1}", 0.0) for index, item in enumerate(shot.lines)}
    return shot_cues(plan, shot, start, lengths)


def _during(cues: list[Cue], piece: Piece) -> list[Cue]:
    """The cues on screen in a piece: a voice may begin before its shot is seen, and end after it."""
    near = bisect.bisect_left(cues, piece.start + piece.frames, key=lambda cue: cue.start)
    shown = itertools.takewhile(lambda cue: cue.end > piece.start, reversed(cues[:near]))
    return list(shown)[::-1]


def _over(plan: Plan, made: Mapping[str, Task]) -> Over | None:
    """The title, when it is laid over the finished clips."""
    if TITLE not in made:
        return None
    return Over(file=made[TITLE].file, seconds=title_seconds(plan.shots[0].frames, plan.fps))


def _piece(plan: Plan, piece: Piece, made: Mapping[str, Task], shown: list[Cue], title: Over | None) -> Task:
    clip = source(made, piece)
    relative = tuple(
        cue.model_copy(update={"start": cue.start - piece.start, "end": cue.end - piece.start}) for cue in shown
    )
    burnt = relative if plan.subtitles == "burn" else ()
    over = title if title and piece.start < title.seconds * plan.fps else None
    job = PieceJob(
        source=clip.file,
        first=piece.first if piece.kind == "body" else 0,
        frames=piece.frames,
        fps=plan.fps,
        size=plan.size,
        cues=burnt,
        file=f"06_film/pieces/{safe(piece.id)}.mp4",
        start=piece.start,
        title=over,
    )
    needs = [clip, *([made[TITLE]] if over else [])]
    parts = {**input_keys(needs), "captions": digest([list(burnt)])}
    parts |= {"title": digest([over, piece.start])} if over else {}
    parts["cut"] = digest([job.first, job.frames, job.fps, job.size, PIECE_VERSION])
    return Task(
        id=f"piece:{piece.id}",
        stage="film",
        label=piece.id,
        file=job.file,
        parts=parts,
        job=job,
        deps=tuple(task.id for task in needs),
        weight=piece.frames * 0.5,
    )


def _music(plan: Plan, line: Timeline) -> list[tuple[Task, int]]:
    """The sections of music, each with its first frame; the last one covers the end card."""
    sections: list[tuple[Task, int]] = []
    for shots in _stretches(plan):
        last = shots[-1] is plan.shots[-1]
        start = line.starts[shots[0].id]
        end = line.frames if last else line.starts[shots[-1].id] + shots[-1].frames
        sections.append((_section(plan, shots[0].id, plan.scene_of(shots[0]).mood, end - start), start))
    return sections


def _stretches(plan: Plan) -> list[list[Shot]]:
    """The shots of each scene together; a long scene in parts, so that memory does not grow with its music."""
    out: list[list[Shot]] = []
    for _, group in itertools.groupby(plan.shots, key=lambda shot: shot.scene):
        part: list[Shot] = []
        for shot in group:
            if part and sum(item.frames for item in (*part, shot)) > MUSIC_SECONDS * plan.fps:
                out.append(part)
                part = []
            part.append(shot)
        out.append(part)
    return out


def _section(plan: Plan, shot: str, mood: str, frames: int) -> Task:
    job = MusicJob(
        mood=mood,
        seconds=frames / plan.fps,
        seed=plan.seed + zlib.crc32(shot.encode()) % 1000,
        file=f"06_film/sound/music_{safe(shot)}.wav",
    )
    parts = {"music": digest([job.mood, job.seconds, job.seed, MUSIC_VERSION])}
    return Task(
        id=f"music:{shot}",
        stage="film",
        label=f"music, {mood}",
        file=job.file,
        parts=parts,
        job=job,
        weight=20,
    )


def _mix(plan: Plan, line: Timeline, speech: Mapping[str, Task], music: list[tuple[Task, int]]) -> Task:
    spoken = [
        (speech[f"line:{shot.id}:{index + 1}"], max(line.starts[shot.id] + item.start, 0) / plan.fps)
        for shot in plan.shots
        for index, item in enumerate(shot.lines)
    ]
    job = MixJob(
        seconds=line.frames / plan.fps,
        speech=tuple(Placed(file=task.file, start=start) for task, start in spoken),
        music=tuple(Placed(file=task.file, start=start / plan.fps) for task, start in music),
        effects=effects_of(plan, line),
        file="06_film/sound/mix.m4a",
    )
    needs = [task for task, _ in (*spoken, *music)]
    parts = {**input_keys(needs), "places": digest([job.speech, job.music, job.effects, job.seconds, MIX_VERSION])}
    return Task(
        id="mix",
        stage="film",
        label="sound mix",
        file=job.file,
        parts=parts,
        job=job,
        deps=tuple(task.id for task in needs),
        weight=line.frames * 0.1,
    )


def _contact(plan: Plan, made: Mapping[str, Task]) -> Task:
    needs = [made[f"keyframe:{shot.id}"] for shot in plan.shots]
    job = ContactJob(images=tuple(task.file for task in needs), size=plan.size, file="06_film/contact.png")
    deps = tuple(task.id for task in needs)
    return Task(
        id="contact",
        stage="film",
        label="contact sheet",
        file=job.file,
        parts={**input_keys(needs), "layout": digest([job.size, CONTACT_VERSION])},
        job=job,
        deps=deps,
        weight=4 * len(needs),
    )


def _film(plan: Plan, settings: Settings, pieces: list[Task], mix: Task, cues: tuple[Cue, ...]) -> Task:
    job = FilmJob(
        pieces=tuple(task.file for task in pieces),
        audio=mix.file,
        cues=cues,
        names={entity.id: entity.name for entity in plan.entities.values()},
        fps=plan.fps,
        title=plan.title,
        language=plan.language,
        track=plan.subtitles == "track",
        credits=credit_lines(plan, settings.voice),
        folder="06_film",
    )
    parts = {**input_keys([*pieces, mix]), "captions": digest([list(cues), job.names, job.track])}
    parts["title"] = digest([job.title, job.language, job.credits, FILM_VERSION])
    deps = tuple(task.id for task in [*pieces, mix])
    return Task(
        id="film", stage="film", label="film.mp4", file="06_film/film.mp4", parts=parts, job=job, deps=deps, weight=10
    )
