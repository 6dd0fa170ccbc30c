"""Owns the mix: speech, music and effects -> one stereo track at -16 LUFS, in blocks, however long the film is.

Music ducks under speech; a look-ahead limiter keeps true peaks under the ceiling. Loudness is measured as
ITU-R BS.1770-4 says (K-weighting, 400 ms blocks, gates at -70 LUFS and -10 LU). Does not know: plans or shots.
"""

from __future__ import annotations

import dataclasses
import os
import wave
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy import ndimage, signal

from agent.sound.effects import FADE, ONCE, effect
from agent.sound.wav import RATE, Samples, WavReader, to_pcm

TARGET_LUFS = -16.0
CEILING_DBTP = -1.5
"""True-peak ceiling before AAC, which may add a few tenths of a decibel."""
BLOCK = 5 * RATE
DUCKED = 0.28
"""Gain of the music while somebody speaks."""
MUSIC_GAIN = 0.5
EFFECT_GAIN = 0.5
SECTION = 20.0
"""Longer effects are made in sections of so many seconds, so that time and memory do not grow with their length."""
ONCE_SECONDS = 6.0


@dataclass(frozen=True)
class Clip:
    """A sound file at a place on the track. Times in seconds."""

    file: Path
    start: float


@dataclass(frozen=True)
class Effect:
    """A named sound over a stretch of the track. Times in seconds."""

    name: str
    start: float
    seconds: float
    seed: int


@dataclass(frozen=True)
class Loudness:
    """What was measured on the finished track."""

    lufs: float
    peak_dbtp: float


def mix(
    out: Path, seconds: float, speech: Sequence[Clip], music: Sequence[Clip], effects: Sequence[Effect]
) -> Loudness:
    """Write the mixed track (48 kHz stereo WAV) of exactly `seconds`.

    Memory stays at a few blocks of 5 s, whatever the length.
    """
    total = round(seconds * RATE)
    rough = out.with_name(out.name + ".rough.part")
    raw = _measured_to(rough, _raw_blocks(total, speech, music, effects), Meter(peaks=False), quieter=HEADROOM)
    gain = 10 ** ((TARGET_LUFS - raw.lufs) / 20) if raw.lufs > -60 else 1.0
    part = out.with_name(out.name + ".part")
    final = _measured_to(part, _limited(rough, total, gain), Meter())
    trim = 10 ** (min(TARGET_LUFS - final.lufs, CEILING_DBTP - final.peak_dbtp) / 20) if raw.lufs > -60 else 1.0
    if abs(20 * np.log10(trim)) > 0.3:
        final = _measured_to(part, _limited(rough, total, gain * trim), Meter())
    rough.unlink()
    os.replace(part, out)
    return final


def effects_stem(out: Path, seconds: float, effects: Sequence[Effect]) -> None:
    """Write the effects alone (48 kHz stereo WAV), as loud as in a mix that has not been brought to -16 LUFS yet."""
    part = out.with_name(out.name + ".part")
    _measured_to(part, _raw_blocks(round(seconds * RATE), (), (), effects), Meter(peaks=False))
    os.replace(part, out)


def _raw_blocks(
    total: int, speech: Sequence[Clip], music: Sequence[Clip], effects: Sequence[Effect]
) -> Iterator[Samples]:
    voices = [(WavReader(clip.file), round(clip.start * RATE)) for clip in speech]
    beds = [(WavReader(clip.file), round(clip.start * RATE)) for clip in music]
    spans = [(start, start + reader.frames) for reader, start in voices]
    parts = [part for item in effects for part in _sections(item)]
    sounds: dict[Effect, Samples] = {}
    for first in range(0, total, BLOCK):
        count = min(BLOCK, total - first)
        block = _sum(voices, first, count)
        block += _sum(beds, first, count) * (MUSIC_GAIN * _duck(spans, first, count))[:, None]
        for item in parts:
            start = round(item.start * RATE)
            if start < first + count and start + item.seconds * RATE > first:
                if item not in sounds:
                    sounds[item] = effect(item.name, item.seconds, item.seed)
                block += _slice(sounds[item], first - start, count) * EFFECT_GAIN
            else:
                sounds.pop(item, None)
        yield block


