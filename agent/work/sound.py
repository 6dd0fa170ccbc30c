"""Owns the work on sound: one function per job. Does not know: shots, plans."""

from __future__ import annotations

from pathlib import Path

from agent.film import encode_audio
from agent.jobs import MixJob, MusicJob, Outcome, Progress, SpeechJob
from agent.settings import Settings
from agent.sound.mix import Clip, Effect
from agent.sound.mix import mix as mix_track
from agent.sound.music import bed
from agent.sound.speech import load, mouth, speak
from agent.sound.wav import write_wav


def warm(settings: Settings) -> None:
    """Load the speech engine."""
    load(settings.voice)


def speech(job: SpeechJob, root: Path, progress: Progress) -> Outcome:
    """Write the line's WAV; no file when there is no voice."""
    spoken = speak(job.text, job.voice, engine=job.engine, language=job.language, room=job.room, seed=job.seed)
    if spoken.samples is None:
        return Outcome(files=(), data={"seconds": 0.0, "mouth": []}, downgrades=spoken.downgrades)
    write_wav(root / job.file, spoken.samples)
    data = {"seconds": spoken.seconds, "mouth": list(mouth(spoken.samples, job.fps))}
    return Outcome(files=(job.file,), data=data, downgrades=spoken.downgrades)


def music(job: MusicJob, root: Path, progress: Progress) -> Outcome:
    """Write the section's WAV."""
    write_wav(root / job.file, bed(job.mood, job.seconds, job.seed))
    return Outcome(files=(job.file,))


def mix(job: MixJob, root: Path, progress: Progress) -> Outcome:
    """Write the AAC track; the WAV is not kept."""
    wav = (root / job.file).with_suffix(".wav.part")
    speech = [Clip(root / item.file, item.start) for item in job.speech if (root / item.file).is_file()]
    music = [Clip(root / item.file, item.start) for item in job.music]
    effects = [Effect(item.name, item.start, item.seconds, item.seed) for item in job.effects]
    try:
        level = mix_track(wav, job.seconds, speech, music, effects)
        encode_audio(wav, root / job.file)
    finally:
        wav.unlink(missing_ok=True)
    data = {"lufs": round(level.lufs, 2), "peak_dbtp": round(level.peak_dbtp, 2)}
    return Outcome(files=(job.file,), data=data)
