"""Owns the tasks of the spoken lines. Does not know: engines, sound."""

from __future__ import annotations

from agent.fingerprint import digest
from agent.jobs import SpeechJob
from agent.settings import Settings
from agent.stages.task import Task, safe
from planners import Plan, Shot

SPEECH_VERSION = 1


def speech_tasks(plan: Plan, settings: Settings) -> list[Task]:
    """One task per spoken line."""
    return [_speech(plan, shot, index, settings) for shot in plan.shots for index in range(len(shot.lines))]


def _speech(plan: Plan, shot: Shot, index: int, settings: Settings) -> Task:
    line = shot.lines[index]
    speaker = plan.entities.get(line.speaker or "")
    voice = (speaker.voice if speaker and speaker.voice else None) or plan.narrator
    file = f"04_shots/lines/{safe(shot.id)}_{index + 1}.wav"
    job = SpeechJob(
        text=line.text,
        voice=voice,
        engine=settings.voice,
        language=plan.language,
        room=_room(shot, index, plan.fps),
        fps=plan.fps,
        seed=plan.seed,
        file=file,
    )
    parts = {"line": digest([job.text, job.engine, job.language, job.room, job.fps, job.seed, SPEECH_VERSION])}
    who = line.speaker or "narrator"
    return Task(
        id=f"line:{shot.id}:{index + 1}",
        stage="voices",
        label=f"{who} in {shot.id}",
        file=file,
        parts={**parts, "voice": digest(voice)},
        job=job,
        weight=4,
    )


def _room(shot: Shot, index: int, fps: int) -> float:
    """Seconds from a line's start until the next line or shortly before the shot's end."""
    start = shot.lines[index].start
    end = shot.lines[index + 1].start if index + 1 < len(shot.lines) else shot.frames
    return max(end - start - 2, 6) / fps