def _sections(item: Effect) -> list[Effect]:
    """A long effect as sections that fade into each other."""
    if item.name in ONCE:
        return [dataclasses.replace(item, seconds=min(item.seconds, ONCE_SECONDS))]
    count = max(1, int((item.seconds - FADE) // SECTION) + 1)
    return [
        Effect(
            name=item.name,
            start=item.start + index * SECTION,
            seconds=min(item.seconds - index * SECTION, SECTION + FADE),
            seed=item.seed + index,
        )
        for index in range(count)
    ]


def _sum(sources: Sequence[tuple[WavReader, int]], first: int, count: int) -> Samples:
    block = np.zeros((count, 2), np.float32)
    for reader, start in sources:
        if start < first + count and start + reader.frames > first:
            block += reader.stereo(first - start, count)
    return block


def _slice(sound: Samples, first: int, count: int) -> Samples:
    out = np.zeros((count, 2), np.float32)
    start, end = max(first, 0), min(first + count, len(sound))
    if end > start:
        out[start - first : end - first] = sound[start:end]
    return out


def _duck(spans: Sequence[tuple[int, int]], first: int, count: int) -> Samples:
    """Gain of the music per sample: DUCKED while somebody speaks, with ramps of 0.35 s around."""
    ramp = int(0.35 * RATE)
    t = np.arange(first, first + count, dtype=np.float32)
    gain = np.ones(count, np.float32)
    for start, end in spans:
        if start - ramp < first + count and end + ramp > first:
            outside = np.maximum(start - t, t - end) / ramp
            gain = np.minimum(gain, DUCKED + (1 - DUCKED) * np.clip(outside, 0, 1))
    return gain


def _limited(rough: Path, total: int, gain: float) -> Iterator[Samples]:
    """The rough mix with gain, its peaks held under the ceiling by a 5 ms look-ahead limiter."""
    reader = WavReader(rough)
    ceiling = 10 ** (CEILING_DBTP / 20) * 0.97
    ahead = int(0.005 * RATE)
    margin = 4 * ahead
    for first in range(0, total, BLOCK):
        count = min(BLOCK, total - first)
        wide = reader.stereo(first - margin, count + 2 * margin) * (gain * HEADROOM)
        need = np.minimum(1.0, ceiling / np.maximum(_true_level(wide), 1e-9))
        held = ndimage.minimum_filter1d(need, 2 * ahead + 1)
        smooth = ndimage.uniform_filter1d(held, 2 * ahead + 1)
        yield (wide * np.minimum(smooth, 1.0)[:, None])[margin : margin + count].astype(np.float32)


HEADROOM = 4.0
"""The rough file is written 12 dB down so that sums cannot clip."""


def _true_level(samples: Samples) -> Samples:
    """Highest of both channels per sample, four times oversampled where it is loud."""
    level = _louder(samples)
    if level.max() < 0.5:
        return np.asarray(level, np.float32)
    fine = _louder(signal.resample_poly(samples, 4, 1, axis=0))
    for phase in range(4):
        level = np.maximum(level, fine[phase::4][: len(level)])
    return np.asarray(level, np.float32)


def _louder(samples: Samples) -> Samples:
    """The louder channel's level per sample; by columns, as numpy is slow along short rows."""
    return np.maximum(np.abs(samples[:, 0]), np.abs(samples[:, 1]))


def _measured_to(path: Path, blocks: Iterator[Samples], meter: Meter, *, quieter: float = 1.0) -> Loudness:
    """Write blocks as WAV, so many times quieter, while measuring them as they are."""
    with wave.open(str(path), "wb") as stream:
        stream.setnchannels(2)
        stream.setsampwidth(2)
        stream.setframerate(RATE)
        for block in blocks:
            meter.feed(block)
            stream.writeframes(to_pcm(block / quieter))
    return meter.result()


class Meter:
    """Integrated loudness and true peak of a stereo track at 48 kHz, fed block by block (BS.1770-4)."""

    # K-weighting at 48 kHz: shelving and high-pass biquads, BS.1770-4 tables 1 and 2.
    _SOS = np.array(
        [
            [1.53512485958697, -2.69169618940638, 1.19839281085285, 1.0, -1.69065929318241, 0.73248077421585],
            [1.0, -2.0, 1.0, 1.0, -1.99004745483398, 0.99007225036621],
        ]
    )

    def __init__(self, *, peaks: bool = True) -> None:
        """Start empty; without `peaks` the true peak, which is slow to find, is not looked for."""
        self._peaks = peaks
        self._state = np.zeros((2, 2, 2))
        self._rest = np.zeros((0, 2))
        self._hops: list[float] = []
        self._peak = 1e-9

    def feed(self, block: Samples) -> None:
        """Measure the next samples, shape (frames, 2)."""
        if self._peaks:
            self._peak = max(self._peak, float(_true_level(block).max(initial=0.0)))
        weighted, self._state = signal.sosfilt(self._SOS, block, axis=0, zi=self._state)
        rest = np.concatenate([self._rest, weighted])
        hop = RATE // 10
        whole = len(rest) // hop
        energy = np.square(rest[: whole * hop]).reshape(whole, hop, 2).mean(axis=1).sum(axis=1)
        self._hops.extend(energy.tolist())
        self._rest = rest[whole * hop :]

    def result(self) -> Loudness:
        """Integrated loudness in LUFS (-99 for silence) and true peak in dBTP."""
        hops = np.array(self._hops)
        peak = 20 * np.log10(self._peak)
        if len(hops) < 4:
            return Loudness(-99.0, peak)
        blocks = np.convolve(hops, np.ones(4) / 4, "valid")
        loud = blocks[_lufs(blocks) > -70]
        if len(loud) == 0:
            return Loudness(-99.0, peak)
        gated = loud[_lufs(loud) > _lufs(loud.mean()) - 10]
        return Loudness(float(_lufs(gated.mean())), float(peak))


def _lufs(energy: Samples | float) -> Samples:
    return np.asarray(-0.691 + 10 * np.log10(np.maximum(energy, 1e-12)))
