"""Owns the music bed: mood and length -> a small piece that ends on the cut. Additive synthesis in numpy.

Each mood is a row: scale, chords, tempo, brightness, density. The tempo is stretched so that whole bars fill
the section exactly. Does not know: scenes, speech, loudness of the film.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from agent.sound.wav import RATE, Samples

MAJOR = (0, 2, 4, 5, 7, 9, 11)
MINOR = (0, 2, 3, 5, 7, 8, 10)
DORIAN = (0, 2, 3, 5, 7, 9, 10)
LYDIAN = (0, 2, 4, 6, 7, 9, 11)
PHRYGIAN = (0, 1, 3, 5, 7, 8, 10)


@dataclass(frozen=True)
class Row:
    """How one mood sounds."""

    scale: tuple[int, ...]
    chords: tuple[int, ...]
    """Degrees of the scale (0-based), one chord a bar."""
    tempo: float
    """Beats per minute before stretching."""
    bright: float
    """Share of high partials, 0 .. 1."""
    density: float
    """Share of eighth notes that the plucked voice plays."""
    root: int = 48
    """MIDI note of the tonic."""
    bells: bool = False


MOODS: Mapping[str, Row] = {
    "neutral": Row(MAJOR, (0, 4, 5, 3), 84, 0.45, 0.55),
    "happy": Row(MAJOR, (0, 3, 4, 0, 5, 3, 4, 4), 112, 0.7, 0.8, 50),
    "sad": Row(MINOR, (0, 5, 3, 4), 62, 0.25, 0.35, 45),
    "tense": Row(PHRYGIAN, (0, 1, 0, 6), 104, 0.35, 0.75, 41),
    "afraid": Row(PHRYGIAN, (0, 1, 4, 1), 92, 0.3, 0.5, 40),
    "angry": Row(MINOR, (0, 6, 5, 6), 126, 0.55, 0.85, 40),
    "tender": Row(MAJOR, (0, 5, 1, 4), 68, 0.35, 0.45, 53),
    "wonder": Row(LYDIAN, (0, 1, 4, 1), 76, 0.6, 0.6, 50, bells=True),
    "funny": Row(MAJOR, (0, 4, 0, 3), 124, 0.65, 0.7, 48),
    "calm": Row(DORIAN, (0, 3, 0, 4), 64, 0.3, 0.4, 48),
}


def bed(mood: str, seconds: float, seed: int) -> Samples:
    """Music of exactly `seconds`, as (frames, 2) at 48 kHz, fading in and ending with its last bar.

    Args:
        mood: A key of MOODS; others sound neutral.
        seconds: Length.
        seed: Varies melody and voicing; the same seed gives the same music.
    """
    row = MOODS.get(mood, MOODS["neutral"])
    total = round(seconds * RATE)
    if total < RATE // 4:
        return np.zeros((max(total, 0), 2), np.float32)
    bars = max(1, round(seconds / (4 * 60 / row.tempo)))
    beat = seconds / bars / 4
    rng = random.Random(f"music-{seed}-{mood}")
    out = np.zeros((total + 2 * RATE, 2), np.float32)
    for bar in range(bars):
        degree = row.chords[bar % len(row.chords)] if bar < bars - 1 or bars == 1 else 0
        _play_bar(out, row, degree, bar * 4 * beat, beat, rng, last=bar == bars - 1)
    out = _echoed(out, beat)[:total]
    fade = min(int(0.6 * RATE), total // 3)
    out[:fade] *= np.linspace(0, 1, fade, dtype=np.float32)[:, None]
    out[-fade:] *= np.linspace(1, 0, fade, dtype=np.float32)[:, None] ** 0.7
    peak = float(np.abs(out).max())
    return (out * (0.5 / max(peak, 1e-6))).astype(np.float32)


def _play_bar(
    out: Samples, row: Row, degree: int, start: float, beat: float, rng: random.Random, *, last: bool
) -> None:
    chord = [_note(row, degree + step) for step in (0, 2, 4)]
    length = 4 * beat
    for index, note in enumerate(chord):
        _add(out, start, _pad(note + 12, length * 1.15, row.bright), pan=0.3 + 0.2 * index, gain=0.16)
    _add(out, start, _pad(chord[0] - 12, length, 0.15), pan=0.5, gain=0.26)
    if last:
        _add(out, start, _pluck(chord[0] + 24, 2.5, row.bright), pan=0.5, gain=0.3)
        return
    for eighth in range(8):
        strong = eighth % 4 == 0
        if not strong and rng.random() > row.density:
            continue
        note = rng.choice(chord) + (24 if rng.random() < 0.3 else 12)
        gain = (0.26 if strong else 0.17) * (0.8 + 0.4 * rng.random())
        _add(out, start + eighth * beat / 2, _pluck(note, 1.4, row.bright), pan=0.35 + 0.3 * rng.random(), gain=gain)
    if row.bells and rng.random() < 0.7:
        _add(out, start + rng.choice((1, 2, 3)) * beat, _bell(rng.choice(chord) + 36), pan=rng.random(), gain=0.1)


def _note(row: Row, degree: int) -> int:
    return row.root + 12 * (degree // 7) + row.scale[degree % 7]


def _hertz(note: int) -> float:
    return float(440.0 * 2 ** ((note - 69) / 12))


def _times(seconds: float) -> Samples:
    return np.asarray(np.arange(int(seconds * RATE)) / RATE, np.float32)


def _pad(note: int, seconds: float, bright: float) -> Samples:
    """A slow, warm chord tone: a few detuned partials under a soft swell."""
    t, hertz = _times(seconds), _hertz(note)
    tone = np.zeros_like(t)
    for partial, level in ((1, 1.0), (2, 0.5 * bright), (3, 0.25 * bright), (4, 0.12 * bright)):
        tone += level * np.sin(2 * np.pi * hertz * partial * 1.0015 * t) + level * np.sin(
            2 * np.pi * hertz * partial * 0.9985 * t
        )
    swell = np.minimum(t / (0.35 * seconds), 1.0) * np.minimum((seconds - t) / (0.3 * seconds), 1.0)
    return np.asarray(tone * swell * 0.5, np.float32)


def _pluck(note: int, seconds: float, bright: float) -> Samples:
    """A harp-like tone: high partials die first."""
    t, hertz = _times(seconds), _hertz(note)
    tone = np.zeros_like(t)
    for partial in range(1, 7):
        level = bright ** (partial - 1) if partial > 1 else 1.0
        tone += level * np.sin(2 * np.pi * hertz * partial * t) * np.exp(-t * (2.2 + 1.6 * partial))
    return np.asarray(tone * np.minimum(t / 0.006, 1.0), np.float32)


def _bell(note: int) -> Samples:
    t, hertz = _times(2.5), _hertz(note)
    tone = sum(np.sin(2 * np.pi * hertz * ratio * t) * np.exp(-t * (1.2 + ratio)) for ratio in (1.0, 2.76, 5.4))
    return np.asarray(tone * np.minimum(t / 0.004, 1.0), np.float32)


def _add(out: Samples, start: float, tone: Samples, *, pan: float, gain: float) -> None:
    first = int(start * RATE)
    count = min(len(tone), len(out) - first)
    if count <= 0:
        return
    angle = pan * np.pi / 2
    out[first : first + count, 0] += tone[:count] * (gain * np.cos(angle))
    out[first : first + count, 1] += tone[:count] * (gain * np.sin(angle))


def _echoed(out: Samples, beat: float) -> Samples:
    """A room: a few decaying cross-fed echoes at prime-like delays."""
    wet = out.copy()
    for delay, level in ((0.031, 0.28), (0.047, 0.24), (0.071, 0.2), (0.113, 0.16), (beat * 0.75, 0.14)):
        shift = int(delay * RATE)
        if 0 < shift < len(out):
            wet[shift:] += level * out[:-shift, ::-1]
    return wet
